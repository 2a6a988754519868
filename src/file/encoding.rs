use crate::json::lexer::{LexError, SyntaxError};
use std::borrow::Cow;

/// Returns the text of a file: a byte order mark is skipped, and UTF-16 that begins with one is decoded.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, LexError> {
    let utf_16 = match bytes {
        [0xff, 0xfe, units @ ..] => utf_16(units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => utf_16(units, u16::from_be_bytes),
        _ => None,
    };
    if let Some(text) = utf_16 {
        return Ok(Cow::Owned(text));
    }
    let text = std::str::from_utf8(bytes);
    let text = text.map_err(|error| LexError { at: error.valid_up_to(), error: SyntaxError::Utf8 })?;
    Ok(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, []) = bytes.as_chunks() else { return None };
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()
}
