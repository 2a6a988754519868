use crate::descriptor::TypeDescriptor;
use crate::rules::PropertyStep;

/// The type at which the paths of a rule start.
#[derive(Clone, Copy)]
pub(super) struct SchemaScope {
    pub(super) descriptor: &'static TypeDescriptor,
    /// Whether an absent property is not set. A property that a request omits keeps its value on the server, but an array is
    /// always sent whole.
    pub(super) is_whole: bool,
}

impl SchemaScope {
    /// Returns the scope at the end of some steps.
    pub(super) fn at(self, steps: &[PropertyStep]) -> Option<Self> {
        let is_whole = self.is_whole || steps.contains(&PropertyStep::Items);
        Some(Self { descriptor: end(steps, self.descriptor)?, is_whole })
    }
}

/// Returns the type at the end of a path.
pub(super) fn end(steps: &[PropertyStep], descriptor: &'static TypeDescriptor) -> Option<&'static TypeDescriptor> {
    steps.iter().try_fold(descriptor, |descriptor, step| step.within(descriptor))
}
