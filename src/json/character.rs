//! Characters in messages: their names, and which of them are invisible.

use std::fmt;

/// Returns whether a character is invisible or changes how the text around it is shown: control characters, spaces
/// other than U+0020, and the default ignorable code points of Unicode (zero-width characters, bidirectional controls,
/// variation selectors, tags).
pub(crate) fn is_invisible(character: char) -> bool {
    let is_ignorable = matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    );
    is_ignorable || character.is_control() || (character.is_whitespace() && character != ' ')
}

/// Returns whether a character is invisible or easily confused with another one; a space is neither.
pub(crate) fn is_confusing(character: char) -> bool {
    !matches!(character, ' ' | '`') && name(character).is_some()
}

/// Writes the name of a character in a message: `` `x` ``, with its code point if it is not ASCII, or its name if it is
/// invisible or easily confused with another one.
pub(crate) struct CharacterName(pub(crate) char);

impl fmt::Display for CharacterName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(character) = *self;
        match name(character) {
            Some(name) => write!(f, "{name} (U+{:04X})", u32::from(character)),
            None if character.is_ascii() => write!(f, "`{character}`"),
            None => write!(f, "`{character}` (U+{:04X})", u32::from(character)),
        }
    }
}

fn name(character: char) -> Option<&'static str> {
    Some(match character {
        '\0' => "a NUL character",
        '\u{8}' => "a backspace",
        '\t' => "a tab",
        '\n' => "a line feed",
        '\u{b}' => "a vertical tab",
        '\u{c}' => "a form feed",
        '\r' => "a carriage return",
        '\u{1b}' => "an escape character",
        '\u{7f}' => "a delete character",
        '\u{85}' => "a next line character",
        ' ' => "a space",
        '`' => "a backtick",
        '\u{a0}' | '\u{202f}' => "a no-break space",
        '\u{ad}' => "a soft hyphen",
        '\u{b4}' => "an acute accent",
        '\u{ab}' | '\u{bb}' | '\u{2018}'..='\u{201f}' | '\u{2039}' | '\u{203a}' => "a typographic quotation mark",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' => "a zero-width non-joiner",
        '\u{200d}' => "a zero-width joiner",
        '\u{200e}' => "a left-to-right mark",
        '\u{200f}' | '\u{61c}' => "a right-to-left mark",
        '\u{2010}'..='\u{2015}' => "a typographic dash",
        '\u{2026}' => "an ellipsis",
        '\u{2028}' => "a line separator",
        '\u{2029}' => "a paragraph separator",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "a bidirectional control",
        '\u{2060}' => "a word joiner",
        '\u{2212}' => "a minus sign",
        '\u{3000}' => "an ideographic space",
        '\u{feff}' => "a byte order mark",
        '\u{ff01}'..='\u{ff5e}' => "a fullwidth character",
        '\u{fffd}' => "a replacement character",
        _ if character.is_control() => "a control character",
        _ if character.is_whitespace() => "a space that is not ASCII",
        _ if is_invisible(character) => "an invisible character",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{CharacterName, is_invisible};

    #[test]
    fn a_character_is_described_by_itself_its_name_or_its_code_point() {
        for (character, description) in [
            ('x', "`x`"),
            ('\'', "`'`"),
            ('`', "a backtick (U+0060)"),
            ('é', "`é` (U+00E9)"),
            ('\u{1f600}', "`\u{1f600}` (U+1F600)"),
            ('\u{201c}', "a typographic quotation mark (U+201C)"),
            ('\u{a0}', "a no-break space (U+00A0)"),
            ('\0', "a NUL character (U+0000)"),
            ('\u{1}', "a control character (U+0001)"),
            ('\u{2003}', "a space that is not ASCII (U+2003)"),
            ('\u{e0041}', "an invisible character (U+E0041)"),
        ] {
            assert_eq!(CharacterName(character).to_string(), description);
        }
    }

    #[test]
    fn invisible_characters_have_names() {
        for character in ('\0'..=char::MAX).filter(|character| is_invisible(*character)) {
            assert!(!CharacterName(character).to_string().starts_with('`'), "{}", u32::from(character));
        }
    }
}
