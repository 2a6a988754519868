//! Maps whose keys compare without case.

use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// A name in Unicode lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Name(Box<str>);

impl Name {
    pub(super) fn new(name: &str) -> Self {
        Self(name.to_lowercase().into())
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A map by name.
#[derive(Debug, Clone)]
pub(super) struct Names<T>(HashMap<Name, T>);

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Names<T> {
    pub(super) fn get(&self, name: &str) -> Option<&T> {
        self.0.get(&*name.to_lowercase())
    }

    pub(super) fn entry(&mut self, name: &str) -> std::collections::hash_map::Entry<'_, Name, T> {
        self.0.entry(Name::new(name))
    }

    /// Adds what stands under a name; `false`, and nothing changes, where something does already.
    pub(super) fn insert(&mut self, name: &str, value: T) -> bool {
        match self.entry(name) {
            std::collections::hash_map::Entry::Occupied(_) => false,
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(value);
                true
            }
        }
    }

    pub(super) fn into_keys(self) -> HashSet<Name> {
        self.0.into_keys().collect()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(Borrow::borrow)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.0.values()
    }
}

/// An attribute's value as a key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Boolean(bool),
    Integer(i128),
    Number(u64),
    Text(Box<str>),
}

impl From<super::AttributeValue<'_>> for Key {
    fn from(value: super::AttributeValue<'_>) -> Self {
        match value {
            super::AttributeValue::Boolean(value) => Self::Boolean(value),
            super::AttributeValue::Integer(value) => Self::Integer(value),
            super::AttributeValue::Number(value) => Self::Number(value.to_bits()),
            super::AttributeValue::Text(text) => Self::Text(text.into()),
        }
    }
}
