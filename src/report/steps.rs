use crate::descriptor::{JsonType, MemberDescriptor, TypeDescriptor};

/// A step from the root of a representation.
pub(super) enum DescriptorStep {
    Member(&'static MemberDescriptor),
    Item(usize),
}

/// The steps to a slot, found through the descriptors.
pub(super) struct Steps<'p> {
    descriptor: &'static TypeDescriptor,
    slot: u16,
    index: std::slice::Iter<'p, u32>,
}

impl<'p> Steps<'p> {
    pub(super) fn new(descriptor: &'static TypeDescriptor, slot: u16, index: &'p [u32]) -> Self {
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
