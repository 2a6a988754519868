use super::{Param, expected};
use crate::directory::AttributeValue;
use crate::file::LoadProblem;
use crate::json::number::Number as ExactNumber;
use crate::json::tree::{Json, Tree};
use crate::report::ExpectedScalar;
use crate::rules::load::RuleLoader;
use crate::value_ref::{Number, ValueRef};
use serde_json::{Value, json};
use std::cmp::Ordering;

/// A text, number or Boolean that values are compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// A Boolean.
    Boolean(bool),
    /// An integer of 64 bits, with or without a sign.
    Integer(i128),
    /// A number with a fraction, or beyond 64 bits: it compares as a double.
    Number(f64),
    /// A text.
    String(String),
}

impl Scalar {
    pub(crate) fn load(tree: &Tree<'_>, fractions: bool) -> Result<Self, LoadProblem> {
        match &tree.json {
            Json::Boolean(value) => Ok(Self::Boolean(*value)),
            Json::String(text) => Ok(Self::String(text.to_string())),
            Json::Number(text) => match Number::Spelled(text).exact() {
                Some(value) => Ok(Self::Integer(value)),
                None => text
                    .parse()
                    .ok()
                    .filter(|value: &f64| value.is_finite() && (fractions || value.fract() == 0.0))
                    .map(Self::Number)
                    .ok_or_else(|| expected(tree, if fractions { "a finite number" } else { "an integer" })),
            },
            _ => Err(expected(tree, "a text, a number or a Boolean")),
        }
    }

    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Boolean(value) => (*value).into(),
            Self::Integer(value) => {
                i64::try_from(*value).map(Value::from).or(u64::try_from(*value).map(Value::from)).unwrap_or_default()
            }
            Self::Number(value) => (*value).into(),
            Self::String(text) => text.as_str().into(),
        }
    }

    pub(crate) fn expected(&self) -> ExpectedScalar {
        match self {
            Self::Boolean(value) => ExpectedScalar::Boolean(*value),
            Self::String(string) => ExpectedScalar::String(string.clone()),
            Self::Integer(_) | Self::Number(_) => ExpectedScalar::Number(self.to_json().to_string()),
        }
    }

    pub(crate) fn equals(&self, node: ValueRef<'_>) -> bool {
        match (self, node) {
            (Self::Boolean(one), ValueRef::Boolean(two)) => *one == two,
            (Self::Integer(one), ValueRef::Number(two)) => two.integer() == Some(*one),
            (Self::Number(one), ValueRef::Number(two)) => {
                two.exact().is_none() && two.double().partial_cmp(one).is_some_and(Ordering::is_eq)
            }
            (Self::String(one), ValueRef::String(two)) => one == two,
            _ => false,
        }
    }
}

/// Returns a value of a body as that of an attribute; `None` if it cannot be one.
pub(crate) fn attribute_value(node: ValueRef<'_>) -> Option<AttributeValue<'_>> {
    match node {
        ValueRef::Boolean(value) => Some(AttributeValue::Boolean(value)),
        ValueRef::Number(number) => Some(AttributeValue::Number(match number {
            Number::Integer(value) => ExactNumber::Integer(value),
            Number::Unsigned(value) => ExactNumber::Unsigned(value),
            Number::Double(value) => ExactNumber::Double(value),
            Number::Spelled(text) => ExactNumber::from_json(text),
        })),
        ValueRef::String(string) => Some(AttributeValue::String(string)),
        ValueRef::Null | ValueRef::Array(_) | ValueRef::Object(_) => None,
    }
}

impl<'a> From<&'a Scalar> for AttributeValue<'a> {
    fn from(value: &'a Scalar) -> Self {
        match value {
            Scalar::Boolean(value) => Self::Boolean(*value),
            // An integer of 64 bits has a sign or none.
            Scalar::Integer(value) => Self::Number(match (i64::try_from(*value), u64::try_from(*value)) {
                (Ok(value), _) => ExactNumber::Integer(value),
                (Err(_), value) => ExactNumber::Unsigned(value.unwrap_or(u64::MAX)),
            }),
            Scalar::Number(value) => Self::Number(ExactNumber::Double(*value)),
            Scalar::String(string) => Self::String(string),
        }
    }
}

/// A scalar of an allowed set, where a number is an integer.
impl Param for Scalar {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        Self::load(tree, false)
    }

    fn save(&self) -> Option<Value> {
        Some(self.to_json())
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/IntegralScalar"})
    }
}

/// A scalar where a number may have a fraction.
#[derive(Debug, Clone, PartialEq)]
pub struct AnyScalar(pub Scalar);

impl Param for AnyScalar {
    fn load(tree: &Tree<'_>, _: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        Scalar::load(tree, true).map(Self)
    }

    fn save(&self) -> Option<Value> {
        Some(self.0.to_json())
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Scalar"})
    }
}
