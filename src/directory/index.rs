//! Maps whose keys compare case-insensitively, and values of attributes as keys.

use super::AttributeValue;
use crate::json::number::OwnedNumber;
use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// A name in Unicode lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct FoldedName(Box<str>);

impl FoldedName {
    pub(super) fn new(name: &str) -> Self {
        Self(name.to_lowercase().into())
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for FoldedName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A map by name.
#[derive(Debug, Clone)]
pub(super) struct FoldedMap<T> {
    entries: HashMap<FoldedName, T>,
    /// The length of the longest name.
    longest: usize,
}

impl<T> Default for FoldedMap<T> {
    fn default() -> Self {
        Self { entries: HashMap::new(), longest: 0 }
    }
}

impl<T> FoldedMap<T> {
    pub(super) fn get(&self, name: &str) -> Option<&T> {
        // Lower case has at least a third of the bytes. Whoever asks for a long text again and again is not to be its copier.
        if name.len() / 3 > self.longest { None } else { self.entries.get(&*name.to_lowercase()) }
    }

    pub(super) fn entry(&mut self, name: &str) -> std::collections::hash_map::Entry<'_, FoldedName, T> {
        let name = FoldedName::new(name);
        self.longest = self.longest.max(name.0.len());
        self.entries.entry(name)
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

    pub(super) fn into_keys(self) -> HashSet<FoldedName> {
        self.entries.into_keys().collect()
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.entries.values_mut()
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(Borrow::borrow)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.entries.values()
    }
}

/// An attribute's value as a key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum AttributeKey {
    Boolean(bool),
    Number(OwnedNumber),
    String(Box<str>),
}

impl AttributeKey {
    /// Returns the key of a value; `None` for an `f64` that is not finite, which equals nothing.
    pub(super) fn of(value: AttributeValue<'_>) -> Option<Self> {
        Some(match value {
            AttributeValue::Boolean(value) => Self::Boolean(value),
            AttributeValue::Number(value) => Self::Number(OwnedNumber::new(value)?),
            AttributeValue::String(value) => Self::String(value.into()),
        })
    }
}
