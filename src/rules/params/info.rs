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

    /// Returns the JSON Schema of its values.
    #[must_use]
    pub fn schema(&self) -> Value {
        (self.schema)()
    }
}
