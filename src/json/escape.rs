//! Escaping of external text for output.

use super::character::is_invisible;
use std::fmt::{self, Write};

/// Displays external text (property names, strings, notes, file names) so that it cannot end a line, control a
/// terminal, reorder the output, or hide characters.
///
/// Control characters, bidirectional controls, line and paragraph separators, spaces other than U+0020, and zero-width
/// and other invisible characters are escaped as in Rust: `
/// `, `\u{202e}`. All other characters are written unchanged.
///
/// ```
/// use icws_schema::report::Escaped;
///
/// assert_eq!(Escaped("call\u{202e}Forward\n").to_string(), r"call\u{202e}Forward\n");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Escaped<T>(pub T);

impl<T: fmt::Display> fmt::Display for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaping(f), "{}", self.0)
    }
}

/// Escapes what is written to it.
struct Escaping<'w, 'f>(&'w mut fmt::Formatter<'f>);

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some((at, invisible)) = rest.char_indices().find(|(_, character)| is_invisible(*character)) {
            write!(self.0, "{}{}", &rest[..at], invisible.escape_default())?;
            rest = &rest[at + invisible.len_utf8()..];
        }
        self.0.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::Escaped;

    #[test]
    fn only_invisible_characters_are_escaped() {
        for (text, escaped) in [
            ("", ""),
            ("callForwardAll", "callForwardAll"),
            ("a b/é\u{1f600}\\\"'", "a b/é\u{1f600}\\\"'"),
            ("x.json: valid\n", r"x.json: valid\n"),
            ("\t\r\0\u{7f}\u{9b}", r"\t\r\u{0}\u{7f}\u{9b}"),
            ("\u{1b}[31mred", r"\u{1b}[31mred"),
            (
                "\u{202a}\u{202e}\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}",
                r"\u{202a}\u{202e}\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}",
            ),
            ("a\u{2028}b\u{2029}c\u{85}", r"a\u{2028}b\u{2029}c\u{85}"),
            ("\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}", r"\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}"),
            ("\u{a0}\u{3000}\u{2800}", r"\u{a0}\u{3000}\u{2800}"),
            ("\u{fe0f}\u{e0041}\u{3164}\u{fff9}", r"\u{fe0f}\u{e0041}\u{3164}\u{fff9}"),
        ] {
            assert_eq!(Escaped(text).to_string(), escaped);
        }
    }

    #[test]
    fn anything_that_implements_display_can_be_escaped() {
        assert_eq!(Escaped(std::path::Path::new("a\nb").display()).to_string(), r"a\nb");
        assert_eq!(Escaped(format_args!("{}{}", 1, '\t')).to_string(), r"1\t");
    }
}
