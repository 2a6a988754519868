use super::Param;
use crate::file::LoadProblem;
use crate::json::tree::Tree;
use crate::rules::load::RuleLoader;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

type Function = Arc<dyn Fn(&Value) -> bool + Send + Sync>;

/// The caller's own checks, by the names under which rules of validator 0 ask for them.
#[derive(Clone, Default)]
pub struct CustomChecks {
    checks: BTreeMap<String, Function>,
}

impl CustomChecks {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers a check, which says whether a value passes.
    #[must_use]
    pub fn with(mut self, name: &str, check: impl Fn(&Value) -> bool + Send + Sync + 'static) -> Self {
        self.checks.insert(name.to_owned(), Arc::new(check));
        self
    }

    pub(crate) fn get(&self, name: &str) -> Option<CustomCheck> {
        self.checks.get(name).map(|function| CustomCheck { name: name.to_owned(), function: function.clone() })
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.checks.keys().map(String::as_str)
    }
}

impl fmt::Debug for CustomChecks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

/// A check that a caller registered.
#[derive(Clone)]
pub struct CustomCheck {
    name: String,
    function: Function,
}

impl CustomCheck {
    /// The name under which it is registered.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn passes(&self, value: &Value) -> bool {
        (self.function)(value)
    }
}

/// Checks are told apart by their names.
impl PartialEq for CustomCheck {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl fmt::Debug for CustomCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CustomCheck").field(&self.name).finish()
    }
}

impl Param for CustomCheck {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        let name = String::load(tree, loading)?;
        let checks = loading.checks;
        checks
            .get(&name)
            .ok_or_else(|| LoadProblem::unknown(tree.at, "check that the caller registered", &name, checks.names()))
    }

    fn save(&self) -> Option<Value> {
        Some(self.name().into())
    }

    fn schema() -> Value {
        json!({"type": "string"})
    }
}
