//! Rule files and directory files: what is wrong with one, as data.
//!
//! A file is loaded as a whole or not at all: [`LoadError`] has every problem of the file, each [`LoadProblem`] with its kind, what was
//! expected, what was found, the location and, if one can be guessed, what was meant. Messages are made of these data, so that they can be
//! given in another language.

mod error;
mod expected;
mod found;
mod problem;

pub use crate::vocabulary::ValueType;
pub use error::LoadError;
pub use expected::{FileObject, LoadExpected, NameList, TypeList};
pub use found::LoadFound;
pub use problem::{LoadProblem, LoadProblemKind};

use crate::json::lexer::{LexError, SyntaxError};
use std::borrow::Cow;

/// Returns the text of a file, without a byte order mark (our choice).
///
/// # Errors
///
/// If the bytes are not UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, LoadError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) => {
            let syntax = LexError { at: error.valid_up_to(), error: SyntaxError::Utf8 };
            Err(LoadError::new(vec![syntax.into()], Some(&String::from_utf8_lossy(bytes))))
        }
    }
}
