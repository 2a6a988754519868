//! What the command prints.

use icws_schema::report::{Position, Problem};
use icws_schema::{AnyError, ErrorId, Report, ValidationErrorType};
use serde::Serialize;
use std::io::{self, Write};

/// A file and what is said of it, as a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    valid: bool,
    status: Option<u16>,
    body: Option<AnyError>,
    problems: Vec<Entry>,
}

/// A problem, as JSON has it.
#[derive(Serialize)]
struct Entry {
    pointer: String,
    line: Option<usize>,
    column: Option<usize>,
    offset: Option<usize>,
    length: Option<usize>,
    message: String,
    fault: &'static str,
    expected: String,
    found: String,
    property: String,
    validator: Option<i32>,
    name: Option<&'static str>,
    value: Option<String>,
}

impl Entry {
    fn new(problem: &Problem) -> Self {
        let position = problem.position();
        Self {
            pointer: problem.pointer(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            offset: problem.offset(),
            length: problem.length(),
            message: problem.to_string(),
            fault: problem.fault().name(),
            expected: problem.expected(),
            found: problem.found().to_string(),
            property: problem.place().to_string(),
            validator: problem.validator().map(Into::into),
            name: problem.validator().and_then(ValidationErrorType::name),
            value: problem.value(),
        }
    }
}

/// Says what is wrong with a file in one line of JSON. `answers` says whether a server would answer such a body.
pub(crate) fn json(out: &mut impl Write, file: &str, report: &Report, answers: bool) -> io::Result<()> {
    let line = Line {
        file,
        valid: report.is_clean(),
        status: answers.then_some(if report.is_clean() { 200 } else { 400 }),
        body: report.error().filter(|_| answers),
        problems: report.problems().iter().map(Entry::new).collect(),
    };
    serde_json::to_writer(&mut *out, &line)?;
    writeln!(out)
}

/// Says what is wrong with a file in a line for each problem, and one for all.
pub(crate) fn human(out: &mut impl Write, file: &str, report: &Report, answers: bool) -> io::Result<()> {
    for problem in report.problems() {
        write!(out, "{file}:")?;
        if let Some(Position { line, column }) = problem.position() {
            write!(out, "{line}:{column}:")?;
        }
        let pointer = problem.pointer();
        writeln!(out, " {}: {problem}", if pointer.is_empty() { "the body" } else { &pointer })?;
    }
    match report.problems().len() {
        0 => write!(out, "{file}: valid")?,
        1 => write!(out, "{file}: 1 problem")?,
        count => write!(out, "{file}: {count} problems")?,
    }
    match report.error() {
        Some(error) if answers => writeln!(out, "; the server would answer 400, {}", id(&error)),
        _ => writeln!(out),
    }
}

fn id(error: &AnyError) -> &str {
    let id = match error {
        AnyError::ConfigurationError(error) => &error.error_id,
        AnyError::Error(error) => &error.error_id,
        AnyError::UnlistedError(error) => &error.error_id,
    };
    id.as_ref().map_or("", ErrorId::as_str)
}
