use std::error::Error;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

/// The error of a directory that failed to answer a question, for example because its store is down.
///
/// It wraps its cause, which only [`source`](Error::source) returns, since it may contain the requested id. `?`
/// converts the errors of the standard library and of `serde_json`; for any other, use
/// `.map_err(DirectoryError::new)?`. Two errors are equal if the messages of their causes are equal.
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

/// Omits the cause, which may contain the requested id.
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

/// A blanket conversion is impossible, since a [`DirectoryError`] is an error itself: [`DirectoryError::new`] accepts
/// errors that are not listed here.
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
