//! Text that the formats for people share.

use super::options::Options;
use super::result::CheckedFile;
use crate::report::{Escaped, Problem, UncheckedRule, cut, location_name};
use std::fmt;

/// The problem, its property and its rule.
pub(super) struct ProblemLine<'a> {
    pub(super) problem: &'a Problem,
    pub(super) checked: &'a CheckedFile<'a>,
    pub(super) options: &'a Options,
}

impl fmt::Display for ProblemLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { problem, checked, options } = *self;
        let location = location_name(&problem.location().to_string());
        write!(f, "{location}: {problem}{}", options.addition_for(problem, checked.line.is_some()))?;
        if let Some(first) = problem.first_position() {
            write!(f, "; the first one is at {first}")?;
        }
        if let Some(value) = problem.found_value(Some(checked.text)).filter(|_| options.show_values) {
            write!(f, "; value {}", Escaped(value))?;
        }
        if let (Some(rule), Some(pointer)) = (problem.rule(), problem.rule_pointer()) {
            write!(f, " ({}, {}", rule.validator(), rule_location(&pointer, options))?;
            rule.note().map_or(Ok(()), |note| write!(f, "; {}", Escaped(cut(note))))?;
            f.write_str(")")?;
        }
        Ok(())
    }
}

/// The unchecked rule, its property and the reason.
pub(super) struct UncheckedLine<'a> {
    pub(super) unchecked: &'a UncheckedRule,
    pub(super) options: &'a Options,
}

impl fmt::Display for UncheckedLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { unchecked, options } = *self;
        let rule = rule_location(&unchecked.rule_pointer(), options);
        write!(f, "{}: {}", location_name(unchecked.property()), Escaped(unchecked))?;
        if let Some(help) = unchecked.reason().help() {
            write!(f, "; {help}{}", options.option_for_unchecked(unchecked.reason()))?;
        }
        write!(f, " ({rule})")
    }
}

/// Returns the location of a rule, with the file if there are several.
pub(super) fn rule_location(pointer: &str, options: &Options) -> String {
    match options.rule_sources.find(pointer).filter(|_| options.rule_sources.are_several()) {
        Some((file, pointer)) => format!("{} {pointer}", Escaped(file)),
        None => pointer.to_owned(),
    }
}

/// The verdict on a file: the number of problems, and the error id of the response.
pub(super) struct VerdictLine<'a> {
    pub(super) checked: &'a CheckedFile<'a>,
    /// The number of entries, and of those that are listed.
    pub(super) count: usize,
    pub(super) listed: usize,
}

impl fmt::Display for VerdictLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { checked, count, listed } = *self;
        let report = checked.report;
        match count {
            0 => f.write_str("valid")?,
            1 => f.write_str("1 problem")?,
            count => write!(f, "{count} problems")?,
        }
        if listed < count {
            write!(f, " (truncated: the first {listed} are listed)")?;
        }
        if let Some(line) = report.last_line_read() {
            write!(f, ", not checked after line {line}")?;
        }
        match (report.unchecked_count(), report.unchecked().len()) {
            (0, _) => {}
            (count, listed) if listed < count => {
                write!(f, ", {count} unchecked (truncated: the first {listed} are listed)")?;
            }
            (count, _) => write!(f, ", {count} unchecked")?,
        }
        match report.error_id().filter(|_| checked.is_request) {
            Some(id) if report.is_documented() => write!(f, "; {id} (documented)"),
            Some(id) => write!(f, "; {id} (not documented)"),
            None => Ok(()),
        }
    }
}
