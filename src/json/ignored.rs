//! What is between tokens and can be left out: comments, and the markers of a merge conflict.

use super::syntax_error::{Comment, SyntaxError};
use super::words::LiteralWord;

/// What begins the lines that Git writes around both sides of a conflict.
const CONFLICT_MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Returns the error of what can be left out at an offset, its length, and whether it is closed.
pub(super) fn at(text: &str, at: usize) -> Option<(SyntaxError, usize, bool)> {
    if let Some(len) = conflict_marker(text, at) {
        return Some((SyntaxError::ConflictMarker, len, true));
    }
    let (comment, len, is_closed) = comment(&text[at..])?;
    Some((SyntaxError::Comment(comment), len, is_closed))
}

/// Returns the length of the line of a conflict marker.
fn conflict_marker(text: &str, at: usize) -> Option<usize> {
    let (before, rest) = text.split_at(at);
    let marker = CONFLICT_MARKERS.iter().find(|marker| rest.starts_with(**marker))?;
    let is_line = before.is_empty() || before.ends_with(['\n', '\r', '\u{feff}']);
    let is_marker = rest[marker.len()..].chars().next().is_none_or(|next| matches!(next, ' ' | '\n' | '\r'));
    (is_line && is_marker).then(|| rest.find(['\n', '\r']).unwrap_or(rest.len()))
}

/// Returns the comment at the start of the input, its length, and whether it is closed.
fn comment(text: &str) -> Option<(Comment, usize, bool)> {
    let line = || text.find('\n').unwrap_or(text.len());
    if text.starts_with("//") {
        Some((Comment::Line, line(), true))
    } else if text.starts_with('#') && LiteralWord::placeholder(text).is_none() {
        Some((Comment::Hash, line(), true))
    } else if let Some(inner) = text.strip_prefix("/*") {
        let end = inner.find("*/");
        Some((Comment::Block, end.map_or(text.len(), |end| end + 4), end.is_some()))
    } else {
        None
    }
}
