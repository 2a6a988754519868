//! Detection of encodings from bytes.

use super::syntax_error::Encoding;

/// U+FEFF in UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Returns whether two adjacent bytes look like a character in UTF-8: in single-byte encodings they are rarely
/// adjacent.
pub(super) fn has_multi_byte_characters(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair[0] >= 0xc0 && (0x80..0xc0).contains(&pair[1]))
}

/// Returns the encoding of a byte order mark, except UTF-8.
pub(super) fn with_mark(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some(Encoding::Utf32Le),
        [0, 0, 0xfe, 0xff, ..] => Some(Encoding::Utf32Be),
        [0xff, 0xfe, ..] => Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Returns the length of the byte order mark of an encoding.
pub(super) fn mark_length(encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => 2,
        Encoding::Utf32Le | Encoding::Utf32Be => 4,
        Encoding::Gzip | Encoding::Zstandard | Encoding::Zip | Encoding::Windows1252 => 0,
    }
}

/// Returns the compression format of an input, determined by its first bytes.
pub(super) fn compressed(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0x1f, 0x8b, ..] => Some(Encoding::Gzip),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Encoding::Zstandard),
        [b'P', b'K', 3, 4, ..] => Some(Encoding::Zip),
        _ => None,
    }
}

/// Returns the encoding that follows from the zeros among the first bytes: JSON begins with ASCII.
pub(super) fn without_mark(bytes: &[u8]) -> Option<Encoding> {
    match bytes.first_chunk::<4>()?.map(|byte| byte == 0) {
        [false, true, true, true] => Some(Encoding::Utf32Le),
        [true, true, true, false] => Some(Encoding::Utf32Be),
        [false, true, false, true] => Some(Encoding::Utf16Le),
        [true, false, true, false] => Some(Encoding::Utf16Be),
        _ => None,
    }
}
