//! The values that rules read, from any source, borrowed.

use crate::json::number::Number;
use crate::json::tree::{Json, Members, Tree};
use crate::json::write::{ArrayWriter, ObjectWriter, write_string};
use crate::report::Unexpected;
use serde_json::{Map, Value};

/// A value, seen the same way whether it is typed, a [`Value`] or a parsed tree.
#[derive(Clone, Copy)]
pub(crate) enum ValueRef<'a> {
    Null,
    Boolean(bool),
    Number(Number<'a>),
    String(&'a str),
    Array(&'a dyn ArrayRef),
    Object(&'a dyn ObjectRef),
}

pub(crate) trait ArrayRef {
    fn count(&self) -> usize;
    fn item(&self, index: usize) -> Option<ValueRef<'_>>;
}

pub(crate) trait ObjectRef {
    fn member(&self, name: &str) -> Option<ValueRef<'_>>;
    /// The member of a name, with its index in the descriptor if known.
    fn find(&self, name: &str, _index: Option<u16>) -> Option<ValueRef<'_>> {
        self.member(name)
    }
    /// Shows every member, in the order of the source.
    fn each(&self, show: &mut dyn FnMut(&str, ValueRef<'_>));
    /// Returns whether an unknown member has more than this number of arrays and objects in each other. Those deeper than JSON
    /// may be are not shown by [`each`](Self::each).
    fn has_unknown_deeper_than(&self, _depth: usize) -> bool {
        false
    }
}

/// An array of which only the number of items is known, which is enough for checks of the array itself.
pub(crate) struct ItemCount(pub(crate) usize);

impl ArrayRef for ItemCount {
    fn count(&self) -> usize {
        self.0
    }

    fn item(&self, _: usize) -> Option<ValueRef<'_>> {
        None
    }
}

impl<'a> ValueRef<'a> {
    /// Returns the id that a string or a configuration id is read as.
    pub(crate) fn id(self) -> Option<&'a str> {
        match self {
            Self::String(id) => Some(id),
            Self::Object(object) => match object.member("id")? {
                Self::String(id) => Some(id),
                _ => None,
            },
            _ => None,
        }
    }

    pub(crate) fn text(self) -> Option<&'a str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the number, if it is an integer.
    pub(crate) fn integer(self) -> Option<Number<'a>> {
        match self {
            Self::Number(number) => Some(number).filter(|number| number.is_integral()),
            _ => None,
        }
    }

    pub(crate) fn list(self) -> Option<&'a dyn ArrayRef> {
        match self {
            Self::Array(list) => Some(list),
            _ => None,
        }
    }

    pub(crate) fn is_null(self) -> bool {
        matches!(self, Self::Null)
    }

    pub(crate) fn found(self) -> Unexpected {
        match self {
            Self::Null => Unexpected::Null,
            Self::Boolean(_) => Unexpected::Boolean,
            Self::Number(_) => Unexpected::Number,
            Self::String(text) => Unexpected::String(text.chars().count()),
            Self::Array(list) => Unexpected::Items(list.count()),
            Self::Object(_) => Unexpected::Object,
        }
    }

    /// Returns the value as a server sends it back: a string as it is, anything else as compact JSON.
    pub(crate) fn property_value(self) -> String {
        match self {
            Self::String(text) => text.to_owned(),
            other => other.json(),
        }
    }

    /// The value as compact JSON.
    pub(crate) fn json(self) -> String {
        let mut json = String::new();
        self.write(&mut json);
        json
    }

    fn write(self, json: &mut String) {
        match self {
            Self::Null => json.push_str("null"),
            Self::Boolean(value) => json.push_str(if value { "true" } else { "false" }),
            Self::Number(number) => json.push_str(&number.property_value()),
            Self::String(text) => write_string(text, json),
            Self::Array(list) => {
                let mut array = ArrayWriter::new(json);
                (0..list.count()).for_each(|index| list.item(index).unwrap_or(ValueRef::Null).write(array.item()));
                array.end();
            }
            Self::Object(object) => {
                let mut writer = ObjectWriter::new(json);
                object.each(&mut |name, value| value.write(writer.member(name)));
                writer.end();
            }
        }
    }
}

impl<'a> From<&'a Value> for ValueRef<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Boolean(*value),
            Value::Number(number) => Self::Number(if let Some(value) = number.as_i64() {
                Number::Integer(value)
            } else if let Some(value) = number.as_u64() {
                Number::Unsigned(value)
            } else {
                Number::Double(number.as_f64().unwrap_or(f64::INFINITY))
            }),
            Value::String(text) => Self::String(text),
            Value::Array(items) => Self::Array(items),
            Value::Object(members) => Self::Object(members),
        }
    }
}

impl ArrayRef for Vec<Value> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> Option<ValueRef<'_>> {
        self.get(index).map(ValueRef::from)
    }
}

impl ObjectRef for Map<String, Value> {
    fn member(&self, name: &str) -> Option<ValueRef<'_>> {
        self.get(name).map(ValueRef::from)
    }

    fn each(&self, show: &mut dyn FnMut(&str, ValueRef<'_>)) {
        self.iter().for_each(|(name, value)| show(name, value.into()));
    }
}

impl<'a> From<&'a Tree<'_>> for ValueRef<'a> {
    fn from(tree: &'a Tree<'_>) -> Self {
        match &tree.json {
            Json::Null => Self::Null,
            Json::Boolean(value) => Self::Boolean(*value),
            Json::Number(text) => Self::Number(Number::from_json(text)),
            Json::String(text) => Self::String(text),
            Json::Array(items) => Self::Array(items),
            Json::Object(members) => Self::Object(members),
        }
    }
}

impl ArrayRef for Vec<Tree<'_>> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> Option<ValueRef<'_>> {
        self.get(index).map(ValueRef::from)
    }
}

/// The first of duplicate members counts.
impl ObjectRef for Members<'_> {
    fn member(&self, name: &str) -> Option<ValueRef<'_>> {
        self.get(name).map(|member| ValueRef::from(&member.value))
    }

    fn each(&self, show: &mut dyn FnMut(&str, ValueRef<'_>)) {
        self.iter().filter(|member| !member.repeated).for_each(|member| show(&member.name, (&member.value).into()));
    }
}
