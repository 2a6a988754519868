use std::collections::HashSet;

/// The names that an object has shown so far: a short list is searched, a long one hashed.
#[derive(Debug, Default)]
pub(crate) struct Names {
    few: Vec<Box<str>>,
    many: HashSet<Box<str>>,
}

impl Names {
    const FEW: usize = 8;

    /// Adds a name; `false` if it was there.
    pub(crate) fn insert(&mut self, name: &str) -> bool {
        if self.few.iter().any(|seen| **seen == *name) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(name.into());
            return true;
        }
        self.many.insert(name.into())
    }
}
