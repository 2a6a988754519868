use super::configuration_id::ConfigurationId;
use crate::body::representation::representation;
use crate::codes::LicenseErrorType;

representation! {
    /// What became of a license: a warning in an update result, an error in a configuration error.
    pub struct LicenseError = ("LicenseError", "urn:inin.com:configuration:licenseError") {
        /// What is wrong with the license.
        "licenseErrorType" => license_error_type: LicenseErrorType;
        /// The license.
        "license" => license: ConfigurationId;
    }
}
