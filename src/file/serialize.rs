//! The JSON form of the error of a file, which its published schema describes, with the names that reports use.

use super::problem::LoadMessage;
use super::{LoadError, LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// The version of the JSON form.
pub(crate) const VERSION: u32 = 1;

/// Serializes the form that [`schema::load_error`](crate::schema::load_error) describes.
impl Serialize for LoadError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("LoadError", 2)?;
        form.serialize_field("version", &VERSION)?;
        form.serialize_field("problems", self.problems())?;
        form.end()
    }
}

/// Serializes the problem as in a [`LoadError`]; line, column, offset and length are null for a rule set that was built
/// in code.
impl Serialize for LoadProblem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let position = self.position();
        let mut form = serializer.serialize_struct("LoadProblem", 11)?;
        form.serialize_field("pointer", self.pointer())?;
        form.serialize_field("parameter", &self.parameter())?;
        form.serialize_field("line", &position.map(|position| position.line))?;
        form.serialize_field("column", &position.map(|position| position.column))?;
        form.serialize_field("offset", &self.offset())?;
        form.serialize_field("length", &self.length())?;
        form.serialize_field("kind", &self.kind())?;
        form.serialize_field("message", &LoadMessage(self).to_string())?;
        form.serialize_field("expected", self.expected())?;
        form.serialize_field("found", self.found())?;
        form.serialize_field("suggestion", &self.suggestion())?;
        form.end()
    }
}

/// Serializes the name that [`as_str`](Self::as_str) returns.
impl Serialize for LoadProblemKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Serializes the phrase that [`Display`](std::fmt::Display) writes.
impl Serialize for LoadExpected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Serializes the phrase that [`Display`](std::fmt::Display) writes.
impl Serialize for LoadFound {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
