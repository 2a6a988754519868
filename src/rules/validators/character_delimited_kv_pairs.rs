use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::report::RuleExpectation;
use crate::rules::engine::Validate;
use crate::rules::formats::delimited;
use crate::rules::params::{NameSet, ParameterProblem};
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;
use std::collections::HashSet;

validator! {
    /// Fails if a pair has no key or no key delimiter, or if a key is duplicate or not allowed. There is no trimming,
    /// keys are case-sensitive, a pair is split at its first key delimiter, and a value may be empty.
    pub struct CharacterDelimitedKvPairs accepts ValueKinds::STRING;
    example {
        "options", CharacterDelimitedKvPairs::new(";", "=").with_keys(["color", "size"]);
        passes r#"{"options": "color=red;size="}"#;
        fails r#"{"options": "weight=5"}"#;
    }
    required {
        /// The delimiter between two pairs; at least one character.
        "pairDelimiter" => pair_delimiter: String as into;
        /// The delimiter between a key and its value; at least one character, and not that of pairs.
        "keyDelimiter" => key_delimiter: String as into;
    }
    optional {
        /// The keys that are allowed; any if they are not given.
        "keys" => keys, with_keys: NameSet as each String;
    }
}

impl Validate for CharacterDelimitedKvPairs {
    fn is_local(&self) -> bool {
        true
    }

    fn parameter_problem(&self) -> Option<ParameterProblem> {
        let empty = |parameter| ParameterProblem::value(parameter, LoadExpected::NotEmpty, LoadFound::string(""));
        if self.pair_delimiter.is_empty() {
            return Some(empty("pairDelimiter"));
        }
        if self.key_delimiter.is_empty() {
            return Some(empty("keyDelimiter"));
        }
        let expected = LoadExpected::Different { parameter: "pairDelimiter" };
        let found = LoadFound::string(&self.key_delimiter);
        (self.pair_delimiter == self.key_delimiter).then(|| ParameterProblem::conflict("keyDelimiter", expected, found))
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::KeyValuePairs {
            pair_delimiter: self.pair_delimiter.clone(),
            key_delimiter: self.key_delimiter.clone(),
            keys: self.keys.as_ref().map(|keys| keys.iter().map(str::to_owned).collect()),
        }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        let Some(string) = value.text() else { return false };
        let mut seen = HashSet::new();
        delimited::pairs(string, &self.pair_delimiter, &self.key_delimiter).all(|pair| {
            pair.is_some_and(|(key, _)| seen.insert(key) && self.keys.as_ref().is_none_or(|keys| keys.contains(key)))
        })
    }
}
