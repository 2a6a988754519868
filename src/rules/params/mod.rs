//! The types of parameters: how each is read from a rule file, checked, written and described.

mod alphabet;
mod byte_class;
mod char_set;
mod custom;
mod format;
mod info;
mod name_set;
mod pattern;
mod pattern_faults;
mod reader;
mod scalar;
mod value_set;

pub use alphabet::PronunciationAlphabet;
pub use char_set::CharSet;
pub use custom::CustomChecks;
pub use info::ParameterInfo;
pub use name_set::NameSet;
pub use pattern::Pattern;
pub use scalar::Scalar;
pub use value_set::ValueSet;

pub(crate) use custom::CustomCheck;
pub(crate) use info::Presence;
pub(crate) use reader::{ParameterFields, ParameterProblem, Reader};
pub(crate) use scalar::attribute_value;

use crate::file::object;
use crate::file::{LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::json::number::{Integer, OwnedNumber};
use crate::json::tree::{Json, Tree};
use crate::json::write::write_string;
use crate::rules::outline::ReferenceName;
use crate::rules::path::{PropertyPath, PropertyPathError, lenient_steps, written};
use crate::vocabulary::WordEnum;
use serde_json::{Value, json};
use std::str::FromStr;

/// A type that a parameter can have.
pub(crate) trait Param: Sized {
    /// Reads the parameter; problems are reported to the reader.
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self>;
    /// Writes the parameter as JSON.
    fn write(&self, json: &mut String);
    /// Returns the JSON Schema of its values.
    fn schema() -> Value;
    /// Returns a value for one that could not be read, so that the other parameters are checked.
    fn stand_in() -> Option<Self> {
        None
    }
    /// Returns the strings that it accepts, each with its meaning; empty if it accepts other values.
    fn words() -> Vec<(&'static str, &'static str)> {
        Vec::new()
    }
}

/// Writes a member of a rule, after a comma.
pub(crate) fn write_member(name: &str, value: &impl Param, json: &mut String) {
    json.push(',');
    write_string(name, json);
    json.push(':');
    value.write(json);
}

/// Writes values as a JSON array.
pub(crate) fn write_array<T>(items: impl IntoIterator<Item = T>, json: &mut String, write: impl Fn(T, &mut String)) {
    json.push('[');
    for (index, item) in items.into_iter().enumerate() {
        json.push_str(if index > 0 { "," } else { "" });
        write(item, json);
    }
    json.push(']');
}

/// Returns a parameter as JSON.
pub(crate) fn to_value<T: Param>(parameter: &T) -> Value {
    let mut json = String::new();
    parameter.write(&mut json);
    serde_json::from_str(&json).unwrap_or_default()
}

/// Reads the items of a non-empty array, each with `load`.
pub(crate) fn load_items<T>(
    value: &Tree<'_>,
    expected: LoadExpected,
    reader: &mut Reader,
    mut load: impl FnMut(&Tree<'_>, &mut Reader) -> Option<T>,
) -> Option<Vec<T>> {
    match &value.json {
        Json::Array(items) if items.is_empty() => reader.value(value, LoadExpected::OneOrMore),
        Json::Array(items) => {
            // Every item is read, so that all problems are found.
            let loaded: Vec<_> =
                items.iter().enumerate().map(|(index, item)| reader.item(index, |reader| load(item, reader))).collect();
            loaded.into_iter().collect()
        }
        _ => reader.value(value, expected),
    }
}

/// Reads a number of a type.
fn number<T: FromStr>(value: &Tree<'_>) -> Option<T> {
    match &value.json {
        Json::Number(literal) => literal.parse().ok(),
        _ => None,
    }
}

/// An integer of any size.
impl Param for Integer {
    fn stand_in() -> Option<Self> {
        Some(1.into())
    }

    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        number(value).or_else(|| reader.value(value, LoadExpected::Integer))
    }

    fn write(&self, json: &mut String) {
        json.push_str(&self.as_number().to_json());
    }

    fn schema() -> Value {
        json!({"type": "integer"})
    }
}

/// A count: an integer that is not negative.
impl Param for u64 {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        reader.take(object::count(value))
    }

    fn write(&self, json: &mut String) {
        json.push_str(&self.to_string());
    }

    fn schema() -> Value {
        json!({"type": "integer", "minimum": 0})
    }
}

impl Param for OwnedNumber {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        number(value).or_else(|| reader.value(value, LoadExpected::Number))
    }

    fn write(&self, json: &mut String) {
        json.push_str(&self.as_number().to_json());
    }

    fn schema() -> Value {
        json!({"type": "number"})
    }
}

impl Param for bool {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        reader.take(object::boolean(value))
    }

    fn write(&self, json: &mut String) {
        json.push_str(&self.to_string());
    }

    fn schema() -> Value {
        json!({"type": "boolean"})
    }
}

impl Param for String {
    fn stand_in() -> Option<Self> {
        Some(Self::new())
    }

    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        reader.take(object::string(value)).map(str::to_owned)
    }

    fn write(&self, json: &mut String) {
        write_string(self, json);
    }

    fn schema() -> Value {
        json!({"type": "string"})
    }
}

/// A string that names a variant of an enum.
impl<T: WordEnum> Param for T {
    fn stand_in() -> Option<Self> {
        T::VALUES.first().copied()
    }

    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        reader.take(object::word(value))
    }

    fn write(&self, json: &mut String) {
        let is_same = |value: &&Self| std::mem::discriminant(*value) == std::mem::discriminant(self);
        let word = T::VALUES.iter().zip(T::WORDS).find(|(value, _)| is_same(value)).map_or("", |(_, word)| word);
        write_string(word, json);
    }

    fn schema() -> Value {
        json!({"type": "string", "enum": T::WORDS})
    }

    fn words() -> Vec<(&'static str, &'static str)> {
        let meanings = T::DOCS.iter().map(|meaning| meaning.trim_start());
        T::WORDS.iter().copied().zip(meanings).collect()
    }
}

/// An array of at least one item.
impl<T: Param> Param for Vec<T> {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        load_items(value, LoadExpected::Array, reader, T::load)
    }

    fn write(&self, json: &mut String) {
        write_array(self, json, T::write);
    }

    fn schema() -> Value {
        json!({"type": "array", "minItems": 1, "items": T::schema()})
    }

    fn words() -> Vec<(&'static str, &'static str)> {
        T::words()
    }
}

impl Param for PropertyPath {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        let text = String::load(value, reader)?;
        match text.parse::<Self>() {
            Ok(path) => {
                reader.refer(value.at, ReferenceName::Path(path.clone()));
                Some(path)
            }
            Err(error) => {
                let meant = Some(written(&lenient_steps(&text))).filter(|meant| !meant.is_empty());
                let meant = meant.filter(|meant| meant.parse::<Self>().is_ok());
                let problem =
                    LoadProblem::new(value.at, LoadProblemKind::InvalidPath, LoadExpected::Path, error.into());
                reader.report(problem.with_suggestion(meant));
                // What it means in a representation is determined when paths are resolved.
                reader.refer(value.at, ReferenceName::Path(text.into()));
                None
            }
        }
    }

    fn write(&self, json: &mut String) {
        write_string(self.as_str(), json);
    }

    fn schema() -> Value {
        json!({"$ref": "#/$defs/Path"})
    }
}

impl From<PropertyPathError> for LoadFound {
    fn from(error: PropertyPathError) -> Self {
        match error {
            PropertyPathError::EmptyStep => Self::EmptyStep,
            PropertyPathError::Index => Self::Index,
            PropertyPathError::Brackets => Self::Brackets,
        }
    }
}
