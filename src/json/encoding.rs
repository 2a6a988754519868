//! Encodings of JSON: UTF-8, and detection of others.

use super::detection::{BYTE_ORDER_MARK, with_mark, without_mark};
use super::diagnosis;
use super::lex_error::{LexError, LocatedError};
use super::span::Span;
use super::syntax_error::{Encoding, SyntaxError};
use std::borrow::Cow;

/// Returns the text of a local file: a byte order mark is skipped, and UTF-16 with a byte order mark is decoded.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, LexError> {
    match marked_utf_16(bytes) {
        Some(text) => Ok(Cow::Owned(text)),
        None => utf_8(bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)).map(Cow::Borrowed),
    }
}

/// Decodes UTF-16 with a byte order mark, without the mark.
pub(crate) fn marked_utf_16(bytes: &[u8]) -> Option<String> {
    match with_mark(bytes)? {
        Encoding::Utf16Le => utf_16(bytes, u16::from_le_bytes),
        Encoding::Utf16Be => utf_16(bytes, u16::from_be_bytes),
        _ => None,
    }
}

/// Returns the error for a byte order mark, if the input begins with one. It is reported for bodies; the input after it
/// is parsed in any case.
pub(crate) fn byte_order_mark(bytes: &[u8]) -> Option<LocatedError> {
    let span = Span { at: 0, len: BYTE_ORDER_MARK.len() };
    bytes.starts_with(BYTE_ORDER_MARK).then_some(LocatedError { span, error: SyntaxError::ByteOrderMark })
}

/// Returns whether an input has nothing but white space, after a byte order mark if there is one.
pub(crate) fn is_blank(bytes: &[u8]) -> bool {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes).trim_ascii_start().is_empty()
}

/// Returns whether an input is UTF-16 with a byte order mark.
pub(crate) fn is_marked_utf_16(bytes: &[u8]) -> bool {
    matches!(with_mark(bytes), Some(Encoding::Utf16Le | Encoding::Utf16Be))
}

/// Returns the bytes as UTF-8, or the encoding that they have instead.
pub(crate) fn utf_8(bytes: &[u8]) -> Result<&str, LexError> {
    std::str::from_utf8(bytes).map_err(|error| diagnosis::not_utf_8(bytes, error.valid_up_to(), error.error_len()))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, []) = bytes.as_chunks() else { return None };
    char::decode_utf16(pairs[1..].iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()
}

/// Returns whether an input is UTF-16 or UTF-32.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    with_mark(bytes).or_else(|| without_mark(bytes)).is_some()
}

/// Returns whether an input has another encoding than UTF-8.
#[cfg(feature = "render")]
pub(crate) fn is_other(bytes: &[u8]) -> bool {
    is_wide(bytes) || utf_8(bytes).is_err_and(|error| matches!(error.error, SyntaxError::OtherEncoding(_)))
}

/// An input in another encoding than UTF-8.
#[derive(Debug)]
pub(crate) struct OtherText {
    pub(crate) text: String,
    /// The error that the input has this encoding, where it is in the text.
    pub(crate) error: LocatedError,
    /// The byte order mark, if the input has one.
    pub(crate) mark: Option<Span>,
    /// Characters of equal lengths, in their order.
    runs: Vec<Run>,
}

/// Where characters start in the text and in the input, and the length of each.
#[derive(Debug)]
struct Run {
    text: Span,
    input: Span,
}

impl OtherText {
    /// Decodes an input in UTF-16 or Windows-1252, or with a part in Windows-1252.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        let mark = with_mark(bytes);
        let (unit, encoding): (fn([u8; 2]) -> u16, _) = match mark.or_else(|| without_mark(bytes)) {
            Some(Encoding::Utf16Le) => (u16::from_le_bytes, Encoding::Utf16Le),
            Some(Encoding::Utf16Be) => (u16::from_be_bytes, Encoding::Utf16Be),
            Some(_) => return None,
            None => return Self::windows_1252(bytes),
        };
        let error = LocatedError { span: Span { at: 0, len: 0 }, error: SyntaxError::OtherEncoding(encoding) };
        let start = if mark.is_some() { 2 } else { 0 };
        let units = bytes[start..].as_chunks().0.iter().map(|pair| unit(*pair));
        let characters = char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER));
        let text = Self::new(error, start, characters.map(|character| (character, 2 * character.len_utf16())));
        Some(Self { mark: mark.map(|_| Span { at: 0, len: start }), ..text })
    }

    /// Decodes an input in Windows-1252, or in UTF-8 with some bytes of it.
    fn windows_1252(bytes: &[u8]) -> Option<Self> {
        let LocatedError { span, error } = *utf_8(bytes).err()?;
        let is_mixed = match error {
            SyntaxError::OtherEncoding(Encoding::Windows1252) => false,
            SyntaxError::InvalidUtf8(_) => true,
            _ => return None,
        };
        let character = |byte: u8| match byte {
            0x80..0xa0 => WINDOWS_1252[usize::from(byte) - 0x80],
            byte => char::from(byte),
        };
        let error = LocatedError { span: Span { len: character(bytes[span.at]).len_utf8(), ..span }, error };
        if !is_mixed {
            return Some(Self::new(error, 0, bytes.iter().map(|byte| (character(*byte), 1))));
        }
        let characters = bytes.utf8_chunks().flat_map(|chunk| {
            let valid = chunk.valid().chars().map(|character| (character, character.len_utf8()));
            valid.chain(chunk.invalid().iter().map(|byte| (character(*byte), 1)))
        });
        Some(Self::new(error, 0, characters))
    }

    /// Creates a text of characters, each with its length in the input.
    fn new(error: LocatedError, start: usize, characters: impl Iterator<Item = (char, usize)>) -> Self {
        let (mut text, mut at, mut runs) = (String::new(), start, Vec::<Run>::new());
        for (character, len) in characters {
            let run = Run { text: Span { at: text.len(), len: character.len_utf8() }, input: Span { at, len } };
            if runs.last().is_none_or(|last| (last.text.len, last.input.len) != (run.text.len, len)) {
                runs.push(run);
            }
            text.push(character);
            at += len;
        }
        Self { text, error, mark: None, runs }
    }

    /// Returns where an offset of the text is in the input.
    pub(crate) fn in_input(&self, offset: usize) -> usize {
        let next = self.runs.partition_point(|run| run.text.at <= offset);
        let Some(Run { text, input }) = next.checked_sub(1).map(|last| &self.runs[last]) else { return offset };
        input.at + (offset - text.at) / text.len * input.len
    }
}

