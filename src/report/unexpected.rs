use crate::json::syntax_error::SyntaxError;
use crate::json::tree::{Json, out_of_range_f64};
use std::fmt;

/// The kind of an unexpected value, with the length of a string or array. It does not contain the value, except for
/// codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unexpected {
    /// The property is missing.
    Missing,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A number that is not integral, where an integer is expected.
    NonInteger,
    /// A number that is out of range for a 32-bit integer, where one is expected.
    OutOfRangeI32,
    /// A number that is out of range for a 64-bit float.
    OutOfRangeF64,
    /// A string with this number of characters.
    String(usize),
    /// An array where another type is expected.
    Array,
    /// An array with this number of items, which a rule rejects.
    Items(usize),
    /// An object.
    Object,
    /// A code that its code list does not have.
    UnknownCode(i32),
    /// A property that its object does not have.
    UnknownMember,
    /// A property that occurs more than once.
    DuplicateMember,
    /// Input that is not JSON; see [`SyntaxError::found`].
    Syntax(SyntaxError),
}

impl fmt::Display for Unexpected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "no value",
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::NonInteger => "a non-integer number",
            Self::OutOfRangeI32 => "a number out of range for a 32-bit integer",
            Self::OutOfRangeF64 => "a number out of range for a 64-bit float",
            Self::String(1) => "a string of 1 character",
            Self::String(length) => return write!(f, "a string of {length} characters"),
            Self::Array => "an array",
            Self::Items(1) => "an array of 1 item",
            Self::Items(count) => return write!(f, "an array of {count} items"),
            Self::Object => "an object",
            Self::UnknownCode(_) => "an unknown code",
            Self::UnknownMember => "an unknown property",
            Self::DuplicateMember => "a duplicate property",
            Self::Syntax(error) => return error.found().fmt(f),
        })
    }
}

impl From<&Json<'_>> for Unexpected {
    fn from(json: &Json<'_>) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Boolean(_) => Self::Boolean,
            Json::Number(number) if out_of_range_f64(number) => Self::OutOfRangeF64,
            Json::Number(_) => Self::Number,
            Json::String(string) => Self::String(string.chars().count()),
            Json::Array(_) => Self::Array,
            Json::Object(_) => Self::Object,
        }
    }
}
