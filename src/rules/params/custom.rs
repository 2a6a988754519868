use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

/// A check that a caller registered.
#[derive(Clone)]
pub(crate) struct CustomCheck(Arc<dyn Fn(&Value) -> bool + Send + Sync>);

impl UnwindSafe for CustomCheck {}
impl RefUnwindSafe for CustomCheck {}

impl CustomCheck {
    /// Returns whether a value is valid.
    pub(crate) fn accepts(&self, value: &Value) -> bool {
        (self.0)(value)
    }
}

/// The caller's own checks, by the names that rules of validator 0 use.
///
/// A check gets every value at its property but null, and returns whether it is valid.
///
/// ```
/// use icws_schema::rules::validators::UnknownValidator;
/// use icws_schema::rules::{CustomChecks, ObjectChecker, ObjectContext, Rule, RuleSet};
///
/// let rules = RuleSet::new([Rule::new("name", UnknownValidator::new("capitalized"))])?;
/// let checks = CustomChecks::new()
///     .with("capitalized", |value| value.as_str().is_some_and(|name| name.starts_with(char::is_uppercase)));
/// let checker = ObjectChecker::with_custom_checks(&rules, &checks)?;
/// assert!(checker.check(r#"{"name": "Jane"}"#, &ObjectContext::new()).is_valid());
/// assert!(!checker.check(r#"{"name": "jane"}"#, &ObjectContext::new()).is_valid());
/// assert!(ObjectChecker::new(&rules).is_err(), "nothing is registered");
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Clone, Default)]
pub struct CustomChecks {
    checks: BTreeMap<String, CustomCheck>,
}

impl CustomChecks {
    /// No checks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers a check, which returns whether a value is valid. It replaces one that has the same name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, check: impl Fn(&Value) -> bool + Send + Sync + 'static) -> Self {
        self.checks.insert(name.into(), CustomCheck(Arc::new(check)));
        self
    }

    /// Returns the names of the checks, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.checks.keys().map(String::as_str)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&CustomCheck> {
        self.checks.get(name)
    }
}

impl fmt::Debug for CustomChecks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
