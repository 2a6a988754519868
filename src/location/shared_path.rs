use super::LocationSegment;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Steps from a described object into values that have no descriptor.
///
/// Paths below the same name share it: a body can have a million problems below one name of a megabyte.
#[derive(Debug, Clone)]
pub(crate) struct SharedPath(Arc<SharedStep>);

#[derive(Debug)]
struct SharedStep {
    before: Option<SharedPath>,
    segment: LocationSegment,
    depth: usize,
}

/// Values of type `P` by path.
pub(crate) struct PathCache<P>(HashMap<PathKey, P>);

/// A path as a key that is compared in constant time, however long its names are: equal to paths that share its last
/// step.
struct PathKey(SharedPath);

impl PartialEq for PathKey {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0.0, &other.0.0)
    }
}

impl Eq for PathKey {}

impl Hash for PathKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Arc::as_ptr(&self.0.0).hash(state);
    }
}

impl<P> Default for PathCache<P> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl SharedPath {
    /// Adds a step.
    pub(crate) fn new(before: Option<Self>, segment: LocationSegment) -> Self {
        let depth = before.as_ref().map_or(0, |before| before.0.depth + 1);
        Self(Arc::new(SharedStep { before, segment, depth }))
    }

    /// Follows the path from the start of its first step; steps that paths share are followed once.
    pub(crate) fn follow<P: Clone>(
        &self,
        start: P,
        followed: &mut PathCache<P>,
        step: &mut dyn FnMut(&P, &LocationSegment) -> P,
    ) -> P {
        let key = PathKey(self.clone());
        if let Some(here) = followed.0.get(&key) {
            return here.clone();
        }
        let before = match &self.0.before {
            Some(before) => before.follow(start, followed, step),
            None => start,
        };
        let here = step(&before, &self.0.segment);
        followed.0.insert(key, here.clone());
        here
    }

    /// Returns the path without its last step.
    pub(crate) fn parent(&self) -> Option<&Self> {
        self.0.before.as_ref()
    }

    /// Returns the last step.
    pub(crate) fn last(&self) -> &LocationSegment {
        &self.0.segment
    }

    /// Returns the first step.
    pub(crate) fn first(&self) -> &LocationSegment {
        self.parent().map_or(self.last(), Self::first)
    }

    /// Returns the steps in their order.
    pub(crate) fn segments(&self) -> Vec<LocationSegment> {
        let mut segments: Vec<_> = std::iter::successors(Some(self), |path| path.0.before.as_ref())
            .map(|path| path.0.segment.clone())
            .collect();
        segments.reverse();
        segments
    }
}

/// Compares as sequences of segments, from the root.
impl Ord for SharedPath {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) {
            return Ordering::Equal;
        }
        let (before, others) = (&self.0.before, &other.0.before);
        match self.0.depth.cmp(&other.0.depth) {
            Ordering::Less => Some(self).cmp(&others.as_ref()).then(Ordering::Less),
            Ordering::Equal => before.cmp(others).then_with(|| self.0.segment.cmp(&other.0.segment)),
            Ordering::Greater => before.as_ref().cmp(&Some(other)).then(Ordering::Greater),
        }
    }
}

impl PartialOrd for SharedPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for SharedPath {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for SharedPath {}

impl Hash for SharedPath {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if let Some(before) = &self.0.before {
            before.hash(state);
        }
        self.0.segment.hash(state);
    }
}
