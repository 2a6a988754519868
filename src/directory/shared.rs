use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

/// A value that is cheap to clone, hash and compare with itself, however large it is.
///
/// A rule can ask about one long name for many items; copying or reading the whole name each time would take the
/// product of both.
#[derive(Debug, PartialOrd, Ord)]
pub(crate) struct Shared<T: ?Sized> {
    value: Arc<T>,
    hash: u64,
}

impl<T: ?Sized + Hash> Shared<T> {
    pub(crate) fn new(value: impl Into<Arc<T>>) -> Self {
        let value = value.into();
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        Self { hash: hasher.finish(), value }
    }
}

impl<T: ?Sized> Shared<T> {
    /// Returns whether both are clones of one.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value)
    }
}

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self { value: Arc::clone(&self.value), hash: self.hash }
    }
}

impl<T: ?Sized + PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash && (self.is(other) || self.value == other.value)
    }
}

impl<T: ?Sized + Eq> Eq for Shared<T> {}

impl<T: ?Sized> Hash for Shared<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
