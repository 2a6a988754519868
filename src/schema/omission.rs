use crate::codes::ValidationErrorType;
use std::fmt;

/// A rule that a schema does not contain, or contains in part.
///
/// ```
/// use icws_schema::rules::RuleSet;
/// use icws_schema::schema::request_with_rules;
///
/// let set = r#"{"rules": [{"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}"#;
/// let omitted = &request_with_rules(&RuleSet::from_json(set)?).omitted[0];
/// assert_eq!(omitted.to_string(), "/rules/0: existingExtension is not in the schema: it queries the directory");
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OmittedRule {
    /// The validator.
    pub validator: ValidationErrorType,
    /// The JSON Pointer of the rule in its set: `/rules/3/rules/0`.
    pub rule_pointer: String,
    /// Why JSON Schema cannot express it.
    pub reason: OmissionReason,
    /// Whether the schema contains a part of it: it rejects some values that the rule rejects, and none that the rule accepts.
    pub is_partial: bool,
}

/// The pointer of the rule, the validator and the reason.
impl fmt::Display for OmittedRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { validator, rule_pointer, reason, is_partial } = self;
        let extent = if *is_partial { "only partly" } else { "not" };
        write!(f, "{rule_pointer}: {validator} is {extent} in the schema: {reason}")
    }
}

/// Why a schema does not contain a rule.
///
/// ```
/// use icws_schema::rules::RuleSet;
/// use icws_schema::schema::{OmissionReason, request_with_rules};
///
/// let set = r#"{"rules": [{"validator": "stringLength", "property": "followMe[].phoneNumber", "max": 9, "unit": "utf16"}]}"#;
/// let omitted = request_with_rules(&RuleSet::from_json(set)?).omitted;
/// assert_eq!(omitted[0].reason, OmissionReason::Utf16);
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OmissionReason {
    /// The rule queries the directory.
    Directory,
    /// The rule depends on properties that a request may omit; then they stay as they are on the server.
    OtherProperties,
    /// The rule compares two properties.
    Comparison,
    /// The condition compares properties of different items.
    SeveralItems,
    /// The condition is about a part of the rule's own property.
    OwnCondition,
    /// The rule is a check of the caller's own.
    CustomCheck,
    /// The rule compares strings case-insensitively.
    CaseInsensitive,
    /// The rule counts UTF-16 code units; JSON Schema counts code points.
    Utf16,
    /// The rule has a multiple with an offset.
    Offset,
    /// The rule splits a string.
    DelimitedString,
    /// The rule needs what regular expression engines do not have in common, such as word boundaries and classes of Unicode.
    Pattern,
    /// A pattern of what engines have in common would be too large.
    PatternSize,
    /// No pattern of common size and syntax has the meaning of the format.
    Format,
    /// A rule of the group is omitted.
    Group,
    /// The request has no such property.
    UnknownProperty,
    /// The property is never of a type that the rule reads.
    WrongType,
    /// No keywords are known for the validator.
    Validator,
}

impl fmt::Display for OmissionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Directory => "it queries the directory",
            Self::OtherProperties => {
                "it depends on other properties, which stay as they are on the server if the request omits them"
            }
            Self::Comparison => "JSON Schema does not compare two properties",
            Self::SeveralItems => "its condition compares properties of different items",
            Self::OwnCondition => "its condition is about a part of its own property",
            Self::CustomCheck => "it is a check of the caller's own",
            Self::CaseInsensitive => "JSON Schema compares strings case-sensitively",
            Self::Utf16 => "JSON Schema counts code points, not UTF-16 code units",
            Self::Offset => "JSON Schema has no multiples with an offset",
            Self::DelimitedString => "JSON Schema does not split strings",
            Self::Pattern => "it needs what regular expression engines do not have in common",
            Self::PatternSize => "its pattern would be too large",
            Self::Format => "no pattern of common size and syntax has the meaning of the format",
            Self::Group => "a rule of the group is not in the schema",
            Self::UnknownProperty => "the request has no such property",
            Self::WrongType => "the property is never of a type that it reads",
            Self::Validator => "no keywords express the validator",
        })
    }
}
