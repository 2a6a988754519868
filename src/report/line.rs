//! Problems as lines of text.

use super::problem::Problem;
use crate::json::escape::Escaped;
use crate::json::position::Position;
use std::borrow::Cow;
use std::fmt;

/// One line of at most 200 bytes, without values.
impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&debug_line(&ReportLine(self).to_string()))
    }
}

/// Truncates a text to one line of at most 200 bytes.
pub(super) fn debug_line(text: &str) -> String {
    const MAX: usize = 200;
    let line = text.lines().next().unwrap_or_default();
    if line.len() <= MAX {
        return line.to_owned();
    }
    let mut end = MAX - '…'.len_utf8();
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}…", &line[..end])
}

/// A problem as one line of text: position, location, statement, and the rule.
pub(super) struct ReportLine<'p>(pub(super) &'p Problem);

impl fmt::Display for ReportLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = self.0;
        if let Some(Position { line, column }) = problem.position() {
            write!(f, "{line}:{column}: ")?;
        }
        write!(f, "{}: {problem}", location_name(&problem.location().to_string()))?;
        if let Some(first) = problem.first_position() {
            write!(f, "; the first one is at {first}")?;
        }
        if let (Some(rule), Some(pointer)) = (problem.rule(), problem.rule_pointer()) {
            write!(f, " ({}, {pointer}", rule.validator())?;
            write!(f, "{})", rule.note().map_or(String::new(), |note| format!("; {}", Escaped(&cut(note)))))?;
        }
        Ok(())
    }
}

/// Returns at most the first 1000 characters of a text of a rule, since each of its violations repeats it.
pub(crate) fn cut(text: &str) -> Cow<'_, str> {
    const MAX: usize = 1000;
    match text.char_indices().nth(MAX) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

/// Returns a location for people, `(root)` for the body itself.
pub(crate) fn location_name(location: &str) -> String {
    if location.is_empty() { "(root)".to_owned() } else { Escaped(location).to_string() }
}
