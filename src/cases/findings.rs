use crate::codes::ValidationErrorType;
use crate::file::{LoadError, LoadProblem};
use crate::report::{Problem, Report, UncheckedRule};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The findings of a check, or those that a case expects.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CaseFindings {
    /// The body was checked.
    Checked {
        /// The problems; a valid body has none.
        problems: Vec<CaseProblem>,
        /// The rules that could not be checked.
        unchecked: Vec<CaseUnchecked>,
    },
    /// The rules were rejected: the first problem.
    RejectedRules(CaseRejection),
    /// The directory was rejected: the first problem.
    RejectedDirectory(CaseRejection),
}

/// An expected or reported problem. A field that is `None` is not compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CaseProblem {
    /// The validator; `None` if the value is malformed.
    #[serde(serialize_with = "code", deserialize_with = "validator")]
    pub validator: Option<ValidationErrorType>,
    /// The JSON Pointer of the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The path of the value, such as `followMe[1].phoneNumber`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub property: Option<String>,
    /// The value as a string; `""` if it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The JSON Pointer of the rule; `""` if the problem is not a violation (null in JSON).
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "or_null", deserialize_with = "null")]
    pub rule: Option<String>,
    /// The problems of the inner rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub causes: Option<Vec<CaseProblem>>,
}

/// An unchecked rule. A field that is `None` is not compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CaseUnchecked {
    /// The validator.
    #[serde(serialize_with = "code", deserialize_with = "validator")]
    pub validator: Option<ValidationErrorType>,
    /// The path of the property in the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub property: Option<String>,
    /// The JSON Pointer of the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The reason, in English. It is never compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The first problem of rules or a directory that cannot be loaded. A field that is `None` is not compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CaseRejection {
    /// The JSON Pointer of the rule or entry; `""` at the root of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The parameter or key; `""` if there is none (null in JSON).
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "or_null", deserialize_with = "null")]
    pub parameter: Option<String>,
    /// The suggestion; `""` if there is none (null in JSON).
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "or_null", deserialize_with = "null")]
    pub suggestion: Option<String>,
    /// The whole message, in English. It is never compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl CaseFindings {
    /// Creates findings without problems and unchecked rules.
    #[must_use]
    pub fn valid() -> Self {
        Self::Checked { problems: Vec::new(), unchecked: Vec::new() }
    }

    /// Returns whether the body is or should be valid.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        matches!(self, Self::Checked { problems, .. } if problems.is_empty())
    }
}

impl From<&Report> for CaseFindings {
    fn from(report: &Report) -> Self {
        Self::Checked {
            problems: report.iter().map(CaseProblem::from).collect(),
            unchecked: report.unchecked().iter().map(CaseUnchecked::from).collect(),
        }
    }
}

impl From<&Problem> for CaseProblem {
    fn from(problem: &Problem) -> Self {
        Self {
            validator: problem.validator(),
            pointer: Some(problem.pointer()),
            property: Some(problem.location().to_string()),
            value: problem.value(),
            rule: Some(problem.rule_pointer().unwrap_or_default()),
            causes: Some(problem.causes().iter().map(Self::from).collect()),
        }
    }
}

impl From<&UncheckedRule> for CaseUnchecked {
    fn from(unchecked: &UncheckedRule) -> Self {
        Self {
            validator: Some(unchecked.validator()),
            property: Some(unchecked.property().to_owned()),
            rule: Some(unchecked.rule_pointer()),
            reason: Some(unchecked.reason().to_string()),
        }
    }
}

impl From<&LoadError> for CaseRejection {
    fn from(error: &LoadError) -> Self {
        let Some(first) = error.problems().first() else { return Self::default() };
        Self {
            pointer: Some(first.pointer().to_owned()),
            parameter: Some(first.parameter().unwrap_or_default().to_owned()),
            suggestion: Some(LoadProblem::suggestion(first).unwrap_or_default().to_owned()),
            message: Some(first.to_string()),
        }
    }
}

/// Serializes the number of a validator, or null.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde gives it so")]
fn code<S: Serializer>(validator: &Option<ValidationErrorType>, serializer: S) -> Result<S::Ok, S::Error> {
    validator.map(ValidationErrorType::code).serialize(serializer)
}

/// Deserializes the name or number of a validator, or null.
fn validator<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ValidationErrorType>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "expected the name or number of a validator, or null")]
    enum Named {
        Number(i32),
        Name(String),
        Malformed(()),
    }
    match Named::deserialize(deserializer)? {
        Named::Number(code) => Ok(Some(ValidationErrorType::from_code(code))),
        Named::Name(name) => ValidationErrorType::from_name(&name)
            .map(Some)
            .ok_or_else(|| serde::de::Error::custom("expected the name or number of a validator, or null")),
        Named::Malformed(()) => Ok(None),
    }
}

/// Serializes `""` as null.
#[expect(clippy::ref_option, reason = "serde gives it so")]
fn or_null<S: Serializer>(text: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    text.as_deref().filter(|text| !text.is_empty()).serialize(serializer)
}

/// Deserializes null as `""`.
fn null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Option::<String>::deserialize(deserializer).map(|text| Some(text.unwrap_or_default()))
}
