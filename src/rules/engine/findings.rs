use super::compiled::CompiledRule;
use super::reasons::SharedReason;
use crate::location::SharedPath;
use crate::report::Unexpected;
use crate::value_ref::ValueRef;
use std::collections::BTreeSet;
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
    /// For findings that the report lists; `None` for those of inner rules that a group has as causes.
    pub(super) listed: Option<Listed>,
}

/// What a report lists of findings: the first, each rule once at a location. The others are counted as they are found, so that
/// they take no memory.
#[derive(Clone, Copy)]
pub(super) struct Listed {
    /// The maximum number of failures, and of unchecked rules.
    max: usize,
    /// The number of failures that are settled, and of unchecked rules: each is there once.
    settled: (usize, usize),
    pub(super) omitted: OmittedFindings,
}

/// The findings that are not listed.
#[derive(Clone, Copy, Default)]
pub(super) struct OmittedFindings {
    pub(super) failures: usize,
    pub(super) unchecked: usize,
    /// Whether the source of the answer to a question failed for one of the unchecked rules.
    pub(super) has_failed_questions: bool,
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

    /// Creates findings that are listed, of which the first are kept.
    pub(super) fn listed(max: usize) -> Self {
        let listed = Listed { max, settled: (0, 0), omitted: OmittedFindings::default() };
        Self { listed: Some(listed), ..Self::default() }
    }

    /// Creates findings that are listed if these are, after these.
    pub(crate) fn following(&self) -> Self {
        self.listed.map_or_else(Self::default, |listed| Self::listed(listed.max))
    }

    /// Adds findings that follow these.
    pub(crate) fn append(&mut self, following: Self) {
        self.settle();
        let omitted = following.listed.map(|listed| listed.omitted);
        self.merge(following);
        if let (Some(listed), Some(omitted)) = (&mut self.listed, omitted) {
            listed.omitted.failures += omitted.failures;
            listed.omitted.unchecked += omitted.unchecked;
            listed.omitted.has_failed_questions |= omitted.has_failed_questions;
            listed.settled = (self.failures.len(), self.unchecked.len());
        }
        self.omit();
    }

    /// Keeps the first finding of a rule at each location among those that have been added by a visit of one location, which
    /// are all that a rule finds there, and no more than are listed.
    pub(super) fn settle(&mut self) {
        let Some(Listed { settled: (failures, unchecked), .. }) = self.listed else { return };
        let is_single = match (&self.failures[failures..], &self.unchecked[unchecked..]) {
            ([], []) => return,
            ([RuleFailure::Violation(_)], []) | ([], [_]) => true,
            _ => false,
        };
        if !is_single {
            let mut seen = BTreeSet::new();
            let mut is_first =
                |rule: &CompiledRule, path: &Option<SharedPath>| seen.insert((rule.number, path.clone()));
            let new = self.failures.split_off(failures).into_iter();
            self.failures.extend(new.filter(|failure| match failure {
                RuleFailure::Violation(violation) => is_first(&violation.rule, &violation.path),
                RuleFailure::Reported(_) => false,
            }));
            let new = self.unchecked.split_off(unchecked).into_iter();
            self.unchecked.extend(new.filter(|unchecked| match &unchecked.location {
                UncheckedLocation::Location(path) => is_first(&unchecked.rule, path),
                UncheckedLocation::Written => true,
            }));
        }
        self.omit();
    }

    /// Omits what is not listed: the last failures, and the unchecked rules that are the last in the order of the rules.
    fn omit(&mut self) {
        let Some(Listed { max, settled, omitted }) = &mut self.listed else { return };
        if self.failures.len() > *max {
            omitted.failures += self.failures.len() - *max;
            self.failures.truncate(*max);
        }
        // They are sorted seldom.
        if self.unchecked.len() / 2 >= *max {
            self.unchecked.sort_by(|one, two| one.rule.indexes.cmp(&two.rule.indexes));
            omitted.unchecked += self.unchecked.len() - *max;
            omitted.has_failed_questions |=
                self.unchecked[*max..].iter().any(|unchecked| unchecked.reason.is_failure());
            self.unchecked.truncate(*max);
        }
        *settled = (self.failures.len(), self.unchecked.len());
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
