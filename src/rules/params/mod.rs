//! The parameters of a rule: how each kind is read from a rule file, checked, written back and described.

mod alphabet;
mod char_set;
mod custom;
mod format;
mod name_set;
mod pattern;
mod scalar;
mod value_set;

pub use alphabet::PronunciationAlphabet;
pub use char_set::CharSet;
pub use custom::{CustomCheck, CustomChecks};
pub use name_set::NameSet;
pub use pattern::Pattern;
pub use scalar::{AnyScalar, Scalar};
pub use value_set::ValueSet;

pub(crate) use crate::file::object::expected;
pub(crate) use scalar::attribute_value;

use crate::file::LoadProblem;
use crate::json::tree::{Json, Tree};
use crate::rules::condition::Condition;
use crate::rules::formats::number::{integral, integral_double};
use crate::rules::load::RuleLoader;
use crate::rules::path::PropertyPath;
use crate::rules::rule::Rule;
use crate::vocabulary::{Word, from_word};
use serde_json::{Value, json};
use std::sync::Arc;

/// A parameter's name and what it is, for documentation, schemas, and near misses.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ParameterInfo {
    /// Its name in a rule file.
    pub name: &'static str,
    /// What it says, in a sentence.
    pub doc: &'static str,
    pub(crate) default: Option<fn() -> Option<Value>>,
    pub(crate) schema: fn() -> Value,
    pub(crate) optional: bool,
}

impl ParameterInfo {
    /// What is taken where it is not given, if something is.
    #[must_use]
    pub fn default(&self) -> Option<Value> {
        self.default.and_then(|default| default())
    }

    /// Whether it must be given.
    #[must_use]
    pub fn is_required(&self) -> bool {
        !self.optional && self.default.is_none()
    }

    /// The JSON Schema of its values.
    #[must_use]
    pub fn schema(&self) -> Value {
        (self.schema)()
    }
}

/// A type that a parameter can have.
pub(crate) trait Param: Sized {
    /// Whether it may be left out without a default.
    const OPTIONAL: bool = false;
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem>;
    fn save(&self) -> Option<Value>;
    fn schema() -> Value;
    /// What stands where the parameter is not given, where that is allowed by the type.
    fn absent() -> Option<Self> {
        None
    }
    fn each_path(&self, _: &mut dyn FnMut(&PropertyPath)) {}
    fn inner(&self) -> &[Arc<Rule>] {
        &[]
    }
}

/// One of some words is expected where something else stands.
pub(crate) fn expected_one_of(tree: &Tree<'_>, words: &[&str]) -> LoadProblem {
    let one_of = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match &tree.json {
        Json::String(text) => {
            let refusal = LoadProblem::unknown(tree.at, "word", text, words.iter().copied());
            LoadProblem { message: format!("expected one of {one_of}, found `{text}`"), ..refusal }
        }
        _ => expected(tree, &format!("one of {one_of}")),
    }
}

/// The integer that a number is.
pub(crate) fn integer(tree: &Tree<'_>) -> Option<i64> {
    match tree.json {
        Json::Number(text) => integral(text).and_then(|value| value.try_into().ok()),
        _ => None,
    }
}

impl Param for i64 {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        integer(tree).ok_or_else(|| expected(tree, "an integer of 64 bits"))
    }

    fn save(&self) -> Option<Value> {
        Some((*self).into())
    }

    fn schema() -> Value {
        json!({"type": "integer"})
    }
}

/// A number of characters or items: an integer that is not negative.
impl Param for u64 {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        integer(tree).and_then(|value| value.try_into().ok()).ok_or_else(|| expected(tree, "an integer of at least 0"))
    }

    fn save(&self) -> Option<Value> {
        Some((*self).into())
    }

    fn schema() -> Value {
        json!({"type": "integer", "minimum": 0})
    }
}

impl Param for f64 {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        match tree.json {
            Json::Number(text) => text.parse().ok().filter(|value: &Self| value.is_finite()),
            _ => None,
        }
        .ok_or_else(|| expected(tree, "a finite number"))
    }

    fn save(&self) -> Option<Value> {
        Some(match integral_double(*self).and_then(|value| i64::try_from(value).ok()) {
            Some(integer) => integer.into(),
            None => (*self).into(),
        })
    }

    fn schema() -> Value {
        json!({"type": "number"})
    }
}

