use super::{Param, Reader};
use crate::directory::AttributeValue;
use crate::file::{LoadExpected, LoadFound};
use crate::json::number::{InvalidNumber, OwnedNumber};
use crate::json::tree::{Json, Tree};
use crate::json::write::write_string;
use crate::report::ExpectedScalar;
use crate::value_ref::ValueRef;
use serde_json::{Value, json};

/// A string, number or boolean that values are compared with.
///
/// ```
/// use icws_schema::rules::Scalar;
///
/// assert_eq!(Scalar::from(1), "1.0".parse().map(Scalar::Number)?);
/// assert_ne!(Scalar::from("1"), Scalar::from(1));
/// # Ok::<(), icws_schema::rules::InvalidNumber>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// `true` or `false`
    Boolean(bool),
    /// A number, which equals any number with the same exact decimal value.
    Number(OwnedNumber),
    /// A string.
    String(String),
}

impl Scalar {
    /// Copies a scalar; `None` for null, an array, an object, or a non-finite `f64`, which equals nothing.
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
            Self::String(value) => value.as_str().into(),
        }
    }

    pub(crate) fn expected(&self) -> ExpectedScalar {
        match self {
            Self::Boolean(value) => ExpectedScalar::Boolean(*value),
            Self::Number(value) => ExpectedScalar::Number(value.to_string()),
            Self::String(value) => ExpectedScalar::String(value.clone()),
        }
    }

    pub(crate) fn equals(&self, value: ValueRef<'_>) -> bool {
        match (self, value) {
            (Self::Boolean(one), ValueRef::Boolean(two)) => *one == two,
            (Self::Number(one), ValueRef::Number(two)) => one.as_number() == two,
            (Self::String(one), ValueRef::String(two)) => one == two,
            _ => false,
        }
    }
}

impl From<bool> for Scalar {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i64> for Scalar {
    fn from(value: i64) -> Self {
        Self::Number(value.into())
    }
}

impl From<i32> for Scalar {
    fn from(value: i32) -> Self {
        i64::from(value).into()
    }
}

impl From<OwnedNumber> for Scalar {
    fn from(value: OwnedNumber) -> Self {
        Self::Number(value)
    }
}

/// Returns an error if the `f64` is not finite.
impl TryFrom<f64> for Scalar {
    type Error = InvalidNumber;

    fn try_from(value: f64) -> Result<Self, InvalidNumber> {
        value.try_into().map(Self::Number)
    }
}

impl From<String> for Scalar {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for Scalar {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

/// Converts a value of a body to the value of an attribute; `None` if it cannot be one.
pub(crate) fn attribute_value(value: ValueRef<'_>) -> Option<AttributeValue<'_>> {
    match value {
        ValueRef::Boolean(value) => Some(AttributeValue::Boolean(value)),
        ValueRef::Number(value) => Some(AttributeValue::Number(value)),
        ValueRef::String(value) => Some(AttributeValue::String(value)),
        ValueRef::Null | ValueRef::Array(_) | ValueRef::Object(_) => None,
    }
}

impl<'a> From<&'a Scalar> for AttributeValue<'a> {
    fn from(value: &'a Scalar) -> Self {
        match value {
            Scalar::Boolean(value) => Self::Boolean(*value),
            Scalar::Number(value) => Self::Number(value.as_number()),
            Scalar::String(value) => Self::String(value),
        }
    }
}

impl From<&Scalar> for LoadFound {
    fn from(value: &Scalar) -> Self {
        match value {
            Scalar::Boolean(value) => Self::Boolean(*value),
            Scalar::Number(value) => Self::number(&value.to_string()),
            Scalar::String(value) => Self::string(value),
        }
    }
}

impl Param for Scalar {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        match &value.json {
            Json::Boolean(value) => Some(Self::Boolean(*value)),
            Json::String(value) => Some(Self::String(value.to_string())),
            Json::Number(_) => OwnedNumber::load(value, reader).map(Self::Number),
            Json::Null | Json::Array(_) | Json::Object(_) => reader.value(value, LoadExpected::Scalar),
        }
    }

    fn write(&self, json: &mut String) {
        match self {
            Self::Boolean(value) => value.write(json),
            Self::Number(value) => value.write(json),
            Self::String(value) => write_string(value, json),
        }
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Scalar"})
    }
}

/// Converts a number to a [`Value`], which has 64 bits.
pub(crate) fn number_value(number: &OwnedNumber) -> Value {
    let number = number.as_number();
    number.to_i64().map_or_else(|| serde_json::from_str(&number.to_string()).unwrap_or_default(), Value::from)
}
