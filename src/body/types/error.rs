use super::wire_struct::wire_struct;
use crate::codes::ErrorId;

wire_struct! {
    /// A plain error: the body of a 401, 403, 404, 410 or 500 response, and of a 400 response to a malformed request.
    pub struct Error = ("Error", "urn:inin.com:common:error") {
        //! It is plain data and does not implement [`std::error::Error`]: a server sends it, a mock server creates it.
        //!
        //! ```
        //! use icws_schema::body::Error;
        //! use icws_schema::codes::ErrorId;
        //!
        //! let error = Error::from(ErrorId::Timeout);
        //! assert_eq!(serde_json::to_string(&error)?, r#"{"errorId":"error.request.timeout","message":"The request timed out."}"#);
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The identifier of the error. May be absent.
        "errorId" [documented] => error_id: Option<ErrorId>,
            set by with_error_id(ErrorId::Timeout);
        /// The description of the error, for people. Required.
        "message" [documented] => message: String;
    }
}

impl Error {
    /// Creates an error with this message and no error id.
    ///
    /// ```
    /// use icws_schema::body::Error;
    /// use icws_schema::codes::ErrorId;
    ///
    /// let error = Error::new("The user does not exist.").with_error_id("error.request.notFound");
    /// assert_eq!(error.error_id, Some(ErrorId::from("error.request.notFound")));
    /// ```
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }
}

/// Creates the error with this id and the vendor's message; the message of an unknown id is empty.
impl From<ErrorId> for Error {
    fn from(error_id: ErrorId) -> Self {
        Self::new(error_id.message().unwrap_or_default()).with_error_id(error_id)
    }
}
