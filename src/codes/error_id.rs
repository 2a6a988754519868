use std::fmt;

/// An error id that the documentation does not list, kept as it came. Only [`ErrorId::from_text`] makes one:
///
/// ```compile_fail,E0423
/// icws_schema::codes::ErrorId::Unlisted(icws_schema::codes::UnknownErrorId("error.request.timeout".into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnknownErrorId(Box<str>);

/// Makes the list of error ids of a table.
macro_rules! error_ids {
    ($($id:literal, $Variant:ident, $status:literal $(, since $since:literal)?, $message:literal;)+) => {
        /// What went wrong, as an error body names it (`errorId`).
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum ErrorId {
            $(
                #[doc = concat!("`", $id, "`, status ", stringify!($status), ": ", $message)]
                $Variant,
            )+
            /// An id that the documentation does not list.
            Unknown(UnknownErrorId),
        }

        impl ErrorId {
            /// Every listed id, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The id with this text; every text has one.
            #[must_use]
            pub fn from_text(text: &str) -> Self {
                match text {
                    $($id => Self::$Variant,)+
                    _ => Self::Unknown(UnknownErrorId(text.into())),
                }
            }

            /// The text on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$Variant => $id,)+
                    Self::Unknown(id) => &id.0,
                }
            }

            /// The documentation's text; `None` for an unlisted id.
            #[must_use]
            pub const fn message(&self) -> Option<&'static str> {
                match self {
                    $(Self::$Variant => Some($message),)+
                    Self::Unknown(_) => None,
                }
            }

            /// The HTTP status under which the documentation lists the id; `None` for an unlisted id.
            #[must_use]
            pub const fn status(&self) -> Option<u16> {
                match self {
                    $(Self::$Variant => Some($status),)+
                    Self::Unknown(_) => None,
                }
            }

            /// The feature version of `configuration` that brought the id, where the documentation gives one.
            #[must_use]
            pub const fn since(&self) -> Option<u32> {
                match self {
                    $($(Self::$Variant => Some($since),)?)+
                    _ => None,
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

impl Default for ErrorId {
    /// The unlisted id `""`.
    fn default() -> Self {
        Self::from_text("")
    }
}

impl From<&str> for ErrorId {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

impl fmt::Display for ErrorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
