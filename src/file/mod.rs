//! Rule files, directory files and case files: their problems, as data.
//!
//! A file is loaded as a whole or not at all: [`LoadError`] has every problem of the file, each [`LoadProblem`] with
//! its kind, what was expected, what was found, the location and, if there is one, a suggestion. Messages are derived
//! from these data, so they can be written in another language. An error serializes in the form of
//! `schemas/loadError.json`.

#[cfg(feature = "rules")]
pub(crate) mod entries;
mod error;
mod expected;
mod form;
mod found;
mod help;
pub(crate) mod object;
mod pattern_error;
mod problem;
mod rule_members;
mod serialize;
#[cfg(feature = "rules")]
pub(crate) mod stream;
pub(crate) mod synonyms;

pub use crate::vocabulary::{CaseTarget, ValueType};
pub use error::LoadError;
pub(crate) use error::place;
pub use expected::{FileObject, KnownNames, LoadExpected, TypeList};
pub use found::LoadFound;
#[cfg(feature = "rules")]
pub(crate) use help::{power_shell_members, singular, validators_of};
pub use pattern_error::PatternError;
pub(crate) use problem::INSIDE;
pub use problem::{LoadProblem, LoadProblemKind};
pub(crate) use serialize::VERSION as FORM_VERSION;

pub use crate::suggest::nearest as suggestion;

use crate::json::encoding::{self, OtherText};
use crate::json::recovery::recover;
use std::borrow::Cow;

/// Returns the text of a rule file, directory file or file of the current object: UTF-8, whose byte order mark is
/// skipped, or UTF-16 with a byte order mark (our choice).
///
/// ```
/// let bytes = b"\xff\xfe{\0}\0";
/// assert_eq!(icws_schema::file::decode(bytes)?, "{}");
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
///
/// # Errors
///
/// Returns an error if the bytes have another encoding, which is named if it is known.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, LoadError> {
    encoding::decode(bytes).map_err(|syntax| {
        let text = String::from_utf8_lossy(&bytes[..syntax.span.at]);
        LoadError::new(vec![syntax.into()], Some(&text))
    })
}

/// Returns the text of a file as far as it can be read: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark. A file in
/// such an encoding is not loaded, but all its problems are reported.
///
/// ```
/// use icws_schema::file::{decode, decode_for_report};
///
/// assert!(decode(b"\"\xfc\"").is_err());
/// assert_eq!(decode_for_report(b"\"\xfc\"").as_deref(), Some("\"\u{fc}\""));
/// assert_eq!(decode_for_report(b"{\0}\0").as_deref(), Some("{}"));
/// ```
#[must_use]
pub fn decode_for_report(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let other = || OtherText::of(bytes).map(|other| other.text.into());
    if encoding::is_wide(bytes) { other() } else { encoding::decode(bytes).ok().or_else(other) }
}

/// Loads a file of a kind. If it is not JSON but has one meaning only, everything else that is wrong with it is reported as well.
pub(crate) fn load<T>(
    file: &[u8],
    kind: FileObject,
    load: impl Fn(&str) -> Result<T, LoadError>,
) -> Result<T, LoadError> {
    load_with_warnings(file, kind, load, |_| &[])
}

/// Loads a file as [`load`] does; `warnings` returns those of a file that can be used.
pub(crate) fn load_with_warnings<T>(
    file: &[u8],
    kind: FileObject,
    load: impl Fn(&str) -> Result<T, LoadError>,
    warnings: impl Fn(&T) -> &[LoadProblem],
) -> Result<T, LoadError> {
    let error = match decode(file) {
        Ok(text) => {
            return load_text(&text, load, warnings).map_err(|error| form::explain(error, kind, &text));
        }
        Err(error) => error,
    };
    let Some(other) = OtherText::of(file) else { return Err(error) };
    let (mut problems, warnings) = match load_text(&other.text, load, &warnings) {
        Err(error) => error.into_parts(),
        Ok(loaded) => (Vec::new(), warnings(&loaded).to_vec()),
    };
    problems.push(other.error.into());
    Err(LoadError::new(problems, Some(&other.text)).with_warnings(warnings))
}

fn load_text<T>(
    text: &str,
    load: impl Fn(&str) -> Result<T, LoadError>,
    warnings: impl Fn(&T) -> &[LoadProblem],
) -> Result<T, LoadError> {
    let error = match load(text) {
        Err(error) if error.iter().any(|problem| matches!(problem.kind(), LoadProblemKind::Syntax(_))) => error,
        loaded => return loaded,
    };
    let recovery = recover(text.as_bytes());
    let Some(copy) = &recovery.text else { return Err(error) };
    let mut problems: Vec<_> = recovery.errors.iter().copied().map(LoadProblem::from).collect();
    let last = problems.iter_mut().max_by_key(|problem| problem.at());
    if let Some(last) = last.filter(|_| recovery.made_up.is_cut()) {
        last.end_reading();
    }
    let (others, warnings) = match load(copy) {
        Err(error) => error.into_parts(),
        Ok(loaded) => (Vec::new(), warnings(&loaded).to_vec()),
    };
    let of_original = |problem: LoadProblem| problem.of_original(&recovery, text);
    let is_real = |problem: &LoadProblem| !problem.is_made_up(&recovery.made_up);
    problems.extend(others.into_iter().filter(is_real).map(of_original));
    let mut warnings: Vec<_> = warnings.into_iter().filter(is_real).map(of_original).collect();
    place(&mut warnings, Some(text));
    Err(LoadError::new(problems, Some(text)).with_warnings(warnings))
}
