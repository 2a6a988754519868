//! Strings, names, numbers and words that are broken across lines, as where a terminal has cut lines at its width.

use super::diagnosis::ExpectedToken;
use super::lexer::Lexer;
use std::ops::RangeInclusive;

/// The lengths that the lines of a terminal have.
const WIDTHS: RangeInclusive<usize> = 40..=1000;

/// How many bytes before and after a line break have no longer line.
const AROUND: usize = 4096;

/// A line break where a terminal may have cut a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    /// The length of the line break in bytes.
    pub(super) len: usize,
    /// The length of the line in characters.
    pub(super) width: usize,
}

/// A number or word of JSON that is cut.
pub(super) struct CutScalar {
    /// The length of its first part.
    pub(super) first: usize,
    pub(super) cut: Cut,
    /// The length of all of it, with the line break.
    pub(super) len: usize,
    /// It as a whole.
    pub(super) json: String,
}

/// Returns the line break at an offset, if no line around it is longer than the one that it ends.
pub(super) fn cut(text: &str, at: usize) -> Option<Cut> {
    let len = match text.as_bytes()[at..] {
        [b'\r', b'\n', ..] => 2,
        [b'\n', ..] => 1,
        _ => return None,
    };
    let before = &text.as_bytes()[at.saturating_sub(AROUND)..at];
    let after = &text.as_bytes()[at + len..text.len().min(at + AROUND)];
    let width = length(before.rsplit(|byte| *byte == b'\n').next()?);
    let mut lines = before.split(|byte| *byte == b'\n').chain(after.split(|byte| *byte == b'\n'));
    (WIDTHS.contains(&width) && lines.all(|line| length(line) <= width)).then_some(Cut { len, width })
}

/// Returns the number of characters of a line.
fn length(line: &[u8]) -> usize {
    line.strip_suffix(b"\r").unwrap_or(line).iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

/// Returns the number or word of JSON at an offset, if it is cut.
pub(super) fn cut_scalar(text: &str, at: usize) -> Option<CutScalar> {
    if text[..at].ends_with(is_in_scalar) {
        return None;
    }
    let first = scalar_length(&text[at..]);
    let cut = cut(text, at + first)?;
    let rest = &text[at + first + cut.len..];
    let second = scalar_length(rest);
    let json = format!("{}{}", &text[at..at + first], &rest[..second]);
    let is_whole = |text: &str| {
        let mut lexer = Lexer::new(text);
        lexer.skip().and_then(|()| lexer.end()).is_ok()
    };
    let is_cut = first > 0 && second > 0 && rest[second..].trim_start().starts_with([',', '}', ']']);
    (is_cut && is_whole(&json)).then_some(CutScalar { first, cut, len: first + cut.len + second, json })
}

/// Returns the number or word of JSON that is cut, if an offset is at its beginning or after its first part.
pub(super) fn cut_scalar_around(text: &str, at: usize) -> Option<(usize, CutScalar)> {
    let before = text[..at].trim_end_matches(['\n', '\r']);
    let start = before.trim_end_matches(is_in_scalar).len();
    Some((start, cut_scalar(text, start)?))
}

/// Returns the length of a number or word at the start.
pub(super) fn scalar_length(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_in_scalar).len()
}

fn is_in_scalar(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '+' | '.')
}

/// Returns the characters of a string that have no backslash before them that escapes them, and their offsets.
pub(super) fn unescaped(string: &str) -> impl Iterator<Item = (usize, char)> {
    let mut is_escaped = false;
    string.char_indices().filter(move |(_, character)| {
        let is_next_escaped = *character == '\\' && !is_escaped;
        !std::mem::replace(&mut is_escaped, is_next_escaped)
    })
}

/// Returns whether a string that is broken across lines at an offset ends with the next quotation mark: it has something
/// before it that is not JSON, and after it what is after a name or value.
pub(super) fn goes_on(string: &str, line: usize, closing: &[char], expected: ExpectedToken) -> bool {
    let end = unescaped(&string[line..]).find(|(_, character)| closing.contains(character));
    end.is_some_and(|(end, _)| {
        let (before, after) = string.split_at(line + end);
        let mut after = after.chars().skip(1).skip_while(|character| character.is_whitespace());
        let is_after: &[char] = if expected == ExpectedToken::Key { &[':'] } else { &[',', '}', ']'] };
        !before.trim_end().ends_with([',', ':', '[', '{']) && after.next().is_some_and(|next| is_after.contains(&next))
    })
}
