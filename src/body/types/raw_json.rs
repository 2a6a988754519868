//! Compact JSON text of a value: compared, hashed and serialized by its value.

use crate::body::decode::raw_value::writes_json;
use crate::json::lexer::Lexer;
use crate::json::number::OwnedNumber;
use crate::json::tree::{self, Json, Tree};
use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;
use std::hash::{Hash, Hasher};

/// Returns whether two compact JSON texts have the same value.
pub(super) fn is_same(text: &str, other: &str) -> bool {
    let json = |text| tree::parse(text).map(|tree| tree.json);
    text == other || matches!((json(text), json(other)), (Ok(one), Ok(other)) if one == other)
}

/// Returns how many arrays and objects of compact JSON text are in each other at most.
pub(super) fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest, mut is_string, mut is_escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true, // only strings have one
            b'"' => is_string = !is_string,
            b'[' | b'{' if !is_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !is_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Hashes a value as it compares: numbers by value, members in any order.
pub(super) fn hash<H: Hasher>(text: &str, state: &mut H) {
    tree::parse(text).iter().for_each(|tree| hash_value(&tree.json, state));
}

fn hash_value<H: Hasher>(json: &Json<'_>, state: &mut H) {
    std::mem::discriminant(json).hash(state);
    match json {
        Json::Null => {}
        Json::Boolean(value) => value.hash(state),
        Json::Number(text) => text.parse::<OwnedNumber>().ok().hash(state),
        Json::String(text) => text.hash(state),
        Json::Array(items) => {
            items.len().hash(state);
            items.iter().for_each(|item| hash_value(&item.json, state));
        }
        Json::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by(|one, other| one.name.cmp(&other.name));
            members.len().hash(state);
            for member in members {
                member.name.hash(state);
                hash_value(&member.value.json, state);
            }
        }
    }
}

/// Compact JSON text that is serialized as its value.
pub(crate) struct RawJson<'a>(pub(super) &'a str);

impl Serialize for RawJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match tree::value(&mut Lexer::new(self.0)) {
            Ok(tree) => tree.serialize(serializer),
            Err(syntax) => Err(Error::custom(syntax.error)),
        }
    }
}

impl Serialize for Tree<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.json {
            Json::Null => serializer.serialize_unit(),
            Json::Boolean(value) => serializer.serialize_bool(*value),
            Json::Number(text) => number(text, serializer),
            Json::String(text) => serializer.serialize_str(text),
            Json::Array(items) => serializer.collect_seq(items),
            Json::Object(members) => serializer.collect_map(members.iter().map(|member| (&member.name, &member.value))),
        }
    }
}

/// Writes a number. In JSON its digits are unchanged, also those of `-0` and `1E2`. In another format it is a 64-bit integer
/// if possible, and otherwise the nearest 64-bit float.
fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if text != "-0" {
        if let Ok(value) = text.parse() {
            return serializer.serialize_i64(value);
        }
        if let Ok(value) = text.parse() {
            return serializer.serialize_u64(value);
        }
    }
    let double = text.parse().map_err(Error::custom)?;
    let is_written_so = serde_json::Number::from_f64(double).is_some_and(|number| number.to_string() == text);
    if is_written_so || !writes_json::<S>() {
        return serializer.serialize_f64(double);
    }
    RawValue::from_string(text.into()).map_err(Error::custom)?.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::{RawJson, nesting};
    use serde::Serialize;
    use std::fmt;

    /// A format that is not JSON and that people read: `serde` writes scalars to a formatter.
    struct Plain(&'static str);

    impl fmt::Display for Plain {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            RawJson(self.0).serialize(f)
        }
    }

    const NUMBERS: [(&str, &str); 7] = [
        ("-0", "-0"),
        ("1E2", "100"),
        ("0.10", "0.1"),
        ("18446744073709551615", "18446744073709551615"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("100000000000000000000", "100000000000000000000"),
        ("0.1000000000000000000000001", "0.1"),
    ];

    #[test]
    fn nesting_counts_brackets_outside_of_strings() {
        let texts =
            ["1", "[]", r#"{"a":[1,[]],"b":{}}"#, r#"["[[[\"[[[",[]]"#, r#"["\\",[[]]]"#, r#"[{"}]":"]]"},[[]]]"#];
        assert_eq!(texts.map(nesting), [0, 1, 3, 2, 3, 3]);
    }

    #[test]
    fn a_number_keeps_its_digits_in_json_and_its_nearest_value_elsewhere() {
        for (text, plain) in NUMBERS {
            assert_eq!(serde_json::to_string(&RawJson(text)).unwrap(), text);
            assert_eq!(serde_json::to_string(&[Some(RawJson(text))]).unwrap(), format!("[{text}]"));
            assert_eq!(Plain(text).to_string(), plain);
        }
    }
}
