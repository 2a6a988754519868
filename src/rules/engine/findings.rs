use super::compiled::CompiledRule;
use super::reasons::SharedReason;
use crate::location::SharedPath;
use crate::report::Unexpected;
use crate::value_ref::ValueRef;
use std::sync::Arc;

/// The findings of rules so far.
#[derive(Default)]
pub(crate) struct RuleFindings<'a> {
    pub(super) failures: Vec<RuleFailure<'a>>,
    pub(super) unchecked: Vec<PendingUnchecked>,
    /// Whether a rule failed, even if the representation has already reported the same.
    pub(crate) failed: bool,
    /// Whether a rule was skipped because the server's version does not have it.
    pub(crate) version_skipped: bool,
}

/// A rule that failed.
pub(super) enum RuleFailure<'a> {
    Violation(PendingViolation<'a>),
    /// The representation has already reported the same: the index of its problem.
    Reported(usize),
}

/// A violation whose value is not yet written.
pub(super) struct PendingViolation<'a> {
    pub(super) rule: Arc<CompiledRule>,
    pub(super) path: Option<SharedPath>,
    pub(super) found: Unexpected,
    pub(super) value: RejectedValue<'a>,
    pub(super) causes: Vec<RuleFailure<'a>>,
}

/// The value of a violation.
#[derive(Clone, Copy)]
pub(super) enum RejectedValue<'a> {
    Missing,
    /// The value at the location.
    Whole(ValueRef<'a>),
    /// A part of it: an id, or an item of a delimited string.
    Part(&'a str),
}

/// A rule whose outcome is unknown.
pub(super) struct PendingUnchecked {
    pub(super) rule: Arc<CompiledRule>,
    pub(super) location: UncheckedLocation,
    pub(super) reason: SharedReason,
}

pub(super) enum UncheckedLocation {
    Location(Option<SharedPath>),
    /// The property as it is written in the rule.
    Written,
}

impl RuleFindings<'_> {
    /// Returns the number of findings.
    pub(crate) fn len(&self) -> usize {
        self.failures.len() + self.unchecked.len()
    }

    /// Adds the findings of inner rules.
    pub(crate) fn merge(&mut self, inner: Self) {
        self.failures.extend(inner.failures);
        self.unchecked.extend(inner.unchecked);
        self.failed |= inner.failed;
        self.version_skipped |= inner.version_skipped;
    }

    /// Adds the unchecked rules among inner rules.
    pub(crate) fn merge_unchecked(&mut self, inner: Self) {
        self.unchecked.extend(inner.unchecked);
        self.version_skipped |= inner.version_skipped;
    }

    /// Returns whether the outcome is known.
    pub(crate) fn is_known(&self) -> bool {
        self.unchecked.is_empty() && !self.version_skipped
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.failures.is_empty() && self.unchecked.is_empty()
    }
}
