//! Detection of documents that are not JSON and do not begin with `<`, from their first line.

use super::syntax_error::UnexpectedToken;
use super::words::{LiteralWord, leading_word};

/// Names of HTTP header fields, in lower case; other names may be keys of YAML.
const HEADER_FIELDS: [&str; 8] = [
    "cache-control",
    "content-length",
    "content-type",
    "host",
    "set-cookie",
    "transfer-encoding",
    "user-agent",
    "www-authenticate",
];

/// Returns the start and the kind of a document that is not JSON, if its first word contains the unexpected token.
pub(super) fn of(text: &str, at: usize) -> Option<(usize, UnexpectedToken)> {
    let content = text.trim_start_matches(['\u{feff}', ' ', '\t', '\n', '\r']);
    let start = text.len() - content.len();
    let is_word = |read: &str| read.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase());
    if !text.get(start..at).is_none_or(is_word) {
        return None;
    }
    let line = content.lines().next()?.trim_end();
    if is_http_message(line) {
        Some((start, UnexpectedToken::HttpMessage))
    } else if is_yaml(line) {
        Some((start, UnexpectedToken::Yaml))
    } else {
        None
    }
}

/// Returns whether a line begins an HTTP message: a status line, a request line, or a header field.
fn is_http_message(line: &str) -> bool {
    let is_version = |word: &str| word.starts_with("HTTP/");
    let has_field = line
        .split_once(':')
        .is_some_and(|(name, _)| HEADER_FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name)));
    has_field || is_version(line) || line.rsplit_once(' ').is_some_and(|(_, last)| is_version(last))
}

/// Returns whether a line begins a YAML document: a marker, an item of a sequence, or a key without quotes.
fn is_yaml(line: &str) -> bool {
    let is_key = |key: &str| {
        LiteralWord::find(leading_word(key)).is_none()
            && key.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && key.chars().all(|character| character.is_alphanumeric() || matches!(character, '_' | '-' | '.'))
    };
    let has_key = line
        .split_once(':')
        .is_some_and(|(key, value)| is_key(key) && (value.is_empty() || value.starts_with([' ', '\t'])));
    has_key || line == "---" || line.starts_with("--- ") || line.starts_with("- ") || line.starts_with("%YAML ")
}
