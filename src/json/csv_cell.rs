//! JSON in a cell of CSV: in quotation marks, with those inside doubled.

use super::lex_error::LocatedError;
use super::span::Span;
use super::syntax_error::{SyntaxError, UnexpectedToken};

const SPACE: [char; 4] = [' ', '\n', '\r', '\t'];
const OPEN: [char; 6] = ['{', '[', ' ', '\n', '\r', '\t'];

/// Returns the error of a text that is such a cell, and the JSON in it, with spaces in the place of what is removed, so that
/// all offsets are the same.
pub(super) fn read(text: &str) -> Option<(LocatedError, String)> {
    let at = start(text)?;
    let error = SyntaxError::ExpectedValue(UnexpectedToken::CsvCell);
    Some((LocatedError { span: Span { at, len: 1 }, error }, json(text, at)?))
}

/// Returns whether an offset is at the start of what may be such a cell, before its first name or string.
pub(super) fn may_begin_before(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(OPEN).strip_suffix('"');
    before.is_some_and(|before| before.trim_end_matches(SPACE).trim_end_matches('\u{feff}').is_empty())
}

/// Returns the offset of the quotation mark at the start of a cell with an object or array.
fn start(text: &str) -> Option<usize> {
    let cell = text.trim_start_matches('\u{feff}').trim_start_matches(SPACE);
    let inner = cell.strip_prefix('"')?.trim_start_matches(SPACE);
    let first = inner.strip_prefix(['{', '['])?.trim_start_matches(OPEN);
    let is_whole = cell.trim_end_matches(SPACE).ends_with('"');
    (first.starts_with("\"\"") && is_whole).then_some(text.len() - cell.len())
}

/// Returns the JSON in the cell at an offset.
fn json(text: &str, at: usize) -> Option<String> {
    let end = text.rfind('"').filter(|end| *end > at)?;
    let mut json = format!("{} ", &text[..at]);
    let mut rest = &text[at + 1..end];
    let mut is_in_string = false;
    while let Some(mark) = rest.find('"') {
        // A quotation mark that is not doubled ends the cell.
        let after = rest[mark..].strip_prefix("\"\"")?;
        json.push_str(&rest[..mark]);
        let is_escaped = rest[..mark].len() - rest[..mark].trim_end_matches('\\').len();
        if is_in_string && is_escaped % 2 == 1 {
            json.push_str("\" ");
        } else {
            json.push_str(if is_in_string { "\" " } else { " \"" });
            is_in_string = !is_in_string;
        }
        rest = after;
    }
    json.push_str(rest);
    json.push(' ');
    json.push_str(&text[end + 1..]);
    Some(json)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_cell_is_json_with_other_quotation_marks() {
        for (cell, expected) in [
            (r#""{""a"": ""b""}""#, r#"{"a": "b"}"#),
            (r#" "[{""a"": ""b \""c\""""}]" "#, r#"[{"a": "b \" c\" "}]"#),
            (r#""[""a""]""#, r#"["a"]"#),
        ] {
            let (_, json) = read(cell).unwrap();
            assert_eq!(json.len(), cell.len());
            let value: serde_json::Value = serde_json::from_str(&json).unwrap();
            assert_eq!(value, serde_json::from_str::<serde_json::Value>(expected).unwrap());
        }
        for text in ["", "\"", "\"{\"", r#"{"a": ""}"#, r#""a""#, r#""{\"a\": 1}""#, r#""{""a"": 1}", "{""#] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
