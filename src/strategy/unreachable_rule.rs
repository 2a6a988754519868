use crate::codes::ValidationErrorType;
use crate::report::UncheckedReason;
use std::fmt;

/// A rule that no generated body violates alone.
///
/// ```
/// use icws_schema::rules::{Context, RequestChecker};
/// use icws_schema::strategy::RequestStrategy;
///
/// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}"#;
/// let requests = RequestStrategy::new(&RequestChecker::from_json(rules)?, &Context::new());
/// let [rule] = requests.unreachable_rules() else { unreachable!() };
/// assert_eq!(rule.to_string(), "/rules/0: existingExtension: no directory has `extensions`");
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnreachableRule {
    /// The validator of the rule.
    pub validator: ValidationErrorType,
    /// The JSON Pointer of the rule in its rule set.
    pub rule_pointer: String,
    /// The reason why the rule was unchecked; `None` if it was checked, and no body was found that violates it alone.
    pub reason: Option<UncheckedReason>,
}

impl fmt::Display for UnreachableRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: ", self.rule_pointer, self.validator)?;
        match &self.reason {
            Some(reason) => reason.fmt(f),
            None => f.write_str("no body was found that violates it alone"),
        }
    }
}
