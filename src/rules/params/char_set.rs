use super::{Param, Reader};
use crate::file::{LoadExpected, LoadProblem};
use crate::json::escape::Escaped;
use crate::json::tree::{Json, Tree};
use crate::json::write::{string, write_string};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt;

/// A set of code points: in a rule file a string, each code point of which is in the set.
///
/// ```
/// use icws_schema::rules::CharSet;
///
/// let characters = CharSet::from(r"\/:*<>|");
/// assert!(characters.contains('*') && !characters.contains('a'));
/// assert_eq!(characters.as_str(), r"\/:*<>|");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct CharSet {
    string: String,
    set: BTreeSet<char>,
}

impl CharSet {
    /// Returns the characters as they were given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Returns whether a character is in the set.
    #[must_use]
    pub fn contains(&self, character: char) -> bool {
        self.set.contains(&character)
    }

    pub(crate) fn set(&self) -> &BTreeSet<char> {
        &self.set
    }
}

impl From<String> for CharSet {
    fn from(string: String) -> Self {
        Self { set: string.chars().collect(), string }
    }
}

impl From<&str> for CharSet {
    fn from(string: &str) -> Self {
        string.to_owned().into()
    }
}

impl FromIterator<char> for CharSet {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        String::from_iter(characters).into()
    }
}

impl fmt::Debug for CharSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.string, f)
    }
}

/// Longer strings are not shown as an example.
const MAX_EXAMPLE: usize = 60;

impl Param for CharSet {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        if let Json::Array(items) = &value.json {
            let characters = items.iter().map(|item| match &item.json {
                Json::String(character) => Some(&**character),
                _ => None,
            });
            let problem = LoadProblem::value(value, LoadExpected::String);
            let one = characters.collect::<Option<String>>().filter(|one| one.len() <= MAX_EXAMPLE);
            let example = one.map_or_else(String::new, |one| format!(": `{}`", Escaped(string(&one))));
            reader.report(problem.with_help(format!("write them as one string{example}")));
            return None;
        }
        String::load(value, reader).map(Self::from)
    }

    fn write(&self, json: &mut String) {
        write_string(&self.string, json);
    }

    fn schema() -> Value {
        json!({"type": "string"})
    }
}
