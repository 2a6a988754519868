use super::raw_json::{self, RawJson};
use crate::body::decode::members::TYPE;
use crate::json::lexer::Lexer;
use crate::json::tree;
use serde_json::Value;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::iter::FusedIterator;

/// The members of an object that the vendor does not document, in input order, and whether an optional `__type` was present.
///
/// Values are kept as compact JSON text, so that no digit of a number and no order of members is lost. Sets of members are equal if the same members
/// have equal values, in any order and notation (`1.0` equals `1`).
///
/// A body has at most 127 arrays and objects in each other, those of its unknown members included: one with more is rejected when it is checked, and
/// serializing it fails at the latest where a single member has more.
///
/// ```
/// use icws_schema::body::{Error, UnknownMembers};
/// use serde_json::json;
///
/// let mut error: Error = serde_json::from_str(r#"{"message": "failed", "errorCode": -2147221503, "details": {"a": 1.0}}"#)?;
/// assert_eq!(error.unknown.get("errorCode"), Some(json!(-2147221503)));
/// assert_eq!(error.unknown.get_raw("details"), Some(r#"{"a":1.0}"#));
///
/// error.unknown.remove("errorCode");
/// error.unknown.insert("retry", true);
/// assert_eq!(error.unknown, UnknownMembers::from_iter([("retry", json!(true)), ("details", json!({"a": 1}))]));
/// assert_eq!(serde_json::to_string(&error)?, r#"{"message":"failed","details":{"a":1.0},"retry":true}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct UnknownMembers(Option<Box<Contents>>); // one word, since nearly every object has none

#[derive(Debug, Clone, Default)]
struct Contents {
    type_tag: bool,
    members: Vec<NamedJson>,
}

/// A name and its value as compact JSON text.
type NamedJson = (Box<str>, Box<str>);

impl UnknownMembers {
    /// Creates an empty set of members, without `__type`.
    ///
    /// ```
    /// use icws_schema::body::UnknownMembers;
    ///
    /// assert!(UnknownMembers::new().is_empty());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns whether an optional `__type` is present. It is `false` for a type whose `__type` is required, which is always serialized.
    ///
    /// ```
    /// use icws_schema::body::Error;
    ///
    /// let error: Error = serde_json::from_str(r#"{"message": "failed", "__type": "urn:inin.com:common:error"}"#)?;
    /// assert!(error.unknown.has_type_tag());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn has_type_tag(&self) -> bool {
        self.0.as_ref().is_some_and(|contents| contents.type_tag)
    }

    /// Sets whether the object is serialized with its type URN in `__type`.
    ///
    /// ```
    /// use icws_schema::body::Error;
    ///
    /// let mut error = Error::new("failed");
    /// error.unknown.set_type_tag(true);
    /// assert_eq!(serde_json::to_string(&error)?, r#"{"message":"failed","__type":"urn:inin.com:common:error"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn set_type_tag(&mut self, type_tag: bool) {
        if type_tag || self.0.is_some() {
            self.0.get_or_insert_default().type_tag = type_tag;
        }
    }

    /// Returns the number of members, not counting `__type`.
    ///
    /// ```
    /// use icws_schema::body::UnknownMembers;
    ///
    /// assert_eq!(UnknownMembers::from_iter([("a", 1), ("b", 2)]).len(), 2);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.members().len()
    }

    /// Returns whether there are no members, not counting `__type`.
    ///
    /// ```
    /// use icws_schema::body::FollowMe;
    ///
    /// assert!(FollowMe::new("8042", 15).unknown.is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members().is_empty()
    }

    /// Returns whether there is a member with this name.
    ///
    /// ```
    /// use icws_schema::body::UnknownMembers;
    ///
    /// assert!(UnknownMembers::from_iter([("a", 1)]).contains("a"));
    /// ```
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.get_raw(name).is_some()
    }

    /// Returns the value of a member. A [`Value`] may round its numbers; [`get_raw`](Self::get_raw) has all digits.
    ///
    /// ```
    /// use icws_schema::body::UnknownMembers;
    ///
    /// let members = UnknownMembers::from_iter([("a", 1)]);
    /// assert_eq!(members.get("a"), Some(1.into()));
    /// assert_eq!(members.get("b"), None);
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value> {
        self.get_raw(name).and_then(value)
    }

    /// Returns the value of a member as compact JSON text.
    ///
    /// ```
    /// use icws_schema::body::Error;
    ///
    /// let error: Error = serde_json::from_str(r#"{"message": "failed", "n": 123456789012345678901234567890}"#)?;
    /// assert_eq!(error.unknown.get_raw("n"), Some("123456789012345678901234567890"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn get_raw(&self, name: &str) -> Option<&str> {
        self.iter().find_map(|(other, text)| (other == name).then_some(text))
    }

    /// Returns an iterator over the names and the values (compact JSON text) in order.
    ///
    /// ```
    /// use icws_schema::body::UnknownMembers;
    ///
    /// let members = UnknownMembers::from_iter([("b", "two"), ("a", "one")]);
    /// assert_eq!(members.iter().collect::<Vec<_>>(), [("b", "\"two\""), ("a", "\"one\"")]);
    /// ```
    #[must_use]
    pub fn iter(&self) -> UnknownMembersIter<'_> {
        UnknownMembersIter(self.members().iter())
    }

    /// Inserts a member, or replaces its value. Returns the previous value.
    ///
    /// Members that the vendor documents for the object are not serialized from here, nor is `__type`: they have fields of their own.
    ///
    /// ```
    /// use icws_schema::body::UnknownMembers;
    ///
    /// let mut members = UnknownMembers::new();
    /// assert_eq!(members.insert("a", 1), None);
    /// assert_eq!(members.insert("a", "one"), Some(1.into()));
    /// ```
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let name = name.into();
        let text = value.into().to_string();
        if let Some((_, old)) = self.members_mut().iter_mut().find(|(other, _)| **other == *name) {
            return self::value(&std::mem::replace(old, text.into()));
        }
        self.push(name.into(), text);
        None
    }

    /// Removes a member. Returns its value.
    ///
    /// ```
    /// use icws_schema::body::UnknownMembers;
    ///
    /// let mut members = UnknownMembers::from_iter([("a", 1)]);
    /// assert_eq!(members.remove("a"), Some(1.into()));
    /// assert_eq!(members.remove("a"), None);
    /// ```
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let index = self.members().iter().position(|(other, _)| **other == *name)?;
        let (_, text) = self.members_mut().remove(index);
        value(&text)
    }

    pub(crate) fn push(&mut self, name: Box<str>, text: String) {
        self.members_mut().push((name, text.into()));
    }

    fn members(&self) -> &[NamedJson] {
        self.0.as_ref().map_or(&[], |contents| &contents.members)
    }

    fn members_mut(&mut self) -> &mut Vec<NamedJson> {
        &mut self.0.get_or_insert_default().members
    }

    fn by_name(&self) -> Vec<&NamedJson> {
        let mut members: Vec<_> = self.members().iter().collect();
        members.sort_by(|one, other| one.0.cmp(&other.0));
        members
    }

    /// Returns whether a member has more than this number of arrays and objects in each other.
    pub(crate) fn is_deeper_than(&self, depth: usize) -> bool {
        self.iter().any(|(_, text)| raw_json::nesting(text) > depth)
    }

    /// Shows every member to a rule, but for those that are deeper than JSON may be.
    pub(crate) fn each(&self, show: &mut dyn FnMut(&str, crate::value_ref::ValueRef<'_>)) {
        for (name, text) in self {
            tree::value(&mut Lexer::new(text)).iter().for_each(|tree| show(name, tree.into()));
        }
    }

    /// The members that are serialized: all but `__type` and the documented ones, which have fields of their own.
    pub(crate) fn to_serialize(
        &self,
        is_documented: impl Fn(&str) -> bool + Clone,
    ) -> impl Iterator<Item = (&str, RawJson<'_>)> + Clone {
        let is_unknown = move |(name, _): &(&str, &str)| *name != TYPE && !is_documented(name);
        self.iter().filter(is_unknown).map(|(name, text)| (name, RawJson(text)))
    }
}

