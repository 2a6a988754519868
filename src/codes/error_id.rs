use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// An error id that the vendor does not document, kept unchanged.
///
/// ```
/// use icws_schema::codes::ErrorId;
///
/// let ErrorId::Unknown(unknown) = ErrorId::from("error.request.other") else { unreachable!() };
/// assert_eq!(unknown.as_str(), "error.request.other");
/// ```
///
/// Only the conversions of [`ErrorId`] create one, so that it is never a documented id:
///
/// ```compile_fail,E0423
/// icws_schema::codes::ErrorId::Unknown(icws_schema::codes::UnknownErrorId("error.request.timeout".into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownErrorId(Box<str>);

impl UnknownErrorId {
    /// Returns the id as it is on the wire.
    ///
    /// ```
    /// use icws_schema::codes::ErrorId;
    ///
    /// assert!(matches!(ErrorId::from("other"), ErrorId::Unknown(unknown) if unknown.as_str() == "other"));
    /// ```
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownErrorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Generates the error ids from a table. A row is an id, its variant, the HTTP status under which the vendor documents it, the feature version
/// that introduced it, and its message.
macro_rules! error_ids {
    ($($id:literal, $Variant:ident, $status:literal $(, since $since:literal)?, $message:literal;)+) => {
        /// The identifier of an error (`errorId`), a string on the wire.
        ///
        /// ```
        /// use icws_schema::codes::ErrorId;
        ///
        /// let id = ErrorId::from("error.request.timeout");
        /// assert_eq!(id, ErrorId::Timeout);
        /// assert_eq!((id.status(), id.message()), (Some(500), Some("The request timed out.")));
        /// assert_eq!(ErrorId::from("error.request.other").as_str(), "error.request.other");
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorId {
            $(
                #[doc = concat!("`", $id, "`, status ", stringify!($status), ": ", $message)]
                $(
                    ///
                    #[doc = concat!("Since feature version ", $since, " of `configuration`.")]
                )?
                $Variant,
            )+
            /// An id that the vendor does not document.
            Unknown(UnknownErrorId),
        }

        impl ErrorId {
            /// Every documented id, in the order of the vendor's documentation.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// Returns the id as it is on the wire.
            ///
            /// ```
            /// use icws_schema::codes::ErrorId;
            ///
            /// assert_eq!(ErrorId::Timeout.as_str(), "error.request.timeout");
            /// ```
            #[must_use]
            pub const fn as_str(&self) -> &str {
                match self {
                    $(Self::$Variant => $id,)+
                    Self::Unknown(id) => id.as_str(),
                }
            }

            /// Returns the vendor's message; `None` for an unknown id.
            ///
            /// ```
            /// use icws_schema::codes::ErrorId;
            ///
            /// assert_eq!(ErrorId::Timeout.message(), Some("The request timed out."));
            /// ```
            #[must_use]
            pub const fn message(&self) -> Option<&'static str> {
                match self {
                    $(Self::$Variant => Some($message),)+
                    Self::Unknown(_) => None,
                }
            }

            /// Returns the HTTP status under which the vendor documents the id; `None` for an unknown id.
            ///
            /// ```
            /// use icws_schema::codes::ErrorId;
            ///
            /// assert_eq!(ErrorId::Malformed.status(), Some(400));
            /// ```
            #[must_use]
            pub const fn status(&self) -> Option<u16> {
                match self {
                    $(Self::$Variant => Some($status),)+
                    Self::Unknown(_) => None,
                }
            }

            /// Returns the feature version of `configuration` that introduced the id, if the vendor documents one.
            ///
            /// ```
            /// use icws_schema::codes::ErrorId;
            ///
            /// assert_eq!(ErrorId::Timeout.since(), Some(2));
            /// assert_eq!(ErrorId::Malformed.since(), None);
            /// ```
            #[must_use]
            pub const fn since(&self) -> Option<u32> {
                match self {
                    $($(Self::$Variant => Some($since),)?)+
                    _ => None,
                }
            }

            /// Returns whether the vendor documents the id.
            ///
            /// ```
            /// use icws_schema::codes::ErrorId;
            ///
            /// assert!(ErrorId::Timeout.is_known());
            /// assert!(!ErrorId::from("error.request.other").is_known());
            /// ```
            #[must_use]
            pub const fn is_known(&self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
        }

        impl From<&str> for ErrorId {
            fn from(id: &str) -> Self {
                match id {
                    $($id => Self::$Variant,)+
                    _ => Self::Unknown(UnknownErrorId(id.into())),
                }
            }
        }
    };
}

error_ids! {
    "error.request.invalidRepresentation.malformed", Malformed, 400, "The request representation object was malformed.";
    "error.request.configuration.update", ConfigurationUpdate, 400, "The request has one or more license or validation errors in it.";
    "error.request.internalServerError", InternalServerError, 500, since 2, "The server encountered an unexpected, internal error.";
    "error.request.timeout", Timeout, 500, since 2, "The request timed out.";
}

/// The unknown id `""`.
impl Default for ErrorId {
    fn default() -> Self {
        Self::from("")
    }
}

/// Every string is an error id.
impl FromStr for ErrorId {
    type Err = Infallible;

    fn from_str(id: &str) -> Result<Self, Infallible> {
        Ok(id.into())
    }
}

impl From<String> for ErrorId {
    fn from(id: String) -> Self {
        id.as_str().into()
    }
}

impl From<ErrorId> for String {
    fn from(id: ErrorId) -> Self {
        match id {
            ErrorId::Unknown(UnknownErrorId(id)) => id.into(),
            id => id.as_str().to_owned(),
        }
    }
}

impl AsRef<str> for ErrorId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for ErrorId {
    fn eq(&self, id: &str) -> bool {
        self.as_str() == id
    }
}

impl PartialEq<&str> for ErrorId {
    fn eq(&self, id: &&str) -> bool {
        self.as_str() == *id
    }
}

/// By the id on the wire.
impl Ord for ErrorId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for ErrorId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for ErrorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
