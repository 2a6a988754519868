use super::rule_info::RuleInfo;
use crate::codes::ValidationErrorType;
use crate::location::{Location, SharedPath};
use std::fmt;
use std::sync::{Arc, OnceLock};

/// A rule whose outcome depends on something that is not known: no violation, but the report is not complete.
#[derive(Clone)]
pub struct UncheckedRule {
    rule: Arc<dyn RuleInfo>,
    pub(crate) indexes: Vec<usize>,
    /// Where the rule judges; what `property` is made of when it is asked for.
    trail: Option<SharedPath>,
    property: OnceLock<String>,
    reason: Arc<str>,
}

impl UncheckedRule {
    pub(crate) fn new(
        rule: Arc<dyn RuleInfo>,
        indexes: Vec<usize>,
        trail: Option<SharedPath>,
        reason: Arc<str>,
    ) -> Self {
        Self { rule, indexes, trail, property: OnceLock::new(), reason }
    }

    /// Of a rule as it is written, wherever it would judge.
    pub(crate) fn of_rule(rule: Arc<dyn RuleInfo>, property: String, indexes: Vec<usize>, reason: Arc<str>) -> Self {
        Self { property: property.into(), ..Self::new(rule, indexes, None, reason) }
    }

    /// The validator.
    #[must_use]
    pub fn validator(&self) -> ValidationErrorType {
        self.rule.validator()
    }

    /// The place at which the rule would fail; for a rule that the server's version lacks, its property as it is written.
    #[must_use]
    pub fn property(&self) -> &str {
        self.property.get_or_init(|| Location(self.trail.iter().flat_map(SharedPath::segments).collect()).to_string())
    }

    /// What is not known, and the nearest name that is.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The rule's own place in its set, as a JSON Pointer: `/rules/3/rules/0`.
    #[must_use]
    pub fn rule_pointer(&self) -> String {
        pointer(&self.indexes)
    }

    /// Returns the rule.
    #[must_use]
    pub fn rule(&self) -> &dyn RuleInfo {
        &*self.rule
    }
}

impl fmt::Display for UncheckedRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} unchecked: {}", self.validator(), self.reason)
    }
}

/// A rule's place in its set.
pub(crate) fn pointer<'i>(indexes: impl IntoIterator<Item = &'i usize>) -> String {
    indexes.into_iter().map(|index| format!("/rules/{index}")).collect()
}

/// One line of at most 200 bytes, without values.
impl fmt::Debug for UncheckedRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::problem::debug_line(&format!("{}: {self} ({})", self.property(), self.rule_pointer())))
    }
}

/// Equal when all that they report is equal.
impl PartialEq for UncheckedRule {
    fn eq(&self, other: &Self) -> bool {
        (self.validator(), self.property(), self.reason(), &self.indexes)
            == (other.validator(), other.property(), other.reason(), &other.indexes)
    }
}
