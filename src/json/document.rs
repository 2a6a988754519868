//! Detection of documents that are not JSON and do not begin with `<`, from their first lines.

use super::syntax_error::UnexpectedToken;
use super::words::{LiteralWord, leading_word, string_prefix};

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

/// Names of the header fields of an e-mail that a mail program shows, in lower case, in English, German and French.
const MAIL_FIELDS: [&str; 14] =
    ["from", "von", "de", "to", "an", "à", "cc", "subject", "betreff", "objet", "date", "datum", "sent", "gesendet"];

/// What may be between tokens, also in lines that are quoted in an e-mail.
const BETWEEN: [char; 5] = ['>', ' ', '\t', '\r', '\n'];

/// Returns the start and the kind of a document that is not JSON, if its first word contains the unexpected token.
pub(super) fn of(text: &str, at: usize) -> Option<(usize, UnexpectedToken)> {
    let content = without_comments(text);
    let start = text.len() - content.len();
    let is_word = |read: &str| read.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase());
    let read = text.get(start..at).unwrap_or_default();
    if is_word(read.trim_start_matches('[')) && is_settings(content) {
        return Some((start, UnexpectedToken::Settings));
    }
    if !is_word(read) {
        return None;
    }
    let line = content.lines().next()?.trim_end();
    if is_power_shell(text, content, line) {
        Some((start, UnexpectedToken::PowerShell))
    } else if is_http_message(line) {
        Some((start, UnexpectedToken::HttpMessage))
    } else if is_yaml(line) {
        // In YAML, only the outermost object is at the start of a line.
        let is_text = |at: usize| is_mail(line) || is_outermost(&content[..at]);
        Some((start, if object(content).is_some_and(is_text) { UnexpectedToken::Text } else { UnexpectedToken::Yaml }))
    } else {
        None
    }
}

/// Returns a text from its first line on that is not a comment of YAML, INI or TOML.
fn without_comments(text: &str) -> &str {
    let mut content = text.trim_start_matches(['\u{feff}', ' ', '\t', '\n', '\r']);
    while content.starts_with(['#', ';']) {
        let (_, after) = content.split_once('\n').unwrap_or_default();
        content = after.trim_start();
    }
    content
}

/// Returns whether a line begins an HTTP message: a status line, a request line, or a header field.
fn is_http_message(line: &str) -> bool {
    let is_version = |word: &str| word.starts_with("HTTP/");
    let has_field = line
        .split_once(':')
        .is_some_and(|(name, _)| HEADER_FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name)));
    has_field || is_version(line) || line.rsplit_once(' ').is_some_and(|(_, last)| is_version(last))
}

/// Returns whether PowerShell displays an object, as a list or as a table, or several of them, given the first line of the
/// content.
fn is_power_shell(text: &str, content: &str, line: &str) -> bool {
    let name = leading_word(line);
    let after = &line[name.len()..];
    if name.is_empty() || LiteralWord::find(name).is_some() || !after.starts_with(' ') {
        return false;
    }
    let is_list = after.trim_start().starts_with(": ");
    let is_rule = |line: &str| line.contains("- ") && line.bytes().all(|byte| matches!(byte, b'-' | b' '));
    // It has an empty line before and after it.
    let is_displayed = || text.trim_start_matches('\u{feff}').starts_with(['\n', '\r']) || content.contains("@{");
    (is_list && is_displayed()) || content.lines().nth(1).is_some_and(|line| is_rule(line.trim_end()))
}

/// Returns whether a line begins an e-mail.
fn is_mail(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, _)| MAIL_FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name)))
}

/// Returns whether a text is CSV: each of its first two lines has a separator, the second one as often as the first one.
pub(super) fn is_csv(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (Some(header), Some(row)) = (lines.next(), lines.next()) else { return false };
    let is_separator = |character: char| matches!(character, ',' | ';' | '\t');
    let count = |line: &str| line.matches(is_separator).count();
    let is_json = |line: &str| line.contains([':', '{', '[', '}', ']']);
    count(header) > 0 && count(row) >= count(header) && !is_json(header) && first_object(text).is_none()
}

