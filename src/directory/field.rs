//! The fields of questions: how they are borrowed, stored and written as JSON.

use super::attribute_value::AttributeKey;
use super::shared::Shared;
use super::{AttributeValue, NameList, Subject};
use crate::fold::fold;
use crate::vocabulary::AttendantKind;
use serde_json::{Value, json};

/// A field that a question owns.
pub(super) trait QuestionField: Sized {
    /// The field in a [`Question`](super::Question).
    type Lent<'a>
    where
        Self: 'a;

    fn store(lent: Self::Lent<'_>) -> Self;
    fn lend(&self) -> Self::Lent<'_>;

    /// Returns the field as JSON; `None` if it is omitted.
    fn save(&self) -> Option<Value>;
    /// Reads the field from JSON; `None` if it is invalid.
    fn load(value: Option<Value>) -> Option<Self>;
}

impl QuestionField for Shared<str> {
    type Lent<'a> = &'a str;

    fn store(name: &str) -> Self {
        Self::new(&*fold(name))
    }

    fn lend(&self) -> &str {
        self
    }

    fn save(&self) -> Option<Value> {
        Some((**self).into())
    }

    fn load(value: Option<Value>) -> Option<Self> {
        match value? {
            Value::String(name) => Some(Self::store(&name)),
            _ => None,
        }
    }
}

impl QuestionField for Option<Shared<str>> {
    type Lent<'a> = Option<&'a str>;

    fn store(name: Option<&str>) -> Self {
        name.map(Shared::store)
    }

    fn lend(&self) -> Option<&str> {
        self.as_deref()
    }

    fn save(&self) -> Option<Value> {
        self.as_ref()?.save()
    }

    fn load(value: Option<Value>) -> Option<Self> {
        value.map_or(Some(None), |value| Shared::load(Some(value)).map(Some))
    }
}

/// A number is written as `{"number": "1.0"}`, since some formats do not keep all of its digits.
impl QuestionField for Shared<AttributeKey> {
    type Lent<'a> = AttributeValue<'a>;

    fn store(value: AttributeValue<'_>) -> Self {
        value.into()
    }

    fn lend(&self) -> AttributeValue<'_> {
        self.as_value()
    }

    fn save(&self) -> Option<Value> {
        Some(match &**self {
            AttributeKey::Boolean(value) => (*value).into(),
            AttributeKey::Number(number) => json!({"number": number.as_ref().map(ToString::to_string)}),
            AttributeKey::String(string) => (**string).into(),
        })
    }

    fn load(value: Option<Value>) -> Option<Self> {
        let key = match value? {
            Value::Bool(value) => AttributeKey::Boolean(value),
            Value::String(string) => AttributeKey::String(string.into()),
            Value::Object(members) if members.len() == 1 => match members.get("number")? {
                Value::Null => AttributeKey::Number(None),
                Value::String(number) => AttributeKey::Number(Some(number.parse().ok()?)),
                _ => return None,
            },
            _ => return None,
        };
        Some(Self::new(key))
    }
}

impl QuestionField for Option<Shared<[AttendantKind]>> {
    type Lent<'a> = Option<&'a [AttendantKind]>;

    fn store(kinds: Option<&[AttendantKind]>) -> Self {
        kinds.map(Shared::new)
    }

    fn lend(&self) -> Option<&[AttendantKind]> {
        self.as_deref()
    }

    fn save(&self) -> Option<Value> {
        Some(self.as_ref()?.iter().map(|kind| kind.name()).collect())
    }

    fn load(value: Option<Value>) -> Option<Self> {
        let Some(value) = value else { return Some(None) };
        let kind = |kind: &Value| kind.as_str()?.parse().ok();
        let kinds: Vec<AttendantKind> = value.as_array()?.iter().map(kind).collect::<Option<_>>()?;
        Some(Some(Shared::new(kinds)))
    }
}

impl QuestionField for Option<NameList> {
    type Lent<'a> = Option<&'a NameList>;

    fn store(names: Option<&NameList>) -> Self {
        names.cloned()
    }

    fn lend(&self) -> Option<&NameList> {
        self.as_ref()
    }

    fn save(&self) -> Option<Value> {
        Some(self.as_ref()?.iter().map(String::as_str).collect())
    }

    fn load(value: Option<Value>) -> Option<Self> {
        let Some(value) = value else { return Some(None) };
        value.as_array()?.iter().map(Value::as_str).collect::<Option<_>>().map(Some)
    }
}

impl QuestionField for Option<Shared<Subject>> {
    type Lent<'a> = Option<&'a Subject>;

    fn store(subject: Option<&Subject>) -> Self {
        subject.map(|Subject { object_type, id }| Shared::new(Subject::new(fold(object_type), fold(id))))
    }

    fn lend(&self) -> Option<&Subject> {
        self.as_deref()
    }

    fn save(&self) -> Option<Value> {
        self.as_deref().map(|Subject { object_type, id }| json!({"objectType": object_type, "id": id}))
    }

    fn load(value: Option<Value>) -> Option<Self> {
        let Some(value) = value else { return Some(None) };
        let members = value.as_object().filter(|members| members.len() == 2)?;
        let member = |name: &str| members.get(name)?.as_str();
        Some(Self::store(Some(&Subject::new(member("objectType")?, member("id")?))))
    }
}
