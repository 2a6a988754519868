use crate::report::CustomCheckError;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

/// A check that a caller registered.
#[derive(Clone)]
pub(crate) enum CustomCheck {
    Infallible(Arc<dyn Fn(&Value) -> bool + Send + Sync>),
    Fallible(Arc<FallibleCheck>),
}

type FallibleCheck = dyn Fn(&Value) -> Result<bool, CustomCheckError> + Send + Sync;

impl UnwindSafe for CustomCheck {}
impl RefUnwindSafe for CustomCheck {}

impl CustomCheck {
    /// Returns whether a value is valid.
    pub(crate) fn accepts(&self, value: &Value) -> Result<bool, CustomCheckError> {
        match self {
            Self::Infallible(check) => Ok(check(value)),
            Self::Fallible(check) => check(value),
        }
    }

    pub(crate) fn is_fallible(&self) -> bool {
        matches!(self, Self::Fallible(_))
    }
}

/// Custom checks, by the names that rules of validator 0 use.
///
/// A check receives each value at its property except null, and returns whether it is valid.
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
    /// Creates a value without checks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers a check, which returns whether a value is valid. It replaces a check with the same name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, check: impl Fn(&Value) -> bool + Send + Sync + 'static) -> Self {
        self.checks.insert(name.into(), CustomCheck::Infallible(Arc::new(check)));
        self
    }

    /// Registers a check that can fail. If it fails, the rule is unchecked and there is no proof that the value is
    /// valid, as if a directory had failed. It replaces a check with the same name.
    ///
    /// ```
    /// use icws_schema::report::{CustomCheckError, UncheckedReason};
    /// use icws_schema::rules::validators::UnknownValidator;
    /// use icws_schema::rules::{CustomChecks, ObjectChecker, ObjectContext, Rule, RuleSet};
    ///
    /// let rules = RuleSet::new([Rule::new("name", UnknownValidator::new("known"))])?;
    /// let checks = CustomChecks::new().with_fallible("known", |_| Err(CustomCheckError::new("connection refused")));
    /// let report = ObjectChecker::with_custom_checks(&rules, &checks)?.check(r#"{"name": "Jane"}"#, &ObjectContext::new());
    /// assert!(report.is_valid() && report.has_failed_questions());
    /// assert!(matches!(report.unchecked()[0].reason(), UncheckedReason::CustomCheckFailed { name, .. } if name == "known"));
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn with_fallible(
        mut self,
        name: impl Into<String>,
        check: impl Fn(&Value) -> Result<bool, CustomCheckError> + Send + Sync + 'static,
    ) -> Self {
        self.checks.insert(name.into(), CustomCheck::Fallible(Arc::new(check)));
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
