//! What `check` prints.

use icws_schema::body::ErrorBody;
use icws_schema::codes::{ErrorId, ValidationErrorType};
use icws_schema::report::{Escaped, Position, Problem, Report, UncheckedRule};
use serde::Serialize;
use serde_json::{Map, Value};
use std::io::{self, Write};

/// What is to be said.
pub(crate) struct Say<'a> {
    pub(crate) file: &'a str,
    pub(crate) report: &'a Report,
    /// Whether a server would answer such a body.
    pub(crate) answers: bool,
    /// Whether people see values.
    pub(crate) values: bool,
}

/// A file and what is said of it, as a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    valid: bool,
    status: Option<u16>,
    body: Option<ErrorBody>,
    problems: Vec<Entry>,
    unchecked: Vec<Gap<'a>>,
}

/// A problem, as JSON has it.
#[derive(Serialize)]
struct Entry {
    pointer: String,
    line: Option<u64>,
    column: Option<u64>,
    offset: Option<u64>,
    length: Option<u64>,
    message: String,
    fault: &'static str,
    expected: String,
    found: String,
    property: String,
    validator: Option<i32>,
    name: Option<&'static str>,
    value: Option<String>,
    rule: Option<String>,
    target: &'static str,
    origin: &'static str,
    documented: bool,
    parameters: Option<Map<String, Value>>,
    note: Option<String>,
    documentation: Option<String>,
    causes: Vec<Entry>,
}

/// What could not be checked, as JSON has it.
#[derive(Serialize)]
struct Gap<'a> {
    validator: i32,
    name: Option<&'static str>,
    property: &'a str,
    reason: String,
    rule: String,
}

impl Entry {
    fn new(problem: &Problem) -> Self {
        let position = problem.position();
        let rule = problem.rule();
        Self {
            pointer: problem.pointer(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            offset: problem.offset(),
            length: problem.length(),
            message: problem.to_string(),
            fault: problem.kind().as_str(),
            expected: problem.expected().to_string(),
            found: problem.found().to_string(),
            property: problem.location().to_string(),
            validator: problem.validator().map(Into::into),
            name: problem.validator().and_then(ValidationErrorType::name),
            value: problem.value(),
            rule: problem.rule_pointer(),
            target: problem.target().as_str(),
            origin: if rule.is_some() { "rule" } else { "representation" },
            documented: problem.is_documented(),
            parameters: rule.map(icws_schema::report::RuleInfo::parameters),
            note: rule.and_then(|rule| rule.note().map(str::to_owned)),
            documentation: problem.documentation_url(),
            causes: problem.causes().iter().map(Self::new).collect(),
        }
    }
}

impl<'a> Gap<'a> {
    fn new(unchecked: &'a UncheckedRule) -> Self {
        Self {
            validator: unchecked.validator().into(),
            name: unchecked.validator().name(),
            property: unchecked.property(),
            reason: unchecked.reason().to_string(),
            rule: unchecked.rule_pointer(),
        }
    }
}

/// Says what is wrong with a file in one line of JSON.
pub(crate) fn json(out: &mut impl Write, say: &Say<'_>) -> io::Result<()> {
    let report = say.report;
    let line = Line {
        file: say.file,
        valid: report.is_valid(),
        status: say.answers.then_some(if report.is_valid() { 200 } else { 400 }),
        body: report.to_response_body().filter(|_| say.answers),
        problems: report.problems().iter().map(Entry::new).collect(),
        unchecked: report.unchecked().iter().map(Gap::new).collect(),
    };
    serde_json::to_writer(&mut *out, &line)?;
    writeln!(out)
}

/// Says what is wrong with a file in a line for each problem, and one for all.
pub(crate) fn human(out: &mut impl Write, say: &Say<'_>) -> io::Result<()> {
    let (file, report) = (Escaped(say.file), say.report);
    for problem in report.problems() {
        self::problem(out, say, problem, 0)?;
    }
    for unchecked in report.unchecked() {
        writeln!(out, "{file}: {}: {unchecked} ({})", place(unchecked.property()), unchecked.rule_pointer())?;
    }
    write!(out, "{file}: ")?;
    match report.problems().len() {
        0 => write!(out, "valid")?,
        1 => write!(out, "1 problem")?,
        count => write!(out, "{count} problems")?,
    }
    if !report.is_complete() {
        write!(out, ", {} unchecked", report.unchecked().len())?;
    }
    match report.to_response_body() {
        Some(error) if say.answers => writeln!(out, "; the server would answer 400, {}", id(&error)),
        _ => writeln!(out),
    }
}

fn problem(out: &mut impl Write, say: &Say<'_>, problem: &Problem, depth: usize) -> io::Result<()> {
    write!(out, "{}{}:", "  ".repeat(depth), Escaped(say.file))?;
    if let Some(Position { line, column }) = problem.position() {
        write!(out, "{line}:{column}:")?;
    }
    write!(out, " {}: {problem}", place(&problem.pointer()))?;
    if let Some(value) = problem.value().filter(|_| say.values) {
        write!(out, " {value:?}")?;
    }
    if let (Some(rule), Some(pointer)) = (problem.rule(), problem.rule_pointer()) {
        let note = rule.note().map_or(String::new(), |note| format!("; {}", Escaped(note)));
        write!(out, " ({}, {pointer}{note})", rule.validator())?;
    }
    writeln!(out)?;
    problem.causes().iter().try_for_each(|cause| self::problem(out, say, cause, depth + 1))
}

/// A place for people; names of a body end no line and steer no terminal.
pub(crate) fn place(place: &str) -> String {
    if place.is_empty() { "the body".to_owned() } else { Escaped(place).to_string() }
}

fn id(error: &ErrorBody) -> &str {
    error.error_id().map_or("", ErrorId::as_str)
}
