use super::parameters::validator;
use crate::report::{CustomCheckError, RuleExpectation, UncheckedReason};
use crate::rules::engine::{DeclaredParameters, RuleFindings, RuleSite, Validate};
use crate::rules::params::{CustomCheck, CustomChecks};
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

validator! {
    /// Fails if a custom check rejects the value.
    pub struct UnknownValidator accepts ValueKinds::ANY;
    page {
        /// The check is registered with [`CustomChecks`] under the name in `check`, and bound when a checker is
        /// created:
        ///
        /// ```
        /// use icws_schema::rules::{validators::*, *};
        ///
        /// let rule = Rule::new("name", UnknownValidator::new("capitalized"));
        /// let checks = CustomChecks::new()
        ///     .with("capitalized", |value| value.as_str().is_some_and(|name| name.starts_with(char::is_uppercase)));
        /// let checker = ObjectChecker::with_custom_checks(&RuleSet::new([rule])?, &checks)?;
        /// let context = ObjectContext::new();
        /// assert!(checker.check(r#"{"name": "Jane"}"#, &context).is_valid());
        /// assert!(!checker.check(r#"{"name": "jane"}"#, &context).is_valid());
        /// # Ok::<(), icws_schema::file::LoadError>(())
        /// ```
    }
    required {
        /// The name under which the caller registers the check.
        "check" => check: String as into;
    }
}

impl Validate for UnknownValidator {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::CustomCheck { name: self.check.clone() }
    }
}

impl UnknownValidator {
    /// Binds the check that is registered under the name.
    pub(super) fn bind(&self, checks: &CustomChecks) -> Arc<dyn Validate> {
        match checks.get(&self.check) {
            Some(check) => Arc::new(BoundCheck { validator: self.clone(), check: check.clone() }),
            None => Arc::new(self.clone()),
        }
    }
}

/// A validator with its check.
struct BoundCheck {
    validator: UnknownValidator,
    check: CustomCheck,
}

impl BoundCheck {
    /// Returns whether the check accepts a value. One with a number out of range is malformed, which is reported, and no
    /// check has rejected it.
    fn accepts(&self, value: ValueRef<'_>) -> Result<bool, CustomCheckError> {
        match serde_json::from_str::<Value>(&value.json()) {
            Ok(value) => self.check.accepts(&value),
            Err(_) => Ok(true),
        }
    }
}

impl fmt::Debug for BoundCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.validator.fmt(f)
    }
}

impl DeclaredParameters for BoundCheck {
    fn write_parameters(&self, json: &mut String) {
        self.validator.write_parameters(json);
    }

    fn declared_kinds(&self) -> ValueKinds {
        self.validator.declared_kinds()
    }
}

impl Validate for BoundCheck {
    fn expected(&self) -> RuleExpectation {
        self.validator.expected()
    }

    fn is_local(&self) -> bool {
        !self.check.is_fallible()
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        self.accepts(value) == Ok(true)
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(value) = site.non_null() else { return };
        let outcome = self.accepts(value).map_err(|error| {
            let name = self.validator.check.clone();
            UncheckedReason::CustomCheckFailed { name, error }.into()
        });
        site.decide(outcome, findings);
    }
}
