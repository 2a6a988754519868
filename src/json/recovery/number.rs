//! Numbers as other languages write them.

use super::bare;
use super::mender::Mender;
use crate::json::diagnosis::{ExpectedToken, token_at};
use crate::json::lex_error::LocatedError;
use crate::json::lexer::Lexer;
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;

/// Reads a number whose first character was peeked: with a plus sign, leading zeros, or without digits before or after its
/// decimal point. If it is not one, its value is not known.
pub(super) fn mend(mender: &mut Mender<'_>) -> Option<()> {
    let start = mender.lexer.at();
    let error = match strict(mender.text, start) {
        Ok(len) => {
            after_number(mender, len);
            return Some(());
        }
        Err(error) => error,
    };
    if corrected(mender, start).is_some() {
        return Some(());
    }
    let len = bare::length(mender.rest()).filter(|_| mender.after_value().is_some())?;
    mender.errors(vec![error]);
    mender.unknown(len);
    Some(())
}

/// Returns the length of a number of JSON at an offset, or what is wrong with it.
fn strict(text: &str, start: usize) -> Result<usize, LocatedError> {
    let rest = &text[start..];
    if rest.starts_with(['+', '.']) {
        return Err(token_at(text, start, ExpectedToken::Value));
    }
    let is_in_number = |(offset, character): (usize, char)| match character {
        '0'..='9' | '.' | 'e' | 'E' => true,
        '+' | '-' => offset == 0 || rest[..offset].ends_with(['e', 'E']),
        _ => false,
    };
    let len = rest.char_indices().take_while(|next| is_in_number(*next)).count();
    // The diagnosis of an error has only the number to look at.
    let mut lexer = Lexer::new(&rest[..len]);
    match lexer.number().map_err(|error| *error) {
        Ok(_) => Ok(lexer.at()),
        Err(LocatedError { span, error: SyntaxError::LeadingZero }) => {
            Err(LocatedError { span: Span { at: start + span.at, ..span }, error: SyntaxError::LeadingZero })
        }
        Err(LocatedError { span, .. }) => Err(token_at(text, start + span.at, ExpectedToken::Digit)),
    }
}

/// Steps over a number of a length, or over the longer value that begins like one.
fn after_number(mender: &mut Mender<'_>, len: usize) {
    let mut after = mender.lexer.clone();
    after.skip_bytes(len);
    let (start, end) = (mender.lexer.at(), after.at());
    let byte = after.peek();
    let is_spaced = after.at() > end;
    let is_in_object = mender.after_value() == Some(ExpectedToken::CommaOrBrace);
    let separated = if is_in_object { bare::separated(&mender.text[end..]) } else { 0 };
    if separated > 0 {
        mender.unexpected(end + 1, ExpectedToken::Key);
        mender.unknown(end + separated - start);
        return;
    }
    let is_next_item = is_spaced && !is_in_object && is_number_at(&mender.text[after.at()..]);
    let is_end = matches!(byte, b',' | b'}' | b']' | 0) || is_next_item;
    let expected = mender.after_value().filter(|_| !is_end);
    let bare = expected.and_then(|expected| Some((expected, bare::length(&mender.text[start..])?)));
    match bare.filter(|(_, len)| *len > end - start) {
        Some((expected, len)) => {
            mender.unexpected(after.at(), expected);
            mender.unknown(len);
        }
        // What is after it is what is wrong, if anything is.
        None => mender.lexer.skip_bytes(end - start),
    }
}

/// Corrects a number, if it is one up to its end.
fn corrected(mender: &mut Mender<'_>, start: usize) -> Option<()> {
    let rest = &mender.text[start..];
    let (sign, unsigned) = match rest.as_bytes()[0] {
        b'+' => ("", &rest[1..]),
        b'-' => ("-", &rest[1..]),
        _ => ("", rest),
    };
    let first = start + rest.len() - unsigned.len();
    let (integer, after) = digits(unsigned);
    let (fraction, after) = match after.strip_prefix('.') {
        Some(after) => {
            let (fraction, after) = digits(after);
            (Some(fraction), after)
        }
        None => (None, after),
    };
    let digits_end = start + rest.len() - after.len();
    let (exponent, after) = exponent(after);
    let end = start + rest.len() - after.len();
    let is_number = !integer.is_empty() || fraction.is_some_and(|fraction| !fraction.is_empty());
    let next = after.trim_start_matches([' ', '\t']);
    let is_spaced_item =
        next.len() < after.len() && mender.after_value() == Some(ExpectedToken::CommaOrBracket) && is_number_at(next);
    // A number that the input ends in may go on.
    if !is_number || !(next.starts_with([',', ';', '}', ']', '/', '#', '\n', '\r']) || is_spaced_item) {
        return None;
    }
    if rest.starts_with('+') {
        mender.unexpected(start, ExpectedToken::Value);
    }
    let significant = integer.trim_start_matches('0');
    let mut json = sign.to_owned();
    json.push_str(if significant.is_empty() { "0" } else { significant });
    if integer.is_empty() && !rest.starts_with('+') {
        mender.unexpected(first, if sign.is_empty() { ExpectedToken::Value } else { ExpectedToken::Digit });
    } else if integer.len() > 1 && integer.starts_with('0') {
        mender.error(Span { at: first, len: 1 }, SyntaxError::LeadingZero);
    }
    if let Some(fraction) = fraction {
        json.push('.');
        json.push_str(if fraction.is_empty() { "0" } else { fraction });
        if fraction.is_empty() {
            mender.unexpected(digits_end, ExpectedToken::Digit);
        }
    }
    json.push_str(exponent);
    mender.put(end - start, json);
    Some(())
}

fn is_number_at(text: &str) -> bool {
    text.starts_with(|first: char| matches!(first, '+' | '-' | '.' | '0'..='9'))
}

/// Returns the exponent at the beginning, which may be empty, and the rest.
fn exponent(text: &str) -> (&str, &str) {
    let unsigned = text.strip_prefix(['e', 'E']).map(|after| after.strip_prefix(['+', '-']).unwrap_or(after));
    match unsigned.map(digits) {
        Some((exponent, after)) if !exponent.is_empty() => text.split_at(text.len() - after.len()),
        _ => ("", text),
    }
}

/// Returns the digits at the beginning, and the rest.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(text.len()))
}
