//! Numbers as other languages write them.

use super::mender::Mender;
use crate::json::diagnosis::ExpectedToken;
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;
use crate::json::words::is_word;

/// Reads a number whose first character was peeked: with a plus sign, leading zeros, or without digits before or after its
/// decimal point.
pub(super) fn mend(mender: &mut Mender<'_>) -> Option<()> {
    let start = mender.lexer.at();
    let mut strict = mender.lexer.clone();
    if !matches!(mender.text.as_bytes()[start], b'+' | b'.') && strict.number().is_ok() {
        // An error is in what follows it.
        mender.lexer = strict;
        return Some(());
    }
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
    let end = start + rest.len() - after.len();
    let is_number = !integer.is_empty() || fraction.is_some_and(|fraction| !fraction.is_empty());
    // A number that the input ends in may go on.
    if !is_number
        || after.is_empty()
        || after.starts_with(|next: char| is_word(next) || matches!(next, '.' | '+' | '-' | ':' | '/'))
    {
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
            mender.unexpected(end, ExpectedToken::Digit);
        }
    }
    mender.edit(Span { at: start, len: end - start }, json);
    mender.lexer.skip_bytes(end - start);
    Some(())
}

/// Returns the digits at the beginning, and the rest.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(text.len()))
}
