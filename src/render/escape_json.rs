//! JSON in which invisible characters are escaped, so that a terminal can show it.

use crate::json::character::is_invisible;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Writes a value as one line of JSON.
pub(super) fn write_line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    write(out, value)?;
    writeln!(out)
}

/// Writes a value as compact JSON, with escapes for invisible characters.
///
/// ```
/// let mut out = Vec::new();
/// icws_schema::render::write_json(&mut out, &"a\u{202e}b")?;
/// assert_eq!(out, br#""a\u202eb""#);
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// Returns an error if the output cannot be written, or if the value cannot be serialized.
pub fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    Ok(value.serialize(&mut Serializer::with_formatter(out, EscapingFormatter))?)
}

/// A compact formatter that escapes invisible characters in strings.
struct EscapingFormatter;

impl Formatter for EscapingFormatter {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, invisible)) = rest.char_indices().find(|(_, character)| is_invisible(*character)) {
            out.write_all(&rest.as_bytes()[..at])?;
            for unit in invisible.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + invisible.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::write_line;

    #[test]
    fn what_is_not_seen_is_escaped_and_reads_back_as_it_was() {
        let text = "a\u{202e}b\u{200b}\u{e0041}\u{1b}\n\"é";
        let mut out = Vec::new();
        write_line(&mut out, &text).unwrap();
        assert_eq!(String::from_utf8(out.clone()).unwrap(), "\"a\\u202eb\\u200b\\udb40\\udc41\\u001b\\n\\\"é\"\n");
        assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
    }
}
