use crate::json::decimal::Decimal;
use crate::json::lexer::Lexer;
use crate::json::tree::{self, Json, Tree};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

/// What an object carries beside the members of its table: whether it says its `__type`, and the members that no table
/// lists, in the order in which they came.
///
/// Values are kept as compact JSON text, so that no digit of a number and no order of members is lost.
#[derive(Debug, Clone, Default)]
pub struct UnknownMembers {
    type_tag: bool,
    #[expect(clippy::box_collection, reason = "one word instead of three, since nearly every object has none")]
    members: Option<Box<Vec<Member>>>,
}

/// A name and its value as compact JSON text.
type Member = (Box<str>, Box<str>);

impl UnknownMembers {
    /// Whether the object says its URN in `__type`. (Where the documentation requires that, it is said in any case.)
    #[must_use]
    pub fn has_type_tag(&self) -> bool {
        self.type_tag
    }

    /// Says the object's URN in `__type`, or leaves it out.
    pub fn set_type_tag(&mut self, type_tag: bool) {
        self.type_tag = type_tag;
    }

    /// How many unlisted members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members().len()
    }

    /// Whether there is no unlisted member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members().is_empty()
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value> {
        self.text(name).and_then(|text| serde_json::from_str(text).ok())
    }

    /// The value of a member as compact JSON text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.iter().find_map(|(other, text)| (other == name).then_some(text))
    }

    /// Names and values (compact JSON text) in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.members().iter().map(|(name, text)| (&**name, &**text))
    }

    /// Adds a member, or replaces it. What its object's table lists, and `__type`, are not for here: writing would repeat them.
    pub fn insert(&mut self, name: &str, value: &Value) {
        self.remove(name);
        self.push(name.into(), value.to_string());
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) {
        if let Some(members) = &mut self.members {
            members.retain(|(other, _)| **other != *name);
        }
    }

    pub(crate) fn push(&mut self, name: Box<str>, text: String) {
        self.members.get_or_insert_default().push((name, text.into()));
    }

    fn members(&self) -> &[Member] {
        self.members.as_deref().map_or(&[], Vec::as_slice)
    }

    fn by_name(&self) -> Vec<&Member> {
        let mut members: Vec<_> = self.members().iter().collect();
        members.sort_by(|one, other| one.0.cmp(&other.0));
        members
    }

    /// Shows every member to a rule.
    pub(crate) fn each(&self, show: &mut dyn FnMut(&str, crate::value_ref::ValueRef<'_>)) {
        for (name, text) in self.iter() {
            if let Ok(tree) = tree::value(&mut Lexer::new(text)) {
                show(name, (&tree).into());
            }
        }
    }

    pub(crate) fn serialize_members<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        self.iter().try_for_each(|(name, text)| map.serialize_entry(name, &RawText(text)))
    }
}

/// Equal when the same members have equal values, in whatever order and spelling.
impl PartialEq for UnknownMembers {
    fn eq(&self, other: &Self) -> bool {
        let equal = |((name, text), (other, same)): (&Member, &Member)| name == other && is_same(text, same);
        self.type_tag == other.type_tag
            && self.len() == other.len()
            && self.by_name().into_iter().zip(other.by_name()).all(equal)
    }
}

/// Whether two compact JSON texts spell the same value.
fn is_same(text: &str, other: &str) -> bool {
    let json = |text| tree::parse(text).map(|tree| tree.json);
    text == other || matches!((json(text), json(other)), (Ok(one), Ok(other)) if one == other)
}

/// Compact JSON text that is written as the value it spells.
struct RawText<'a>(&'a str);

impl Serialize for RawText<'_> {
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

/// Writes a number by the type that keeps it: 64 bits, or a double.
///
/// Only a double has the sign of `-0`. What has more digits goes out as raw JSON, which `serde_json` alone understands; a binary
/// format gets the nearest double.
fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if text == "-0" {
        return serializer.serialize_f64(-0.0);
    }
    if let Ok(value) = text.parse() {
        return serializer.serialize_i64(value);
    }
    if let Ok(value) = text.parse() {
        return serializer.serialize_u64(value);
    }
    match Decimal::double(text) {
        Some(value) => serializer.serialize_f64(value),
        None if serializer.is_human_readable() => {
            RawValue::from_string(text.into()).map_err(Error::custom)?.serialize(serializer)
        }
        None => serializer.serialize_f64(text.parse().map_err(Error::custom)?),
    }
}
