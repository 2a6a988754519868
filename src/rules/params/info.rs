use super::Param;
use crate::rules::rule::Rule;
use crate::suggest::in_backticks;
use serde_json::Value;

/// One parameter of a validator, as data for documentation and schemas.
///
/// ```
/// use icws_schema::codes::ValidationErrorType;
/// use icws_schema::rules::ValidatorInfo;
///
/// let info = ValidatorInfo::of(ValidationErrorType::WordValidator).unwrap();
/// let max = info.parameters.iter().find(|parameter| parameter.name == "max").unwrap();
/// assert_eq!(max.default(), Some(120.into()));
/// assert!(!max.is_required());
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ParameterInfo {
    /// The name of the parameter in a rule file.
    pub name: &'static str,
    /// Its meaning, in English.
    pub description: &'static str,
    pub(crate) presence: Presence,
    pub(crate) schema: fn() -> Value,
    pub(crate) words: fn() -> Vec<(&'static str, &'static str)>,
}

/// Whether a parameter is required.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Presence {
    Required,
    Optional,
    Default(fn() -> Value),
}

impl ParameterInfo {
    /// Returns the value that applies if the parameter is not given; `None` if there is no such value.
    #[must_use]
    pub fn default(&self) -> Option<Value> {
        match self.presence {
            Presence::Default(default) => Some(default()),
            Presence::Required | Presence::Optional => None,
        }
    }

    /// Returns whether the parameter must be given.
    #[must_use]
    pub fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Required)
    }

    /// Returns the strings that the parameter accepts, or the names of the members of its object, each with its meaning
    /// in English; empty if it accepts any string, number, boolean, path or rules.
    ///
    /// ```
    /// use icws_schema::codes::ValidationErrorType;
    /// use icws_schema::rules::ValidatorInfo;
    ///
    /// let info = ValidatorInfo::of(ValidationErrorType::StringLength).unwrap();
    /// let unit = info.parameters.iter().find(|parameter| parameter.name == "unit").unwrap();
    /// assert_eq!(unit.words()[0], ("codePoints", "Unicode code points."));
    /// ```
    #[must_use]
    pub fn words(&self) -> Vec<(&'static str, &'static str)> {
        (self.words)()
    }

    /// Returns what it is, and what to write: its words, or its shape.
    pub(crate) fn help(&self) -> String {
        let (mut help, name, schema) = (phrase(self.description), self.name, self.schema());
        let words = self.words();
        let is_array = schema["type"] == "array";
        let shape = match schema["$ref"].as_str() {
            Some("#/$defs/Condition") => r#"{"property": "callForwardAll.actualValue", "is": true}"#,
            _ if is_array && schema["items"] == Vec::<Rule>::schema()["items"] => {
                r#"[{"validator": ..., "property": ...}]"#
            }
            _ if is_array => r#"["...", "..."]"#,
            _ => "",
        };
        if !shape.is_empty() {
            help.push_str(&format!(": `\"{name}\": {shape}`"));
        } else if let [(word, _)] = *words {
            help.push_str(&format!(": `{word}`"));
        } else if !words.is_empty() && schema["$ref"].is_null() {
            help.push_str(&format!(", one of {}", in_backticks(words.iter().map(|(word, _)| *word))));
        }
        help
    }

    /// Returns the JSON Schema of its values.
    #[must_use]
    pub fn schema(&self) -> Value {
        (self.schema)()
    }
}

/// Returns the first sentence of a description without its period, to follow a semicolon.
fn phrase(description: &str) -> String {
    let sentence = description.split_once(". ").map_or(description, |(first, _)| first).trim_end_matches('.');
    let mut characters = sentence.chars();
    let first = characters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}
