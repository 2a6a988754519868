//! Strings with other quotation marks, or with what JSON has escaped.

use super::mender::Mender;
use crate::json::diagnosis::ExpectedToken;
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;

/// Returns the quotation marks that close a string; `None` if a character does not open one.
pub(super) fn closing(opening: char) -> Option<&'static [char]> {
    Some(match opening {
        '"' => &['"'],
        '\'' => &['\''],
        '`' => &['`'],
        '\u{b4}' => &['\u{b4}'],
        '\u{ab}' | '\u{bb}' => &['\u{ab}', '\u{bb}'],
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' => &['\u{2018}', '\u{2019}', '\u{201b}', '\''],
        '\u{201c}'..='\u{201f}' => &['\u{201c}', '\u{201d}', '\u{201f}', '"'],
        '\u{2039}' | '\u{203a}' => &['\u{2039}', '\u{203a}'],
        _ => return None,
    })
}

/// Reads a string whose opening quotation mark was peeked. It ends in its line.
pub(super) fn mend(mender: &mut Mender<'_>, expected: ExpectedToken) -> Option<()> {
    let at = mender.lexer.at();
    let rest = &mender.text[at..];
    let opening = rest.chars().next()?;
    let closing = closing(opening)?;
    let (mut json, mut errors) = ("\"".to_owned(), Vec::new());
    let mut characters = rest.char_indices().skip(1);
    let end = loop {
        let (offset, character) = characters.next()?;
        let here = Span { at: at + offset, len: character.len_utf8() };
        match character {
            _ if closing.contains(&character) => break offset + character.len_utf8(),
            '\n' | '\r' => return None,
            '\\' => {
                let after = &rest[offset + 1..];
                let escaped = after.chars().next()?;
                if let Some(error) = wrong_escape(after, here) {
                    if !closing.contains(&escaped) {
                        errors.push(error);
                        json.push('\\');
                        json.push('\\');
                        continue;
                    }
                } else {
                    json.push('\\');
                }
                json.push(escaped);
                characters.next();
            }
            '"' => json.push_str("\\\""),
            '\t' => {
                errors.push((here, SyntaxError::ControlCharacter(character)));
                json.push_str("\\t");
            }
            character if u32::from(character) < 0x20 => {
                errors.push((here, SyntaxError::ControlCharacter(character)));
                json.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            character => json.push(character),
        }
    };
    json.push('"');
    if opening != '"' {
        mender.unexpected(at, expected);
    }
    if opening != '"' || !errors.is_empty() {
        mender.edit(Span { at, len: end }, json);
    }
    for (span, error) in errors {
        mender.error(span, error);
    }
    mender.lexer.skip_bytes(end);
    Some(())
}

/// Returns the error of an escape, determined by what follows the backslash, and its location.
fn wrong_escape(after: &str, backslash: Span) -> Option<(Span, SyntaxError)> {
    let escaped = after.chars().next()?;
    match escaped {
        '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => None,
        'u' => {
            let (offset, wrong) = after.char_indices().skip(1).take(4).find(|(_, digit)| !digit.is_ascii_hexdigit())?;
            let span = Span { at: backslash.at + 1 + offset, len: wrong.len_utf8() };
            Some((span, SyntaxError::InvalidUnicodeEscape(wrong)))
        }
        _ => {
            let span = Span { at: backslash.at, len: 1 + escaped.len_utf8() };
            Some((span, SyntaxError::InvalidEscape(escaped)))
        }
    }
}
