//! Values without quotation marks: words, numbers with a unit or separators, times, dates, phone numbers.

use super::quoted;

/// How many characters such a value has at most.
const MAX_LENGTH: usize = 500;

/// Returns the length of such a value, which ends in its line; `None` if it is unclear where it ends.
pub(super) fn length(text: &str) -> Option<usize> {
    let (mut before, mut word, mut parentheses) = (None, 0, 0_usize);
    for (offset, character) in text.char_indices().take(MAX_LENGTH) {
        let after = &text[offset + character.len_utf8()..];
        let is_between = |is: fn(char) -> bool| before.is_some_and(is) && after.starts_with(is);
        match character {
            ',' | ';' | '}' | ']' | '\n' | '\r' | '#' => return end(text, offset),
            ')' if parentheses == 0 => return end(text, offset),
            '/' if after.starts_with(['/', '*']) && before != Some(':') => return end(text, offset),
            '{' | '[' | '\\' => return None,
            ':' if !is_between(|digit| digit.is_ascii_digit()) && !after.starts_with("//") => return end(text, word),
            _ if quoted::closing(character).is_none() || is_between(char::is_alphanumeric) => {}
            // The name of the next member, whose comma is missing.
            _ if before.is_some_and(char::is_whitespace) => return end(text, offset),
            // A string whose opening quotation mark is missing.
            _ if after.trim_start().starts_with([',', ';', '}', ']']) => return Some(text.len() - after.len()),
            _ => return None,
        }
        match character {
            '(' => parentheses += 1,
            ')' => parentheses -= 1,
            _ => {}
        }
        if before.is_some_and(char::is_whitespace) {
            word = offset;
        }
        before = Some(character);
    }
    None
}

/// Returns the length without white space at the end.
fn end(text: &str, end: usize) -> Option<usize> {
    Some(text[..end].trim_end().len()).filter(|len| *len > 0)
}

/// Returns the length of a decimal comma or thousands separators and the digits after them.
pub(super) fn separated(text: &str) -> usize {
    let mut rest = text;
    while let Some(after) = rest.strip_prefix(',') {
        let digits = after.trim_start_matches(|digit: char| digit.is_ascii_digit());
        if digits.len() == after.len() {
            break;
        }
        rest = digits;
    }
    if rest.len() == text.len() || rest.trim_start().starts_with(':') {
        return 0;
    }
    let fraction = rest.strip_prefix('.').map(|after| after.trim_start_matches(|digit: char| digit.is_ascii_digit()));
    text.len() - fraction.unwrap_or(rest).len()
}
