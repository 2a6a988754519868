//! XML in the form of JUnit: a test suite for each file.

use super::entries::Entries;
use super::line::{ProblemLine, UncheckedLine, VerdictLine};
use super::loaded::{LoadVerdict, LoadedFile};
use super::options::Options;
use super::renderer::Renderer;
use super::result::{CheckedFile, FileResult};
use crate::report::Escaped;
use std::fmt::Display;
use std::io::{self, Write};

pub(super) struct Junit(Options);

impl Junit {
    pub(super) fn new(options: Options) -> Self {
        Self(options)
    }

    fn checked(&self, out: &mut dyn Write, checked: &CheckedFile<'_>) -> io::Result<()> {
        let report = checked.report;
        let entries = Entries::new(report);
        suite(out, checked, u8::from(!report.is_valid()), 0)?;
        if !report.is_valid() {
            let verdict = VerdictLine { checked, count: entries.count, listed: entries.problems.len() };
            let kind = report.error_id().map_or(String::new(), |id| id.to_string());
            writeln!(out, "      <failure message=\"{}\" type=\"{}\">", xml(verdict), xml(kind))?;
            for problem in &entries.problems {
                if let Some(position) = problem.position() {
                    write!(out, "{position}: ")?;
                }
                writeln!(out, "{}", xml(ProblemLine { problem, checked, options: &self.0 }))?;
            }
            writeln!(out, "      </failure>")?;
        }
        if !report.unchecked().is_empty() || !report.warnings().is_empty() {
            writeln!(out, "      <system-out>")?;
            for unchecked in report.unchecked() {
                writeln!(out, "{}", xml(UncheckedLine { unchecked, options: &self.0 }))?;
            }
            for warning in report.warnings() {
                writeln!(out, "warning: {}", xml(Escaped(warning)))?;
            }
            writeln!(out, "      </system-out>")?;
        }
        writeln!(out, "    </testcase>\n  </testsuite>")
    }
}

/// Starts the suite and the test case of a file.
fn suite(out: &mut dyn Write, checked: &CheckedFile<'_>, failures: u8, errors: u8) -> io::Result<()> {
    let line = checked.line.map_or(String::new(), |line| format!(":{line}"));
    begin(out, &format!("{}{line}", checked.file), failures, errors)
}

fn begin(out: &mut dyn Write, name: &str, failures: u8, errors: u8) -> io::Result<()> {
    let name = xml(Escaped(name));
    writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"1\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"0\">"
    )?;
    writeln!(out, "    <testcase name=\"{name}\" classname=\"icws-schema\">")
}

impl Renderer for Junit {
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"icws-schema\">")
    }

    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()> {
        match result {
            FileResult::Checked(checked) => self.checked(out, checked),
            FileResult::Loaded(loaded) => loaded_file(out, loaded),
            FileResult::Unreadable { file, line, error } => {
                begin(out, &line.map_or((*file).to_owned(), |line| format!("{file}:{line}")), 0, 1)?;
                writeln!(out, "      <error message=\"{}\" type=\"unreadable\"/>", xml(Escaped(error)))?;
                writeln!(out, "    </testcase>\n  </testsuite>")
            }
        }
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "</testsuites>")
    }
}

fn loaded_file(out: &mut dyn Write, loaded: &LoadedFile<'_>) -> io::Result<()> {
    begin(out, loaded.file, u8::from(!loaded.is_valid()), 0)?;
    if !loaded.is_valid() {
        writeln!(out, "      <failure message=\"{}\" type=\"{}\">", xml(LoadVerdict(loaded)), loaded.kind.name())?;
        loaded.problems.iter().try_for_each(|problem| writeln!(out, "{}", xml(problem)))?;
        writeln!(out, "      </failure>")?;
    }
    if !loaded.warnings.is_empty() {
        writeln!(out, "      <system-out>")?;
        loaded.warnings.iter().try_for_each(|warning| writeln!(out, "warning: {}", xml(warning)))?;
        writeln!(out, "      </system-out>")?;
    }
    writeln!(out, "    </testcase>\n  </testsuite>")
}

/// Escapes text for XML, which does not allow noncharacters.
fn xml(text: impl Display) -> String {
    let mut xml = String::new();
    for character in text.to_string().chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            character => xml.push(character),
        }
    }
    xml
}
