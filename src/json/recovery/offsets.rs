//! Where something is in the input and in the corrected copy.

use crate::json::span::Span;

/// The corrections that are longer than what they correct, in their order.
#[derive(Debug, Default)]
pub(super) struct Offsets(Vec<Longer>);

#[derive(Debug)]
struct Longer {
    input: Span,
    copy: Span,
}

impl Offsets {
    pub(super) fn add(&mut self, input: Span, copy: Span) {
        self.0.push(Longer { input, copy });
    }

    /// Returns where an offset of the copy is in the input.
    pub(super) fn in_input(&self, offset: usize) -> usize {
        let next = self.0.partition_point(|longer| longer.copy.at <= offset);
        let Some(Longer { input, copy }) = next.checked_sub(1).map(|last| &self.0[last]) else { return offset };
        let after = offset - copy.at;
        if after >= copy.len { input.at + input.len + (after - copy.len) } else { input.at + after.min(input.len) }
    }

    /// Returns where an offset of the input is in the copy: before what is added there.
    pub(super) fn in_copy(&self, offset: usize) -> usize {
        let next = self.0.partition_point(|longer| longer.input.at < offset);
        let Some(Longer { input, copy }) = next.checked_sub(1).map(|last| &self.0[last]) else { return offset };
        let after = offset - input.at;
        if after >= input.len { copy.at + copy.len + (after - input.len) } else { copy.at + after }
    }
}
