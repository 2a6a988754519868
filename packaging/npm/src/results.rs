//! Results of many files, as the command writes them.

use crate::Checker;
use crate::envelope::{Envelope, Payload};
use crate::lines::{Line, Lines};
use icws_schema::ParseOptions;
use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::directory::Subject;
use icws_schema::render::{CheckedFile, FileResult, Options, OutputFormat, Renderer};
use icws_schema::report::Report;
use icws_schema::rules::UnusedRules;
use serde::Deserialize;
use std::ops::Range;
use wasm_bindgen::prelude::*;

/// The exit codes of the command.
const INVALID: u8 = 1;
const FAILED: u8 = 2;

/// The options of the command that results depend on.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct CommandOptions {
    format: String,
    #[serde(default)]
    quiet: bool,
    #[serde(default)]
    strict: bool,
    body_at: Option<String>,
    id_at: Option<String>,
    object_type: Option<String>,
    valid: Option<String>,
    invalid: Option<String>,
}

/// Checks files, and writes what was found in a format.
#[wasm_bindgen]
pub struct Results {
    checker: Checker,
    /// The format and its renderer, if anything is written.
    format: Option<(OutputFormat, Box<dyn Renderer>)>,
    options: CommandOptions,
    envelope: Envelope,
    out: Vec<u8>,
    /// The lines that are valid, and those that are not, if they are copied.
    copies: [Vec<u8>; 2],
    status: u8,
    /// The NDJSON that is being read.
    lines: Lines,
    /// The rules that have not applied, if the summary lists them.
    unused: Option<UnusedRules>,
}

#[wasm_bindgen]
impl Results {
    /// Starts the output. The options are JSON: those of the command, by their names.
    ///
    /// # Errors
    ///
    /// Returns an error if an option has no such value.
    #[wasm_bindgen(constructor)]
    pub fn new(checker: Checker, options: &str, show_values: bool, color: bool) -> Result<Results, JsValue> {
        let options: CommandOptions = serde_json::from_str(options).map_err(|error| error.to_string())?;
        let pointer = |option: &str, pointer: Option<&String>| {
            let parsed = pointer.map(|pointer| pointer.parse()).transpose();
            parsed.map_err(|error: String| format!("`--{option}`: {error}"))
        };
        let envelope = Envelope {
            body: pointer("body-at", options.body_at.as_ref())?,
            id: pointer("id-at", options.id_at.as_ref())?,
        };
        let format = OutputFormat::from_name(&options.format).ok_or("`--format`: unknown format")?;
        let sources = checker.0.sources().clone();
        let rendering =
            Options::new().with_values(show_values).with_color(color).with_rule_sources(sources).with_command_options();
        let format = (!options.quiet).then(|| (format, format.renderer(&rendering)));
        let lists_unused = matches!(format, Some((OutputFormat::Human, _))) && checker.0.has_given_rules();
        let unused = checker.0.rules().filter(|_| lists_unused).map(UnusedRules::new);
        let (out, copies, lines) = Default::default();
        let mut results = Self { checker, format, options, envelope, out, copies, status: 0, lines, unused };
        if let Some((_, renderer)) = &mut results.format {
            // A vector takes everything, here and below.
            let _ = renderer.start(&mut results.out);
        }
        Ok(results)
    }

    /// Checks a file that is one payload. Returns the reason if none is found in it.
    pub fn file(&mut self, name: &str, text: &[u8]) -> Option<String> {
        match self.check(text, 0, 1) {
            Ok((body, report)) => {
                self.checked(&self.result_of(name, &text[body], &report));
                None
            }
            Err(error) => Some(error),
        }
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

    /// Returns the valid lines since the last call.
    pub fn take_valid(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.copies[0])
    }

    /// Returns the other lines since the last call.
    pub fn take_invalid(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.copies[1])
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
            Line::Payload { number, offset, payload } => self.line(name, number, offset, payload),
            Line::OtherEncoding(text) => {
                // Its encoding alone: read on, the lines would be one body.
                let report = ParseOptions::new().check::<UserClientConfigurationProperties>(text);
                self.checked(&self.result_of(name, text, &report));
            }
            Line::Overlong { number, error } => {
                self.status = self.status.max(INVALID);
                self.write(&FileResult::unreadable_line(name, number, error));
            }
        });
        self.lines = lines;
        is_more_wanted
    }

    /// Checks the body in a text, which begins at an offset and on a line of its file. Returns where the body is in the text,
    /// or the reason why there is none.
    fn check(&mut self, text: &[u8], offset: u64, line: u64) -> Result<(Range<usize>, Report), String> {
        let (session, unused) = (self.checker.0.session(), &mut self.unused);
        let object_type = || self.options.object_type.clone().unwrap_or_else(|| "user".to_owned());
        self.envelope.check(&Payload { text, offset, line, error: None }, |body, id| {
            let report = match id {
                Some(id) => session.with_subject(Subject { object_type: object_type(), id }).check(body),
                None => session.check(body),
            };
            if let Some(unused) = unused {
                unused.remove_used(body, &report);
            }
            report
        })
    }

    fn line(&mut self, name: &str, number: u64, offset: u64, text: &[u8]) {
        let checked = self.check(text, offset, number);
        let is_success = checked.as_ref().is_ok_and(|(_, report)| self.is_success(report));
        if self.options.valid.is_some() || self.options.invalid.is_some() {
            let copy = &mut self.copies[usize::from(!is_success)];
            copy.extend(text);
            copy.push(b'\n');
        }
        let (body, report) = match &checked {
            Ok((body, report)) => (&text[body.clone()], report),
            Err(error) => {
                self.status = self.status.max(INVALID);
                return self.write(&FileResult::unreadable_line(name, number, error));
            }
        };
        let is_unremarkable = report.is_valid() && report.is_complete() && report.warnings().is_empty();
        match &mut self.format {
            Some((format, renderer)) if is_unremarkable && !format.has_every_line() => renderer.skip_valid(1),
            _ => self.checked(&self.result_of(name, body, report).with_line(number)),
        }
    }

    fn is_success(&self, report: &Report) -> bool {
        report.is_valid() && (report.is_complete() || !self.options.strict)
    }

    fn result_of<'t>(&self, name: &'t str, payload: &'t [u8], report: &'t Report) -> CheckedFile<'t> {
        let new = if self.checker.0.are_requests() { CheckedFile::request } else { CheckedFile::response };
        new(name, payload, report)
    }

    fn checked(&mut self, checked: &CheckedFile<'_>) {
        if !self.is_success(checked.report) {
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
