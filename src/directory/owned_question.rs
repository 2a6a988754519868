use super::Question;
use super::question::StoredQuestion;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use std::fmt;

/// A [`Question`] that owns its fields: it can be stored, sent, and used as the key of a map. It is cheap to clone.
///
/// Ids and names are in lower case; questions that differ only in their case are equal.
///
/// ```
/// use icws_schema::directory::{OwnedQuestion, Question};
///
/// let question = OwnedQuestion::from(&Question::ObjectExists { object_type: "user", id: "Jane" });
/// assert_eq!(question.as_question(), Question::ObjectExists { object_type: "user", id: "jane" });
///
/// let json = serde_json::json!({"question": "objectExists", "objectType": "user", "id": "jane"});
/// assert_eq!(serde_json::to_value(&question)?, json);
/// assert_eq!(serde_json::from_value::<OwnedQuestion>(json)?, question);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// In JSON it is an object with the [`name`](Question::name) of the question and its fields. A number of an attribute
/// is written as `{"number": "1.0"}`.
///
/// [`Debug`](fmt::Debug) and [`Display`](fmt::Display) show no values, which may come from a body.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OwnedQuestion(StoredQuestion);

impl OwnedQuestion {
    /// Returns the question.
    #[must_use]
    pub fn as_question(&self) -> Question<'_> {
        self.0.as_question()
    }
}

impl From<StoredQuestion> for OwnedQuestion {
    fn from(question: StoredQuestion) -> Self {
        Self(question)
    }
}

/// Copies a question, with ids and names in lower case.
impl From<&Question<'_>> for OwnedQuestion {
    fn from(question: &Question<'_>) -> Self {
        Self(question.into())
    }
}

impl fmt::Display for OwnedQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_question().fmt(f)
    }
}

impl fmt::Debug for OwnedQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.as_question(), f)
    }
}

impl Serialize for OwnedQuestion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.save().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for OwnedQuestion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = Map::<String, Value>::deserialize(deserializer)?;
        StoredQuestion::load(fields).map(Self).map_err(D::Error::custom)
    }
}
