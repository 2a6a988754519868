use crate::json::syntax_error::SyntaxError;
use crate::json::tree::{Json, out_of_range_f64};
use std::fmt;

/// What stands where something else is expected: its kind and, of a text or a list, its length; never the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unexpected {
    /// Missing: the member is absent.
    Missing,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A number with a fraction where an integer is expected.
    NonInteger,
    /// A number that 32 bits do not hold, where an integer is expected.
    OutOfRangeI32,
    /// A number that no double holds.
    OutOfRangeF64,
    /// A text of so many characters.
    String(usize),
    /// A list where something else is expected.
    Array,
    /// A list of so many items, which a rule refuses.
    Items(usize),
    /// An object.
    Object,
    /// A code that its list lacks.
    UnknownCode,
    /// A member that its object's table lacks.
    UnknownMember,
    /// A member that the object has already.
    DuplicateMember,
    /// What is said of the text, which is no JSON.
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
            Self::UnknownCode => "an unknown code",
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
