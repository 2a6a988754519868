use super::reported::{ReportedCursor, ReportedProblems};
use crate::codes::ValidationErrorType;
use crate::location::{PathBuilder, SharedPath};

/// Where the engine is in a body, and what the representation has said of it there.
pub(crate) struct Cursor<'t> {
    parent: Option<&'t Cursor<'t>>,
    /// The steps from the root; none there, and in a part of a string, which has the steps of the string.
    way: Option<PathBuilder<'t>>,
    /// The index of a part of a string.
    part: Option<usize>,
    said: Option<ReportedCursor<'t>>,
}

impl<'t> Cursor<'t> {
    /// The root of a body of which something was said already.
    pub(crate) fn root(said: &'t ReportedProblems) -> Self {
        Self { parent: None, way: None, part: None, said: said.root() }
    }

    pub(crate) fn member(&'t self, name: &'t str) -> Cursor<'t> {
        let said = self.said.and_then(|said| said.member(name));
        Cursor { parent: Some(self), way: Some(PathBuilder::member(self.way(), name)), part: None, said }
    }

    pub(crate) fn item(&'t self, index: usize) -> Cursor<'t> {
        let said = self.said.and_then(|said| said.item(index));
        Cursor { parent: Some(self), way: Some(PathBuilder::item(self.way(), index)), part: None, said }
    }

    /// Goes to a part of the string here, which has the location of the string.
    pub(crate) fn part(&'t self, index: usize) -> Cursor<'t> {
        Cursor { parent: Some(self), way: None, part: Some(index), said: self.said }
    }

    fn way(&self) -> Option<&PathBuilder<'t>> {
        match (&self.way, self.part, self.parent) {
            (None, Some(_), Some(parent)) => parent.way(),
            (way, ..) => way.as_ref(),
        }
    }

    /// Whether the representation called the body malformed here.
    #[inline]
    pub(crate) fn is_malformed(&self) -> bool {
        self.said.is_some_and(ReportedCursor::is_malformed)
    }

    /// Whether the representation spoke for a validator here.
    pub(crate) fn already_reported(&self, validator: ValidationErrorType) -> bool {
        self.said.is_some_and(|said| said.already_reported(validator))
    }

    /// The steps as reports have them; none at the root.
    pub(crate) fn reported(&self) -> Option<SharedPath> {
        self.way().map(PathBuilder::trail)
    }

    /// Returns what tells the value here from all others of the body.
    pub(super) fn key(&self) -> (Option<SharedPath>, Vec<usize>) {
        let parts = std::iter::successors(Some(self), |cursor| cursor.parent).map_while(|cursor| cursor.part);
        (self.reported(), parts.collect())
    }

    /// Returns the indexes of the items from the root to here.
    pub(super) fn indexes(&self) -> Vec<usize> {
        let steps = std::iter::successors(Some(self), |cursor| cursor.parent);
        let mut indexes: Vec<_> = steps.filter_map(|cursor| cursor.way.as_ref()?.index()).collect();
        indexes.reverse();
        indexes
    }

    /// The indexes between a trail that this one extends and its end, from the end.
    fn indexes_from<'s>(&'s self, base: &'s Cursor<'s>) -> impl Iterator<Item = usize> + 's {
        std::iter::successors(Some(self), |trail| trail.parent)
            .take_while(move |trail| !std::ptr::eq(*trail, base))
            .filter_map(|trail| trail.way.as_ref()?.index())
    }

    /// The index at the `n`th list between a trail that this one extends and its end.
    pub(crate) fn index(&self, base: &Cursor<'_>, n: usize) -> Option<usize> {
        let count = self.indexes_from(base).count();
        self.indexes_from(base).nth(count.checked_sub(n + 1)?)
    }
}
