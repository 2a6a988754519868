//! Going on past what is not JSON but has one meaning only: comments, trailing and missing commas, other quotation marks,
//! names without quotes, the words of Python and JavaScript for `true`, `false` and `null`, and the like.
//!
//! The lexer is strict, and remains so: what it rejects is corrected in a copy of the input, and the copy is parsed. What is
//! put in the place of something is padded to the same length; where it is longer, offsets in the copy are translated.
//!
//! [`Mender`] has the position and the edits. Each of the modules after it in this list uses those before it; values and
//! objects use each other.

mod copy;
mod offsets;
mod open;

mod mender;

mod between;
mod quoted;

mod ahead;
mod bare;

mod brackets;
mod members;
mod number;
mod value;

mod preamble;

mod outermost;

use super::csv_cell;
use super::encoding::OtherText;
use super::html;
use super::lexer::Lexer;
use super::syntax_error::{SyntaxError, UnexpectedToken};
pub(crate) use copy::{MadeUp, Recovery};
use mender::Mender;

/// Corrects an input up to where it has more than one meaning or none; what is after that is left out.
#[cold]
pub(crate) fn recover(input: &[u8]) -> Recovery {
    if let Some(decoded) = OtherText::of(input) {
        let mut recovery = recover_text(&decoded.text);
        recovery.text.get_or_insert_with(|| decoded.text.clone());
        recovery.errors.insert(0, decoded.error);
        recovery.decoded = Some(decoded);
        return recovery;
    }
    str::from_utf8(input).map_or_else(|_| Recovery::default(), recover_text)
}

fn recover_text(text: &str) -> Recovery {
    if let Some((error, json)) = csv_cell::read(text).or_else(|| html::read(text)) {
        let mut recovery = recover_text(&json);
        recovery.errors.insert(0, error);
        recovery.text.get_or_insert(json);
        return recovery;
    }
    let mut mender = Mender::new(text);
    if mender.document().is_some() {
        return mender.into_recovery();
    }
    let recovery = mender.clone().into_recovery();
    let mut strict = Lexer::new(recovery.text.as_deref().unwrap_or(text));
    if let Err(error) = strict.skip().and_then(|()| strict.end()) {
        if let SyntaxError::ExpectedValue(UnexpectedToken::Yaml | UnexpectedToken::Settings) = error.error {
            // What is before it are comments of the other format.
            mender.take_back_comments();
        }
        mender.error(recovery.original_span(error.span), recovery.original_error(error.error, text));
    }
    let (at, open, is_complete) = (mender.lexer.at(), mender.open(), mender.is_complete());
    mender.cut();
    let mut recovery = mender.into_recovery();
    if !is_complete {
        recovery.cut(before_number(text, at), &open);
    }
    recovery
}

/// Returns the start of a number at the end of a text, which may not be all of the number; else where reading has stopped.
fn before_number(text: &str, at: usize) -> usize {
    let is_of_number = |next: char| next.is_ascii_digit() || matches!(next, '-' | '+' | '.' | 'e' | 'E');
    if at < text.len() { at } else { text.trim_end_matches(is_of_number).len() }
}
