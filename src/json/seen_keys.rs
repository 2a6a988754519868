use std::borrow::Cow;
use std::collections::HashSet;

/// The names of an object so far: searched linearly if there are few, hashed if there are many.
#[derive(Debug, Default)]
pub(crate) struct SeenKeys<'a> {
    few: Vec<Cow<'a, str>>,
    many: Option<HashSet<Cow<'a, str>>>,
}

impl<'a> SeenKeys<'a> {
    const FEW: usize = 8;

    /// Returns whether there are no names.
    pub(crate) fn is_empty(&self) -> bool {
        self.few.is_empty()
    }

    /// Returns an iterator over the names, in any order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.few.iter().chain(self.many.iter().flatten()).map(|name| &**name)
    }

    /// Adds a name; returns `false` if it exists.
    pub(crate) fn insert(&mut self, name: Cow<'a, str>) -> bool {
        if self.few.contains(&name) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(name);
            return true;
        }
        self.many.get_or_insert_default().insert(name)
    }
}
