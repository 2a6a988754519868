use std::fmt;

/// The error for a string that is neither the name of a documented code nor a 32-bit integer.
///
/// ```
/// use icws_schema::codes::ValidationErrorType;
///
/// let error = "rnage".parse::<ValidationErrorType>().unwrap_err();
/// assert_eq!(error.to_string(), "expected the name of a ValidationErrorType or a 32-bit integer");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ParseCodeError {
    list: &'static str,
}

impl ParseCodeError {
    pub(super) const fn new(list: &'static str) -> Self {
        Self { list }
    }
}

impl fmt::Display for ParseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected the name of a {} or a 32-bit integer", self.list)
    }
}

impl std::error::Error for ParseCodeError {}
