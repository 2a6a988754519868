//! JSON inside of HTML, as in the source of a web page: with tags around it or in it, and with character references.

use super::lex_error::LocatedError;
use super::span::Span;
use super::syntax_error::{SyntaxError, UnexpectedToken};

const SPACE: [char; 5] = ['\u{feff}', ' ', '\n', '\r', '\t'];

/// Character references, and what they stand for.
const REFERENCES: [(&str, char); 10] = [
    ("&quot;", '"'),
    ("&#34;", '"'),
    ("&#x22;", '"'),
    ("&nbsp;", ' '),
    ("&#160;", ' '),
    ("&amp;", '&'),
    ("&apos;", '\''),
    ("&#39;", '\''),
    ("&lt;", '<'),
    ("&gt;", '>'),
];

/// Returns the error of a text whose first content is an object or array with a string in HTML, and the JSON in it, with spaces
/// in the place of what is removed, so that all offsets outside of strings are the same.
pub(super) fn read(text: &str) -> Option<(LocatedError, String)> {
    let start = text.len() - text.trim_start_matches(SPACE).len();
    if !is_in_html(&text[start..]) {
        return None;
    }
    let error = SyntaxError::ExpectedValue(UnexpectedToken::JsonInHtml);
    Some((LocatedError { span: Span { at: start, len: 1 }, error }, json(text)))
}

/// Returns whether what is at the offset of an unexpected token may be a part of HTML before the first string of JSON.
pub(super) fn may_be_at(text: &str, at: usize) -> bool {
    text[at..].starts_with(['<', '&'])
        && text[..at]
            .trim_end_matches(SPACE)
            .trim_end_matches(['{', '[', ' ', '\n', '\r', '\t'])
            .trim_end_matches(SPACE)
            .is_empty()
}

/// Returns whether a text is JSON with tags before it, or with character references in the place of its first quotation mark.
fn is_in_html(text: &str) -> bool {
    if !text.starts_with(['<', '{', '[', '&']) {
        return false;
    }
    let (mut rest, mut is_html, mut is_open) = (text, false, false);
    loop {
        rest = rest.trim_start_matches(SPACE);
        let Some(first) = rest.chars().next() else { return false };
        let len = match first {
            '<' => tag(rest),
            '&' => match reference(rest) {
                Some((_, '"')) => return is_open,
                Some((len, ' ')) => Some(len),
                _ => None,
            },
            '{' | '[' => {
                is_open = true;
                rest = &rest[1..];
                continue;
            }
            '"' | '}' | ']' => return is_html && is_open,
            _ => None,
        };
        let Some(len) = len else { return false };
        // A tag in JSON is a placeholder.
        is_html |= first == '&' || !is_open;
        rest = &rest[len..];
    }
}

/// Returns the text without tags and references.
fn json(text: &str) -> String {
    let mut json = String::with_capacity(text.len());
    let (mut rest, mut is_in_string, mut is_escaped, mut removed) = (text, false, false, 0);
    while let Some(first) = rest.chars().next() {
        let (len, character) = match first {
            '<' => (tag(rest), None),
            '&' => reference(rest).map_or((None, None), |(len, character)| (Some(len), Some(character))),
            _ => (None, None),
        };
        let character = if len.is_some() { character } else { Some(first) };
        let len = len.unwrap_or(first.len_utf8());
        let spaces = len - character.map_or(0, char::len_utf8);
        let is_mark = character == Some('"') && !is_escaped;
        is_escaped = is_in_string && character == Some('\\') && !is_escaped;
        if is_in_string {
            // What is removed from a string is after it.
            removed += spaces;
        } else {
            json.extend(std::iter::repeat_n(' ', spaces));
        }
        json.extend(character);
        if is_mark || matches!(character, Some('\n')) {
            is_in_string = is_mark && !is_in_string;
            if !is_in_string {
                json.extend(std::iter::repeat_n(' ', std::mem::take(&mut removed)));
            }
        }
        rest = &rest[len..];
    }
    json.extend(std::iter::repeat_n(' ', removed));
    json
}

/// Returns the length of the tag at the start of a text.
fn tag(text: &str) -> Option<usize> {
    const MAX: usize = 1000;
    let inner = text.strip_prefix('<')?;
    let is_tag = inner.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '!'));
    let end = inner.bytes().take(MAX).position(|byte| matches!(byte, b'>' | b'<'))?;
    (is_tag && inner.as_bytes()[end] == b'>').then_some(end + 2)
}

/// Returns the length of the reference at the start of a text, and its character.
fn reference(text: &str) -> Option<(usize, char)> {
    REFERENCES
        .iter()
        .find(|(reference, _)| text.starts_with(reference))
        .map(|(text, character)| (text.len(), *character))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn json_in_html_is_json_without_tags_and_references() {
        for (html, expected) in [
            ("<pre class=\"x\">{\n&nbsp;&quot;a&quot;: 1}</pre>", r#"{"a": 1}"#),
            ("{&#34;a&#34;: &quot;b &amp; &lt;c&gt; \\&quot;&quot;}", r#"{"a": "b & <c> \""}"#),
            ("<code><span>[</span>\"<b>a</b>\"<br/>]</code>", r#"["a"]"#),
            ("<p>{}</p>\n", "{}"),
        ] {
            let (_, json) = read(html).unwrap();
            assert_eq!(json.len(), html.len());
            let value: serde_json::Value = serde_json::from_str(&json).unwrap();
            assert_eq!(value, serde_json::from_str::<serde_json::Value>(expected).unwrap());
        }
        for text in [
            "",
            "{\"a\": 1}",
            "<html><p>Sign in",
            "<a>{b}</a>",
            "<p>&quot;",
            "&quot;a&quot;",
            "{&amp;",
            "<a",
            "<1>{}",
            "[<html>]",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
