use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::report::{ItemFault, RuleExpectation};
use crate::rules::engine::Validate;
use crate::rules::formats::delimited;
use crate::rules::params::{NameSet, ParameterProblem};
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;
use std::collections::HashSet;

validator! {
    /// Fails if a pair has no key or no key delimiter, or if a key is duplicate or not allowed. Nothing is trimmed,
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
        /// The delimiter between a key and its value; at least one character, and different from that of pairs.
        "keyDelimiter" => key_delimiter: String as into;
    }
    optional {
        /// The allowed keys; any key if they are not given.
        "keys" => keys, with_keys: NameSet as each String;
    }
}

impl Validate for CharacterDelimitedKvPairs {
    fn is_local(&self) -> bool {
        true
    }

    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        let empty = |parameter| ParameterProblem::value(parameter, LoadExpected::NotEmpty, LoadFound::string(""));
        let delimiters: [(_, &[_; 1]); 2] =
            [(&self.pair_delimiter, &["pairDelimiter"]), (&self.key_delimiter, &["keyDelimiter"])];
        let mut problems: Vec<_> = delimiters
            .into_iter()
            .filter(|(delimiter, _)| delimiter.is_empty())
            .map(|(_, parameter)| empty(parameter))
            .collect();
        if problems.is_empty() && self.pair_delimiter == self.key_delimiter {
            let expected = LoadExpected::Different { parameter: "pairDelimiter" };
            let found = LoadFound::string(&self.key_delimiter);
            problems.push(ParameterProblem::conflict(&["keyDelimiter", "pairDelimiter"], expected, found));
        }
        problems
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
        self.failed_item(string, None).is_none()
    }

    fn failed_item(&self, string: &str, _: Option<&str>) -> Option<(usize, ItemFault)> {
        let mut seen = HashSet::new();
        let mut fault = |pair| match str::split_once(pair, &*self.key_delimiter) {
            None => Some(ItemFault::NoKeyDelimiter),
            Some(("", _)) => Some(ItemFault::NoKey),
            Some((key, _)) if self.keys.as_ref().is_some_and(|keys| !keys.contains(key)) => Some(ItemFault::UnknownKey),
            Some((key, _)) => (!seen.insert(key)).then_some(ItemFault::RepeatedKey),
        };
        let mut pairs = (1..).zip(delimited::items(string, &self.pair_delimiter));
        pairs.find_map(|(number, pair)| Some((number, fault(pair)?)))
    }
}
