use super::{Param, expected};
use crate::file::LoadProblem;
use crate::json::tree::{Json, Tree};
use crate::rules::load::RuleLoader;
use regex::{Error, Regex, RegexBuilder};
use regex_automata::nfa::thompson;
use serde_json::{Value, json};

/// The most that a compiled pattern may take, in bytes.
const SIZE: usize = 2 << 20;

/// A compiled pattern.
#[derive(Debug, Clone)]
pub struct Pattern {
    regex: Regex,
}

impl Pattern {
    /// The pattern as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.regex.as_str()
    }

    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Param for Pattern {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        let Json::String(text) = &tree.json else { return Err(expected(tree, "a pattern")) };
        let refuse = |message: String| LoadProblem::new(tree.at, message);
        let too_many = || refuse("expected patterns of at most 64 MiB in one set, found more".to_owned());
        // Compiling is what costs: behind too many patterns none is compiled, and one that is too large counts as well.
        if !loading.add_pattern(0) {
            return Err(too_many());
        }
        let regex = RegexBuilder::new(text).size_limit(SIZE).build().map_err(|error| {
            if let Error::CompiledTooBig(size) = error {
                loading.add_pattern(size);
            }
            refuse(format!("expected a pattern of linear time and at most 2 MiB: {error}"))
        })?;
        let size = thompson::NFA::compiler()
            .configure(thompson::Config::new().nfa_size_limit(Some(SIZE)))
            .build(text)
            .map_or(SIZE, |nfa| nfa.memory_usage());
        if !loading.add_pattern(size) {
            return Err(too_many());
        }
        Ok(Self { regex })
    }

    fn save(&self) -> Option<Value> {
        Some(self.as_str().into())
    }

    fn schema() -> Value {
        json!({"type": "string"})
    }
}
