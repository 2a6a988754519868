use super::license_error::LicenseError;
use super::wire_struct::wire_struct;

wire_struct! {
    /// The body of a 200 response: the result of the update.
    pub struct UpdateOperationResult = ("UpdateOperationResult", "urn:inin.com:configuration:updateOperationResult") {
        //! ```
        //! use icws_schema::body::{LicenseError, UpdateOperationResult};
        //!
        //! let result = UpdateOperationResult::new("gcadmin")
        //!     .with_uri("/configuration/users/gcadmin")
        //!     .with_license_problems([LicenseError::exceeds_threshold("I3_ACCESS_CLIENT")]);
        //! assert_eq!(
        //!     serde_json::to_string(&result)?,
        //!     r#"{"id":"gcadmin","uri":"/configuration/users/gcadmin","licenseProblems":[{"licenseErrorType":1,"license":{"id":"I3_ACCESS_CLIENT"}}]}"#
        //! );
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The id of the updated user, which an update never changes. Required.
        "id" [documented] => id: String;
        /// The user's URI, relative to the server and without `/icws/{sessionId}`, percent-encoded. May be absent.
        "uri" [documented] => uri: Option<String>,
            set by with_uri("/configuration/users/gcadmin");
        /// Warnings about licenses (codes 1 and 3); the update was saved nevertheless. May be absent.
        "licenseProblems" [ours] => license_problems: Option<Vec<LicenseError>>,
            set by with_license_problems([LicenseError::exceeds_threshold("I3_ACCESS_CLIENT")]);
    }
}

impl UpdateOperationResult {
    /// Creates the result of updating the user with this id.
    ///
    /// ```
    /// use icws_schema::body::UpdateOperationResult;
    ///
    /// assert_eq!(serde_json::to_string(&UpdateOperationResult::new("gcadmin"))?, r#"{"id":"gcadmin"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }
}