/// Returns whether a text is INI or TOML, or has properties as Java does: its first two lines, apart from comments, are
/// the names of sections in brackets, or assignments.
fn is_settings(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', ';']));
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_alphabetic())
            && name.chars().all(|next| next.is_alphanumeric() || matches!(next, '_' | '-' | '.' | ' '))
            && LiteralWord::find(name).is_none()
    };
    let is_section = |line: &str| in_brackets(line).is_some_and(|name| is_name(in_brackets(name).unwrap_or(name)));
    // What programs assign may be an object or array.
    let is_assignment = |line: &str| {
        line.split_once('=').is_some_and(|(name, value)| {
            is_name(name.trim_end()) && !value.trim_start().starts_with(['{', '[', '(', '@', '\'', '=', '>'])
        })
    };
    let Some(first) = lines.next() else { return false };
    match lines.next() {
        Some(second) => (is_section(first) || is_assignment(first)) && (is_section(second) || is_assignment(second)),
        None => is_assignment(first),
    }
}

/// Returns what is between brackets at both ends.
fn in_brackets(text: &str) -> Option<&str> {
    text.strip_prefix('[')?.strip_suffix(']')
}

/// Returns the offset of the first object at the start of a line, or else of the first one, in a text that does not begin
/// with one.
pub(super) fn first_object(text: &str) -> Option<usize> {
    objects(text).find(|at| is_outermost(&text[..*at]) || is_assigned(&text[..*at])).or_else(|| objects(text).next())
}

/// Returns whether a line begins after what is before an object, or only the mark of a line that is quoted in an e-mail.
fn is_outermost(before: &str) -> bool {
    before.ends_with('\n') || before.trim_end_matches([' ', '\t']).ends_with('>')
}

/// Returns whether a program assigns, exports or returns an object, given what is before it.
fn is_assigned(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default().trim();
    let is_name = |next: char| next.is_alphanumeric() || matches!(next, '_' | '$' | '.' | ' ' | ':' | '<' | '>');
    line.strip_suffix('=').is_some_and(|name| !name.is_empty() && name.chars().all(is_name))
        || matches!(line, "export default" | "return")
}

/// Returns the offset of the first object at the start of a line after the first one, which may be quoted in an e-mail.
fn object(text: &str) -> Option<usize> {
    objects(text).find(|at| text[..*at].trim_end_matches(['>', ' ', '\t']).ends_with('\n'))
}

/// Returns the offsets of what looks like an object, or like an array of objects.
fn objects(text: &str) -> impl Iterator<Item = usize> {
    let is_object = |at: usize| {
        let inner = after_comments(&text[at + 1..]);
        let word = leading_word(inner);
        let after = inner[word.len()..].trim_start();
        inner.starts_with(['"', '\'', '\u{201c}', '}'])
            || is_escaped_quote(inner)
            || string_prefix(inner, 0).is_some()
            || (!word.is_empty() && after.starts_with([':', '=']))
    };
    let is_array = |at: usize| after_comments(&text[at + 1..]).starts_with('{');
    let brackets = text.match_indices(['{', '[']).map(|(at, _)| at);
    brackets.filter(move |at| if text[*at..].starts_with('{') { is_object(*at) } else { is_array(*at) })
}

/// Returns a text after the spaces and comments at its start, of which few are read.
fn after_comments(text: &str) -> &str {
    const MAX: usize = 8;
    let mut rest = text.trim_start_matches(BETWEEN);
    for _ in 0..MAX {
        let end = if rest.starts_with("//") {
            position(rest, b"\n")
        } else if rest.starts_with("/*") {
            position(rest, b"*/")
        } else {
            None
        };
        let Some(end) = end else { break };
        rest = rest[end..].trim_start_matches(BETWEEN);
    }
    rest
}

/// Returns the offset after what ends a comment near the start of a text.
fn position(text: &str, end: &[u8]) -> Option<usize> {
    const MAX: usize = 1000;
    let start = &text.as_bytes()[..text.len().min(MAX)];
    start.windows(end.len()).position(|bytes| bytes == end).map(|at| at + end.len())
}

/// Returns whether a quotation mark comes next that is escaped for a shell.
pub(super) fn is_escaped_quote(text: &str) -> bool {
    text.starts_with("\\\"") || text.starts_with("`\"")
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
