//! A summary over many files, or many lines of NDJSON.

use super::result::FileResult;
use crate::report::{LocationSegment, Problem};
use std::collections::HashMap;
use std::io::{self, Write};

/// The maximum number of validators and properties in the summary.
const MAX_NAMED: usize = 10;

/// Counts over all files.
#[derive(Default)]
pub(super) struct Summary {
    checked: u64,
    valid: u64,
    /// The number of files that could not be read.
    unreadable: u64,
    /// The number of lines of NDJSON without a body. They are checked, and not valid.
    without_body: u64,
    problems: u64,
    unchecked: u64,
    /// The number of listed problems for each validator or kind, and for each property.
    by_validator: HashMap<String, u64>,
    by_property: HashMap<String, u64>,
    /// The displayed names of the rules that have not applied to any payload.
    unused_rules: Vec<String>,
}

impl Summary {
    pub(super) fn add(&mut self, result: &FileResult<'_>) {
        let checked = match result {
            FileResult::Checked(checked) => checked,
            FileResult::Loaded(loaded) => {
                self.checked += 1;
                self.valid += u64::from(loaded.is_valid());
                self.problems += loaded.problems.len() as u64;
                return;
            }
            FileResult::Unreadable { line: Some(_), .. } => {
                self.checked += 1;
                self.without_body += 1;
                return;
            }
            FileResult::Unreadable { line: None, .. } => {
                self.unreadable += 1;
                return;
            }
        };
        let report = checked.report;
        self.checked += 1;
        self.valid += u64::from(report.is_valid());
        self.problems += report.problem_count() as u64;
        self.unchecked += report.unchecked_count() as u64;
        for problem in report {
            *self.by_validator.entry(validator(problem)).or_default() += 1;
            *self.by_property.entry(property(problem)).or_default() += 1;
        }
    }

    pub(super) fn add_valid(&mut self, count: u64) {
        self.checked += count;
        self.valid += count;
    }

    pub(super) fn add_unused_rules(&mut self, rules: impl Iterator<Item = String>) {
        self.unused_rules.extend(rules);
    }

    /// Writes the summary, if there is more than one file.
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.checked + self.unreadable < 2 {
            return Ok(());
        }
        write!(out, "\n{} of {} valid", self.valid, self.checked)?;
        if self.without_body > 0 {
            write!(out, ", {} without a body", self.without_body)?;
        }
        if self.unreadable > 0 {
            write!(out, ", {} unreadable", self.unreadable)?;
        }
        writeln!(out, "; problems: {}, unchecked rules: {}", self.problems, self.unchecked)?;
        named(out, "by validator", &self.by_validator)?;
        named(out, "by property", &self.by_property)?;
        listed(out, "rules that never applied", &self.unused_rules)
    }
}

fn named(out: &mut dyn Write, title: &str, counts: &HashMap<String, u64>) -> io::Result<()> {
    let mut counts: Vec<_> = counts.iter().collect();
    counts.sort_by(|(one, ones), (other, others)| others.cmp(ones).then(one.cmp(other)));
    listed(out, title, &counts.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>())
}

fn listed(out: &mut dyn Write, title: &str, names: &[String]) -> io::Result<()> {
    let more = if names.len() > MAX_NAMED { ", ..." } else { "" };
    match &names[..names.len().min(MAX_NAMED)] {
        [] => Ok(()),
        names => writeln!(out, "{title}: {}{more}", names.join(", ")),
    }
}

fn validator(problem: &Problem) -> String {
    match problem.validator() {
        Some(validator) => validator.to_string(),
        None => format!("malformed ({})", problem.kind().as_str()),
    }
}

/// Returns the path of a property, with `[]` for every item. Unknown properties are counted together.
fn property(problem: &Problem) -> String {
    let mut location = problem.location();
    if problem.target() == crate::report::Target::Key && problem.validator().is_none() {
        location.0.pop();
        location.0.push(LocationSegment::Member("(unknown)".into()));
    }
    let mut path = String::new();
    for segment in &location.0 {
        match segment {
            LocationSegment::Index(_) => path.push_str("[]"),
            LocationSegment::Member(name) => {
                path.push_str(if path.is_empty() { "" } else { "." });
                path.push_str(name);
            }
        }
    }
    crate::report::location_name(&path)
}
