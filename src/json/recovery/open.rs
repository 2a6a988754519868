//! The brackets that are open.

/// A bracket that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    pub(super) at: usize,
    /// The bracket in the input.
    pub(super) bracket: u8,
    /// The bracket in the copy.
    pub(super) json: u8,
}

impl Open {
    pub(super) fn is_object(self) -> bool {
        self.json == b'{'
    }

    /// Returns the closing bracket in the copy.
    pub(super) fn closing(self) -> u8 {
        closing(self.json)
    }

    /// Returns whether a byte closes it, as it is in the input or in the copy.
    pub(super) fn is_closed_by(self, byte: u8) -> bool {
        byte == self.closing() || byte == closing(self.bracket)
    }
}

fn closing(bracket: u8) -> u8 {
    match bracket {
        b'{' => b'}',
        b'[' => b']',
        _ => b')',
    }
}
