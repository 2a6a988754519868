use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};

/// The answer to a [`Question`](super::Question).
///
/// A question for a number is answered with [`Count`](Self::Count), any other question with [`Yes`](Self::Yes); both
/// also with [`No`](Self::No) and [`NotKnown`](Self::NotKnown). An answer of the wrong kind is an error of the
/// directory.
///
/// ```
/// use icws_schema::directory::Answer;
///
/// assert_eq!(Answer::from(true), Answer::Yes);
/// assert_eq!(Answer::from(12), Answer::Count(12));
/// assert_eq!(Answer::from(None::<bool>), Answer::NotKnown);
/// ```
///
/// In JSON it is `true`, `false`, an integer, null if it is not known, or `{"unknownType": "user"}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Answer {
    /// Yes.
    Yes,
    /// No; for a question for a number: there is none.
    No,
    /// A number.
    Count(u64),
    /// The directory does not know: it does not have the [`Section`](super::Section) or the object type.
    NotKnown,
    /// The directory does not know, because it does not have the object type. Every other question about the type has
    /// the same answer. The reason of the unchecked rule suggests the type with a similar name, if there is one.
    UnknownType {
        /// The object type with a similar name.
        nearest: Option<String>,
    },
}

/// `true` is [`Yes`](Answer::Yes), and `false` is [`No`](Answer::No).
impl From<bool> for Answer {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl From<u64> for Answer {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// `None` is [`NotKnown`](Answer::NotKnown).
impl From<Option<bool>> for Answer {
    fn from(answer: Option<bool>) -> Self {
        answer.map_or(Self::NotKnown, Self::from)
    }
}

/// `None` is [`NotKnown`](Answer::NotKnown).
impl From<Option<u64>> for Answer {
    fn from(answer: Option<u64>) -> Self {
        answer.map_or(Self::NotKnown, Self::from)
    }
}

const UNKNOWN_TYPE: &str = "unknownType";

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => serializer.serialize_bool(true),
            Self::No => serializer.serialize_bool(false),
            Self::Count(count) => serializer.serialize_u64(*count),
            Self::NotKnown => serializer.serialize_unit(),
            Self::UnknownType { nearest } => json!({UNKNOWN_TYPE: nearest}).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let answer = match Value::deserialize(deserializer)? {
            Value::Null => Some(Self::NotKnown),
            Value::Bool(yes) => Some(yes.into()),
            Value::Number(number) => number.as_u64().map(Self::Count),
            Value::Object(members) if members.len() == 1 => match members.get(UNKNOWN_TYPE) {
                Some(Value::Null) => Some(Self::UnknownType { nearest: None }),
                Some(Value::String(nearest)) => Some(Self::UnknownType { nearest: Some(nearest.clone()) }),
                _ => None,
            },
            Value::String(_) | Value::Array(_) | Value::Object(_) => None,
        };
        answer.ok_or_else(|| D::Error::custom("expected an answer: a boolean, an integer of at least 0, or null"))
    }
}
