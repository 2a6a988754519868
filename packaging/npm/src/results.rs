//! Results of many files, as the command writes them.

use crate::Checker;
use crate::lines::Lines;
use icws_schema::render::{CheckedFile, FileResult, Format, Options, Renderer};
use icws_schema::report::{Origin, Report};
use icws_schema::rules::UnusedRules;
use wasm_bindgen::prelude::*;

/// The exit codes of the command.
const INVALID: u8 = 1;
const FAILED: u8 = 2;

/// Checks files, and writes what was found in a format.
#[wasm_bindgen]
pub struct Results {
    checker: Checker,
    /// The format and its renderer, if anything is written.
    format: Option<(Format, Box<dyn Renderer>)>,
    is_strict: bool,
    out: Vec<u8>,
    status: u8,
    /// The NDJSON that is being read.
    lines: Lines,
    /// The rules that have not applied, if the summary lists them.
    unused: Option<UnusedRules>,
}

#[wasm_bindgen]
impl Results {
    /// Starts the output. Nothing is written without a format.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such format.
    #[wasm_bindgen(constructor)]
    pub fn new(
        checker: Checker,
        format: Option<String>,
        show_values: bool,
        color: bool,
        is_strict: bool,
    ) -> Result<Results, JsValue> {
        let sources = checker.0.sources().clone();
        let options = Options::new().with_values(show_values).with_color(color).with_rule_sources(sources);
        let format = match format {
            None => None,
            Some(name) => {
                let format = format_of(&name).ok_or_else(|| JsValue::from("unknown format"))?;
                Some((format, format.renderer(&options)))
            }
        };
        let lists_unused = matches!(format, Some((Format::Human, _))) && checker.0.has_given_rules();
        let unused = checker.0.rules().filter(|_| lists_unused).map(UnusedRules::new);
        let (out, lines) = (Vec::new(), Lines::default());
        let mut results = Self { checker, format, is_strict, out, status: 0, lines, unused };
        if let Some((_, renderer)) = &mut results.format {
            // A vector takes everything, here and below.
            let _ = renderer.start(&mut results.out);
        }
        Ok(results)
    }

    /// Checks a file that is one body.
    pub fn file(&mut self, name: &str, payload: &[u8]) {
        let report = self.check(payload);
        self.checked(&self.result_of(name, payload, &report));
    }

    /// Takes a file that cannot be read.
    pub fn unreadable(&mut self, name: &str, error: &str) {
        self.status = FAILED;
        self.write(&FileResult::unreadable(name, error));
    }

    /// Starts a file of NDJSON.
    pub fn start_lines(&mut self) {
        self.lines = Lines::default();
    }

    /// Checks the next part of a file of NDJSON. Returns whether more of it is wanted.
    pub fn lines(&mut self, name: &str, part: &[u8]) -> bool {
        self.lines.add(part);
        self.check_lines(name, false)
    }

    /// Checks the rest of a file of NDJSON.
    pub fn end_lines(&mut self, name: &str) {
        self.check_lines(name, true);
    }

    /// Ends the output.
    pub fn end(&mut self) {
        if let Some((_, renderer)) = &mut self.format {
            self.unused.iter().for_each(|unused| renderer.unused_rules(unused));
            let _ = renderer.end(&mut self.out);
        }
    }

    /// Returns the output since the last call.
    pub fn take_output(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// Returns the exit code.
    #[must_use]
    pub fn status(&self) -> u8 {
        self.status
    }
}

impl Results {
    fn check_lines(&mut self, name: &str, is_at_end: bool) -> bool {
        let mut lines = std::mem::take(&mut self.lines);
        let is_more_wanted = lines.each(is_at_end, |line| match line {
            crate::lines::Line::Payload { number, offset, payload } => self.line(name, number, offset, payload),
            crate::lines::Line::OtherEncoding(text) => {
                let report = self.checker.0.session().check(text);
                self.checked(&self.result_of(name, text, &report));
            }
            crate::lines::Line::Overlong { number, error } => {
                self.status = self.status.max(INVALID);
                self.write(&FileResult::unreadable_line(name, number, error));
            }
        });
        self.lines = lines;
        is_more_wanted
    }

    fn check(&mut self, payload: &[u8]) -> Report {
        let report = self.checker.0.session().check(payload);
        if let Some(unused) = &mut self.unused {
            unused.remove_used(payload, &report);
        }
        report
    }

    fn line(&mut self, name: &str, number: u64, offset: u64, payload: &[u8]) {
        let mut report = self.check(payload);
        if number > 1 && !report.problems().is_empty() {
            report = report.with_origin(Origin::new().with_offset(offset).with_line(number));
        }
        let is_unremarkable = report.is_valid() && report.is_complete() && report.warnings().is_empty();
        match &mut self.format {
            Some((format, renderer)) if is_unremarkable && !format.has_every_line() => renderer.skip_valid(1),
            _ => self.checked(&self.result_of(name, payload, &report).with_line(number)),
        }
    }

    fn result_of<'t>(&self, name: &'t str, payload: &'t [u8], report: &'t Report) -> CheckedFile<'t> {
        let new = if self.checker.0.are_requests() { CheckedFile::request } else { CheckedFile::response };
        new(name, payload, report)
    }

    fn checked(&mut self, checked: &CheckedFile<'_>) {
        let is_success = checked.report.is_valid() && (checked.report.is_complete() || !self.is_strict);
        if !is_success {
            self.status = self.status.max(INVALID);
        }
        self.write(&FileResult::Checked(*checked));
    }

    fn write(&mut self, result: &FileResult<'_>) {
        if let Some((_, renderer)) = &mut self.format {
            let _ = renderer.result(&mut self.out, result);
        }
    }
}

fn format_of(name: &str) -> Option<Format> {
    Some(match name {
        "human" => Format::Human,
        "short" => Format::Short,
        "json" => Format::Json,
        "ndjson" => Format::Ndjson,
        "github" => Format::Github,
        "sarif" => Format::Sarif,
        "gitlab" => Format::Gitlab,
        "junit" => Format::Junit,
        _ => return None,
    })
}
