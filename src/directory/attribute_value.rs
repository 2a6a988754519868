use super::shared::Shared;
use crate::json::number::{Number, OwnedNumber};

/// The value of an attribute, from a body or a rule. Values are compared case-sensitively, numbers by their exact
/// decimal values.
///
/// A number is displayed as its source wrote it, so `1.0` and `1` are the same number in two notations: a store that has
/// strings compares what [`Number::to_i64`] or [`Number::to_f64`] returns.
///
/// ```
/// use icws_schema::directory::AttributeValue;
/// use icws_schema::rules::Number;
///
/// assert_ne!(AttributeValue::String("Sales"), AttributeValue::String("sales"));
/// assert_eq!(AttributeValue::Number(Number::Integer(1)), AttributeValue::Number(Number::Double(1.0)));
/// ```
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

impl From<bool> for AttributeValue<'_> {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i64> for AttributeValue<'_> {
    fn from(value: i64) -> Self {
        Self::Number(Number::Integer(value))
    }
}

impl From<i32> for AttributeValue<'_> {
    fn from(value: i32) -> Self {
        i64::from(value).into()
    }
}

impl<'a> From<&'a str> for AttributeValue<'a> {
    fn from(value: &'a str) -> Self {
        Self::String(value)
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

/// The value of an attribute as the key of a map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum AttributeKey {
    Boolean(bool),
    /// `None` for a float that is not finite; it equals no JSON number.
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
