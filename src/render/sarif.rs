//! SARIF 2.1.0: one JSON document with one run.

use super::entries::Entries;
use super::escape_json::write;
use super::line::{ProblemLine, UncheckedLine};
use super::loaded::{KINDS, LoadProblemLine, LoadedFile};
use super::options::Options;
use super::renderer::Renderer;
use super::result::{CheckedFile, FileResult};
use super::span;
use crate::codes::ValidationErrorType;
use crate::json::position::Position;
use crate::report::{Escaped, Problem};
use crate::rules::ValidatorInfo;
use serde_json::{Value, json};
use std::io::{self, Write};

/// The rules for problems that make a body malformed, by the names of their kinds.
const MALFORMED: [(&str, &str); 5] = [
    ("syntax", "The body must be JSON."),
    ("type", "A value must be of the type of its property."),
    ("unknownMember", "An object must not have unknown properties."),
    ("duplicateMember", "An object must not have duplicate properties."),
    ("typeTag", "`__type` must be the URN of the type."),
];

pub(super) struct Sarif {
    options: Options,
    is_first: bool,
    /// Files that could not be read.
    notifications: Vec<Value>,
}

impl Sarif {
    pub(super) fn new(options: Options) -> Self {
        Self { options, is_first: true, notifications: Vec::new() }
    }

    fn item(&mut self, out: &mut dyn Write, item: &Value) -> io::Result<()> {
        out.write_all(if std::mem::take(&mut self.is_first) { b"\n" } else { b",\n" })?;
        write(out, item)
    }

    fn checked(&mut self, out: &mut dyn Write, checked: &CheckedFile<'_>) -> io::Result<()> {
        let entries = Entries::new(checked.report);
        for problem in &entries.problems {
            let line = ProblemLine { problem, checked, options: &self.options };
            let result = json!({
                "ruleId": rule_id(problem),
                "level": "error",
                "kind": "fail",
                "message": {"text": line.to_string()},
                "locations": [{
                    "physicalLocation": physical_location(checked, problem),
                    "logicalLocations": [{"fullyQualifiedName": problem.pointer()}],
                }],
            });
            self.item(out, &result)?;
        }
        for unchecked in checked.report.unchecked() {
            let line = UncheckedLine { unchecked, options: &self.options };
            let result = json!({
                "ruleId": unchecked.validator().name(),
                "level": "none",
                "kind": "open",
                "message": {"text": line.to_string()},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(checked.file)}}}],
            });
            self.item(out, &result)?;
        }
        if let Some(not_listed) = entries.not_listed() {
            self.notifications.push(notification("warning", &not_listed, checked.file));
        }
        for warning in checked.report.warnings() {
            self.notifications.push(notification("warning", &Escaped(warning).to_string(), checked.file));
        }
        Ok(())
    }
}

impl Sarif {
    fn loaded(&mut self, out: &mut dyn Write, loaded: &LoadedFile<'_>) -> io::Result<()> {
        let problems = loaded.problems.iter().map(|problem| ("error", problem));
        for (level, problem) in problems.chain(loaded.warnings.iter().map(|warning| ("warning", warning))) {
            let result = json!({
                "ruleId": problem.kind().as_str(),
                "level": level,
                "kind": "fail",
                "message": {"text": LoadProblemLine(problem).to_string()},
                "locations": [{
                    "physicalLocation": location(loaded.file, loaded.span(problem)),
                    "logicalLocations": [{"fullyQualifiedName": problem.pointer()}],
                }],
            });
            self.item(out, &result)?;
        }
        Ok(())
    }
}

impl Renderer for Sarif {
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let driver = json!({
            "name": "icws-schema",
            "fullName": concat!("icws-schema ", env!("CARGO_PKG_VERSION")),
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "informationUri": "https://crates.io/crates/icws-schema",
            "rules": if self.options.of_files { rules_of_files() } else { rules() },
        });
        out.write_all(b"{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"automationDetails\":{\"id\":\"icws-schema/\"},\"tool\":{\"driver\":")?;
        write(out, &driver)?;
        out.write_all(b"},\"columnKind\":\"unicodeCodePoints\",\"results\":[")
    }

    fn result(&mut self, out: &mut dyn Write, result: &FileResult<'_>) -> io::Result<()> {
        match result {
            FileResult::Checked(checked) => self.checked(out, checked),
            FileResult::Loaded(loaded) => self.loaded(out, loaded),
            FileResult::Unreadable { file, line, error } => {
                let line = line.map(|line| format!("line {line}: ")).unwrap_or_default();
                self.notifications.push(notification("error", &format!("{line}{error}"), file));
                Ok(())
            }
        }
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let is_read = self.notifications.iter().all(|notification| notification["level"] != "error");
        let invocation = json!([{"executionSuccessful": is_read, "toolExecutionNotifications": self.notifications}]);
        out.write_all(b"\n],\"invocations\":")?;
        write(out, &invocation)?;
        out.write_all(b"}]}\n")
    }
}

fn notification(level: &str, text: &str, file: &str) -> Value {
    json!({
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(file)}}}],
    })
}

/// Returns the catalog: every validator, and the kinds of problems without one.
fn rules() -> Vec<Value> {
    let malformed = MALFORMED.iter().map(|(id, text)| rule(id, text, text));
    let validators = ValidationErrorType::ALL.iter().filter_map(|validator| {
        let (id, info) = (validator.name()?, ValidatorInfo::of(*validator)?);
        let about = info.description.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut rule = rule(id, validator.message()?, &about);
        rule["helpUri"] = crate::report::documentation_url(*validator).into();
        Some(rule)
    });
    malformed.chain(validators).collect()
}

/// Returns the kinds of problems of loaded files.
fn rules_of_files() -> Vec<Value> {
    KINDS.iter().map(|(id, text)| rule(id, text, text)).collect()
}

/// Returns a rule with the data that viewers show.
fn rule(id: &str, message: &str, about: &str) -> Value {
    json!({
        "id": id,
        "name": name(id),
        "shortDescription": {"text": message},
        "fullDescription": {"text": about},
        "help": {"text": about},
        "defaultConfiguration": {"level": "error"},
    })
}

/// Returns the name of a rule, which must differ from its id.
fn name(id: &str) -> String {
    let (first, rest) = id.split_at(1);
    format!("Icws{}{rest}", first.to_ascii_uppercase())
}

fn rule_id(problem: &Problem) -> &'static str {
    problem.validator().and_then(ValidationErrorType::name).unwrap_or(problem.kind().as_str())
}

fn physical_location(checked: &CheckedFile<'_>, problem: &Problem) -> Value {
    location(checked.file, span::of_problem(problem, checked.text))
}

fn location(file: &str, span: Option<(Position, Option<Position>)>) -> Value {
    let mut location = json!({"artifactLocation": {"uri": uri(file)}});
    if let Some((start, end)) = span {
        let mut region = json!({"startLine": start.line, "startColumn": start.column});
        if let Some(end) = end {
            region["endLine"] = end.line.into();
            region["endColumn"] = end.column.into();
        }
        location["region"] = region;
    }
    location
}

/// Returns a file name as a URI, relative if the name is relative.
fn uri(file: &str) -> String {
    let path = file.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let encoded: String = path
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    if path.starts_with('/') { format!("file://{encoded}") } else { encoded }
}
