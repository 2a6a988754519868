/// A range of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// Byte offset.
    pub(crate) at: usize,
    /// Length in bytes.
    pub(crate) len: usize,
}

impl Span {
    /// The span of a value that was not read from text.
    pub(crate) const NONE: Self = Self { at: usize::MAX, len: 0 };

    /// Returns the text of the span in an input.
    pub(crate) fn of(self, input: &[u8]) -> &[u8] {
        input.get(self.at..).and_then(|rest| rest.get(..self.len)).unwrap_or_default()
    }

    pub(crate) fn is_some(self) -> bool {
        self.at != usize::MAX
    }
}
