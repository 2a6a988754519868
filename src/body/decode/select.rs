//! Decoding of a body that can have one of several types.

use super::context::DecodeContext;
use super::parse::Decode;
use crate::json::lexer::{LexError, Lexer};

/// Visits the members of an object before it is decoded: each name, with a lexer at its value. Ends at a syntax error, and
/// at once if the input is not an object.
pub(crate) fn peek_members<'a>(tokens: &Lexer<'a>, look: impl FnMut(&str, Lexer<'a>)) {
    let _ = look_at_members(tokens.clone(), look);
}

fn look_at_members<'a>(mut tokens: Lexer<'a>, mut look: impl FnMut(&str, Lexer<'a>)) -> Result<(), LexError> {
    if tokens.peek() != b'{' {
        return Ok(());
    }
    tokens.enter()?;
    let mut first = true;
    while tokens.next_key(std::mem::take(&mut first))? {
        let name = tokens.string()?;
        tokens.colon()?;
        look(&name, tokens.clone());
        tokens.skip()?;
    }
    Ok(())
}

/// Decodes a body as one of its types, and keeps what could be decoded before a syntax error.
pub(crate) fn decode_as<T: Decode, B: From<T>, const KEEP: bool>(
    body: &mut B,
    tokens: &mut Lexer<'_>,
    cx: &mut DecodeContext,
) -> Result<(), LexError> {
    cx.set_root(T::DESCRIPTOR);
    let mut value = T::default();
    let result = value.decode_json::<KEEP>(tokens, cx);
    *body = value.into();
    result
}
