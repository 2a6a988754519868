//! Checkers of requests and of any objects.

use super::case::Setting;
use crate::file::{LoadError, LoadProblem};
use crate::rules::{CustomChecks, ObjectChecker, RequestChecker, RuleSet};
use crate::vocabulary::CaseTarget;

/// A checker of requests or of any objects.
#[derive(Clone)]
pub(super) enum CaseChecker {
    Request(RequestChecker),
    Any(ObjectChecker),
}

impl CaseChecker {
    /// Returns the warnings of the rules.
    pub(super) fn warnings(&self) -> &[LoadProblem] {
        match self {
            Self::Request(checker) => checker.warnings(),
            Self::Any(_) => &[],
        }
    }
}

/// Loads rules for the target.
pub(super) fn checker(
    target: CaseTarget,
    file: impl AsRef<[u8]>,
    checks: &CustomChecks,
) -> Result<CaseChecker, LoadError> {
    match target {
        CaseTarget::Request => RequestChecker::from_json_with_custom_checks(file, checks).map(CaseChecker::Request),
        CaseTarget::Any => ObjectChecker::from_json_with_custom_checks(file, checks).map(CaseChecker::Any),
    }
}

/// Creates a checker of a set.
pub(super) fn of_set(target: CaseTarget, set: &RuleSet, checks: &CustomChecks) -> Result<CaseChecker, LoadError> {
    match target {
        CaseTarget::Request => RequestChecker::with_custom_checks(set, checks).map(CaseChecker::Request),
        CaseTarget::Any => ObjectChecker::with_custom_checks(set, checks).map(CaseChecker::Any),
    }
}

/// Returns the custom checks of a case.
pub(super) fn custom_checks(setting: &Setting) -> CustomChecks {
    let mut checks = CustomChecks::new();
    for (name, rejects) in setting.checks.iter().flat_map(|checks| checks.iter()) {
        let rejects = rejects.clone();
        checks = checks.with(name, move |value| !rejects.contains(value));
    }
    checks
}
