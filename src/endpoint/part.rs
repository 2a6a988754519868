//! Checks of single parts, and the parts that are not secret: the media type and the languages.

use super::error::{PartError, PartErrorReason, RequestPart};
use super::session::made_of_text;
use std::fmt;
use std::str::FromStr;

/// Checks an id that is to be a path segment.
pub(super) fn path_segment(part: RequestPart, text: &str) -> Result<(), PartError> {
    match text {
        "" => Err(PartError::new(part, PartErrorReason::Empty)),
        "." | ".." => Err(PartError::new(part, PartErrorReason::DotSegment)),
        _ => Ok(()),
    }
}

/// Checks a string that is to be the value of a header, or a part of one: printable ASCII without leading or trailing
/// spaces, which a receiver would remove.
pub(super) fn header_text(part: RequestPart, text: &str) -> Result<(), PartError> {
    let last = text.len().saturating_sub(1);
    let is_invalid =
        |(at, byte): &(usize, u8)| !matches!(byte, b' '..=b'~') || *byte == b' ' && (*at == 0 || *at == last);
    match text.bytes().enumerate().find(is_invalid) {
        _ if text.is_empty() => Err(PartError::new(part, PartErrorReason::Empty)),
        Some((offset, _)) => Err(PartError::new(part, PartErrorReason::InvalidCharacter { offset })),
        None => Ok(()),
    }
}

/// The media type of a request's body, compared case-insensitively and without parameters (our choice).
///
/// ```
/// use icws_schema::endpoint::MediaType;
///
/// assert_eq!("Application/JSON; charset=utf-8".parse(), Ok(MediaType::Json));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaType {
    /// `application/vnd.inin.icws+JSON`.
    Icws,
    /// `application/json`, which servers accept too (observed).
    Json,
}

/// Parses the value of a `Content-Type` header. Any media type other than these two is an error.
impl FromStr for MediaType {
    type Err = PartError;

    fn from_str(header: &str) -> Result<Self, PartError> {
        let essence = header.split(';').next().unwrap_or_default().trim_matches([' ', '\t']);
        let is = |name: &str| essence.eq_ignore_ascii_case(name);
        if is("application/vnd.inin.icws+json") {
            Ok(Self::Icws)
        } else if is("application/json") {
            Ok(Self::Json)
        } else {
            Err(PartError::new(RequestPart::MediaType, PartErrorReason::UnknownMediaType))
        }
    }
}

/// The languages in which a client wants messages: the header `Accept-Language` (RFC 9110, 12.5.4). Any valid value of a
/// header is accepted; whether it names languages is not checked (our choice).
///
/// ```
/// use icws_schema::endpoint::AcceptLanguage;
///
/// assert_eq!(AcceptLanguage::new("de, en;q=0.5")?.as_str(), "de, en;q=0.5");
/// # Ok::<(), icws_schema::endpoint::PartError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AcceptLanguage(Box<str>);

impl AcceptLanguage {
    /// Creates the value of the header.
    ///
    /// # Errors
    ///
    /// Returns an error if the string is empty, or contains a character that is not allowed in the value of a header: a
    /// control character, one that is not ASCII, or a space at the beginning or at the end.
    ///
    /// ```
    /// use icws_schema::endpoint::AcceptLanguage;
    ///
    /// assert!(AcceptLanguage::new("en-us").is_ok());
    /// assert!(AcceptLanguage::new("en\r\n").is_err());
    /// ```
    pub fn new(text: impl Into<String>) -> Result<Self, PartError> {
        let text = text.into();
        header_text(RequestPart::AcceptLanguage, &text)?;
        Ok(Self(text.into_boxed_str()))
    }

    /// Returns the value of the header.
    ///
    /// ```
    /// use icws_schema::endpoint::AcceptLanguage;
    ///
    /// assert_eq!(AcceptLanguage::new("en-us")?.as_str(), "en-us");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for AcceptLanguage {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AcceptLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

made_of_text!(AcceptLanguage);
