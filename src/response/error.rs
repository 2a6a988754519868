use std::fmt;

/// The error for a response that the vendor does not document.
///
/// ```
/// use icws_schema::response::{Response, ResponseError};
/// use std::error::Error;
///
/// let error = Response::parse_strict(200, "{}").unwrap_err();
/// assert!(matches!(error, ResponseError::Body(_)) && error.source().is_some());
/// assert!(matches!(Response::parse_strict(302, ""), Err(ResponseError::Status(302))));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ResponseError {
    /// The status is not a documented one.
    Status(u16),
    /// The body has a problem.
    Body(crate::Error),
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => {
                write!(f, "expected status 200, 400, 401, 403, 404, 410, 500 or 503, found {status}")
            }
            Self::Body(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ResponseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Status(_) => None,
            Self::Body(error) => Some(error),
        }
    }
}
