use std::error::Error;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

/// The error of a custom check (validator 0) that could not be completed, for example because a service is down.
///
/// It wraps its cause, which only [`source`](Error::source) returns, since it may contain the checked value. Two errors
/// are equal if the messages of their causes are equal.
///
/// ```
/// use icws_schema::report::CustomCheckError;
/// use std::error::Error;
///
/// let error = CustomCheckError::new("connection refused");
/// assert_eq!(error.to_string(), "the custom check failed");
/// assert_eq!(error.source().unwrap().to_string(), "connection refused");
/// ```
#[derive(Clone)]
pub struct CustomCheckError(Arc<dyn Error + Send + Sync>);

impl UnwindSafe for CustomCheckError {}
impl RefUnwindSafe for CustomCheckError {}

impl CustomCheckError {
    /// Wraps an error, or a message.
    #[must_use]
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(cause.into().into())
    }
}

impl fmt::Display for CustomCheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the custom check failed")
    }
}

/// Omits the cause, which may contain the checked value.
impl fmt::Debug for CustomCheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CustomCheckError")
    }
}

impl Error for CustomCheckError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

impl PartialEq for CustomCheckError {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.to_string() == other.0.to_string()
    }
}
