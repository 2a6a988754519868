//! The start and the end of a problem in the text.

use crate::json::encoding::is_wide;
use crate::json::position::Position;
use crate::report::Problem;

/// A longer span has no end: finding it would cost too much.
const MAX_LENGTH: usize = 10_000;

/// Returns the start and the end of a problem; the end is `None` if it is too far away.
pub(super) fn of_problem(problem: &Problem, text: &[u8]) -> Option<(Position, Option<Position>)> {
    let start = problem.position()?;
    let span = problem.span();
    Some((start, end(start, text, span.at, span.len)))
}

/// Returns the end of a span that starts at a position; `None` if it is too far away, or if the text is UTF-16.
pub(super) fn end(start: Position, text: &[u8], at: usize, len: usize) -> Option<Position> {
    let spanned = text.get(at..at.saturating_add(len)).filter(|spanned| spanned.len() <= MAX_LENGTH && !is_wide(text));
    spanned.map(|text| end_of(start, text))
}

fn end_of(start: Position, text: &[u8]) -> Position {
    let characters = |line: &[u8]| line.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u64;
    let mut lines = text.rsplit(|byte| *byte == b'\n');
    let last = lines.next().unwrap_or_default();
    match lines.count() as u64 {
        0 => Position { column: start.column + characters(last), ..start },
        more => Position { line: start.line + more, column: 1 + characters(last) },
    }
}
