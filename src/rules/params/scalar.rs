use super::{Param, expected};
use crate::file::LoadProblem;
use crate::json::number::OwnedNumber;
use crate::json::tree::{Json, Tree};
use crate::report::ExpectedScalar;
use crate::rules::load::RuleLoader;
use crate::value_ref::ValueRef;
use serde_json::{Value, json};

/// A string, number or boolean that values are compared with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// `true` or `false`
    Boolean(bool),
    /// A number, which equals another one of the same exact decimal value.
    Number(OwnedNumber),
    /// A string.
    String(String),
}

impl Scalar {
    pub(crate) fn load(tree: &Tree<'_>) -> Result<Self, LoadProblem> {
        match &tree.json {
            Json::Boolean(value) => Ok(Self::Boolean(*value)),
            Json::String(text) => Ok(Self::String(text.to_string())),
            Json::Number(text) => text.parse().map(Self::Number).map_err(|_| expected(tree, "a finite number")),
            _ => Err(expected(tree, "a text, a number or a Boolean")),
        }
    }

    /// Copies a scalar; `None` for null, an array, an object, or an `f64` that is not finite, which equals nothing.
    pub(crate) fn of(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Boolean(value) => Some(Self::Boolean(value)),
            ValueRef::Number(number) => OwnedNumber::new(number).map(Self::Number),
            ValueRef::String(string) => Some(Self::String(string.to_owned())),
            ValueRef::Null | ValueRef::Array(_) | ValueRef::Object(_) => None,
        }
    }

    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Boolean(value) => (*value).into(),
            Self::Number(value) => number_value(value),
            Self::String(text) => text.as_str().into(),
        }
    }

    pub(crate) fn expected(&self) -> ExpectedScalar {
        match self {
            Self::Boolean(value) => ExpectedScalar::Boolean(*value),
            Self::String(string) => ExpectedScalar::String(string.clone()),
            Self::Number(value) => ExpectedScalar::Number(value.to_string()),
        }
    }

    pub(crate) fn equals(&self, node: ValueRef<'_>) -> bool {
        match (self, node) {
            (Self::Boolean(one), ValueRef::Boolean(two)) => *one == two,
            (Self::Number(one), ValueRef::Number(two)) => one.as_number() == two,
            (Self::String(one), ValueRef::String(two)) => one == two,
            _ => false,
        }
    }
}

impl Param for Scalar {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        Self::load(tree)
    }

    fn save(&self) -> Option<Value> {
        Some(self.to_json())
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Scalar"})
    }
}

/// Returns a number as a [`Value`], which has 64 bits.
pub(crate) fn number_value(number: &OwnedNumber) -> Value {
    let number = number.as_number();
    number.to_i64().map_or_else(|| serde_json::from_str(&number.to_string()).unwrap_or_default(), Value::from)
}
