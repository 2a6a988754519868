//! Errors of a part of a request: its name and the reason, never its text.

use super::headers::MEDIA_TYPE;
use std::fmt;

/// The name of a part of a request.
///
/// ```
/// use icws_schema::endpoint::RequestPart;
///
/// assert_eq!(RequestPart::CsrfToken.to_string(), "header ININ-ICWS-CSRF-Token");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RequestPart {
    /// The id of the session in the path, `sessionId` (documented).
    SessionId,
    /// The id of the user in the path, `id` (documented).
    UserId,
    /// The header `ININ-ICWS-CSRF-Token` (documented).
    CsrfToken,
    /// The session cookie in the header `Cookie` (documented).
    SessionCookie,
    /// The media type of the body in the header `Content-Type`.
    MediaType,
    /// The header `Accept-Language`.
    AcceptLanguage,
}

impl fmt::Display for RequestPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::SessionId => "session id",
            Self::UserId => "user id",
            Self::CsrfToken => "header ININ-ICWS-CSRF-Token",
            Self::SessionCookie => "session cookie",
            Self::MediaType => "header Content-Type",
            Self::AcceptLanguage => "header Accept-Language",
        })
    }
}

/// The reason why a part of a request is invalid. It may have an offset, never text of the part.
///
/// ```
/// use icws_schema::endpoint::{CsrfToken, PartErrorReason};
///
/// let error = CsrfToken::new("a\r\nX-Other: b").unwrap_err();
/// assert_eq!(error.reason(), PartErrorReason::InvalidCharacter { offset: 1 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartErrorReason {
    /// The part is missing.
    Missing,
    /// The header occurs more than once, with different values.
    Duplicate,
    /// The part is present and empty.
    Empty,
    /// An id is `.` or `..`, which clients that follow the WHATWG rules for URLs remove from a path.
    DotSegment,
    /// A character is not allowed in the value of a header or in a cookie: a control character, a character that is not
    /// ASCII, a space at the beginning or at the end, or, in a cookie, a semicolon.
    InvalidCharacter {
        /// The byte offset of the character, from 0.
        offset: usize,
    },
    /// A cookie does not consist of a name, `=` and a value.
    NotNameAndValue,
    /// `%` is not followed by two hexadecimal digits.
    InvalidEscape {
        /// The byte offset of `%` in the path segment, from 0.
        offset: usize,
    },
    /// A path segment is not UTF-8 after decoding.
    NotUtf8,
    /// The media type is neither [`MEDIA_TYPE`] nor `application/json`.
    UnknownMediaType,
}

/// The error for a part of a request: which part is missing or invalid, and why. It never contains text of the part.
///
/// ```
/// use icws_schema::endpoint::{PartErrorReason, RequestPart, UserId};
///
/// let error = UserId::new("..").unwrap_err();
/// assert_eq!((error.part(), error.reason()), (RequestPart::UserId, PartErrorReason::DotSegment));
/// assert_eq!(error.to_string(), "user id: expected an id that can be a path segment, found `.` or `..`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartError {
    part: RequestPart,
    reason: PartErrorReason,
}

impl PartError {
    pub(super) const fn new(part: RequestPart, reason: PartErrorReason) -> Self {
        Self { part, reason }
    }

    /// Returns the part.
    ///
    /// ```
    /// use icws_schema::endpoint::{RequestPart, SessionId};
    ///
    /// assert_eq!(SessionId::new("").unwrap_err().part(), RequestPart::SessionId);
    /// ```
    #[must_use]
    pub const fn part(&self) -> RequestPart {
        self.part
    }

    /// Returns the reason.
    ///
    /// ```
    /// use icws_schema::endpoint::{PartErrorReason, SessionId};
    ///
    /// assert_eq!(SessionId::new("").unwrap_err().reason(), PartErrorReason::Empty);
    /// ```
    #[must_use]
    pub const fn reason(&self) -> PartErrorReason {
        self.reason
    }

    /// Returns whether the part is missing.
    ///
    /// ```
    /// use icws_schema::endpoint::{ReceivedRequest, SessionId};
    ///
    /// let received = ReceivedRequest::from_parts("PUT", "/icws/1/configuration/users/jane/client", [("", ""); 0], "{}");
    /// assert!(received.token().unwrap_err().is_missing());
    /// assert!(!SessionId::new("").unwrap_err().is_missing());
    /// ```
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        matches!(self.reason, PartErrorReason::Missing)
    }
}

impl fmt::Display for PartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.part)?;
        match self.reason {
            PartErrorReason::Missing => f.write_str("missing"),
            PartErrorReason::Duplicate => f.write_str("duplicate"),
            PartErrorReason::Empty => f.write_str("empty"),
            PartErrorReason::DotSegment => f.write_str("expected an id that can be a path segment, found `.` or `..`"),
            PartErrorReason::InvalidCharacter { offset } => write!(f, "byte {offset}: invalid character"),
            PartErrorReason::NotNameAndValue => f.write_str("expected a name, `=` and a value"),
            PartErrorReason::InvalidEscape { offset } => {
                write!(f, "byte {offset}: expected two hexadecimal digits after `%`")
            }
            PartErrorReason::NotUtf8 => f.write_str("invalid UTF-8"),
            PartErrorReason::UnknownMediaType => write!(f, "expected {MEDIA_TYPE} or application/json"),
        }
    }
}

impl std::error::Error for PartError {}
