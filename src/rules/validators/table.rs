//! The table of validators.

use crate::body::decode::FastAccept;
use crate::codes::ValidationErrorType;
use crate::file::LoadProblem;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::load::{Members, RuleLoader};
use crate::rules::params::ParameterInfo;
use crate::rules::path::PropertyPath;
use crate::rules::rule::Rule;
use crate::rules::validators as v;
use crate::value_ref::ValueRef;
use serde_json::{Map, Value};
use std::sync::Arc;

/// The kinds of value that a validator reads, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ValueKinds(u8);

impl ValueKinds {
    pub(crate) const STRING: Self = Self(0b000_0001);
    pub(crate) const INT: Self = Self(0b000_0010);
    /// Any number, integers included.
    pub(crate) const NUMBER: Self = Self(0b000_0110);
    pub(crate) const BOOLEAN: Self = Self(0b000_1000);
    pub(crate) const ARRAY: Self = Self(0b001_0000);
    pub(crate) const OBJECT: Self = Self(0b010_0000);
    /// A configuration id, which stands for its id.
    pub(crate) const CONFIGURATION_ID: Self = Self(0b100_0000);
    /// An id: a text, or a configuration id.
    pub(crate) const ID: Self = Self(0b100_0001);
    /// Any scalar.
    pub(crate) const SCALAR: Self = Self(0b000_1111);
    pub(crate) const ANY: Self = Self(0b111_1111);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The kinds in words.
    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::STRING => "a text",
            Self::INT => "an integer",
            Self::NUMBER => "a number",
            Self::ARRAY => "a list",
            Self::OBJECT => "an object",
            Self::ID => "an id: a text, or a ConfigurationId",
            Self::SCALAR => "a text, a number or a Boolean",
            Self::ANY => "anything",
            other if other == Self::STRING.or(Self::INT) => "a text or an integer",
            other if other == Self::ID.or(Self::ARRAY) => "an id, or a list of ids",
            _ => "several kinds",
        }
    }

    pub(crate) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// The parameters of a validator as its table has them.
