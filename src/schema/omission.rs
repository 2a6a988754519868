use crate::codes::ValidationErrorType;
use std::fmt;

/// A rule that a schema does not contain, or contains only in part.
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
    /// The JSON Pointer of the rule in its rule set, such as `/rules/3/rules/0`.
    pub rule_pointer: String,
    /// The reason why the schema does not contain all of it.
    pub reason: OmissionReason,
    /// Whether the schema contains a part of it. It then rejects some values that the rule rejects, and none that the rule
    /// accepts.
    pub is_partial: bool,
}

/// Writes the pointer of the rule, the validator and the reason.
impl fmt::Display for OmittedRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { validator, rule_pointer, reason, is_partial } = self;
        let extent = if *is_partial { "only partly" } else { "not" };
        write!(f, "{rule_pointer}: {validator} is {extent} in the schema: {reason}")
    }
}

/// The reason why a schema does not contain a rule.
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
    /// The rule depends on properties that a request may omit, which then keep their values on the server.
    OtherProperties,
    /// The rule compares two properties.
    Comparison,
    /// The condition compares properties of different items.
    SeveralItems,
    /// The condition is about a part of the rule's own property.
    OwnCondition,
    /// The rule is a custom check.
    CustomCheck,
    /// The rule compares strings case-insensitively.
    CaseInsensitive,
    /// The rule counts UTF-16 code units; JSON Schema counts code points.
    Utf16,
    /// The rule is about multiples with an offset.
    Offset,
    /// The rule splits a string.
    DelimitedString,
    /// The rule needs syntax that not all regular expression engines support, such as word boundaries and Unicode classes.
    Pattern,
    /// A pattern in the common syntax of engines would be too large.
    PatternSize,
    /// No pattern of reasonable size in the common syntax of engines expresses the format.
    Format,
    /// A rule of the group is not in the schema.
    Group,
    /// The request has no such property.
    UnknownProperty,
    /// The property never has a type that the rule accepts.
    WrongType,
    /// No keywords express the validator.
    Validator,
}

impl fmt::Display for OmissionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Directory => "it queries the directory",
            Self::OtherProperties => {
                "it depends on other properties, which keep their values on the server if the request omits them"
            }
            Self::Comparison => "JSON Schema does not compare two properties",
            Self::SeveralItems => "its condition compares properties of different items",
            Self::OwnCondition => "its condition is about a part of its own property",
            Self::CustomCheck => "it is a custom check",
            Self::CaseInsensitive => "JSON Schema compares strings case-sensitively",
            Self::Utf16 => "JSON Schema counts code points, not UTF-16 code units",
            Self::Offset => "JSON Schema has no multiples with an offset",
            Self::DelimitedString => "JSON Schema does not split strings",
            Self::Pattern => "it needs syntax that not all regular expression engines support",
            Self::PatternSize => "its pattern would be too large",
            Self::Format => "no pattern of reasonable size in common syntax expresses the format",
            Self::Group => "a rule of the group is not in the schema",
            Self::UnknownProperty => "the request has no such property",
            Self::WrongType => "the property never has a type that it accepts",
            Self::Validator => "no keywords express the validator",
        })
    }
}
