use super::shared::Shared;
use crate::json::number::{Number, OwnedNumber};
use crate::value_ref::{self, ValueRef};

/// The value of an attribute. Values are compared case-sensitively, numbers by their exact decimal values.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum AttributeValue<'a> {
    /// A boolean.
    Boolean(bool),
    /// A number.
    Number(Number<'a>),
    /// A string.
    String(&'a str),
}

impl<'a> AttributeValue<'a> {
    pub(crate) fn of(node: ValueRef<'a>) -> Option<Self> {
        match node {
            ValueRef::Boolean(value) => Some(Self::Boolean(value)),
            ValueRef::Number(number) => Some(Self::Number(exact(number))),
            ValueRef::String(string) => Some(Self::String(string)),
            ValueRef::Null | ValueRef::Array(_) | ValueRef::Object(_) => None,
        }
    }
}

fn exact(number: value_ref::Number<'_>) -> Number<'_> {
    match number {
        value_ref::Number::Integer(value) => Number::Integer(value),
        value_ref::Number::Unsigned(value) => Number::Unsigned(value),
        value_ref::Number::Double(value) => Number::Double(value),
        value_ref::Number::Spelled(text) => Number::from_json(text),
    }
}

/// Shows the type of the value, which may come from a body.
impl std::fmt::Debug for AttributeValue<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Boolean(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
        })
    }
}

/// The value of an attribute as a key.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum AttributeKey {
    Boolean(bool),
    /// `None` for a float that is not finite, which equals no JSON number.
    Number(Option<OwnedNumber>),
    String(Box<str>),
}

impl From<AttributeValue<'_>> for AttributeKey {
    fn from(value: AttributeValue<'_>) -> Self {
        match value {
            AttributeValue::Boolean(value) => Self::Boolean(value),
            AttributeValue::Number(number) => Self::Number(OwnedNumber::new(number)),
            AttributeValue::String(string) => Self::String(string.into()),
        }
    }
}

impl AttributeKey {
    pub(crate) fn as_value(&self) -> AttributeValue<'_> {
        match self {
            Self::Boolean(value) => AttributeValue::Boolean(*value),
            Self::Number(None) => AttributeValue::Number(Number::Double(f64::NAN)),
            Self::Number(Some(number)) => AttributeValue::Number(number.as_number()),
            Self::String(string) => AttributeValue::String(string),
        }
    }
}

impl From<AttributeValue<'_>> for Shared<AttributeKey> {
    fn from(value: AttributeValue<'_>) -> Self {
        Self::new(AttributeKey::from(value))
    }
}