pub(crate) trait ParameterTable: Sized {
    const READS: ValueKinds;
    /// When it fails, for people.
    const DOC: &'static str;
    const PARAMETERS: &'static [ParameterInfo];
    fn load(members: &Members<'_, '_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem>;
    fn save(&self, rule: &mut Map<String, Value>);
    fn each_path(&self, show: &mut dyn FnMut(&'static str, &PropertyPath));
    fn inner(&self) -> &[Arc<Rule>];
}

/// What a validator makes of a value.
pub(crate) trait Validate: ParameterTable {
    /// Whether the paths of its parameters start at its property instead of at what its property starts site.
    const PATHS_FROM_PROPERTY: bool = false;
    /// Whether the validator needs nothing but a value that is set: no other property, no directory, no null and no absence.
    const IS_LOCAL: bool = false;

    /// What is wrong with the parameters among themselves.
    fn parameter_error(&self) -> Option<(&'static str, String)> {
        None
    }

    /// The kinds that the validator reads with these parameters.
    fn reads(&self) -> ValueKinds {
        Self::READS
    }

    /// What would have passed, in words.
    fn expected(&self) -> RuleExpectation;

    /// Whether a value passes, for a validator that needs it alone.
    fn accepts_value(&self, _: ValueRef<'_>) -> bool {
        false
    }

    /// Values that surely pass, of which [`alone`](Self::alone) says the same.
    fn fast_accept(&self) -> FastAccept {
        FastAccept::NOTHING
    }

    /// Judges what was found at the property; says what is wrong, or not known, to `out`.
    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        if let Some(node) = site.set()
            && !self.accepts_value(node)
        {
            site.fail(findings);
        }
    }
}

/// Makes a validator's parameters of their table.
///
/// A parameter is its documentation, its name in a rule file, and a field; `= default` where the rule has one.
macro_rules! validator {
    (
        $(#[doc = $doc:literal])+
        pub struct $Rule:ident reads $reads:expr;
        $($(#[doc = $about:literal])+ $name:literal => $field:ident: $Type:ty $(= $default:expr)?;)*
    ) => {
        $(#[doc = $doc])+
        #[doc = ""]
        #[doc = concat!("Its number, message and feature version: [`ValidationErrorType::", stringify!($Rule), "`](crate::codes::ValidationErrorType::", stringify!($Rule), "). Where the text above says nothing else, what it means is our choice.")]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub struct $Rule {
            $(#[doc = concat!("`", $name, "`")] #[doc = ""] $(#[doc = $about])+ pub $field: $Type,)*
        }

        impl $crate::rules::validators::table::ParameterTable for $Rule {
            const READS: $crate::rules::validators::table::ValueKinds = $reads;
            const DOC: &'static str = concat!($($doc, "\n"),+);
            const PARAMETERS: &'static [$crate::rules::params::ParameterInfo] = &[$(
                $crate::rules::params::ParameterInfo {
                    name: $name,
                    doc: concat!($($about),+),
                    default: $crate::rules::validators::table::default_text!($($default)?),
                    schema: <$Type as $crate::rules::params::Param>::schema,
                    optional: <$Type as $crate::rules::params::Param>::OPTIONAL,
                },
            )*];

            #[allow(unused_variables)]
            fn load(
                members: &$crate::rules::load::Members<'_, '_>,
                loading: &mut $crate::rules::load::RuleLoader<'_>,
            ) -> Result<Self, $crate::file::LoadProblem> {
                Ok(Self {
                    $($field: members.parameter($name, $crate::rules::validators::table::default_value!($($default)?), loading)?,)*
                })
            }

            #[allow(unused_variables)]
            fn save(&self, rule: &mut serde_json::Map<String, serde_json::Value>) {
                $(if let Some(value) = $crate::rules::params::Param::save(&self.$field) {
                    rule.insert($name.into(), value);
                })*
            }

            #[allow(unused_variables)]
            fn each_path(&self, show: &mut dyn FnMut(&'static str, &$crate::rules::path::PropertyPath)) {
                $($crate::rules::params::Param::each_path(&self.$field, &mut |path| show($name, path));)*
            }

            fn inner(&self) -> &[std::sync::Arc<$crate::rules::rule::Rule>] {
                $(if !$crate::rules::params::Param::inner(&self.$field).is_empty() {
                    return $crate::rules::params::Param::inner(&self.$field);
                })*
                &[]
            }
        }
    };
}
pub(crate) use validator;

macro_rules! default_text {
    () => {
        None
    };
    ($default:expr) => {
        Some(|| $crate::rules::params::Param::save(&$default))
    };
}
pub(crate) use default_text;

macro_rules! default_value {
    () => {
        None
    };
    ($default:expr) => {
        Some($default)
    };
}
pub(crate) use default_value;

macro_rules! checks {
    ($($Rule:ident = $module:ident;)+) => {
        /// A validator with its parameters.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Validator {
            $(#[doc = concat!("See [`", stringify!($Rule), "`](super::", stringify!($Rule), ").")] $Rule(v::$module::$Rule),)+
        }

        impl Validator {
            /// The validator.
            #[must_use]
            pub fn id(&self) -> ValidationErrorType {
                match self { $(Self::$Rule(_) => ValidationErrorType::$Rule,)+ }
            }

            pub(crate) fn load(
                id: ValidationErrorType,
                members: &Members<'_, '_>,
                loading: &mut RuleLoader<'_>,
            ) -> Result<Self, LoadProblem> {
                match id {
                    $(ValidationErrorType::$Rule => v::$module::$Rule::load(members, loading).map(Self::$Rule),)+
                    ValidationErrorType::Unknown(code) => Err(LoadProblem::new(0, format!("{} is no validator", code.code()))),
                }
            }

            /// The parameters that a validator takes; none of an unlisted one.
            #[must_use]
            pub fn parameters_of(id: ValidationErrorType) -> &'static [ParameterInfo] {
                match id {
                    $(ValidationErrorType::$Rule => v::$module::$Rule::PARAMETERS,)+
                    ValidationErrorType::Unknown(_) => &[],
                }
            }

            /// When a validator fails, in words; `""` of an unlisted one.
            #[must_use]
            pub fn description_of(id: ValidationErrorType) -> &'static str {
                match id {
                    $(ValidationErrorType::$Rule => v::$module::$Rule::DOC,)+
                    ValidationErrorType::Unknown(_) => "",
                }
            }

            /// The kinds of value that a validator reads, in words; `""` of an unlisted one.
            #[must_use]
            pub fn accepts_description(id: ValidationErrorType) -> &'static str {
                match id {
                    $(ValidationErrorType::$Rule => v::$module::$Rule::READS.description(),)+
                    ValidationErrorType::Unknown(_) => "",
                }
            }

            pub(crate) fn reads(&self) -> ValueKinds {
                match self { $(Self::$Rule(check) => check.reads(),)+ }
            }

            pub(crate) fn save(&self, rule: &mut Map<String, Value>) {
                match self { $(Self::$Rule(check) => check.save(rule),)+ }
            }

            pub(crate) fn each_path(&self, show: &mut dyn FnMut(&'static str, &PropertyPath)) {
                match self { $(Self::$Rule(check) => check.each_path(show),)+ }
            }

            pub(crate) fn inner(&self) -> &[Arc<Rule>] {
                match self { $(Self::$Rule(check) => check.inner(),)+ }
            }

            pub(crate) fn has_paths_from_property(&self) -> bool {
                match self { $(Self::$Rule(_) => v::$module::$Rule::PATHS_FROM_PROPERTY,)+ }
            }

            pub(crate) fn parameter_error(&self) -> Option<(&'static str, String)> {
                match self { $(Self::$Rule(check) => check.parameter_error(),)+ }
            }

            /// What would have passed, in words.
            #[must_use]
            pub fn expected(&self) -> RuleExpectation {
                match self { $(Self::$Rule(check) => check.expected(),)+ }
            }

            pub(crate) fn is_local(&self) -> bool {
                match self { $(Self::$Rule(_) => v::$module::$Rule::IS_LOCAL,)+ }
            }

            /// Values that surely pass a validator that needs them alone.
            pub(crate) fn fast_accept(&self) -> FastAccept {
                match self { $(Self::$Rule(check) => check.fast_accept(),)+ }
            }

            /// Whether a value passes a validator that needs it alone.
            #[inline]
            pub(crate) fn accepts_value(&self, node: ValueRef<'_>) -> bool {
                match self { $(Self::$Rule(check) => check.accepts_value(node),)+ }
            }

            pub(crate) fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
                match self { $(Self::$Rule(check) => check.validate(site, findings),)+ }
            }
        }

        $(impl From<v::$module::$Rule> for Validator {
            fn from(check: v::$module::$Rule) -> Self {
                Self::$Rule(check)
            }
        })+
    };
}

checks! {
    UnknownValidator = unknown_validator;
    UniqueInstanceId = unique_instance_id;
    ExistingInstanceId = existing_instance_id;
    ExistingAttributeValue = existing_attribute_value;
    RequiredValue = required_value;
    Range = range;
    StringLength = string_length;
    Regex = regex;
    ValidValues = valid_values;
    CollectionCount = collection_count;
    CollectionItemValidator = collection_item_validator;
    ValidatorGroup = validator_group;
    ValidFormat = valid_format;
    UniqueAttributeValue = unique_attribute_value;
    RequiredAttribute = required_attribute;
    AcgTreeValidator = acg_tree_validator;
    PronunciationValidator = pronunciation_validator;
    WordValidator = word_validator;
    RangeFloat = range_float;
    ExistingAttendantProfile = existing_attendant_profile;
    Extension = extension;
    WorkstationsSharedAppearanceId = workstations_shared_appearance_id;
    MultipleOf = multiple_of;
    InvalidCharacters = invalid_characters;
    ExistingExtension = existing_extension;
    ExistingInstanceIdWithAttributeValue = existing_instance_id_with_attribute_value;
    CharacterDelimitedValue = character_delimited_value;
    AnalyzerKeywordCount = analyzer_keyword_count;
    WorkgroupAnalyzerKeywordCount = workgroup_analyzer_keyword_count;
    EndDateTimeValidator = end_date_time_validator;
    PropertyNotApplicable = property_not_applicable;
    InvalidMailboxFolder = invalid_mailbox_folder;
    UnsupportedManufacturer = unsupported_manufacturer;
    UnsupportedModel = unsupported_model;
    AudioProtocol = audio_protocol;
    RecorderPolicyAnalyzerKeywordCount = recorder_policy_analyzer_keyword_count;
    ReferenceCount = reference_count;
    WrapUpStatusTimeout = wrap_up_status_timeout;
    AttributeExistence = attribute_existence;
    OtherAttributeValue = other_attribute_value;
    NetworkAdapter = network_adapter;
    IntegerComparisonValidator = integer_comparison_validator;
    TimeZoneValidator = time_zone_validator;
    ExistingLanguageValues = existing_language_values;
    CharacterDelimitedKvPairs = character_delimited_kv_pairs;
    ObjectValidationErrorMutuallyExclusive = object_validation_error_mutually_exclusive;
}

impl Validator {
    /// Whether a validator judges an object as such, so that its property may be left findings.
    pub(crate) fn is_object_rule(id: ValidationErrorType) -> bool {
        use ValidationErrorType as Id;
        matches!(id, Id::WrapUpStatusTimeout | Id::AttributeExistence | Id::ObjectValidationErrorMutuallyExclusive)
    }
}
