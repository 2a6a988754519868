//! What is before the JSON: the header of an HTTP message, a line of a log, a command, an e-mail.

use crate::json::call;
use crate::json::document;
use crate::json::lex_error::LocatedError;
use crate::json::lexer::Lexer;
use crate::json::span::Span;
use crate::json::syntax_error::{SyntaxError, UnexpectedToken};

/// Returns the error of an input that does not begin with JSON at an offset, before which there is nothing but comments,
/// and the offset of the JSON in it, if there is any.
pub(super) fn of(text: &str, start: usize) -> Option<(LocatedError, Option<usize>)> {
    let text = &text[start..];
    let mut lexer = Lexer::new(text);
    let LocatedError { span, error } = *lexer.skip().and_then(|()| lexer.end()).err()?;
    let SyntaxError::ExpectedValue(token) = error else { return None };
    if !text[..span.at].trim_start_matches('\u{feff}').trim().is_empty() {
        return None;
    }
    let at = match token {
        UnexpectedToken::HttpMessage => body(text),
        UnexpectedToken::Csv | UnexpectedToken::Settings => None,
        UnexpectedToken::Text => document::first_object(text),
        // What a call has as its only argument is read by itself.
        UnexpectedToken::Call if call::opening(text).is_some_and(|at| text[at..].starts_with(['{', '['])) => {
            return None;
        }
        UnexpectedToken::UnknownWord | UnexpectedToken::Call => Some(document::first_object(text)?),
        _ => return None,
    };
    Some((LocatedError { span: Span { at: start + span.at, ..span }, error }, at.map(|at| start + at)))
}

/// Returns the offset of the body of an HTTP message.
fn body(text: &str) -> Option<usize> {
    let (mut at, mut is_after_empty) = (0, false);
    for line in text.split_inclusive('\n') {
        if is_after_empty && line.trim_start().starts_with(['{', '[']) {
            return Some(at);
        }
        at += line.len();
        is_after_empty = line.trim().is_empty();
    }
    None
}