/// The characters from 0x80 to 0x9F; those that are not assigned are control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::{decode, utf_8};
    use crate::json::syntax_error::{Encoding, SyntaxError};
    use crate::json::tree;

    const TEXTS: [&str; 4] = ["{\"a\": \"é😀\"}", "[1, 2]\r\n", "  \"grün\"", "{\"a\":\n \"“x”\"}"];

    type Encode = fn(&str) -> Vec<u8>;

    const ENCODERS: [(Encoding, Encode); 4] = [
        (Encoding::Utf16Le, |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        (Encoding::Utf16Be, |text| text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        (Encoding::Utf32Le, |text| text.chars().flat_map(|character| u32::from(character).to_le_bytes()).collect()),
        (Encoding::Utf32Be, |text| text.chars().flat_map(|character| u32::from(character).to_be_bytes()).collect()),
    ];

    /// The reason why bytes are not UTF-8, and its location.
    fn error(bytes: &[u8]) -> Option<(SyntaxError, usize)> {
        tree::of(bytes).err().map(|error| (error.error, error.span.at))
    }

    #[test]
    fn utf_16_and_utf_32_are_named_with_and_without_byte_order_mark() {
        for (encoding, encode) in ENCODERS {
            for text in TEXTS {
                let named = Some((SyntaxError::OtherEncoding(encoding), 0));
                assert_eq!(error(&encode(text)), named, "{text}");
                assert_eq!(error(&encode(&format!("\u{feff}{text}"))), named, "{text}");
            }
        }
    }

    #[test]
    fn windows_1252_is_named_at_its_first_byte_that_is_not_ascii() {
        let named = |at| Some((SyntaxError::OtherEncoding(Encoding::Windows1252), at));
        assert_eq!(error(b"{\"a\": \"gr\xfcn\"}"), named(9));
        assert_eq!(error(b"[\"gr\xf6\xdfe\"]"), named(4));
        assert_eq!(error(b"[\"caf\xe9\"]"), named(5));
        assert_eq!(error(b"{\"a\":\n\"\x93x\x94\"}"), named(7));
        assert_eq!(error(b"[\xa01]"), named(1));
    }

    #[test]
    fn an_invalid_utf_8_byte_is_not_taken_for_another_encoding() {
        let invalid = |byte, at| Some((SyntaxError::InvalidUtf8(byte), at));
        assert_eq!(error("[\"é\"]".as_bytes()), None);
        assert_eq!(error(b"[\"\xc3\xa9 \xff\"]"), invalid(0xff, 5));
        assert_eq!(error(b"[\"\xed\xa0\x80\"]"), invalid(0xed, 2));
        assert_eq!(error(b"[\"\xc0\xaf\"]"), invalid(0xc0, 2));
        assert_eq!(error(b"[\"\xf4\x90\x80\x80\"]"), invalid(0xf4, 2));
        assert_eq!(error(b"[\"\xe2\x82\"]"), invalid(0xe2, 2));
    }

    #[test]
    fn a_truncated_character_is_the_end_of_the_input() {
        let text = "[\"a\u{1f600}";
        for end in text.len() - 3..text.len() {
            let Err(error) = utf_8(&text.as_bytes()[..end]) else { panic!("{end}") };
            assert_eq!(error.span.at, end);
            assert_eq!(
                error.error.to_string(),
                "expected the closing `\"` of the string at 1:2, found the end of the input"
            );
        }
    }

    #[test]
    fn a_file_may_be_utf_8_with_or_without_byte_order_mark_and_utf_16_with_one() {
        for text in TEXTS {
            assert_eq!(decode(text.as_bytes()).unwrap(), text);
            let marked = format!("\u{feff}{text}");
            assert_eq!(decode(marked.as_bytes()).unwrap(), text);
            for (encoding, encode) in ENCODERS {
                match (encoding, decode(&encode(&marked))) {
                    (Encoding::Utf16Le | Encoding::Utf16Be, decoded) => assert_eq!(decoded.unwrap(), text),
                    (_, decoded) => assert_eq!(decoded.unwrap_err().error, SyntaxError::OtherEncoding(encoding)),
                }
            }
        }
        assert_eq!(decode(b"").unwrap(), "");
    }

    #[test]
    fn truncated_utf_16_and_lone_surrogates_are_named() {
        for bytes in [&b"\xff\xfe{\0}"[..], b"\xff\xfe\"\0\x3d\xd8\"\0", b"\xfe\xff\0\"\xde\0\0\""] {
            let error = decode(bytes).unwrap_err();
            assert!(matches!(error.error, SyntaxError::OtherEncoding(Encoding::Utf16Le | Encoding::Utf16Be)));
        }
    }
}
