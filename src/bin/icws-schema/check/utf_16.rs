//! Detection of UTF-16, whose lines cannot be distinguished. The npm package has this file, too.

/// Returns whether an input looks like UTF-16: it begins with a byte order mark, or with a bracket and a zero.
pub(crate) fn is_utf_16(input: &[u8]) -> bool {
    matches!(input, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{' | b'[', 0, ..] | [0, b'{' | b'[', ..])
}
