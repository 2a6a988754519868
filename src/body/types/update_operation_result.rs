use super::license_error::LicenseError;
use crate::body::representation::representation;

representation! {
    /// The body of a 200: the result of a put or post.
    pub struct UpdateOperationResult = ("UpdateOperationResult", "urn:inin.com:configuration:updateOperationResult") {
        /// The unchanged id of the user that was updated.
        "id" => id: String;
        /// The user's address, relative to the server and without `/icws/{sessionId}`, percent-encoded.
        "uri" => uri: Option<String>;
        /// Warnings about licenses (codes 1 and 3); the update was made all the same.
        "licenseProblems" => license_problems: Option<Vec<LicenseError>>;
    }
}
