use super::said::{Said, SaidHere};
use crate::codes::ValidationErrorType;
use crate::report;
use std::cell::OnceCell;

/// Where the engine is in a body: the steps from its root, each borrowing the one before, so that going somewhere costs nothing.
pub(crate) struct Trail<'t> {
    parent: Option<&'t Trail<'t>>,
    segment: Segment<'t>,
    said: Option<SaidHere<'t>>,
    /// The same for reports, made once for all that is said here and beneath.
    reported: OnceCell<report::Trail>,
}

#[derive(Clone, Copy)]
pub(crate) enum Segment<'t> {
    Root,
    Member(&'t str),
    Index(usize),
}

impl<'t> Trail<'t> {
    /// The root of a body of which something was said already.
    pub(crate) fn root(said: &'t Said) -> Self {
        Self { parent: None, segment: Segment::Root, said: said.root(), reported: OnceCell::new() }
    }

    pub(crate) fn member(&'t self, name: &'t str) -> Trail<'t> {
        self.step(Segment::Member(name), self.said.and_then(|said| said.member(name)))
    }

    pub(crate) fn item(&'t self, index: usize) -> Trail<'t> {
        self.step(Segment::Index(index), self.said.and_then(|said| said.item(index)))
    }

    fn step(&'t self, segment: Segment<'t>, said: Option<SaidHere<'t>>) -> Trail<'t> {
        Trail { parent: Some(self), segment, said, reported: OnceCell::new() }
    }

    /// Whether the representation called the body malformed here.
    #[inline]
    pub(crate) fn is_malformed(&self) -> bool {
        self.said.is_some_and(SaidHere::is_malformed)
    }

    /// Whether the representation spoke for a validator here.
    pub(crate) fn has_spoken(&self, validator: ValidationErrorType) -> bool {
        self.said.is_some_and(|said| said.has_spoken(validator))
    }

    /// The steps as reports have them; none at the root.
    pub(crate) fn reported(&self) -> Option<report::Trail> {
        let made = |segment| report::Trail::new(self.parent.and_then(Trail::reported), segment);
        let reported = match self.segment {
            Segment::Root => return None,
            Segment::Member(name) => {
                self.reported.get_or_init(|| made(report::Segment::Member(name.to_owned().into())))
            }
            Segment::Index(index) => self.reported.get_or_init(|| made(report::Segment::Index(index))),
        };
        Some(reported.clone())
    }

    /// The indexes between a trail that this one extends and its end, from the end.
    fn indexes_from<'s>(&'s self, base: &'s Trail<'s>) -> impl Iterator<Item = usize> + 's {
        std::iter::successors(Some(self), |trail| trail.parent)
            .take_while(move |trail| !std::ptr::eq(*trail, base))
            .filter_map(|trail| match trail.segment {
                Segment::Index(index) => Some(index),
                _ => None,
            })
    }

    /// The index at the `n`th list between a trail that this one extends and its end.
    pub(crate) fn index(&self, base: &Trail<'_>, n: usize) -> Option<usize> {
        let count = self.indexes_from(base).count();
        self.indexes_from(base).nth(count.checked_sub(n + 1)?)
    }
}