impl Param for bool {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        match tree.json {
            Json::Boolean(value) => Ok(value),
            _ => Err(expected(tree, "a Boolean")),
        }
    }

    fn save(&self) -> Option<Value> {
        Some((*self).into())
    }

    fn schema() -> Value {
        json!({"type": "boolean"})
    }
}

impl Param for String {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        match &tree.json {
            Json::String(text) => Ok(text.to_string()),
            _ => Err(expected(tree, "a text")),
        }
    }

    fn save(&self) -> Option<Value> {
        Some(self.as_str().into())
    }

    fn schema() -> Value {
        json!({"type": "string"})
    }
}

impl Param for PropertyPath {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        let text = String::load(tree, loading)?;
        Self::parse(&text).map_err(|error| LoadProblem::new(tree.at, error.to_string()))
    }

    fn save(&self) -> Option<Value> {
        Some(self.as_str().into())
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Path"})
    }

    fn each_path(&self, show: &mut dyn FnMut(&PropertyPath)) {
        show(self);
    }
}

impl<T: Param> Param for Option<T> {
    const OPTIONAL: bool = true;

    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        T::load(tree, loading).map(Some)
    }

    fn save(&self) -> Option<Value> {
        self.as_ref()?.save()
    }

    fn schema() -> Value {
        T::schema()
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn each_path(&self, show: &mut dyn FnMut(&PropertyPath)) {
        if let Some(value) = self {
            value.each_path(show);
        }
    }

    fn inner(&self) -> &[Arc<Rule>] {
        self.as_ref().map_or(&[], T::inner)
    }
}

/// A list, which may not be empty.
impl<T: Param> Param for Vec<T> {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        match &tree.json {
            Json::Array(items) if items.is_empty() => {
                Err(LoadProblem::new(tree.at, "expected at least one, found none"))
            }
            Json::Array(items) => items.iter().map(|item| T::load(item, loading)).collect(),
            _ => Err(expected(tree, "a list")),
        }
    }

    fn save(&self) -> Option<Value> {
        Some(self.iter().filter_map(T::save).collect())
    }

    fn schema() -> Value {
        json!({"type": "array", "minItems": 1, "items": T::schema()})
    }

    fn each_path(&self, show: &mut dyn FnMut(&PropertyPath)) {
        self.iter().for_each(|value| value.each_path(show));
    }
}

/// Inner rules.
impl Param for Vec<Arc<Rule>> {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        match &tree.json {
            Json::Array(items) if items.is_empty() => {
                Err(LoadProblem::new(tree.at, "expected at least one rule, found none"))
            }
            Json::Array(items) => loading.inner_rules(items),
            _ => Err(expected(tree, "a list of rules")),
        }
    }

    fn save(&self) -> Option<Value> {
        Some(self.iter().map(|rule| rule.to_json()).collect())
    }

    fn schema() -> Value {
        json!({"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Rule"}})
    }

    fn inner(&self) -> &[Arc<Rule>] {
        self
    }
}

impl Param for Condition {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        Self::load(tree, loading, 0)
    }

    fn save(&self) -> Option<Value> {
        Some(self.to_json())
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Condition"})
    }

    fn each_path(&self, show: &mut dyn FnMut(&PropertyPath)) {
        self.each_path(show);
    }
}

/// One of the words of an enum.
impl<T: Word> Param for T {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        let word = match &tree.json {
            Json::String(word) => from_word(word),
            _ => None,
        };
        word.ok_or_else(|| expected_one_of(tree, T::WORDS))
    }

    fn save(&self) -> Option<Value> {
        let index =
            Self::VALUES.iter().position(|value| std::mem::discriminant(value) == std::mem::discriminant(self))?;
        Some(Self::WORDS[index].into())
    }

    fn schema() -> Value {
        json!({"type": "string", "enum": T::WORDS})
    }
}