/// The value of compact JSON text.
fn value(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// An iterator over the members of [`UnknownMembers`]: names and values, which are compact JSON text.
///
/// ```
/// use icws_schema::body::{UnknownMembers, UnknownMembersIter};
///
/// let members = UnknownMembers::from_iter([("a", 1)]);
/// let iter: UnknownMembersIter = members.iter();
/// assert_eq!(iter.len(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct UnknownMembersIter<'a>(std::slice::Iter<'a, NamedJson>);

impl<'a> Iterator for UnknownMembersIter<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, text)| (&**name, &**text))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for UnknownMembersIter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(name, text)| (&**name, &**text))
    }
}

impl ExactSizeIterator for UnknownMembersIter<'_> {}

impl FusedIterator for UnknownMembersIter<'_> {}

impl<'a> IntoIterator for &'a UnknownMembers {
    type Item = (&'a str, &'a str);
    type IntoIter = UnknownMembersIter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Inserts members; a member with an existing name replaces the value.
impl<K: Into<String>, V: Into<Value>> Extend<(K, V)> for UnknownMembers {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, members: I) {
        let mut indexes: HashMap<_, _> =
            self.members().iter().enumerate().map(|(index, (name, _))| (name.clone(), index)).collect();
        for (name, value) in members {
            let name: Box<str> = name.into().into();
            let text = value.into().to_string();
            if let Some(index) = indexes.get(&name) {
                self.members_mut()[*index].1 = text.into();
            } else {
                indexes.insert(name.clone(), self.len());
                self.push(name, text);
            }
        }
    }
}

/// Collects members; the last of several with the same name is kept.
impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for UnknownMembers {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let mut unknown = Self::new();
        unknown.extend(members);
        unknown
    }
}

/// Equal if the same members have equal values, in any order and notation.
impl PartialEq for UnknownMembers {
    fn eq(&self, other: &Self) -> bool {
        let equal =
            |((name, text), (other, same)): (&NamedJson, &NamedJson)| name == other && raw_json::is_same(text, same);
        self.has_type_tag() == other.has_type_tag()
            && self.len() == other.len()
            && self.by_name().into_iter().zip(other.by_name()).all(equal)
    }
}

impl Eq for UnknownMembers {}

impl Hash for UnknownMembers {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.has_type_tag().hash(state);
        self.len().hash(state);
        for (name, text) in self.by_name() {
            name.hash(state);
            raw_json::hash(text, state);
        }
    }
}
