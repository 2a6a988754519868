/// Where something is in the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// Byte offset.
    pub(crate) at: usize,
    /// Length in bytes.
    pub(crate) len: usize,
}

impl Span {
    /// The span of what was not read from text.
    pub(crate) const NONE: Self = Self { at: usize::MAX, len: 0 };

    pub(crate) fn is_some(self) -> bool {
        self.at != usize::MAX
    }
}
