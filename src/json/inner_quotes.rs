//! Quotation marks inside of a string that are not escaped.

use super::words::{LiteralWord, leading_word};

/// How far the closing quotation mark is looked for.
const MAX_LENGTH: usize = 1000;

/// Returns whether a text may be the next member or item, rather than words of a string.
fn may_be_next(text: &str) -> bool {
    let text = text.trim_start();
    let word = leading_word(text);
    let is_name = text[word.len()..].trim_start().starts_with([':', '=']);
    !text.starts_with(char::is_alphabetic) || is_name || LiteralWord::find(word).is_some()
}

/// Where a string goes on after a quotation mark inside of it, and where its closing quotation mark is.
pub(super) struct Inner {
    pub(super) at: usize,
    pub(super) closing: usize,
}

/// Returns where a string goes on, given the offset after a quotation mark that closes it in JSON: a word follows, and its
/// line has another quotation mark, which is before what is after a name or a value.
pub(super) fn after(text: &str, start: usize, is_name: bool) -> Option<Inner> {
    let word = text[start..].trim_start_matches([' ', '\t']);
    if !word.starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut limit = text.len().min(start + MAX_LENGTH);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let line = text[start..limit].split(['\n', '\r']).next()?;
    let rest = line.trim_start_matches([' ', '\t']);
    let at = start + line.len() - rest.len();
    let is_spaced = at > start;
    if is_spaced && LiteralWord::find(leading_word(rest)).is_some() {
        return None;
    }
    for (offset, _) in line.match_indices('"') {
        let (before, after) = (&line[..offset], &line[offset + 1..]);
        if before.ends_with('\\') {
            continue;
        }
        let next = after.trim_start_matches([' ', '\t']);
        let is_colon = next.starts_with(':');
        let is_value_end = next.is_empty() || next.starts_with([';', '}', ']', ')']);
        let is_end = if is_name { is_colon } else { is_value_end || next.strip_prefix(',').is_some_and(may_be_next) };
        if is_end {
            let is_one_value = !is_spaced || !before.contains([',', ':', '{', '[']);
            return is_one_value.then_some(Inner { at, closing: start + offset });
        }
        // The next name or value begins or ends here.
        if is_colon || before.trim_end().ends_with([',', ':', '{', '[']) {
            return None;
        }
    }
    None
}
