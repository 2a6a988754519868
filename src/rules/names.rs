use super::loading::Loading;
use super::parameter::{Parameter, expected};
use super::refusal::Refusal;
use crate::json::tree::{Json, Tree};
use serde_json::{Value, json};
use std::collections::HashSet;

/// Names of members or keys, which compare exactly. There may be none: then none is asked for, or none is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    names: Vec<String>,
    set: HashSet<String>,
}

impl Names {
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

impl Parameter for Names {
    fn load(tree: &Tree<'_>, loading: &mut Loading<'_>) -> Result<Self, Refusal> {
        let Json::List(items) = &tree.json else { return Err(expected(tree, "a list")) };
        items.iter().map(|item| String::load(item, loading)).collect::<Result<_, _>>().map(Self::new)
    }

    fn save(&self) -> Option<Value> {
        Some(self.iter().collect())
    }

    fn schema() -> Value {
        json!({"type": "array", "items": String::schema()})
    }
}
