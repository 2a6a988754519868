use crate::descriptor::{JsonType, MAX_ARRAYS, MemberDescriptor, TypeDescriptor};
use crate::location::{LocationSegment, SharedPath};
use std::num::NonZeroU32;

/// A step from the root of a representation.
pub(crate) enum DescriptorStep {
    Member(&'static MemberDescriptor),
    Item(usize),
}

impl From<DescriptorStep> for LocationSegment {
    fn from(step: DescriptorStep) -> Self {
        match step {
            DescriptorStep::Member(member) => Self::Member(member.name.into()),
            DescriptorStep::Item(index) => Self::Index(index),
        }
    }
}

/// A value that is read as something else than what it is, since that is probably meant: below a misspelt name, or wrapped.
#[derive(Clone)]
pub(crate) struct Misplaced {
    /// The object or value in which it is, with its slot.
    pub(crate) object: &'static TypeDescriptor,
    pub(crate) slot: u16,
    pub(crate) arrays: [u16; MAX_ARRAYS],
    pub(crate) index: [u32; MAX_ARRAYS],
    /// The path from there.
    pub(crate) path: Option<SharedPath>,
    /// The number of steps to where it is meant to be, from the root.
    pub(crate) steps: usize,
}

impl Misplaced {
    /// Returns one of several by its number, which counts from 1.
    pub(crate) fn numbered(all: &[Self], number: Option<NonZeroU32>) -> Option<&Self> {
        all.get(number?.get() as usize - 1)
    }
}

/// The steps to a slot, found through the descriptors.
pub(crate) struct Steps<'p> {
    descriptor: &'static TypeDescriptor,
    slot: u16,
    index: std::slice::Iter<'p, u32>,
}

impl<'p> Steps<'p> {
    pub(crate) fn new(descriptor: &'static TypeDescriptor, slot: u16, index: &'p [u32]) -> Self {
        Self { descriptor, slot, index: index.iter() }
    }
}

impl Iterator for Steps<'_> {
    type Item = DescriptorStep;

    fn next(&mut self) -> Option<DescriptorStep> {
        self.slot = self.slot.checked_sub(1)?;
        if self.descriptor.kind == JsonType::Array {
            self.descriptor = self.descriptor.item?;
            return self.index.next().map(|index| DescriptorStep::Item(*index as usize));
        }
        for member in self.descriptor.members {
            if self.slot < member.descriptor.slot_count {
                self.descriptor = member.descriptor;
                return Some(DescriptorStep::Member(member));
            }
            self.slot -= member.descriptor.slot_count;
        }
        None
    }
}
