//! Warnings of names and values that cannot be what is meant: backslashes that JSON reads as escapes, ranges of extensions,
//! types of objects in the plural.

use crate::file::stream::Stream;
use crate::file::{LoadExpected, LoadFound, LoadProblem, LoadProblemKind, singular};
use crate::json::tree::{Json, Tree};

/// Warns of a name with control characters, or with one of the two backslashes at its start.
pub(super) fn name(stream: &mut Stream<'_>, at: usize, name: &str) {
    if name.bytes().any(|byte| byte < 0x20) {
        warn(stream, at, LoadExpected::NoControlCharacter, LoadFound::string(name));
    } else if is_share(name) {
        warn(stream, at, LoadExpected::NoLoneBackslash, LoadFound::string(name));
    }
}

/// Warns of the value of an attribute with a tab or the like in the middle of a word, as of `DOMAIN\\name`. It may have lines,
/// unless it is that of an account.
pub(super) fn value(stream: &mut Stream<'_>, at: usize, attribute: &str, value: &str) {
    let attribute = attribute.to_ascii_lowercase();
    let has_lines = !["user", "account", "login", "domain"].iter().any(|word| attribute.contains(word));
    let is_escape = |byte: u8| matches!(byte, b'\t' | 0x8 | 0xc) || (!has_lines && matches!(byte, b'\n' | b'\r'));
    let mut parts = value.split(|character: char| character.is_ascii() && is_escape(character as u8));
    let is_word = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
    if value.bytes().any(is_escape) && parts.all(is_word) {
        warn(stream, at, LoadExpected::NoControlCharacter, LoadFound::string(value));
    } else if is_share(value) {
        warn(stream, at, LoadExpected::NoLoneBackslash, LoadFound::string(value));
    }
}

/// Warns of a type of objects in the plural.
pub(super) fn object_type(stream: &mut Stream<'_>, at: usize, object_type: &str) {
    if let Some(singular) = singular(object_type) {
        let found = LoadFound::name(object_type);
        let problem = LoadProblem::new(at, LoadProblemKind::UnknownName, LoadExpected::ObjectType, found);
        stream.warn(problem.with_suggestion(Some(singular.to_owned())));
    } else {
        name(stream, at, object_type);
    }
}

/// Warns of an extension that is a range.
pub(super) fn extension(stream: &mut Stream<'_>, tree: &Tree<'_>) {
    let Json::String(text) = &tree.json else { return };
    if is_range(text) {
        warn(stream, tree.at, LoadExpected::OneExtension, LoadFound::string(text));
    } else {
        name(stream, tree.at, text);
    }
}

fn warn(stream: &mut Stream<'_>, at: usize, expected: LoadExpected, found: LoadFound) {
    stream.warn(LoadProblem::new(at, LoadProblemKind::InvalidValue, expected, found));
}

/// Returns whether a name is `\\server` without one of its backslashes.
fn is_share(name: &str) -> bool {
    name.strip_prefix('\\').is_some_and(|name| name.starts_with(char::is_alphanumeric))
}

/// Returns whether a text is two numbers of as many digits, the second one larger, with something between them.
fn is_range(text: &str) -> bool {
    let first = &text[..text.len() - text.trim_start_matches(|digit: char| digit.is_ascii_digit()).len()];
    let last = &text[text.trim_end_matches(|digit: char| digit.is_ascii_digit()).len()..];
    let Some(between) = text.get(first.len()..text.len() - last.len()) else { return false };
    let is_between = matches!(between.trim(), "-" | "\u{2013}" | ".." | "..." | "\u{2026}" | "to" | "bis" | ":");
    is_between && first.len() >= 3 && first.len() == last.len() && first < last && !first.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::is_range;

    #[test]
    fn a_range_has_two_numbers_of_one_length() {
        for range in ["8004-8010", "8004 - 8010", "8004..8010", "800 to 810", "8004\u{2013}8010"] {
            assert!(is_range(range), "{range}");
        }
        for extension in ["8004", "8001-1", "555-0100", "8010-8004", "80-90", "8004 8010", "", "-", "\u{e9}8004-8010"] {
            assert!(!is_range(extension), "{extension}");
        }
    }
}
