use super::PatternError;
use crate::json::escape::Escaped;
use crate::json::tree::Json;
use crate::report::{ExpectedType, Unexpected};
use crate::vocabulary::ValueType;
use std::fmt;

/// What was found in a rule file, directory file or state file instead. Strings are truncated to 60 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LoadFound {
    /// A property that is missing.
    Missing,
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number, as it is written.
    Number(String),
    /// A string.
    String(String),
    /// An array.
    Array {
        /// The number of its items.
        items: usize,
    },
    /// An object.
    Object,
    /// A name that is unknown or a duplicate.
    Name(String),
    /// A value of a view, by its type.
    Value(Unexpected),
    /// A secret, which is not shown.
    Hidden,
    /// A name that is not shown.
    HiddenName,
    /// A value of an unexpected type, which is not shown.
    OfType(ValueType),
    /// More than one of several parameters that exclude each other.
    Several,
    /// None of several parameters of which one is required.
    None,
    /// More than a limit allows.
    More,
    /// A step of a path without a name.
    EmptyStep,
    /// An index in a path.
    Index,
    /// Brackets in a path that are not `[]` at the end of a step.
    Brackets,
    /// The path of a property of another type.
    PathTo(ExpectedType),
    /// A pattern that does not compile.
    InvalidPattern {
        /// The reason.
        error: PatternError,
        /// The offset in the pattern, in bytes.
        at: usize,
    },
    /// A pattern between slashes, as JavaScript writes it.
    PatternInSlashes,
    /// Not JSON: the syntax error is the kind of the problem.
    Syntax,
}

impl LoadFound {
    /// Creates a name, truncated if it is long.
    pub(crate) fn name(name: &str) -> Self {
        Self::Name(cut(name))
    }

    /// Creates a number, truncated if it is long.
    pub(crate) fn number(number: &str) -> Self {
        Self::Number(cut(number))
    }

    /// Creates a string, truncated if it is long.
    pub(crate) fn string(string: &str) -> Self {
        Self::String(cut(string))
    }

    /// Returns the same without values and names of the file.
    pub(crate) fn hidden(self) -> Self {
        match self {
            Self::Boolean(_) => Self::OfType(ValueType::Boolean),
            Self::Number(_) => Self::OfType(ValueType::Number),
            Self::String(_) => Self::OfType(ValueType::String),
            Self::Array { .. } => Self::OfType(ValueType::Array),
            Self::Name(_) => Self::HiddenName,
            Self::Value(_) | Self::InvalidPattern { .. } => Self::Hidden,
            shown @ (Self::Missing
            | Self::Null
            | Self::Object
            | Self::Hidden
            | Self::HiddenName
            | Self::OfType(_)
            | Self::Several
            | Self::None
            | Self::More
            | Self::EmptyStep
            | Self::Index
            | Self::Brackets
            | Self::PathTo(_)
            | Self::PatternInSlashes
            | Self::Syntax) => shown,
        }
    }
}

impl From<&Json<'_>> for LoadFound {
    fn from(json: &Json<'_>) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Boolean(value) => Self::Boolean(*value),
            Json::Number(number) => Self::Number(cut(number)),
            Json::String(string) => Self::String(cut(string)),
            Json::Array(items) => Self::Array { items: items.len() },
            Json::Object(_) => Self::Object,
        }
    }
}

impl fmt::Display for LoadFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("no value"),
            Self::Null => f.write_str("null"),
            Self::Boolean(value) => value.fmt(f),
            Self::Number(number) => f.write_str(number),
            Self::String(string) => write!(f, "{string:?}"),
            Self::Array { items: 0 } => f.write_str("an empty array"),
            Self::Array { items: 1 } => f.write_str("an array of 1 item"),
            Self::Array { items } => write!(f, "an array of {items} items"),
            Self::Object => f.write_str("an object"),
            Self::Name(name) if name.is_empty() => f.write_str(r#"`""`"#),
            Self::Name(name) => write!(f, "`{}`", Escaped(name)),
            Self::Value(found) => found.fmt(f),
            Self::Hidden => f.write_str("a value that is not shown"),
            Self::HiddenName => f.write_str("a name that is not shown"),
            Self::OfType(of) => f.write_str(of.phrase()),
            Self::Several => f.write_str("more than one of them"),
            Self::None => f.write_str("none of them"),
            Self::More => f.write_str("more"),
            Self::EmptyStep => f.write_str("a segment without a name"),
            Self::Index => f.write_str("an index; `[]` stands for every item"),
            Self::Brackets => f.write_str("brackets that are not `[]` at the end of a segment"),
            Self::PathTo(of) => write!(f, "that of {of}"),
            Self::InvalidPattern { error, .. } => write!(f, "an invalid one: {error}"),
            Self::PatternInSlashes => f.write_str("a pattern between slashes, which never matches"),
            Self::Syntax => f.write_str("something that is not JSON"),
        }
    }
}

/// Truncates a string to 60 characters.
fn cut(string: &str) -> String {
    match string.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &string[..end]),
        None => string.to_owned(),
    }
}
