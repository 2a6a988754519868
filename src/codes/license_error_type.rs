super::list::codes! {
    /// The outcome of setting a license (`licenseErrorType`): 1 and 3 are warnings, 2 is an error, 0 is never sent.
    pub enum LicenseErrorType = "urn:inin.com:configuration:licenseErrorType",
        example 2, SetErrorExceedsThreshold, "setErrorExceedsThreshold" {
        //! ```
        //! use icws_schema::codes::LicenseErrorType;
        //!
        //! assert_eq!(LicenseErrorType::SetErrorExceedsThreshold.to_string(), "setErrorExceedsThreshold");
        //! ```
        0, SetOk, "setOK", "Setting the license succeeded. This value is never sent.";
        1, SetWarningExceedsThreshold, "setWarningExceedsThreshold",
            "Indicates that a dynamic license was found with an assignment count that exceeds it's assignable and or concurrent thresholds. As this is only a warning to indicate problems, the license in the request was set successfully.";
        2, SetErrorExceedsThreshold, "setErrorExceedsThreshold",
            "Indicates that a dynamic license being set exceed it's assignable or concurrent thresholds and was not set as a result. This can be returned for any license assigned to a user or station as part of setting it's licenses because they are all checked for problems as part of the operation.";
        3, SetWarningMissingQualifiers, "setWarningMissingQualifiers",
            "Indicates that the ACD media level in the request did not have a corresponding set of ACD media types and the default value(s) for the level were set as a result.";
    }
}
