//! Strings that are never printed.

use serde::{Serialize, Serializer};
use std::fmt;

/// The text that replaces a secret.
pub(super) const HIDDEN: &str = "***";

/// A string that is printed and serialized as `***`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Secret(Box<str>);

impl Secret {
    pub(super) fn new(text: String) -> Self {
        Self(text.into_boxed_str())
    }

    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(HIDDEN)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(HIDDEN)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(HIDDEN)
    }
}
