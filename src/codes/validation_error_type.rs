super::list::codes! {
    /// The validator that a value failed (`validationErrorType`). Several codes share a message, so identify an error by its code.
    pub enum ValidationErrorType = "urn:inin.com:configuration:validationErrorType", example 5, Range, "range" {
        //! ```
        //! use icws_schema::codes::ValidationErrorType;
        //!
        //! assert_eq!(ValidationErrorType::Range.message(), Some("The value must be in the correct range."));
        //! assert_eq!(ValidationErrorType::ReferenceCount.since(), Some(8));
        //! ```
        0, UnknownValidator, "unknownValidator", "Unknown validator.";
        1, UniqueInstanceId, "uniqueInstanceId", "The value must be unique across objects of this type.";
        2, ExistingInstanceId, "existingInstanceId", "The value must represent a valid ID for a configured instance.";
        3, ExistingAttributeValue, "existingAttributeValue", "The value must match a configured instance.";
        4, RequiredValue, "requiredValue", "The value must be specified.";
        5, Range, "range", "The value must be in the correct range.";
        6, StringLength, "stringLength", "The value must have the correct number of characters.";
        7, Regex, "regex", "The value must be formatted correctly.";
        9, ValidValues, "validValues", "The value is not from the allowed set.";
        10, CollectionCount, "collectionCount", "The value must have the correct number of items.";
        11, CollectionItemValidator, "collectionItemValidator", "One or more items failed to validate successfully.";
        12, ValidatorGroup, "validatorGroup", "The value is not from the allowed set.";
        13, ValidFormat, "validFormat", "The value is not in a valid format.";
        14, UniqueAttributeValue, "uniqueAttributeValue", "The value must be unique across attributes of this type.";
        15, RequiredAttribute, "requiredAttribute", "The attribute must be specified.";
        16, AcgTreeValidator, "acgTreeValidator", "The Acg Tree either could not be verified or found, or the Acg Tree depth is not supported.";
        17, PronunciationValidator, "pronunciationValidator", "The value is not a valid pronunciation format.";
        18, WordValidator, "wordValidator", "The value must be a valid word.";
        19, RangeFloat, "rangeFloat", "The value must be in the correct range.";
        20, ExistingAttendantProfile, "existingAttendantProfile", "The value must match a configured attendant profile instance.";
        21, Extension, "extension", "The value must not be an existing extension.";
        22, WorkstationsSharedAppearanceId, "workstationsSharedAppearanceID", "Unknown validator.";
        23, MultipleOf, "multipleOf", "The value is not a valid multiple value.";
        24, InvalidCharacters, "invalidCharacters", "The value contains invalid characters.";
        25, ExistingExtension, "existingExtension", "The value must be an existing extension.";
        26, ExistingInstanceIdWithAttributeValue, "existingInstanceIdWithAttributeValue", "The value must represent a valid ID for a configured instance.";
        27, CharacterDelimitedValue, "characterDelimitedValue", "The value contains invalid characters.";
        28, AnalyzerKeywordCount, "analyzerKeywordCount", "The number of keywords assigned to the keyword set makes the configuration exceed the maximum number of supported keywords.";
        29, WorkgroupAnalyzerKeywordCount, "workgroupAnalyzerKeywordCount", "The number of keywords assigned to the workgroup is greater than the maximum number of supported keywords.";
        30, EndDateTimeValidator, "endDateTimeValidator", "The end date or time of a schedule must be greater than or equal to the start date or time.";
        31, PropertyNotApplicable, "propertyNotApplicable", "This property is not applicable with the current configuration.";
        32, InvalidMailboxFolder, "invalidMailboxFolder", "The value is not a valid mailbox.";
        33, UnsupportedManufacturer, "unsupportedManufacturer", "The provided phone manufacturer is unsupported.";
        34, UnsupportedModel, "unsupportedModel", "The provided phone model is unsupported.";
        35, AudioProtocol, "audioProtocol", "An Audio protocol value of SRTP is only supported when the Registration Group for the configuration object has one or more registered lines with a Transport Protocol of TLS.";
        36, RecorderPolicyAnalyzerKeywordCount, "recorderPolicyAnalyzerKeywordCount", "The number of keywords assigned to the keyword set makes at least one Recorder Policy exceed the maximum number of supported keywords.";
        37, ReferenceCount, "referenceCount", since 8, "The number of reference to this object is exceeding the maximum limit.";
        38, WrapUpStatusTimeout, "wrapUpStatusTimeout", since 8, "The values of WrapUpStatus or WrapUpTimeout are not valid.";
        39, AttributeExistence, "attributeExistence", since 8, "One or more required attributes was not specified and/or one or more required absent attributes was specifed.";
        40, OtherAttributeValue, "otherAttributeValue", since 8, "The otherAttributeValue property is expected to have (or not have) a value.";
        41, NetworkAdapter, "networkAdapter", since 8, "The network adapter is invalid.";
        42, IntegerComparisonValidator, "integerComparisonValidator", since 8, "The integer comparison failed validation based on the comparison type selected.";
        43, TimeZoneValidator, "timeZoneValidator", since 8, "The time zone is invalid.";
        44, ExistingLanguageValues, "existingLanguageValues", since 8, "The values provided must be languages supported by PureConnect.";
        45, CharacterDelimitedKvPairs, "characterDelimitedKVPairs", since 8, "The character delimited key-value pairs are invalid.";
        46, ObjectValidationErrorMutuallyExclusive, "objectValidationErrorMutuallyExclusive", since 10, "Two configuration values are mutually exclusive.";
    }
}

impl ValidationErrorType {
    /// Returns whether the code has its documented meaning on a server with this feature version of `configuration`.
    ///
    /// The numbers from 37 on are those of version 8, which changed the numbers of `referenceCount` (37), `wrapUpStatusTimeout` (38) and
    /// `existingLanguageValues` (44). The older numbers are not published, so that below version 8 such a number may be that of another code. An
    /// unknown code has no documented meaning.
    ///
    /// ```
    /// use icws_schema::codes::ValidationErrorType;
    ///
    /// assert!(ValidationErrorType::Range.is_reliable_since(7));
    /// assert!(!ValidationErrorType::ReferenceCount.is_reliable_since(7));
    /// assert!(ValidationErrorType::ReferenceCount.is_reliable_since(8));
    /// ```
    #[must_use]
    pub const fn is_reliable_since(self, feature_version: u32) -> bool {
        match self.since() {
            Some(since) => feature_version >= since,
            None => self.is_known(),
        }
    }
}
