//! The parameters of a rule: how each kind is read from a rule file, checked, written back and described.

use super::condition::Condition;
use super::loading::Loading;
use super::path::Path;
use super::refusal::Refusal;
use super::rule::Rule;
use crate::json::tree::{Json, Tree};
use crate::rules::text::number::{integral, integral_double};
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
pub(crate) trait Parameter: Sized {
    /// Whether it may be left out without a default.
    const OPTIONAL: bool = false;
    fn load(tree: &Tree<'_>, loading: &mut Loading<'_>) -> Result<Self, Refusal>;
    fn save(&self) -> Option<Value>;
    fn schema() -> Value;
    /// What stands where the parameter is not given, where that is allowed by the type.
    fn absent() -> Option<Self> {
        None
    }
    fn each_path(&self, _: &mut dyn FnMut(&Path)) {}
    fn inner(&self) -> &[Arc<Rule>] {
        &[]
    }
}

/// What is expected where something else stands.
pub(crate) fn expected(tree: &Tree<'_>, what: &str) -> Refusal {
    Refusal::new(tree.at, format!("expected {what}, found {}", shown(&tree.json)))
}

/// One of some words is expected where something else stands.
pub(crate) fn expected_one_of(tree: &Tree<'_>, words: &[&str]) -> Refusal {
    let one_of = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match &tree.json {
        Json::Text(text) => {
            let refusal = Refusal::unknown(tree.at, "word", text, words.iter().copied());
            Refusal { message: format!("expected one of {one_of}, found `{text}`"), ..refusal }
        }
        _ => expected(tree, &format!("one of {one_of}")),
    }
}

/// A number or a Boolean itself, which is no secret in a rule file or directory file; of anything else what it is.
pub(crate) fn shown(json: &Json<'_>) -> String {
    match json {
        Json::Number(text) if text.len() <= 40 => (*text).to_owned(),
        Json::Boolean(value) => value.to_string(),
        other => other.found().to_string(),
    }
}

/// The integer that a number is.
pub(crate) fn integer(tree: &Tree<'_>) -> Option<i64> {
    match tree.json {
        Json::Number(text) => integral(text).and_then(|value| value.try_into().ok()),
        _ => None,
    }
}

impl Parameter for i64 {
    fn load(tree: &Tree<'_>, _: &mut Loading<'_>) -> Result<Self, Refusal> {
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
impl Parameter for u64 {
    fn load(tree: &Tree<'_>, _: &mut Loading<'_>) -> Result<Self, Refusal> {
        integer(tree).and_then(|value| value.try_into().ok()).ok_or_else(|| expected(tree, "an integer of at least 0"))
    }

    fn save(&self) -> Option<Value> {
        Some((*self).into())
    }

    fn schema() -> Value {
        json!({"type": "integer", "minimum": 0})
    }
}

impl Parameter for f64 {
    fn load(tree: &Tree<'_>, _: &mut Loading<'_>) -> Result<Self, Refusal> {
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

impl Parameter for bool {
    fn load(tree: &Tree<'_>, _: &mut Loading<'_>) -> Result<Self, Refusal> {
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

impl Parameter for String {
    fn load(tree: &Tree<'_>, _: &mut Loading<'_>) -> Result<Self, Refusal> {
        match &tree.json {
            Json::Text(text) => Ok(text.to_string()),
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

impl Parameter for Path {
    fn load(tree: &Tree<'_>, loading: &mut Loading<'_>) -> Result<Self, Refusal> {
        let text = String::load(tree, loading)?;
        Self::parse(&text).map_err(|error| Refusal::new(tree.at, error.to_string()))
    }

    fn save(&self) -> Option<Value> {
        Some(self.as_str().into())
    }

    fn schema() -> Value {
        json!({"type": "string"})
    }

    fn each_path(&self, show: &mut dyn FnMut(&Path)) {
        show(self);
    }
}

impl<T: Parameter> Parameter for Option<T> {
    const OPTIONAL: bool = true;

    fn load(tree: &Tree<'_>, loading: &mut Loading<'_>) -> Result<Self, Refusal> {
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

    fn each_path(&self, show: &mut dyn FnMut(&Path)) {
        if let Some(value) = self {
            value.each_path(show);
        }
    }

    fn inner(&self) -> &[Arc<Rule>] {
        self.as_ref().map_or(&[], T::inner)
    }
}

/// A list, which may not be empty.
impl<T: Parameter> Parameter for Vec<T> {
    fn load(tree: &Tree<'_>, loading: &mut Loading<'_>) -> Result<Self, Refusal> {
        match &tree.json {
            Json::List(items) if items.is_empty() => Err(Refusal::new(tree.at, "expected at least one, found none")),
            Json::List(items) => items.iter().map(|item| T::load(item, loading)).collect(),
            _ => Err(expected(tree, "a list")),
        }
    }

    fn save(&self) -> Option<Value> {
        Some(self.iter().filter_map(T::save).collect())
    }

    fn schema() -> Value {
        json!({"type": "array", "minItems": 1, "items": T::schema()})
    }

    fn each_path(&self, show: &mut dyn FnMut(&Path)) {
        self.iter().for_each(|value| value.each_path(show));
    }
}

/// Inner rules.
impl Parameter for Vec<Arc<Rule>> {
    fn load(tree: &Tree<'_>, loading: &mut Loading<'_>) -> Result<Self, Refusal> {
        match &tree.json {
            Json::List(items) if items.is_empty() => {
                Err(Refusal::new(tree.at, "expected at least one rule, found none"))
            }
            Json::List(items) => loading.inner_rules(items),
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

impl Parameter for Condition {
    fn load(tree: &Tree<'_>, loading: &mut Loading<'_>) -> Result<Self, Refusal> {
        Self::load(tree, loading, 0)
    }

    fn save(&self) -> Option<Value> {
        Some(self.to_json())
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Condition"})
    }

    fn each_path(&self, show: &mut dyn FnMut(&Path)) {
        self.each_path(show);
    }
}

/// Makes a parameter of a table of the words of which it is one.
macro_rules! choice {
    ($(#[doc = $doc:literal])+ pub enum $Enum:ident { $($(#[doc = $about:literal])+ $word:literal => $Variant:ident,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Enum {
            $(#[doc = concat!("`", $word, "`: ")] $(#[doc = $about])+ $Variant,)+
        }

        impl $Enum {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The one that a rule file calls so.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.name() == name)
            }

            /// The word in a rule file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$Variant => $word,)+ }
            }
        }

        impl $crate::rules::parameter::Parameter for $Enum {
            fn load(
                tree: &$crate::json::tree::Tree<'_>,
                _: &mut $crate::rules::loading::Loading<'_>,
            ) -> Result<Self, $crate::rules::refusal::Refusal> {
                let word = match &tree.json {
                    $crate::json::tree::Json::Text(text) => Self::from_name(text),
                    _ => None,
                };
                word.ok_or_else(|| $crate::rules::parameter::expected_one_of(tree, &[$($word),+]))
            }

            fn save(&self) -> Option<serde_json::Value> {
                Some(self.name().into())
            }

            fn schema() -> serde_json::Value {
                serde_json::json!({"type": "string", "enum": [$($word),+]})
            }
        }
    };
}
pub(crate) use choice;
