use super::params::{Scalar, ValueSet};
use super::path::PropertyPath;
use super::value_kinds::ValueKinds;
use crate::codes::ValidationErrorType;
use crate::json::number::OwnedNumber;

/// The names to which a rule refers, with their byte offsets, as far as the rule could be read: what it takes to
/// resolve the rule.
#[derive(Debug, Clone)]
pub(crate) struct Outline {
    pub(crate) validator: Option<ValidationErrorType>,
    /// What the validator accepts, if it is known.
    pub(crate) accepts: Option<ValueKinds>,
    /// The property, and its offset.
    pub(crate) property: Option<(PropertyPath, usize)>,
    pub(crate) references: Vec<RuleReference>,
    /// The inner rules.
    pub(crate) rules: Vec<Outline>,
}

/// A name or value in a rule that refers to something outside of it.
#[derive(Debug, Clone)]
pub(crate) struct RuleReference {
    /// The parameter, with the path of the member in it: `when.property`.
    pub(crate) parameter: String,
    pub(crate) at: usize,
    pub(crate) name: ReferenceName,
}

#[derive(Debug, Clone)]
pub(crate) enum ReferenceName {
    /// A second path.
    Path(PropertyPath),
    /// A member of the object at the rule's property.
    Member(String),
    /// A check that the caller registers.
    CustomCheck(String),
    /// A value with which another property is compared.
    Equal { path: PropertyPath, value: Scalar },
    /// Values with which the property is compared.
    Values(ValueSet),
    /// A pattern.
    Pattern(String),
    /// Bounds of the property.
    Bounds { min: Option<OwnedNumber>, max: Option<OwnedNumber> },
}

/// Returns whether a validator checks an object as such: the paths of its parameters start there, and its property is
/// `""` if it is not given.
pub(crate) fn is_object_rule(accepts: ValueKinds) -> bool {
    accepts == ValueKinds::OBJECT
}
