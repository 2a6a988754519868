use crate::report::RuleExpectation;
use crate::rules::formats::delimited;
use crate::rules::params::NameSet;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;
use std::collections::HashSet;

validator! {
    /// Fails when a pair lacks a key or the key delimiter, or when a key repeats or is not allowed. Nothing is trimmed, keys compare exactly, a pair is split at the
    /// first key delimiter, and a value may be empty.
    pub struct CharacterDelimitedKvPairs reads ValueKinds::STRING;
    /// What stands between two pairs.
    "pairDelimiter" => pair_delimiter: String;
    /// What stands between a key and its value.
    "keyDelimiter" => key_delimiter: String;
    /// The keys that are allowed; any where they are not given.
    "keys" => keys: Option<NameSet>;
}

impl Validate for CharacterDelimitedKvPairs {
    const IS_LOCAL: bool = true;

    fn parameter_error(&self) -> Option<(&'static str, String)> {
        let empty =
            |delimiter: &str| delimiter.is_empty().then(|| "expected at least one character, found none".to_owned());
        if let Some(message) = empty(&self.pair_delimiter) {
            return Some(("pairDelimiter", message));
        }
        if let Some(message) = empty(&self.key_delimiter) {
            return Some(("keyDelimiter", message));
        }
        (self.pair_delimiter == self.key_delimiter)
            .then(|| ("keyDelimiter", "expected another text than that of `pairDelimiter`, found the same".to_owned()))
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::KeyValuePairs {
            pair_delimiter: self.pair_delimiter.clone(),
            key_delimiter: self.key_delimiter.clone(),
            keys: self.keys.as_ref().map(|keys| keys.iter().map(str::to_owned).collect()),
        }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        let Some(text) = node.text() else { return false };
        let mut seen = HashSet::new();

        delimited::pairs(text, &self.pair_delimiter, &self.key_delimiter).all(|pair| {
            pair.is_some_and(|(key, _)| seen.insert(key) && self.keys.as_ref().is_none_or(|keys| keys.contains(key)))
        })
    }
}
