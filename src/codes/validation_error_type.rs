/// The table of the validators, shown to a macro: a row is the number, the module and the type of the validator, the name, the feature version that
/// introduced it if it is stated, and the message (documented).
macro_rules! validator_table {
    ($callback:ident) => {
        $callback! {
            0, unknown_validator::UnknownValidator, "unknownValidator", "Unknown validator.";
            1, unique_instance_id::UniqueInstanceId, "uniqueInstanceId", "The value must be unique across objects of this type.";
            2, existing_instance_id::ExistingInstanceId, "existingInstanceId", "The value must represent a valid ID for a configured instance.";
            3, existing_attribute_value::ExistingAttributeValue, "existingAttributeValue", "The value must match a configured instance.";
            4, required_value::RequiredValue, "requiredValue", "The value must be specified.";
            5, range::Range, "range", "The value must be in the correct range.";
            6, string_length::StringLength, "stringLength", "The value must have the correct number of characters.";
            7, regex::Regex, "regex", "The value must be formatted correctly.";
            9, valid_values::ValidValues, "validValues", "The value is not from the allowed set.";
            10, collection_count::CollectionCount, "collectionCount", "The value must have the correct number of items.";
            11, collection_item_validator::CollectionItemValidator, "collectionItemValidator", "One or more items failed to validate successfully.";
            12, validator_group::ValidatorGroup, "validatorGroup", "The value is not from the allowed set.";
            13, valid_format::ValidFormat, "validFormat", "The value is not in a valid format.";
            14, unique_attribute_value::UniqueAttributeValue, "uniqueAttributeValue", "The value must be unique across attributes of this type.";
            15, required_attribute::RequiredAttribute, "requiredAttribute", "The attribute must be specified.";
            16, acg_tree_validator::AcgTreeValidator, "acgTreeValidator", "The Acg Tree either could not be verified or found, or the Acg Tree depth is not supported.";
            17, pronunciation_validator::PronunciationValidator, "pronunciationValidator", "The value is not a valid pronunciation format.";
            18, word_validator::WordValidator, "wordValidator", "The value must be a valid word.";
            19, range_float::RangeFloat, "rangeFloat", "The value must be in the correct range.";
            20, existing_attendant_profile::ExistingAttendantProfile, "existingAttendantProfile", "The value must match a configured attendant profile instance.";
            21, extension::Extension, "extension", "The value must not be an existing extension.";
            22, workstations_shared_appearance_id::WorkstationsSharedAppearanceId, "workstationsSharedAppearanceID", "Unknown validator.";
            23, multiple_of::MultipleOf, "multipleOf", "The value is not a valid multiple value.";
            24, invalid_characters::InvalidCharacters, "invalidCharacters", "The value contains invalid characters.";
            25, existing_extension::ExistingExtension, "existingExtension", "The value must be an existing extension.";
            26, existing_instance_id_with_attribute_value::ExistingInstanceIdWithAttributeValue, "existingInstanceIdWithAttributeValue", "The value must represent a valid ID for a configured instance.";
            27, character_delimited_value::CharacterDelimitedValue, "characterDelimitedValue", "The value contains invalid characters.";
            28, analyzer_keyword_count::AnalyzerKeywordCount, "analyzerKeywordCount", "The number of keywords assigned to the keyword set makes the configuration exceed the maximum number of supported keywords.";
            29, workgroup_analyzer_keyword_count::WorkgroupAnalyzerKeywordCount, "workgroupAnalyzerKeywordCount", "The number of keywords assigned to the workgroup is greater than the maximum number of supported keywords.";
            30, end_date_time_validator::EndDateTimeValidator, "endDateTimeValidator", "The end date or time of a schedule must be greater than or equal to the start date or time.";
            31, property_not_applicable::PropertyNotApplicable, "propertyNotApplicable", "This property is not applicable with the current configuration.";
            32, invalid_mailbox_folder::InvalidMailboxFolder, "invalidMailboxFolder", "The value is not a valid mailbox.";
            33, unsupported_manufacturer::UnsupportedManufacturer, "unsupportedManufacturer", "The provided phone manufacturer is unsupported.";
            34, unsupported_model::UnsupportedModel, "unsupportedModel", "The provided phone model is unsupported.";
            35, audio_protocol::AudioProtocol, "audioProtocol", "An Audio protocol value of SRTP is only supported when the Registration Group for the configuration object has one or more registered lines with a Transport Protocol of TLS.";
            36, recorder_policy_analyzer_keyword_count::RecorderPolicyAnalyzerKeywordCount, "recorderPolicyAnalyzerKeywordCount", "The number of keywords assigned to the keyword set makes at least one Recorder Policy exceed the maximum number of supported keywords.";
            37, reference_count::ReferenceCount, "referenceCount", since 8, "The number of reference to this object is exceeding the maximum limit.";
            38, wrap_up_status_timeout::WrapUpStatusTimeout, "wrapUpStatusTimeout", since 8, "The values of WrapUpStatus or WrapUpTimeout are not valid.";
            39, attribute_existence::AttributeExistence, "attributeExistence", since 8, "One or more required attributes was not specified and/or one or more required absent attributes was specifed.";
            40, other_attribute_value::OtherAttributeValue, "otherAttributeValue", since 8, "The otherAttributeValue property is expected to have (or not have) a value.";
            41, network_adapter::NetworkAdapter, "networkAdapter", since 8, "The network adapter is invalid.";
            42, integer_comparison_validator::IntegerComparisonValidator, "integerComparisonValidator", since 8, "The integer comparison failed validation based on the comparison type selected.";
            43, time_zone_validator::TimeZoneValidator, "timeZoneValidator", since 8, "The time zone is invalid.";
            44, existing_language_values::ExistingLanguageValues, "existingLanguageValues", since 8, "The values provided must be languages supported by PureConnect.";
            45, character_delimited_kv_pairs::CharacterDelimitedKvPairs, "characterDelimitedKVPairs", since 8, "The character delimited key-value pairs are invalid.";
            46, object_validation_error_mutually_exclusive::ObjectValidationErrorMutuallyExclusive, "objectValidationErrorMutuallyExclusive", since 10, "Two configuration values are mutually exclusive.";
        }
    };
}
pub(crate) use validator_table;

macro_rules! codes_of_validators {
    ($($number:literal, $module:ident::$Validator:ident, $name:literal $(, since $since:literal)? $(, $message:literal)?;)+) => {
        super::list::codes! {
            /// The validator that a value failed (`validationErrorType`). Several have the same message: the code is the key, never the message.
            pub enum ValidationErrorType = "urn:inin.com:configuration:validationErrorType", example 5, Range, "range" {
                //! ```
                //! use icws_schema::codes::ValidationErrorType;
                //!
                //! assert_eq!(ValidationErrorType::Range.message(), Some("The value must be in the correct range."));
                //! assert_eq!(ValidationErrorType::ReferenceCount.since(), Some(8));
                //! ```
                $($number, $Validator, $name $(, since $since)? $(, $message)?;)+
            }
        }
    };
}

validator_table! { codes_of_validators }

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
