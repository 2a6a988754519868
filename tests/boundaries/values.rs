//! Values of all JSON types, and exact numbers the slow way.

use num_bigint::BigInt;
use std::cmp::Ordering;

/// A JSON value that keeps the digits of its numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Null,
    Boolean(bool),
    Number(String),
    String(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads what `serde_json` does not round: small numbers.
    pub(super) fn of(value: &serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Boolean(*value),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(string) => Self::String(string.clone()),
            Value::Array(items) => Self::Array(items.iter().map(Self::of).collect()),
            Value::Object(members) => {
                Self::Object(members.iter().map(|(name, value)| (name.clone(), Self::of(value))).collect())
            }
        }
    }

    pub(super) fn text(&self) -> String {
        let joined = |parts: Vec<String>| parts.join(",");
        match self {
            Self::Null => "null".to_owned(),
            Self::Boolean(value) => value.to_string(),
            Self::Number(digits) => digits.clone(),
            Self::String(string) => serde_json::to_string(string).unwrap(),
            Self::Array(items) => format!("[{}]", joined(items.iter().map(Self::text).collect())),
            Self::Object(members) => {
                let member = |(name, value): &(String, Self)| format!("{name:?}:{}", value.text());
                format!("{{{}}}", joined(members.iter().map(member).collect()))
            }
        }
    }

    /// The member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(member, _)| member == name).map(|(_, value)| value),
            _ => None,
        }
    }

    pub(super) fn string(&self) -> Option<&str> {
        match self {
            Self::String(string) => Some(string),
            _ => None,
        }
    }

    pub(super) fn array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The digits of a number.
    pub(super) fn number(&self) -> Option<&str> {
        match self {
            Self::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// The value of a number without a fraction.
    pub(super) fn integer(&self) -> Option<BigInt> {
        let (digits, exponent) = decimal(self.number()?);
        if exponent >= 0 {
            return Some(digits * power(exponent));
        }
        let divisor = power(-exponent);
        (&digits % &divisor == BigInt::ZERO).then(|| digits / divisor)
    }

    /// An id: a string, or the `id` of an object; in lower case.
    pub(super) fn id(&self) -> Option<String> {
        let id = if let Self::Object(_) = self { self.get("id")? } else { self };
        id.string().map(str::to_lowercase)
    }

    /// Equal as JSON values are: numbers by their exact value.
    pub(super) fn equals(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => compare(one, other) == Ordering::Equal,
            _ => self == other,
        }
    }
}

fn power(exponent: i32) -> BigInt {
    BigInt::from(10).pow(exponent.unsigned_abs())
}

/// The digits of a number as an integer, and the exponent of ten.
fn decimal(text: &str) -> (BigInt, i32) {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: BigInt = format!("{whole}{fraction}").parse().unwrap();
    (digits, exponent.parse::<i32>().unwrap() - i32::try_from(fraction.len()).unwrap())
}

/// Compares two numbers by their exact decimal values.
pub(super) fn compare(one: &str, other: &str) -> Ordering {
    let ((one, exponent), (other, other_exponent)) = (decimal(one), decimal(other));
    let least = exponent.min(other_exponent);
    (one * power(exponent - least)).cmp(&(other * power(other_exponent - least)))
}

const NUMBERS: [&str; 30] = [
    "0",
    "-0",
    "0.0",
    "1",
    "-1",
    "2",
    "3",
    "4",
    "7",
    "1.0",
    "1e0",
    "10e-1",
    "1.5",
    "0.1",
    "0.10000000000000000001",
    "-0.5",
    "8001",
    "8001.0",
    "8003",
    "2147483647",
    "2147483648",
    "9007199254740992",
    "9007199254740993",
    "9007199254740993.0",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "1e300",
    "-1e300",
    "1e-300",
];

const STRINGS: [&str; 96] = [
    "",
    " ",
    "a",
    "A",
    "b",
    "ab",
    "abc",
    "É",
    "é",
    "e\u{301}",
    "😀",
    "😀a",
    "\u{7f}",
    "\t",
    "a\u{85}",
    "1",
    "-1",
    "1.0",
    "01",
    "true",
    "True",
    "null",
    "8001",
    "8002",
    "8003",
    "80",
    "80011",
    "x",
    "gcadmin",
    "GCADMIN",
    "sup",
    "Root",
    "mid",
    "Leaf",
    "Orphan",
    "Gone",
    "L1",
    "home",
    "HOME",
    "other",
    "support",
    "Support",
    "Inbox",
    "inbox",
    "Polycom",
    "VVX",
    "vvx",
    "Main",
    "Plain",
    "eth0",
    "Eastern",
    "en",
    "EN-us",
    "en-x-",
    "e",
    "toolongtag",
    "de",
    "In",
    "op",
    "st1",
    "A-1",
    "Agent",
    "agent",
    "Follow Up",
    "lunch",
    ";",
    "a;b",
    "a;",
    ";a",
    "a;a",
    "a;A",
    "a;;b",
    "k=v",
    "k=v;l=w",
    "k=v;k=w",
    "k",
    "=v",
    "k=",
    "k=v=w",
    "K=v",
    "k=v;",
    "a b",
    "a  b",
    " a",
    "a ",
    "a-b",
    "-a",
    "a.",
    "a. b",
    "a.b",
    "O'Brien",
    "a1",
    "a/b",
    "a\\b",
    "a:b",
    "a|b",
];

fn string(string: &str) -> Json {
    Json::String(string.to_owned())
}

/// Values of every type, at the boundaries of every parameter.
pub(super) fn domain() -> Vec<Json> {
    let others = serde_json::json!([
        null, true, false, [], ["a"], ["a", "b"], ["a", "b", "c"], [null], [null, "en"], ["en", "de", "e"], [1, 4], [1, "b", null],
        [{"id": "en"}, {"id": 1}], [[]], {}, {"id": "a"}, {"id": "GCadmin"}, {"id": "en"}, {"id": 1}, {"id": null}, {"a": 1},
        {"a": null, "b": 2}, {"a": 1, "b": 2}, {"b": []}
    ]);
    let others = others.as_array().unwrap().iter().map(Json::of);
    let numbers = NUMBERS.iter().map(|digits| Json::Number((*digits).to_owned()));
    others.chain(numbers).chain(STRINGS.iter().map(|text| string(text))).collect()
}
