use super::{Param, expected};
use crate::file::LoadProblem;
use crate::json::tree::{Json, Tree};
use crate::rules::load::RuleLoader;
use serde_json::{Value, json};
use std::collections::HashSet;

/// Names of members or keys, which compare exactly. There may be none: then none is asked for, or none is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameSet {
    names: Vec<String>,
    set: HashSet<String>,
}

impl NameSet {
    /// These names, in their order.
    #[must_use]
    pub fn new(names: Vec<String>) -> Self {
        Self { set: names.iter().cloned().collect(), names }
    }

    /// The names, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether a name is one of them.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.set.contains(name)
    }
}

impl Param for NameSet {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        let Json::Array(items) = &tree.json else { return Err(expected(tree, "a list")) };
        items.iter().map(|item| String::load(item, loading)).collect::<Result<_, _>>().map(Self::new)
    }

    fn save(&self) -> Option<Value> {
        Some(self.iter().collect())
    }

    fn schema() -> Value {
        json!({"type": "array", "items": String::schema()})
    }
}
