//! Strings with other quotation marks, or with what JSON has escaped.

use super::mender::Mender;
use crate::json::diagnosis::{ExpectedToken, unclosed_at};
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

/// Reads a string whose opening quotation mark was peeked. It ends in its line, or plainly in a later one.
pub(super) fn mend(mender: &mut Mender<'_>, expected: ExpectedToken) -> Option<()> {
    let at = mender.lexer.at();
    let rest = &mender.text[at..];
    let opening = rest.chars().next()?;
    let closing = closing(opening)?;
    let (mut json, mut errors) = ("\"".to_owned(), Vec::new());
    let mut is_broken = false;
    let mut characters = rest.char_indices().skip(1);
    let end = loop {
        let (offset, character) = characters.next()?;
        let here = Span { at: at + offset, len: character.len_utf8() };
        match character {
            _ if closing.contains(&character) => break offset + character.len_utf8(),
            '\n' | '\r' if is_broken => {}
            '\n' | '\r' if opening == '"' && expected == ExpectedToken::Value && ends_later(rest, offset) => {
                mender.count_unclosed()?;
                errors
                    .push((Span { len: 1, ..here }, SyntaxError::LineBreakInString(unclosed_at(mender.text, '"', at))));
                is_broken = true;
            }
            '\n' | '\r' if opening == '"' && expected == ExpectedToken::Value => {
                errors.into_iter().for_each(|(span, error)| mender.error(span, error));
                return unclosed(mender, offset);
            }
            '\n' | '\r' => return None,
            '\\' => {
                let after = &rest[offset + 1..];
                let escaped = after.chars().next()?;
                if let Some((len, error)) = surrogates(after) {
                    errors.extend(error.map(|error| (Span { len: 6, ..here }, error)));
                    json.push_str(if len == 5 { "\\ufffd" } else { &rest[offset..offset + 1 + len] });
                    characters.nth(len - 1);
                    continue;
                }
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
    if is_broken {
        errors.into_iter().for_each(|(span, error)| mender.error(span, error));
        mender.unknown(end);
        return Some(());
    }
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

/// Returns whether a string that is broken across lines at an offset ends with the next quotation mark: it has something
/// before it that is not JSON, and after it what is after a value.
fn ends_later(string: &str, line: usize) -> bool {
    let mut is_escaped = false;
    let end = string[line..].find(|character| {
        let is_end = character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        is_end
    });
    end.is_some_and(|end| {
        let (before, after) = (&string[..line + end], &string[line + end + 1..]);
        !before.trim_end().ends_with([',', ':', '[', '{']) && after.trim_start().starts_with([',', '}', ']'])
    })
}

/// Steps over a string that is not closed in its line, given the length of the rest of the line.
fn unclosed(mender: &mut Mender<'_>, line: usize) -> Option<()> {
    mender.count_unclosed()?;
    let at = mender.lexer.at();
    let error = SyntaxError::LineBreakInString(unclosed_at(mender.text, '"', at));
    mender.error(Span { at: at + line, len: 1 }, error);
    let string = mender.text[at..at + line].trim_end_matches([' ', '\t', ',', ';', '}', ']']);
    mender.unknown(string.len());
    Some(())
}

/// Returns the length of an escaped surrogate, or of a pair of them, after its backslash, and what is wrong with it.
fn surrogates(after: &str) -> Option<(usize, Option<SyntaxError>)> {
    let digits = |text: &str| Some(text.strip_prefix('u')?.get(..4)?.bytes().all(|digit| digit.is_ascii_hexdigit()));
    let unit = |text: &str| if digits(text)? { u16::from_str_radix(&text[1..5], 16).ok() } else { None };
    let first = unit(after).filter(|first| (0xd800..0xe000).contains(first))?;
    let second = after[5..].strip_prefix('\\');
    Some(match second.map(|second| (unit(second), second.starts_with('u'))) {
        Some((Some(0xdc00..0xe000), _)) if first < 0xdc00 => (11, None),
        // The second one is what is wrong.
        Some((None, true)) if first < 0xdc00 => (5, None),
        _ => (5, Some(SyntaxError::LoneSurrogate(first))),
    })
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
