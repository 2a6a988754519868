//! What the command prints.

use icws_schema::report::Problem;
use icws_schema::{AnyError, Report};
use serde::Serialize;

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
            name: problem.validator().and_then(|validator| validator.name()),
            value: problem.value(),
        }
    }
}

/// What is said of a file, as one line of JSON. `answers` says whether a server would answer such a body.
pub(crate) fn json(file: &str, report: &Report, answers: bool) -> String {
    let line = Line {
        file,
        valid: report.is_clean(),
        status: answers.then_some(if report.is_clean() { 200 } else { 400 }),
        body: report.error().filter(|_| answers),
        problems: report.problems().iter().map(Entry::new).collect(),
    };
    serde_json::to_string(&line).unwrap_or_default()
}

/// What is said of a file, a line for each problem and one for all.
pub(crate) fn human(file: &str, report: &Report, answers: bool) -> String {
    let mut text = String::new();
    for problem in report.problems() {
        let pointer = match problem.pointer() {
            pointer if pointer.is_empty() => "the body".to_owned(),
            pointer => pointer,
        };
        let position = problem.position().map(|position| format!("{}:{}:", position.line, position.column));
        text += &format!("{file}:{} {pointer}: {problem}\n", position.unwrap_or_default());
    }
    text += &format!("{file}: {}", verdict(report));
    if let Some(id) = error_id(report).filter(|_| answers) {
        text += &format!("; the server would answer 400, {id}");
    }
    text
}

fn verdict(report: &Report) -> String {
    match report.problems().len() {
        0 => "valid".to_owned(),
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    }
}

fn error_id(report: &Report) -> Option<String> {
    let id = match report.error()? {
        AnyError::ConfigurationError(error) => error.error_id,
        AnyError::Error(error) => error.error_id,
        AnyError::UnlistedError(error) => error.error_id,
    };
    id.map(|id| id.to_string())
}
