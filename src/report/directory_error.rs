use std::error::Error;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

/// The error of a directory that failed to answer a question, because its store is down for example.
///
/// It wraps the error that caused it, which [`source`](Error::source) returns and nothing else shows, as it may contain the id
/// that was asked for. `?` converts the errors of the standard library and of `serde_json`; any other takes
/// `.map_err(DirectoryError::new)?`. Two are equal if the messages of their causes are.
///
/// ```
/// use icws_schema::directory::DirectoryError;
/// use std::error::Error;
/// use std::io;
///
/// let error = DirectoryError::from(io::Error::other("connection refused"));
/// assert_eq!(error.to_string(), "the directory failed to answer");
/// assert_eq!(error.source().unwrap().to_string(), "connection refused");
/// assert!(error.source().unwrap().is::<io::Error>());
/// ```
#[derive(Clone)]
pub struct DirectoryError(Arc<dyn Error + Send + Sync>);

impl UnwindSafe for DirectoryError {}
impl RefUnwindSafe for DirectoryError {}

impl DirectoryError {
    /// Wraps an error, or a message.
    #[must_use]
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(cause.into().into())
    }
}

impl fmt::Display for DirectoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the directory failed to answer")
    }
}

/// Without the cause, which may contain the id that was asked for.
impl fmt::Debug for DirectoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DirectoryError")
    }
}

impl Error for DirectoryError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

impl PartialEq for DirectoryError {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.to_string() == other.0.to_string()
    }
}

/// Every error cannot be converted, since a [`DirectoryError`] is one itself: [`DirectoryError::new`] takes those that
/// are not listed here.
macro_rules! from {
    ($($Cause:ty),+) => {$(
        impl From<$Cause> for DirectoryError {
            fn from(cause: $Cause) -> Self {
                Self::new(cause)
            }
        }
    )+};
}

from! {
    Box<dyn Error + Send + Sync>, &str, String, std::io::Error, std::fmt::Error, std::num::ParseIntError, std::str::Utf8Error,
    std::sync::mpsc::RecvError, std::sync::mpsc::RecvTimeoutError, serde_json::Error
}
