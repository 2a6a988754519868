use super::unknown_urn::UnknownUrn;
use super::wire_struct::wire_struct;
use crate::codes::ErrorId;

wire_struct! {
    /// An error whose type URN the vendor does not document. Only `__type` is required (our choice), and every member is kept.
    pub struct UnknownError = ("UnknownError", "") {
        //! ```
        //! use icws_schema::body::{ErrorBody, UnknownError, UnknownUrn};
        //!
        //! let body = r#"{"message":"missing","__type":"urn:inin.com:common:missingPropertyError","propertyName":"id"}"#;
        //! let ErrorBody::UnknownError(error) = serde_json::from_str(body)? else { unreachable!() };
        //! assert_eq!(error.type_urn.as_str(), "urn:inin.com:common:missingPropertyError");
        //! assert_eq!(error.unknown.get_raw("propertyName"), Some("\"id\""));
        //!
        //! let error = UnknownError::new(UnknownUrn::new("urn:inin.com:common:invalidPropertyError")?).with_message("invalid");
        //! assert_eq!(serde_json::to_string(&error)?, r#"{"message":"invalid","__type":"urn:inin.com:common:invalidPropertyError"}"#);
        //! # Ok::<(), Box<dyn std::error::Error>>(())
        //! ```

        /// The identifier of the error. May be absent.
        "errorId" [ours] => error_id: Option<ErrorId>,
            set by with_error_id(ErrorId::Timeout);
        /// The description of the error, for people. May be absent.
        "message" [ours] => message: Option<String>,
            set by with_message("The property is missing.");
        /// The type URN of the error, never the URN of a documented type. Required.
        "__type" [ours] => type_urn: UnknownUrn;
    }
}

impl UnknownError {
    /// Creates an error of this type without other members.
    ///
    /// ```
    /// use icws_schema::body::{UnknownError, UnknownUrn};
    ///
    /// let urn = UnknownUrn::new("urn:inin.com:common:missingPropertyError")?;
    /// assert_eq!(UnknownError::new(urn.clone()).type_urn, urn);
    /// # Ok::<(), icws_schema::body::DocumentedUrnError>(())
    /// ```
    #[must_use]
    pub fn new(type_urn: UnknownUrn) -> Self {
        Self { type_urn, ..Self::default() }
    }
}
