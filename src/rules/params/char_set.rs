use super::Param;
use crate::file::LoadProblem;
use crate::json::tree::Tree;
use crate::rules::load::RuleLoader;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A set of code points, written as one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharSet {
    text: String,
    set: BTreeSet<char>,
}

impl CharSet {
    /// The characters of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), set: text.chars().collect() }
    }

    /// The text.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn set(&self) -> &BTreeSet<char> {
        &self.set
    }
}

impl Param for CharSet {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        String::load(tree, loading).map(|text| Self::new(&text))
    }

    fn save(&self) -> Option<Value> {
        Some(self.text.as_str().into())
    }

    fn schema() -> Value {
        json!({"type": "string"})
    }
}
