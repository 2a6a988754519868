use super::{Param, Reader, write_array};
use crate::file::LoadExpected;
use crate::json::tree::{Json, Tree};
use crate::json::write::write_string;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// An ordered, case-sensitive set of names of properties or keys. It may be empty.
///
/// ```
/// use icws_schema::rules::NameSet;
///
/// let names: NameSet = ["city", "street"].into_iter().collect();
/// assert!(names.contains("city") && !names.contains("City"));
/// assert_eq!(names.iter().collect::<Vec<_>>(), ["city", "street"]);
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct NameSet(Arc<OrderedNames>);

#[derive(Clone, PartialEq, Eq, Default)]
struct OrderedNames {
    names: Vec<String>,
    set: HashSet<String>,
}

impl Hash for NameSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.names.hash(state);
    }
}

impl NameSet {
    /// Returns the names, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.names.iter().map(String::as_str)
    }

    /// Returns whether a name is in the set.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.0.set.contains(name)
    }
}

impl<S: Into<String>> FromIterator<S> for NameSet {
    fn from_iter<I: IntoIterator<Item = S>>(names: I) -> Self {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        Self(Arc::new(OrderedNames { set: names.iter().cloned().collect(), names }))
    }
}

impl<S: Into<String>> Extend<S> for NameSet {
    fn extend<I: IntoIterator<Item = S>>(&mut self, names: I) {
        let OrderedNames { names: all, set } = Arc::make_mut(&mut self.0);
        for name in names.into_iter().map(Into::into) {
            set.insert(name.clone());
            all.push(name);
        }
    }
}

impl<'s> IntoIterator for &'s NameSet {
    type Item = &'s String;
    type IntoIter = std::slice::Iter<'s, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.names.iter()
    }
}

impl fmt::Debug for NameSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl Param for NameSet {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        let Json::Array(items) = &value.json else { return reader.value(value, LoadExpected::Array) };
        let names: Vec<_> = items.iter().map(|item| String::load(item, reader)).collect();
        names.into_iter().collect::<Option<Vec<_>>>().map(Self::from_iter)
    }

    fn write(&self, json: &mut String) {
        write_array(self.iter(), json, write_string);
    }

    fn schema() -> Value {
        json!({"type": "array", "items": String::schema()})
    }
}
