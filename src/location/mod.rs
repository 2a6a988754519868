mod path_builder;
mod shared_path;

pub(crate) use path_builder::PathBuilder;
pub(crate) use shared_path::{PathCache, SharedPath};

use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// One step of a location: into an object or into an array.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LocationSegment {
    /// A member, by its name on the wire.
    Member(Cow<'static, str>),
    /// The index of an item of an array, from 0.
    Index(usize),
}

/// A location in a body: the steps from its root.
///
/// [`Display`](fmt::Display) writes the dotted form that the server calls `propertyName` (`followMe[1].timeout`; our
/// choice, since no public page shows one); [`pointer`](Self::pointer) returns the JSON Pointer
/// (`/followMe/1/timeout`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location(pub Vec<LocationSegment>);

impl Location {
    /// Returns the location as a JSON Pointer (RFC 6901); `""` is the root.
    #[must_use]
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in &self.0 {
            pointer.push('/');
            match segment {
                LocationSegment::Member(name) => pointer.push_str(&name.replace('~', "~0").replace('/', "~1")),
                LocationSegment::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}

/// Serializes the JSON Pointer.
impl Serialize for Location {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.pointer())
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (step, segment) in self.0.iter().enumerate() {
            match segment {
                LocationSegment::Member(name) if step == 0 => f.write_str(name)?,
                LocationSegment::Member(name) => write!(f, ".{name}")?,
                LocationSegment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
