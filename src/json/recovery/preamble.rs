//! What is before the JSON: the header of an HTTP message, a line of a log, a command.

use crate::json::lex_error::LocatedError;
use crate::json::lexer::Lexer;
use crate::json::syntax_error::{SyntaxError, UnexpectedToken};
use crate::json::words::leading_word;

/// Returns the error of an input that does not begin with JSON, and the offset of the JSON in it.
pub(super) fn of(text: &str) -> Option<(LocatedError, usize)> {
    let mut lexer = Lexer::new(text);
    let error = *lexer.skip().and_then(|()| lexer.end()).err()?;
    let SyntaxError::ExpectedValue(token) = error.error else { return None };
    if !text[..error.span.at].trim_start_matches('\u{feff}').trim().is_empty() {
        return None;
    }
    let at = match token {
        UnexpectedToken::HttpMessage => body(text)?,
        UnexpectedToken::Text | UnexpectedToken::UnknownWord => object(text)?,
        _ => return None,
    };
    Some((error, at))
}

/// Returns the offset of the body of an HTTP message.
fn body(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() && text[at..].trim_start().starts_with(['{', '[']) {
            return Some(at);
        }
    }
    None
}

/// Returns the offset of the first object at the start of a line, or else of the first one.
fn object(text: &str) -> Option<usize> {
    let is_object = |at: &usize| {
        let inner = text[at + 1..].trim_start();
        let word = leading_word(inner);
        let after = inner[word.len()..].trim_start();
        inner.starts_with(['"', '\'', '\u{201c}', '}']) || (!word.is_empty() && after.starts_with([':', '=']))
    };
    let is_first = |at: &usize| {
        let line = text[..*at].rsplit('\n').next().unwrap_or_default();
        line.trim().is_empty()
    };
    let objects = || text.match_indices('{').map(|(at, _)| at).filter(is_object);
    objects().find(is_first).or_else(|| objects().next())
}
