//! Workflow commands of GitHub Actions, which mark the lines of a pull request.

use super::entries::Entries;
use super::line::{ProblemLine, UncheckedLine};
use super::loaded::{LoadProblemLine, LoadedFile};
use super::options::Options;
use super::renderer::Renderer;
use super::result::{CheckedFile, FileResult};
use super::span;
use crate::json::position::Position;
use crate::report::Escaped;
use std::fmt::Display;
use std::io::{self, Write};

pub(super) struct Github(Options);

impl Github {
    pub(super) fn new(options: Options) -> Self {
        Self(options)
    }

    fn checked(&self, out: &mut dyn Write, checked: &CheckedFile<'_>) -> io::Result<()> {
        let file = property(checked.file);
        let entries = Entries::new(checked.report);
        for problem in &entries.problems {
            write!(out, "::error file={file}")?;
            position(out, span::of_problem(problem, checked.text))?;
            let title = problem.validator().map_or("malformed".to_owned(), |validator| validator.to_string());
            let line = ProblemLine { problem, checked, options: &self.0 };
            writeln!(out, ",title={}::{}", property(&title), message(line))?;
        }
        if let Some(not_listed) = entries.not_listed() {
            writeln!(out, "::error file={file}::{not_listed}")?;
        }
        let at = checked.line.map(|line| format!(",line={line}")).unwrap_or_default();
        for unchecked in checked.report.unchecked() {
            let line = UncheckedLine { unchecked, options: &self.0 };
            writeln!(out, "::notice file={file}{at},title=unchecked::{}", message(line))?;
        }
        for warning in checked.report.warnings() {
            writeln!(out, "::warning file={file}{at}::{}", message(Escaped(warning)))?;
        }
        Ok(())
    }
}

impl Renderer for Github {
    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()> {
        match result {
            FileResult::Checked(checked) => self.checked(out, checked),
            FileResult::Loaded(loaded) => loaded_file(out, loaded),
            FileResult::Unreadable { file, line, error } => {
                let line = line.map(|line| format!(",line={line}")).unwrap_or_default();
                writeln!(out, "::error file={}{line}::{}", property(file), message(Escaped(error)))
            }
        }
    }
}

fn loaded_file(out: &mut dyn Write, loaded: &LoadedFile<'_>) -> io::Result<()> {
    let problems = loaded.problems.iter().map(|problem| ("error", problem));
    for (level, problem) in problems.chain(loaded.warnings.iter().map(|warning| ("warning", warning))) {
        write!(out, "::{level} file={}", property(loaded.file))?;
        position(out, loaded.span(problem))?;
        let title = property(problem.kind().as_str());
        writeln!(out, ",title={title}::{}", message(LoadProblemLine(problem)))?;
    }
    Ok(())
}

/// Writes the location.
fn position(out: &mut dyn Write, span: Option<(Position, Option<Position>)>) -> io::Result<()> {
    let Some((start, end)) = span else { return Ok(()) };
    write!(out, ",line={},col={}", start.line, start.column)?;
    // Columns are valid only if both are on the same line.
    match end.filter(|end| end.line == start.line && end.column > start.column) {
        Some(end) => write!(out, ",endLine={},endColumn={}", end.line, end.column),
        None => Ok(()),
    }
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    message(Escaped(text)).replace(':', "%3A").replace(',', "%2C")
}

/// Escapes a message.
fn message(text: impl Display) -> String {
    text.to_string().replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}
