use super::license_error::LicenseError;
use super::validation_error::ValidationError;
use crate::body::representation::representation;
use crate::codes::ErrorId;

representation! {
    /// The body of a 400 that says which values and licenses the server refuses. It must say its `__type`.
    ///
    /// Licenses are applied apart from the rest: with license errors alone, the rest was saved; any validation error stops
    /// everything (documented for the vendor's sister API on the same server layer).
    pub struct ConfigurationError = ("ConfigurationError", "urn:inin.com:configuration:configurationError", tagged) {
        /// The values that were refused.
        "validationErrors" => validation_errors: Option<Vec<ValidationError>>;
        /// The licenses that were refused.
        "licenseErrors" => license_errors: Option<Vec<LicenseError>>;
        /// What went wrong, as an identifier.
        "errorId" => error_id: Option<ErrorId>;
        /// What went wrong, in words for a person.
        "message" => message: String;
    }
}

impl ConfigurationError {
    /// An error of this id, with the documentation's message.
    #[must_use]
    pub fn of(error_id: ErrorId) -> Self {
        let message = error_id.message().unwrap_or_default().to_owned();
        Self { error_id: Some(error_id), message, ..Self::default() }
    }
}
