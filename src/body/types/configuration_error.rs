use super::license_error::LicenseError;
use super::validation_error::ValidationError;
use super::wire_struct::wire_struct;
use crate::codes::ErrorId;

wire_struct! {
    /// The body of a 400 response that lists the rejected values and licenses. Its `__type` is required.
    ///
    /// Licenses are applied separately: if there are only license errors, the rest was saved; any validation error stops the entire update
    /// (documented for the vendor's sister API on the same server layer, our choice here).
    pub struct ConfigurationError = ("ConfigurationError", "urn:inin.com:configuration:configurationError", tagged) {
        //! ```
        //! use icws_schema::body::{ConfigurationError, ValidationError};
        //! use icws_schema::codes::{ErrorId, ValidationErrorType};
        //!
        //! let error = ConfigurationError::from(ErrorId::ConfigurationUpdate)
        //!     .with_validation_errors([ValidationError::new(ValidationErrorType::Range, "externalCallTimeout.actualValue", "301")]);
        //! let json = serde_json::to_value(&error)?;
        //! assert_eq!(json["__type"], "urn:inin.com:configuration:configurationError");
        //! assert_eq!(json["message"], "The request has one or more license or validation errors in it.");
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The rejected values. May be absent.
        "validationErrors" [ours] => validation_errors: Option<Vec<ValidationError>>,
            set by with_validation_errors([ValidationError::new(ValidationErrorType::Range, "followMe[0].timeout", "-1")]);
        /// The rejected licenses. May be absent.
        "licenseErrors" [ours] => license_errors: Option<Vec<LicenseError>>,
            set by with_license_errors([LicenseError::not_set("I3_ACCESS_CLIENT")]);
        /// The identifier of the error. May be absent.
        "errorId" [documented] => error_id: Option<ErrorId>,
            set by with_error_id(ErrorId::ConfigurationUpdate);
        /// The description of the error, for people. Required.
        "message" [documented] => message: String;
    }
}

impl ConfigurationError {
    /// Creates an error with this message and no error id.
    ///
    /// ```
    /// use icws_schema::body::ConfigurationError;
    ///
    /// assert_eq!(ConfigurationError::new("rejected").error_id, None);
    /// ```
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }
}

/// Creates the error with this id and the vendor's message; the message of an unknown id is empty.
impl From<ErrorId> for ConfigurationError {
    fn from(error_id: ErrorId) -> Self {
        Self::new(error_id.message().unwrap_or_default()).with_error_id(error_id)
    }
}
