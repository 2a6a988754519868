use super::set::RuleSet;
use crate::report::UncheckedRule;
use serde::{Serialize, Serializer};
use std::fmt;
use std::ops::Deref;

/// A value that was checked against its representation and a rule set, and found valid.
///
/// Only [`RequestChecker::validate`](super::RequestChecker::validate) and
/// [`validate_json`](super::RequestChecker::validate_json) create it. It can be read but not changed. If a rule could
/// not be checked, it is not [complete](Self::is_complete). [`Debug`](fmt::Debug) shows the rules, not the value.
///
/// ```
/// use icws_schema::body::UserClientConfigurationProperties;
/// use icws_schema::rules::{Context, RequestChecker, Valid};
///
/// fn send(update: &Valid<UserClientConfigurationProperties>) -> String {
///     serde_json::to_string(update).unwrap()
/// }
///
/// let update = RequestChecker::documented().validate(UserClientConfigurationProperties::default(), &Context::new())?;
/// assert!(update.is_complete() && update.rules().rules().is_empty());
/// assert_eq!(send(&update), "{}");
/// # Ok::<(), icws_schema::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Valid<T> {
    value: T,
    unchecked: Vec<UncheckedRule>,
    rules: RuleSet,
}

impl<T> Valid<T> {
    pub(super) fn new(value: T, unchecked: Vec<UncheckedRule>, rules: RuleSet) -> Self {
        Self { value, unchecked, rules }
    }

    /// Returns the rules that could not be checked.
    #[must_use]
    pub fn unchecked(&self) -> &[UncheckedRule] {
        &self.unchecked
    }

    /// Returns whether every rule could be checked.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unchecked.is_empty()
    }

    /// Returns the rules by which the value was checked.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// Returns the value, which is then no longer known to be valid.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> AsRef<T> for Valid<T> {
    fn as_ref(&self) -> &T {
        &self.value
    }
}

/// Serializes the value alone.
impl<T: Serialize> Serialize for Valid<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Shows the number of rules and a line for each rule that could not be checked, but not the value.
impl<T> fmt::Debug for Valid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Valid {{ rules: {} }}", self.rules.rules().len())?;
        self.unchecked.iter().try_for_each(|unchecked| write!(f, "\n{unchecked:?}"))
    }
}
