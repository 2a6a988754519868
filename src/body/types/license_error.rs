use super::configuration_id::ConfigurationId;
use super::wire_struct::wire_struct;
use crate::codes::LicenseErrorType;

wire_struct! {
    /// A problem of a license: a warning in an update result, an error in a configuration error. Every member is required.
    pub struct LicenseError = ("LicenseError", "urn:inin.com:configuration:licenseError") {
        //! Each constructor sets one of the codes that a server sends. The code 0, `setOK`, is never sent (documented); it is the default, and
        //! the placeholder for a code that could not be parsed.
        //!
        //! ```
        //! use icws_schema::body::LicenseError;
        //!
        //! let error = LicenseError::not_set("I3_ACCESS_CLIENT");
        //! assert_eq!(serde_json::to_string(&error)?, r#"{"licenseErrorType":2,"license":{"id":"I3_ACCESS_CLIENT"}}"#);
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The outcome of setting the license.
        "licenseErrorType" [ours] => license_error_type: LicenseErrorType;
        /// The license.
        "license" [ours] => license: ConfigurationId;
    }
}

impl LicenseError {
    /// Creates the warning that more licenses are assigned than allowed (code 1). The license was set.
    ///
    /// ```
    /// use icws_schema::body::LicenseError;
    /// use icws_schema::codes::LicenseErrorType;
    ///
    /// let warning = LicenseError::exceeds_threshold("I3_ACCESS_CLIENT");
    /// assert_eq!(warning.license_error_type, LicenseErrorType::SetWarningExceedsThreshold);
    /// ```
    #[must_use]
    pub fn exceeds_threshold(license: impl Into<ConfigurationId>) -> Self {
        Self::of(LicenseErrorType::SetWarningExceedsThreshold, license.into())
    }

    /// Creates the error that more licenses would be assigned than allowed (code 2). The license was not set.
    ///
    /// ```
    /// use icws_schema::body::LicenseError;
    /// use icws_schema::codes::LicenseErrorType;
    ///
    /// let error = LicenseError::not_set("I3_ACCESS_CLIENT");
    /// assert_eq!(error.license_error_type, LicenseErrorType::SetErrorExceedsThreshold);
    /// ```
    #[must_use]
    pub fn not_set(license: impl Into<ConfigurationId>) -> Self {
        Self::of(LicenseErrorType::SetErrorExceedsThreshold, license.into())
    }

    /// Creates the warning that an ACD media level came without media types (code 3). The level was set with its default media types.
    ///
    /// ```
    /// use icws_schema::body::LicenseError;
    /// use icws_schema::codes::LicenseErrorType;
    ///
    /// let warning = LicenseError::without_media_types("I3_ACCESS_ACD_MEDIA_1");
    /// assert_eq!(warning.license_error_type, LicenseErrorType::SetWarningMissingQualifiers);
    /// ```
    #[must_use]
    pub fn without_media_types(license: impl Into<ConfigurationId>) -> Self {
        Self::of(LicenseErrorType::SetWarningMissingQualifiers, license.into())
    }

    fn of(license_error_type: LicenseErrorType, license: ConfigurationId) -> Self {
        Self { license_error_type, license, ..Self::default() }
    }
}
