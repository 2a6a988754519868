use super::check::Check;
use super::rule::Rule;
use crate::codes::ValidationErrorType;
use std::fmt;
use std::sync::Arc;

/// A rule whose outcome depends on something that is not known: no violation, but the report is not complete.
#[derive(Debug, Clone)]
pub struct Unchecked {
    rule: Arc<Rule>,
    pub(crate) indexes: Vec<usize>,
    property: String,
    reason: String,
}

impl Unchecked {
    pub(crate) fn new(rule: &Arc<Rule>, indexes: Vec<usize>, property: String, reason: String) -> Self {
        Self { rule: rule.clone(), indexes, property, reason }
    }

    /// The validator.
    #[must_use]
    pub fn validator(&self) -> ValidationErrorType {
        self.rule.check.id()
    }

    /// The place at which the rule would fail; for a rule that the server's version lacks, its property as it is written.
    #[must_use]
    pub fn property(&self) -> &str {
        &self.property
    }

    /// What is not known, and the nearest name that is.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The rule's own place in its set, as a JSON Pointer: `/rules/3/rules/0`.
    #[must_use]
    pub fn rule(&self) -> String {
        pointer(&self.indexes)
    }

    /// The validator's parameters.
    #[must_use]
    pub fn check(&self) -> &Check {
        &self.rule.check
    }
}

impl fmt::Display for Unchecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} unchecked: {}", self.validator(), self.reason)
    }
}

/// A rule's place in its set.
pub(crate) fn pointer<'i>(indexes: impl IntoIterator<Item = &'i usize>) -> String {
    indexes.into_iter().map(|index| format!("/rules/{index}")).collect()
}
