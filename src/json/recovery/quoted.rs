//! Strings with other quotation marks, or with what JSON has escaped.

use super::mender::Mender;
use crate::json::diagnosis::{ExpectedToken, token_at, unclosed_at};
use crate::json::document;
use crate::json::inner_quotes;
use crate::json::lex_error::LocatedError;
use crate::json::lexer::Lexer;
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;
use crate::json::words::{is_raw, string_prefix};
use crate::json::wrap::{Cut, cut, goes_on};

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
    if document::is_escaped_quote(rest) {
        return escaped(mender, expected);
    }
    let prefix = string_prefix(mender.text, at).unwrap_or_default();
    let opening = rest[prefix.len()..].chars().next()?;
    let (mut opening, mut closing) = (opening, closing(opening)?);
    let after = match expected {
        ExpectedToken::Key => ExpectedToken::Colon,
        _ => mender.after_value().unwrap_or(ExpectedToken::End),
    };
    let mut copy = StringCopy { json: "\"".to_owned(), errors: Vec::new() };
    let (mut is_broken, mut is_cut, mut is_changed) = (false, false, opening != '"' || !prefix.is_empty());
    if is_changed {
        copy.errors.push(token_at(mender.text, at, expected));
    }
    // The offset of the closing quotation mark, if there are others before it that are not escaped.
    let mut last = 0;
    let mut next = prefix.len() + opening.len_utf8();
    let end = loop {
        let offset = next;
        let character = rest[offset..].chars().next()?;
        next += character.len_utf8();
        let here = Span { at: at + offset, len: character.len_utf8() };
        match character {
            _ if closing.contains(&character) && offset >= last => {
                if last == 0
                    && opening == '"'
                    && let Some(inner) = inner_quotes::after(mender.text, at + next, expected == ExpectedToken::Key)
                {
                    copy.errors.push(token_at(mender.text, inner.at, after));
                    copy.json.push_str("\\\"");
                    last = inner.closing - at;
                    continue;
                }
                let Some((plus, string)) = operand(rest, next).filter(|_| expected == ExpectedToken::Value) else {
                    break next;
                };
                copy.errors.push(token_at(mender.text, at + plus, after));
                opening = rest[string..].chars().next()?;
                closing = self::closing(opening)?;
                (is_changed, last, next) = (true, 0, string + opening.len_utf8());
            }
            '\n' | '\r' if is_broken => {}
            // The line is cut: the string goes on in the next one.
            '\n' | '\r'
                if let Some(Cut { len, width }) = cut(mender.text, at + offset)
                    && (is_cut || goes_on(rest, offset, closing, expected)) =>
            {
                mender.report_cut(at + offset, width);
                next = offset + len;
                (is_cut, is_changed) = (true, true);
            }
            '\n' | '\r' if expected == ExpectedToken::Key && goes_on(rest, offset, closing, expected) => {
                mender.count_unclosed()?;
                let error = SyntaxError::LineBreakInString(unclosed_at(mender.text, opening, at));
                copy.errors.push(LocatedError { span: Span { len: 1, ..here }, error });
                next += rest[next..].len() - rest[next..].trim_start().len();
            }
            '\n' | '\r'
                if opening == '"' && expected == ExpectedToken::Value && goes_on(rest, offset, closing, expected) =>
            {
                mender.count_unclosed()?;
                let error = SyntaxError::LineBreakInString(unclosed_at(mender.text, '"', at));
                copy.errors.push(LocatedError { span: Span { len: 1, ..here }, error });
                is_broken = true;
            }
            '\n' | '\r' if opening == '"' && expected == ExpectedToken::Value => {
                mender.errors(copy.errors);
                return unclosed(mender, offset);
            }
            '\n' | '\r' => return None,
            '\\' if is_raw(prefix) => copy.json.push_str("\\\\"),
            '\\' => next += copy.escape(&rest[offset..], here, closing)?,
            character => copy.character(character, here),
        }
    };
    let StringCopy { mut json, errors } = copy;
    json.push('"');
    if is_broken {
        mender.errors(errors);
        mender.unknown(end);
        return Some(());
    }
    if is_changed || !errors.is_empty() {
        mender.edit(Span { at, len: end }, json);
    }
    mender.errors(errors);
    mender.lexer.skip_bytes(end);
    Some(())
}

