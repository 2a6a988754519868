use crate::report::{self, Place};

/// Where the engine is in a body: the steps from its root, each borrowing the one before, so that going somewhere costs nothing.
#[derive(Clone, Copy)]
pub(crate) struct Trail<'t> {
    parent: Option<&'t Trail<'t>>,
    segment: Segment<'t>,
}

#[derive(Clone, Copy)]
pub(crate) enum Segment<'t> {
    Root,
    Member(&'t str),
    Index(usize),
}

impl<'t> Trail<'t> {
    pub(crate) const ROOT: Trail<'static> = Trail { parent: None, segment: Segment::Root };

    pub(crate) fn member(&'t self, name: &'t str) -> Trail<'t> {
        Trail { parent: Some(self), segment: Segment::Member(name) }
    }

    pub(crate) fn item(&'t self, index: usize) -> Trail<'t> {
        Trail { parent: Some(self), segment: Segment::Index(index) }
    }

    pub(crate) fn place(&self) -> Place {
        let mut segments = Vec::new();
        let mut trail = Some(self);
        while let Some(Trail { parent, segment }) = trail {
            match segment {
                Segment::Root => {}
                Segment::Member(name) => segments.push(report::Segment::Member(name.to_string().into())),
                Segment::Index(index) => segments.push(report::Segment::Index(*index)),
            }
            trail = *parent;
        }
        segments.reverse();
        Place(segments)
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
