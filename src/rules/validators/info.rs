use super::Validator;
use crate::codes::ValidationErrorType;
use crate::rules::outline::is_object_rule;
use crate::rules::params::{ParameterFields, ParameterInfo};
use crate::rules::value_kinds::ValueKinds;
use crate::vocabulary::ValueType;

/// A validator, as data for documentation, editors and schemas.
///
/// ```
/// use icws_schema::codes::ValidationErrorType;
/// use icws_schema::file::ValueType;
/// use icws_schema::rules::ValidatorInfo;
///
/// let info = ValidatorInfo::of(ValidationErrorType::Range).unwrap();
/// assert_eq!(info.parameters.iter().map(|parameter| parameter.name).collect::<Vec<_>>(), ["min", "max"]);
/// assert_eq!(info.accepts(), [ValueType::Integer]);
/// assert!(info.description.starts_with("Fails if "));
/// assert!(ValidatorInfo::of(ValidationErrorType::from_code(8)).is_none());
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ValidatorInfo {
    /// The validator: its number, name and message.
    pub kind: ValidationErrorType,
    /// When it fails, in English.
    pub description: &'static str,
    /// Its parameters.
    pub parameters: &'static [ParameterInfo],
    pub(crate) accepts: ValueKinds,
    pub(crate) load: fn(&mut ParameterFields<'_, '_, '_>) -> Option<Validator>,
}

impl ValidatorInfo {
    /// Returns all validators, in the order of their numbers.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        ValidationErrorType::ALL.iter().filter_map(|kind| Self::of(*kind))
    }

    /// Returns the types of values that the validator accepts; every other type but null fails.
    #[must_use]
    pub fn accepts(&self) -> Vec<ValueType> {
        self.accepts.types()
    }

    /// Returns whether a rule must have `property`; if not, it is `""` by default.
    #[must_use]
    pub fn requires_property(&self) -> bool {
        !is_object_rule(self.accepts)
    }
}
