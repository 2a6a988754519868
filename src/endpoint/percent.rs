//! Percent-encoding of a path segment (RFC 3986, 2.1).

use super::error::PartErrorReason;

/// Encodes a path segment: every byte except unreserved ones (letters, digits, `-`, `.`, `_`, `~`). So no two segments have
/// the same encoding, and none can contain the end of the segment.
pub(super) fn encode(segment: &str) -> String {
    encode_all_but(segment, is_unreserved)
}

/// Encodes the characters that are not allowed in a query (RFC 3986, 3.4), and leaves existing encodings.
pub(super) fn encode_query(query: &str) -> String {
    let is_kept = |byte: u8| is_unreserved(byte) || b"!$&'()*+,;=:@/?%".contains(&byte);
    encode_all_but(query, is_kept)
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn encode_all_but(text: &str, is_kept: impl Fn(u8) -> bool) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if is_kept(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(DIGITS[usize::from(byte >> 4)]));
            encoded.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    encoded
}

/// Decodes a path segment in any valid encoding: any byte may be encoded, with digits in either case.
pub(super) fn decode(segment: &str) -> Result<String, PartErrorReason> {
    let bytes = segment.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b'%' {
            let digit = |offset: usize| bytes.get(at + offset).and_then(|digit| hexadecimal(*digit));
            let (Some(high), Some(low)) = (digit(1), digit(2)) else {
                return Err(PartErrorReason::InvalidEscape { offset: at });
            };
            decoded.push(high << 4 | low);
            at += 3;
        } else {
            decoded.push(byte);
            at += 1;
        }
    }
    String::from_utf8(decoded).map_err(|_| PartErrorReason::NotUtf8)
}

fn hexadecimal(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
