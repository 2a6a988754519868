use crate::body::representation::representation;
use crate::codes::ValidationErrorType;

representation! {
    /// A value that the server refuses, and the validator that it failed.
    pub struct ValidationError = ("ValidationError", "urn:inin.com:configuration:validationError") {
        /// The validator that the value failed.
        "validationErrorType" => validation_error_type: ValidationErrorType;
        /// The property. This crate writes the path from the body's root, `followMe[1].timeout` (our choice: no public page shows one).
        "propertyName" => property_name: String;
        /// The value, always as text: a string as it is, anything else as compact JSON, `""` for what is absent (our choice).
        "propertyValue" => property_value: String;
    }
}
