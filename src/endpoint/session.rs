//! Sessions and users: ids, token and cookie, checked when they are created.

use super::error::{PartError, PartErrorReason, RequestPart};
use super::part::{header_text, path_segment};
use super::secret::Secret;
use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Generates a secret type: its constructor, its getter, and the impls that hide it.
macro_rules! secret {
    ($(#[doc = $doc:literal])+ $Type:ident, $check:expr, $good:literal, $bad:literal, $(#[doc = $errors:literal])+) => {
        $(#[doc = $doc])+
        ///
        /// It is a secret: `Debug`, `Display` and `Serialize` write `***`.
        ///
        /// ```
        #[doc = concat!("use icws_schema::endpoint::", stringify!($Type), ";")]
        ///
        #[doc = concat!("let secret = ", stringify!($Type), "::new(\"", $good, "\")?;")]
        /// assert_eq!(format!("{secret:?} {secret}"), "*** ***");
        #[doc = concat!("assert_eq!(secret.expose(), \"", $good, "\");")]
        /// # Ok::<(), icws_schema::endpoint::PartError>(())
        /// ```
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $Type(Secret);

        impl $Type {
            #[doc = concat!("Creates a `", stringify!($Type), "`.")]
            ///
            /// # Errors
            ///
            $(#[doc = $errors])+
            ///
            /// ```
            #[doc = concat!("use icws_schema::endpoint::", stringify!($Type), ";")]
            ///
            #[doc = concat!("assert!(", stringify!($Type), "::new(\"", $bad, "\").is_err());")]
            /// ```
            pub fn new(text: impl Into<String>) -> Result<Self, PartError> {
                let text = text.into();
                $check(&text)?;
                Ok(Self(Secret::new(text)))
            }

            /// Returns the secret.
            ///
            /// ```
            #[doc = concat!("use icws_schema::endpoint::", stringify!($Type), ";")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($Type), "::new(\"", $good, "\")?.expose(), \"", $good, "\");")]
            /// # Ok::<(), icws_schema::endpoint::PartError>(())
            /// ```
            #[must_use]
            pub fn expose(&self) -> &str {
                self.0.expose()
            }
        }

        impl fmt::Debug for $Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl fmt::Display for $Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        made_of_text!($Type);
    };
}

/// Generates the conversions from strings.
macro_rules! made_of_text {
    ($Type:ident) => {
        impl FromStr for $Type {
            type Err = PartError;

            fn from_str(text: &str) -> Result<Self, PartError> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $Type {
            type Error = PartError;

            fn try_from(text: &str) -> Result<Self, PartError> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $Type {
            type Error = PartError;

            fn try_from(text: String) -> Result<Self, PartError> {
                Self::new(text)
            }
        }
    };
}
pub(super) use made_of_text;

secret! {
    /// The id of a session: `sessionId` in the path (documented), where it is percent-encoded. Any string except `""`, `.`
    /// and `..` (our choice).
    SessionId, |text: &str| path_segment(RequestPart::SessionId, text), "1984", "..",
    /// Returns an error if it is `""`, `.` or `..`, which cannot be a path segment of a URL.
}

secret! {
    /// The token of a session: the header `ININ-ICWS-CSRF-Token` (documented). Printable ASCII without leading or trailing
    /// spaces (our choice).
    CsrfToken, |text: &str| header_text(RequestPart::CsrfToken, text), "WAhtYWRtaW4", "a\\r\\nb",
    /// Returns an error if the string is empty, or contains a character that is not allowed in the value of a header: a
    /// control character, one that is not ASCII, or a space at the beginning or at the end.
}

secret! {
    /// The cookie of a session, as in the header `Cookie` (documented): a name, `=` and a value. The form
    /// `icws_<sessionId>=<guid>` has been observed; any name is accepted (our choice).
    SessionCookie, cookie, "icws_1984=6d1c", "icws_1984=6d1c; other=1",
    /// Returns an error if the string does not consist of a name, `=` and a value, or contains a character that is not
    /// allowed in a cookie: a control character, one that is not ASCII, a semicolon, or a space at the beginning or at
    /// the end.
}

fn cookie(text: &str) -> Result<(), PartError> {
    let error = |reason| Err(PartError::new(RequestPart::SessionCookie, reason));
    header_text(RequestPart::SessionCookie, text)?;
    match (text.find(';'), text.find('=')) {
        (Some(offset), _) => error(PartErrorReason::InvalidCharacter { offset }),
        (None, None | Some(0)) => error(PartErrorReason::NotNameAndValue),
        (None, Some(_)) => Ok(()),
    }
}

impl SessionCookie {
    /// Creates a cookie from the value of a `Set-Cookie` header; the attributes after the cookie are ignored.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`new`](Self::new).
    ///
    /// ```
    /// use icws_schema::endpoint::SessionCookie;
    ///
    /// let cookie = SessionCookie::from_set_cookie("icws_1984=6d1c; path=/icws/1984; HttpOnly")?;
    /// assert_eq!(cookie.expose(), "icws_1984=6d1c");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    pub fn from_set_cookie(header: &str) -> Result<Self, PartError> {
        let cookie = header.split(';').next().unwrap_or_default();
        Self::new(cookie.trim_matches([' ', '\t']))
    }

    /// Returns whether the name of the cookie is `icws_<sessionId>`, as servers name the cookie of a session (observed).
    ///
    /// ```
    /// use icws_schema::endpoint::{SessionCookie, SessionId};
    ///
    /// assert!(SessionCookie::new("icws_1984=6d1c")?.is_named_after(&SessionId::new("1984")?));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn is_named_after(&self, session: &SessionId) -> bool {
        let name = self.expose().split('=').next().and_then(|name| name.strip_prefix("icws_"));
        name == Some(session.expose())
    }
}

/// The id of a user: `id` in the path (documented), where it is percent-encoded. Any string except `""`, `.` and `..`.
///
/// ```
/// use icws_schema::endpoint::UserId;
///
/// assert_eq!(UserId::new("sales/jane doe")?.as_str(), "sales/jane doe");
/// # Ok::<(), icws_schema::endpoint::PartError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UserId(Box<str>);

impl UserId {
    /// Creates a user id.
    ///
    /// # Errors
    ///
    /// Returns an error if it is `""`, `.` or `..`: clients that follow the WHATWG rules for URLs remove such path
    /// segments, percent-encoded or not.
    ///
    /// ```
    /// use icws_schema::endpoint::UserId;
    ///
    /// assert!(UserId::new("a%2Fb").is_ok());
    /// assert!(UserId::new("..").is_err());
    /// ```
    pub fn new(text: impl Into<String>) -> Result<Self, PartError> {
        let text = text.into();
        path_segment(RequestPart::UserId, &text)?;
        Ok(Self(text.into_boxed_str()))
    }

    /// Returns the id, without percent-encoding.
    ///
    /// ```
    /// use icws_schema::endpoint::UserId;
    ///
    /// assert_eq!(UserId::new("jane doe")?.as_str(), "jane doe");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for UserId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for UserId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for UserId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

made_of_text!(UserId);

/// A session: the id, the token and the cookie that a client has after it logged on, and sends with each request.
///
/// ```
/// use icws_schema::endpoint::{CsrfToken, Session, SessionCookie, SessionId};
///
/// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?)
///     .with_cookie(SessionCookie::new("icws_1984=6d1c")?);
/// assert_eq!(format!("{session:?}"), "Session { id: ***, token: ***, cookie: Some(***) }");
/// # Ok::<(), icws_schema::endpoint::PartError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Session {
    id: SessionId,
    token: CsrfToken,
    cookie: Option<SessionCookie>,
}

impl Session {
    /// Creates a session without a cookie: for clients whose HTTP library keeps cookies.
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// assert_eq!(session.cookie(), None);
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn new(id: SessionId, token: CsrfToken) -> Self {
        Self { id, token, cookie: None }
    }

    /// Sets the cookie, which every request needs (documented).
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionCookie, SessionId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// assert!(session.with_cookie(SessionCookie::new("icws_1984=6d1c")?).cookie().is_some());
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn with_cookie(self, cookie: SessionCookie) -> Self {
        Self { cookie: Some(cookie), ..self }
    }

    /// Returns the id of the session.
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// assert_eq!(session.id().expose(), "1984");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn id(&self) -> &SessionId {
        &self.id
    }

    /// Returns the token of the session.
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// assert_eq!(session.token().expose(), "WAhtYWRtaW4");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn token(&self) -> &CsrfToken {
        &self.token
    }

    /// Returns the cookie of the session, if it is set.
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionCookie, SessionId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?)
    ///     .with_cookie(SessionCookie::new("icws_1984=6d1c")?);
    /// assert_eq!(session.cookie().map(SessionCookie::expose), Some("icws_1984=6d1c"));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn cookie(&self) -> Option<&SessionCookie> {
        self.cookie.as_ref()
    }
}
