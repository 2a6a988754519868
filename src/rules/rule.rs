use super::outline::is_object_rule;
use super::params::Param;
use super::path::PropertyPath;
use super::validators::{Validator, ValidatorInfo};
use crate::codes::ValidationErrorType;
use crate::json::write::write_string;
use crate::report::{ItemFault, RuleExpectation, RuleInfo};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// A rule: a validator with its parameters, and the property that it checks.
///
/// A rule is plain data. [`RuleSet::new`](super::RuleSet::new) checks that its path is valid, its pattern compiles and
/// its bounds are in order. It serializes as in a rule file, without parameters that have their default value. Two
/// rules are equal if they mean the same: numbers are compared by exact value, patterns as strings, arrays item by
/// item.
///
/// ```
/// use icws_schema::rules::validators::Range;
/// use icws_schema::rules::Rule;
///
/// let rule = Rule::new("externalCallTimeout.actualValue", Range::new().with_min(1).with_max(300)).with_note("an assumption");
/// assert_eq!(
///     serde_json::to_string(&rule).unwrap(),
///     r#"{"validator":"range","property":"externalCallTimeout.actualValue","min":1,"max":300,"note":"an assumption"}"#
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Rule {
    /// `property`: the path of the property; `""` is the object itself.
    pub property: PropertyPath,
    /// `validator`, and its parameters.
    pub validator: Validator,
    /// `note`: a string that accompanies each violation; `None` if there is none.
    pub note: Option<String>,
}

impl Rule {
    /// Creates a rule without a note.
    #[must_use]
    pub fn new(property: impl Into<PropertyPath>, validator: impl Into<Validator>) -> Self {
        Self { property: property.into(), validator: validator.into(), note: None }
    }

    /// Sets the note, which accompanies each violation.
    #[must_use]
    pub fn with_note(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }

    /// Writes the rule as in a rule file, without parameters that have their default value.
    pub(crate) fn write(&self, json: &mut String) {
        json.push_str("{\"validator\":");
        write_string(self.validator.kind().name().unwrap_or_default(), json);
        let is_object_rule = is_object_rule(self.validator.as_validate().declared_kinds());
        if !is_object_rule || !self.property.as_str().is_empty() {
            json.push_str(",\"property\":");
            self.property.write(json);
        }
        self.validator.as_validate().write_parameters(json);
        if let Some(note) = &self.note {
            json.push_str(",\"note\":");
            write_string(note, json);
        }
        json.push('}');
    }
}

impl RuleInfo for Rule {
    fn validator(&self) -> ValidationErrorType {
        self.validator.kind()
    }

    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    fn expected(&self) -> Cow<'_, RuleExpectation> {
        Cow::Owned(self.validator.expected())
    }

    fn failed_item(&self, string: &str, invalid: Option<&str>) -> Option<(usize, ItemFault)> {
        self.validator.as_validate().failed_item(string, invalid)
    }

    fn to_json(&self) -> Value {
        let mut json = String::new();
        self.write(&mut json);
        serde_json::from_str(&json).unwrap_or_default()
    }

    fn parameters(&self) -> Map<String, Value> {
        let info = ValidatorInfo::of(self.validator.kind());
        let defaults = info.iter().flat_map(|info| info.parameters).filter_map(|parameter| {
            let default = parameter.default()?;
            Some((parameter.name.to_owned(), default))
        });
        let mut parameters: Map<_, _> = defaults.collect();
        let is_parameter = |name: &str| !["validator", "property", "note"].contains(&name);
        let rule = self.to_json();
        let rule = rule.as_object().into_iter().flatten().filter(|(name, _)| is_parameter(name));
        parameters.extend(rule.map(|(name, value)| (name.clone(), value.clone())));
        parameters
    }
}
