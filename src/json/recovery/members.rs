//! Objects and arrays: their members and items, and the colons and commas between them.

use super::mender::Mender;
use super::quoted;
use crate::json::diagnosis::ExpectedToken;
use crate::json::span::Span;
use crate::json::words::{leading_word, string_prefix};

/// What an object or array has after a member or item.
enum Next {
    Comma,
    End,
}

impl Mender<'_> {
    /// Reads an object or array, by its opening bracket in the input and that in the copy.
    pub(super) fn container(&mut self, bracket: u8, json: u8) -> Option<()> {
        let at = self.lexer.at();
        self.enter(bracket, json)?;
        self.exchange_bracket()?;
        let json = self.open.last()?.json;
        if json != bracket {
            self.edit(Span { at, len: 1 }, char::from(json).to_string());
        }
        self.members_or_items()
    }

    pub(super) fn members_or_items(&mut self) -> Option<()> {
        let is_object = self.open.last()?.is_object();
        let (first, next) = if is_object {
            (ExpectedToken::Key, ExpectedToken::CommaOrBrace)
        } else {
            (ExpectedToken::Value, ExpectedToken::CommaOrBracket)
        };
        let mut comma = None;
        loop {
            match self.peek(first)? {
                b')' if self.is_extra()? => {
                    self.replace(1, "", first);
                    continue;
                }
                b'}' | b']' | b')' => return self.close(comma),
                b',' => {
                    self.replace(1, "", first);
                    continue;
                }
                _ if let Some(len) = self.placeholder().filter(|_| is_object) => {
                    self.replace(len, "", first);
                    // One of the commas around it goes with it.
                    if self.peek(first)? == b',' {
                        self.put(1, "");
                    } else if let Some(comma) = comma.take() {
                        self.remove_comma(comma);
                    }
                    continue;
                }
                _ => {}
            }
            if is_object {
                self.key()?;
            }
            if !is_object || self.colon()? {
                self.value()?;
            }
            match self.next(next)? {
                Next::Comma => comma = Some(self.lexer.at() - 1),
                Next::End => return self.close(None),
            }
        }
    }

    fn key(&mut self) -> Option<()> {
        if self.is_quoted() {
            return quoted::mend(self, ExpectedToken::Key);
        }
        let rest = self.rest();
        let digits = rest.len() - rest.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
        let word = if digits > 0 { &rest[..digits] } else { leading_word(rest) };
        if !self.is_name(word) {
            return None;
        }
        self.replace(word.len(), format!("\"{word}\""), ExpectedToken::Key);
        Some(())
    }

    /// Reads a colon; returns whether there is a value after it.
    fn colon(&mut self) -> Option<bool> {
        let expected = ExpectedToken::Colon;
        match self.peek(expected)? {
            b':' => self.lexer.skip_bytes(1),
            b'=' if self.rest().starts_with("=>") => self.replace(2, ":", expected),
            b'=' | b';' => self.replace(1, ":", expected),
            b'{' | b'[' | b'-' | b'0'..=b'9' => self.replace(0, ":", expected),
            _ if self.is_value_of_member() => self.replace(0, ":", expected),
            b',' | b'}' => {
                self.unexpected(self.lexer.at(), expected);
                self.unknown_after(":", 0);
                return Some(false);
            }
            _ => return None,
        }
        Some(true)
    }

    /// Returns whether a string or literal comes next that is not the name of the next member.
    fn is_value_of_member(&self) -> bool {
        let is_literal = matches!(leading_word(self.rest()), "true" | "false" | "null");
        (is_literal || self.is_quoted()) && self.colon_of_member(&self.lexer).is_none()
    }

    /// Reads what is after a member or an item; a missing comma is added.
    fn next(&mut self, expected: ExpectedToken) -> Option<Next> {
        match self.peek(expected)? {
            b',' => self.lexer.skip_bytes(1),
            b')' if self.is_extra()? => {
                self.replace(1, "", expected);
                return self.next(expected);
            }
            b'}' | b']' | b')' => return Some(Next::End),
            b';' => self.replace(1, ",", expected),
            b'.' if self.text[self.lexer.at() + 1..].trim_start().starts_with('"') => self.replace(1, ",", expected),
            byte if self.begins_next(byte, expected) => self.replace(0, ",", expected),
            _ => return None,
        }
        Some(Next::Comma)
    }

    /// Returns whether what comes next can only be the next member or item.
    fn begins_next(&self, byte: u8, expected: ExpectedToken) -> bool {
        if expected == ExpectedToken::CommaOrBracket {
            return matches!(byte, b'{' | b'[' | b'"' | b'-' | b'0'..=b'9')
                || self.operator().is_some()
                || string_prefix(self.text, self.lexer.at()).is_some();
        }
        let word = leading_word(self.rest());
        (byte == b'"' && self.colon_of_member(&self.lexer).is_some())
            || self.is_name(word)
            || string_prefix(self.text, self.lexer.at()).is_some()
    }
}