/// A string of the copy, and the errors in it.
struct StringCopy {
    json: String,
    errors: Vec<LocatedError>,
}

impl StringCopy {
    /// Adds an escape at the start of a text; returns its length after the backslash.
    fn escape(&mut self, text: &str, backslash: Span, closing: &[char]) -> Option<usize> {
        let after = &text[1..];
        let escaped = after.chars().next()?;
        if let Some((len, error)) = surrogates(after) {
            let span = Span { len: 6, ..backslash };
            self.errors.extend(error.map(|error| LocatedError { span, error }));
            self.json.push_str(if len == 5 { "\\ufffd" } else { &text[..=len] });
            return Some(len);
        }
        match wrong_escape(after, backslash) {
            Some(error) if !closing.contains(&escaped) => {
                self.errors.push(error);
                self.json.push_str("\\\\");
                return Some(0);
            }
            Some(_) => {}
            None => self.json.push('\\'),
        }
        self.json.push(escaped);
        Some(escaped.len_utf8())
    }

    /// Adds a character, escaped if JSON requires that.
    fn character(&mut self, character: char, span: Span) {
        let is_control = u32::from(character) < 0x20;
        if is_control {
            self.errors.push(LocatedError { span, error: SyntaxError::ControlCharacter(character) });
        }
        match character {
            '"' => self.json.push_str("\\\""),
            '\t' => self.json.push_str("\\t"),
            _ if is_control => self.json.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => self.json.push(character),
        }
    }
}

/// Returns the offsets of a plus sign and of the string after it, given the end of a string.
fn operand(text: &str, end: usize) -> Option<(usize, usize)> {
    let plus = text.len() - text[end..].trim_start().len();
    let string = text[plus..].strip_prefix('+')?.trim_start();
    string.starts_with(['"', '\'', '`']).then(|| (plus, text.len() - string.len()))
}

/// Reads a string whose quotation marks are escaped for a shell, by `\` or by a backtick.
fn escaped(mender: &mut Mender<'_>, expected: ExpectedToken) -> Option<()> {
    let at = mender.lexer.at();
    let rest = &mender.text[at..];
    let escape = rest.chars().next()?;
    let mut json = "\"".to_owned();
    // Whether an escape of JSON goes on.
    let mut is_escape = false;
    let mut characters = rest.char_indices().skip(2);
    let end = loop {
        let (offset, character) = characters.next()?;
        let character = match character {
            '"' | '\n' | '\r' => return None,
            _ if character == escape => characters.next()?.1,
            _ => character,
        };
        json.push(character);
        is_escape = match character {
            '"' if !is_escape => break offset + 2,
            '\\' => !is_escape,
            _ => false,
        };
    };
    Lexer::new(&json).skip_string().ok()?;
    if !mender.is_escaped {
        mender.is_escaped = true;
        mender.unexpected(at, expected);
    }
    mender.put(end, json);
    Some(())
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
fn wrong_escape(after: &str, backslash: Span) -> Option<LocatedError> {
    let escaped = after.chars().next()?;
    match escaped {
        '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => None,
        'u' => {
            let (offset, wrong) = after.char_indices().skip(1).take(4).find(|(_, digit)| !digit.is_ascii_hexdigit())?;
            let span = Span { at: backslash.at + 1 + offset, len: wrong.len_utf8() };
            Some(LocatedError { span, error: SyntaxError::InvalidUnicodeEscape(wrong) })
        }
        _ => {
            let span = Span { at: backslash.at, len: 1 + escaped.len_utf8() };
            Some(LocatedError { span, error: SyntaxError::InvalidEscape(escaped) })
        }
    }
}
