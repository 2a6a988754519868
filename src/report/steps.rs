use crate::descriptor::{Kind, Member, TypeDescriptor};

/// A step from the root of a representation.
pub(super) enum Step {
    Member(&'static Member),
    Item(usize),
}

/// The steps to a place, read off the shapes.
pub(super) struct Steps<'p> {
    shape: &'static TypeDescriptor,
    place: u16,
    index: std::slice::Iter<'p, u32>,
}

impl<'p> Steps<'p> {
    pub(super) fn new(shape: &'static TypeDescriptor, place: u16, index: &'p [u32]) -> Self {
        Self { shape, place, index: index.iter() }
    }
}

impl Iterator for Steps<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        self.place = self.place.checked_sub(1)?;
        if self.shape.kind == Kind::Array {
            self.shape = self.shape.item?;
            return self.index.next().map(|index| Step::Item(*index as usize));
        }
        for member in self.shape.members {
            if self.place < member.shape.places {
                self.shape = member.shape;
                return Some(Step::Member(member));
            }
            self.place -= member.shape.places;
        }
        None
    }
}
