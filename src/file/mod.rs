//! Rule files and directory files: what is wrong with one, as data.
//!
//! A file is loaded as a whole or not at all: [`LoadError`] has every problem of the file, each [`LoadProblem`] with
//! its kind, what was expected, what was found, the location and, if one can be guessed, what was meant. Messages are
//! made of these data, so that they can be given in another language.

mod encoding;
mod error;
mod expected;
mod found;
pub(crate) mod object;
mod problem;
#[cfg(feature = "rules")]
pub(crate) mod stream;

pub use crate::vocabulary::ValueType;
pub use error::LoadError;
pub use expected::{FileObject, LoadExpected, NameList, TypeList};
pub use found::LoadFound;
pub use problem::{LoadProblem, LoadProblemKind};

use std::borrow::Cow;

/// Returns the text of a file.
///
/// # Errors
///
/// If the bytes are neither UTF-8 nor UTF-16 with a byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, LoadError> {
    encoding::decode(bytes)
        .map_err(|syntax| LoadError::new(vec![syntax.into()], Some(&String::from_utf8_lossy(&bytes[..syntax.at]))))
}
