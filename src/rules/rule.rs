use super::path::PropertyPath;
use super::validators::table::Validator;
use crate::codes::ValidationErrorType;
use crate::report::{RuleExpectation, RuleInfo};
use serde_json::{Map, Value};

/// A validator, the property that it judges, and its parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// `property`: the path of the property, `""` for the object itself.
    pub property: PropertyPath,
    /// `validator`, and its parameters.
    pub validator: Validator,
    /// `note`: a text that goes with each violation; `None` where there is none.
    pub note: Option<String>,
}

impl Rule {
    /// The rule as it stands in a rule file.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut rule = Map::new();
        rule.insert("validator".into(), self.validator.id().name().into());
        rule.insert("property".into(), self.property.as_str().into());
        self.validator.save(&mut rule);
        if let Some(note) = &self.note {
            rule.insert("note".into(), note.as_str().into());
        }
        Value::Object(rule)
    }

    /// The parameters as they stand in a rule file.
    #[must_use]
    pub fn parameters(&self) -> Map<String, Value> {
        let mut parameters = Map::new();
        self.validator.save(&mut parameters);
        parameters
    }

    /// The feature version that brought the validator, if a server of this one lacks it.
    pub(crate) fn newer_than(&self, version: u32) -> Option<u32> {
        self.validator.id().since().filter(|since| version < *since)
    }

    /// What is wrong with the rule in itself: the parameter, and why.
    pub(crate) fn parameter_error(&self) -> Option<(&'static str, String)> {
        let mut refusal = self.validator.parameter_error();
        let shared = if self.validator.has_paths_from_property() { &[][..] } else { self.property.shared() };
        self.validator.each_path(&mut |parameter, path| {
            let differs = if self.validator.has_paths_from_property() {
                !path.shared().is_empty()
            } else {
                !shared.starts_with(path.shared())
            };
            if differs && refusal.is_none() {
                refusal = Some((parameter, "expected no `[]` but those with which `property` begins".to_owned()));
            }
        });
        refusal
    }
}

impl RuleInfo for Rule {
    fn validator(&self) -> ValidationErrorType {
        self.validator.id()
    }

    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    fn expected(&self) -> RuleExpectation {
        self.validator.expected()
    }

    fn to_json(&self) -> Value {
        self.to_json()
    }
}
