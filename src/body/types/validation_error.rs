use super::wire_struct::wire_struct;
use crate::codes::ValidationErrorType;

wire_struct! {
    /// A value that the server rejects, and the validator that it failed. Every member is required.
    pub struct ValidationError = ("ValidationError", "urn:inin.com:configuration:validationError") {
        //! ```
        //! use icws_schema::body::ValidationError;
        //! use icws_schema::codes::ValidationErrorType;
        //!
        //! let error = ValidationError::new(ValidationErrorType::Range, "externalCallTimeout.actualValue", "301");
        //! assert_eq!(
        //!     serde_json::to_string(&error)?,
        //!     r#"{"validationErrorType":5,"propertyName":"externalCallTimeout.actualValue","propertyValue":"301"}"#
        //! );
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The validator that the value failed.
        "validationErrorType" [ours] => validation_error_type: ValidationErrorType;
        /// The property. This crate writes its path from the root of the body, such as `followMe[1].timeout` (our choice: the vendor documents no
        /// syntax).
        "propertyName" [ours] => property_name: String;
        /// The value, always a string: a string unchanged, any other value as compact JSON, `""` if the property is missing (our choice).
        "propertyValue" [ours] => property_value: String;
    }
}

impl ValidationError {
    /// Creates the error that a validator reports for a property and its value.
    ///
    /// ```
    /// use icws_schema::body::ValidationError;
    /// use icws_schema::codes::ValidationErrorType;
    ///
    /// let error = ValidationError::new(ValidationErrorType::Regex, "followMe[1].phoneNumber", "8042x");
    /// assert_eq!(error.property_name, "followMe[1].phoneNumber");
    /// ```
    #[must_use]
    pub fn new(
        validation_error_type: ValidationErrorType,
        property_name: impl Into<String>,
        property_value: impl Into<String>,
    ) -> Self {
        Self {
            validation_error_type,
            property_name: property_name.into(),
            property_value: property_value.into(),
            ..Self::default()
        }
    }
}
