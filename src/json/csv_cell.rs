//! JSON in a cell of CSV: in quotation marks, with those inside doubled.

use super::lex_error::LocatedError;
use super::span::Span;
use super::syntax_error::{SyntaxError, UnexpectedToken};

/// Returns the error of a text that is such a cell.
pub(super) fn error(text: &str) -> Option<LocatedError> {
    let at = start(text)?;
    Some(LocatedError { span: Span { at, len: 1 }, error: SyntaxError::ExpectedValue(UnexpectedToken::CsvCell) })
}

/// Returns the offset of the quotation mark at the start of a cell with an object or array.
fn start(text: &str) -> Option<usize> {
    const SPACE: [char; 4] = [' ', '\n', '\r', '\t'];
    let cell = text.trim_start_matches('\u{feff}').trim_start_matches(SPACE);
    let inner = cell.strip_prefix('"')?.trim_start_matches(SPACE);
    let first = inner.strip_prefix(['{', '['])?.trim_start_matches(['{', '[', ' ', '\n', '\r', '\t']);
    let is_whole = cell.trim_end_matches(SPACE).ends_with('"');
    (first.starts_with("\"\"") && is_whole).then_some(text.len() - cell.len())
}

/// Returns the JSON in a cell, with spaces in the place of what is removed, so that all offsets are the same.
pub(super) fn json(text: &str) -> Option<String> {
    let at = start(text)?;
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
    use super::{error, json};

    #[test]
    fn a_cell_is_json_with_other_quotation_marks() {
        for (cell, expected) in [
            (r#""{""a"": ""b""}""#, r#"{"a": "b"}"#),
            (r#" "[{""a"": ""b \""c\""""}]" "#, r#"[{"a": "b \" c\" "}]"#),
            (r#""[""a""]""#, r#"["a"]"#),
        ] {
            let json = json(cell).unwrap();
            assert_eq!(json.len(), cell.len());
            let value: serde_json::Value = serde_json::from_str(&json).unwrap();
            assert_eq!(value, serde_json::from_str::<serde_json::Value>(expected).unwrap());
            assert!(error(cell).is_some());
        }
        for text in ["", "\"", "\"{\"", r#"{"a": ""}"#, r#""a""#, r#""{\"a\": 1}""#] {
            assert!(error(text).is_none(), "{text}");
        }
        assert_eq!(json(r#""{""a"": 1}", "{""#), None);
    }
}
