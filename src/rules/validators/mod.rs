//! The validators, one a file: its parameters, when it fails, and an example that passes and one that fails.
//!
//! A validator is plain data. `new` takes the parameters that are required, `with_...` sets the others; whether they
//! are in order is checked by [`RuleSet::new`](super::RuleSet::new). Patterns and alphabets are compiled then, too.

mod info;
mod parameters;

pub use info::ValidatorInfo;

use super::engine::Validate;
use super::params::CustomChecks;
use super::rule::Rule;
use crate::codes::ValidationErrorType;
use crate::report::RuleExpectation;
use parameters::ParameterTable;
use std::sync::Arc;

/// Declares the validators: a row is the module and the name of one, which is that of its code.
macro_rules! validators {
    ($($module:ident::$Validator:ident,)+) => {
        $(mod $module;)+
        $(pub use $module::$Validator;)+

        /// A validator with its parameters.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Validator {
            $(#[doc = concat!("See [`", stringify!($Validator), "`].")] $Validator($Validator),)+
        }

        impl Validator {
            /// Returns which validator it is.
            #[must_use]
            pub fn kind(&self) -> ValidationErrorType {
                match self {
                    $(Self::$Validator(_) => ValidationErrorType::$Validator,)+
                }
            }

            pub(crate) fn as_validate(&self) -> &dyn Validate {
                match self {
                    $(Self::$Validator(validator) => validator,)+
                }
            }

            /// Returns the validator for a checker: a custom check is bound to it.
            #[allow(unreachable_patterns, reason = "the table has all of them")]
            pub(crate) fn bind(&self, checks: &CustomChecks) -> Arc<dyn Validate> {
                match self {
                    Self::UnknownValidator(validator) => validator.bind(checks),
                    $(Self::$Validator(validator) => Arc::new(validator.clone()),)+
                }
            }
        }

        $(impl From<$Validator> for Validator {
            fn from(validator: $Validator) -> Self {
                Self::$Validator(validator)
            }
        })+

        impl ValidatorInfo {
            /// Returns what is known of a validator; `None` for an unknown code.
            #[must_use]
            pub fn of(kind: ValidationErrorType) -> Option<&'static Self> {
                match kind {
                    $(ValidationErrorType::$Validator => {
                        const INFO: ValidatorInfo = ValidatorInfo {
                            kind: ValidationErrorType::$Validator,
                            description: $Validator::DESCRIPTION,
                            parameters: $Validator::PARAMETERS,
                            accepts: $Validator::ACCEPTS,
                            load: |fields| $Validator::load(fields).map(Validator::$Validator),
                        };
                        Some(&INFO)
                    })+
                    ValidationErrorType::Unknown(_) => None,
                }
            }
        }
    };
}

validators! {
    unknown_validator::UnknownValidator,
    unique_instance_id::UniqueInstanceId,
    existing_instance_id::ExistingInstanceId,
    existing_attribute_value::ExistingAttributeValue,
    required_value::RequiredValue,
    range::Range,
    string_length::StringLength,
    regex::Regex,
    valid_values::ValidValues,
    collection_count::CollectionCount,
    collection_item_validator::CollectionItemValidator,
    validator_group::ValidatorGroup,
    valid_format::ValidFormat,
    unique_attribute_value::UniqueAttributeValue,
    required_attribute::RequiredAttribute,
    acg_tree_validator::AcgTreeValidator,
    pronunciation_validator::PronunciationValidator,
    word_validator::WordValidator,
    range_float::RangeFloat,
    existing_attendant_profile::ExistingAttendantProfile,
    extension::Extension,
    workstations_shared_appearance_id::WorkstationsSharedAppearanceId,
    multiple_of::MultipleOf,
    invalid_characters::InvalidCharacters,
    existing_extension::ExistingExtension,
    existing_instance_id_with_attribute_value::ExistingInstanceIdWithAttributeValue,
    character_delimited_value::CharacterDelimitedValue,
    analyzer_keyword_count::AnalyzerKeywordCount,
    workgroup_analyzer_keyword_count::WorkgroupAnalyzerKeywordCount,
    end_date_time_validator::EndDateTimeValidator,
    property_not_applicable::PropertyNotApplicable,
    invalid_mailbox_folder::InvalidMailboxFolder,
    unsupported_manufacturer::UnsupportedManufacturer,
    unsupported_model::UnsupportedModel,
    audio_protocol::AudioProtocol,
    recorder_policy_analyzer_keyword_count::RecorderPolicyAnalyzerKeywordCount,
    reference_count::ReferenceCount,
    wrap_up_status_timeout::WrapUpStatusTimeout,
    attribute_existence::AttributeExistence,
    other_attribute_value::OtherAttributeValue,
    network_adapter::NetworkAdapter,
    integer_comparison_validator::IntegerComparisonValidator,
    time_zone_validator::TimeZoneValidator,
    existing_language_values::ExistingLanguageValues,
    character_delimited_kv_pairs::CharacterDelimitedKvPairs,
    object_validation_error_mutually_exclusive::ObjectValidationErrorMutuallyExclusive,
}

impl Validator {
    /// Returns the inner rules.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        self.as_validate().rules()
    }

    /// Returns what the rule requires.
    #[must_use]
    pub fn expected(&self) -> RuleExpectation {
        self.as_validate().expected()
    }
}
