//! Reading an input as the lexer does, except for what is corrected.

use super::{Edit, number, quoted};
use crate::json::character::is_invisible;
use crate::json::diagnosis::{ExpectedToken, comment, token_at, unclosed_at};
use crate::json::lex_error::LocatedError;
use crate::json::lexer::{Lexer, MAX_DEPTH};
use crate::json::span::Span;
use crate::json::syntax_error::{SyntaxError, UnexpectedToken};
use crate::json::words::{LiteralWord, leading_word};
use std::borrow::Cow;

/// How many brackets are corrected: after more of them nothing is certain.
const MAX_BRACKETS: usize = 16;

/// Reads an input as the lexer does, except for what it mends. `None` is where it stops.
pub(super) struct Mender<'a> {
    pub(super) text: &'a str,
    pub(super) lexer: Lexer<'a>,
    edits: Vec<Edit>,
    errors: Vec<LocatedError>,
    /// The brackets that are open, each with its offset.
    open: Vec<(u8, usize)>,
    brackets: usize,
}

/// What an object or array has after a member or item.
enum Next {
    Comma,
    End,
}

impl<'a> Mender<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let lexer = Lexer::new(text);
        Self { text, lexer, edits: Vec::new(), errors: Vec::new(), open: Vec::new(), brackets: 0 }
    }

    pub(super) fn into_parts(self) -> (Vec<Edit>, Vec<LocatedError>) {
        (self.edits, self.errors)
    }

    pub(super) fn error(&mut self, span: Span, error: SyntaxError) {
        self.errors.push(LocatedError { span, error });
    }

    /// Adds the error for an unexpected token.
    pub(super) fn unexpected(&mut self, at: usize, expected: ExpectedToken) {
        self.errors.push(token_at(self.text, at, expected));
    }

    pub(super) fn edit(&mut self, span: Span, json: impl Into<Cow<'static, str>>) {
        self.edits.push(Edit { span, json: json.into() });
    }

    /// Replaces what comes next, which is not what is expected there.
    fn replace(&mut self, len: usize, json: impl Into<Cow<'static, str>>, expected: ExpectedToken) {
        let at = self.lexer.at();
        self.unexpected(at, expected);
        self.edit(Span { at, len }, json);
        self.lexer.skip_bytes(len);
    }

    /// Reads the whole input.
    pub(super) fn document(&mut self) -> Option<()> {
        self.value()?;
        if matches!(self.peek(ExpectedToken::End)?, b',' | b';') {
            let after = &self.text[self.lexer.at() + 1..];
            if after.trim().is_empty() {
                self.replace(1, "", ExpectedToken::End);
            }
        }
        Some(())
    }

    /// Returns the next byte that is neither white space nor in a comment; 0 at the end.
    pub(super) fn peek(&mut self, expected: ExpectedToken) -> Option<u8> {
        loop {
            let byte = self.lexer.peek();
            let at = self.lexer.at();
            let rest = &self.text[at..];
            match (comment(rest), rest.chars().next()) {
                (Some((_, _, false)), _) => return None,
                (Some((comment, len, true)), _) => {
                    self.error(Span { at, len }, SyntaxError::Comment(comment));
                    self.edit(Span { at, len }, "");
                    self.lexer.skip_bytes(len);
                }
                (None, Some(space)) if !space.is_ascii() && is_invisible(space) => {
                    self.replace(space.len_utf8(), "", expected);
                }
                _ => return Some(byte),
            }
        }
    }

    fn value(&mut self) -> Option<()> {
        let byte = self.peek(ExpectedToken::Value)?;
        match byte {
            b'{' | b'[' => self.container(byte),
            b'-' | b'+' | b'.' | b'0'..=b'9' => number::mend(self),
            _ if self.is_quoted() => quoted::mend(self, ExpectedToken::Value),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<()> {
        let at = self.lexer.at();
        let word = leading_word(&self.text[at..]);
        if !matches!(word, "true" | "false" | "null") {
            let known = LiteralWord::find(word)?;
            let json = known.recovered?;
            let span = Span { at, len: word.len() };
            self.error(span, SyntaxError::ExpectedValue(UnexpectedToken::Word(known.text)));
            self.edit(span, json);
        }
        self.lexer.skip_bytes(word.len());
        Some(())
    }

    fn enter(&mut self, bracket: u8) -> Option<()> {
        if self.open.len() == usize::from(MAX_DEPTH) {
            return None;
        }
        self.open.push((bracket, self.lexer.at()));
        self.lexer.skip_bytes(1);
        Some(())
    }

    /// Reads an object or array, by its opening bracket.
    fn container(&mut self, bracket: u8) -> Option<()> {
        self.enter(bracket)?;
        let is_object = bracket == b'{';
        let (first, next) = if is_object {
            (ExpectedToken::Key, ExpectedToken::CommaOrBrace)
        } else {
            (ExpectedToken::Value, ExpectedToken::CommaOrBracket)
        };
        let mut comma = None;
        loop {
            if matches!(self.peek(first)?, b'}' | b']') {
                return self.close(comma);
            }
            if is_object {
                self.key()?;
                self.colon()?;
            }
            self.value()?;
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
        let word = leading_word(&self.text[self.lexer.at()..]);
        if !self.is_name(word) {
            return None;
        }
        self.replace(word.len(), format!("\"{word}\""), ExpectedToken::Key);
        Some(())
    }

    fn colon(&mut self) -> Option<()> {
        let expected = ExpectedToken::Colon;
        match self.peek(expected)? {
            b':' => self.lexer.skip_bytes(1),
            b'=' if self.text[self.lexer.at()..].starts_with("=>") => self.replace(2, ":", expected),
            b'=' => self.replace(1, ":", expected),
            // A string may as well be the name of the next property.
            b'{' | b'[' | b'-' | b'0'..=b'9' => self.replace(0, ":", expected),
            _ => return None,
        }
        Some(())
    }

    /// Reads what is after a member or an item; a missing comma is added.
    fn next(&mut self, expected: ExpectedToken) -> Option<Next> {
        match self.peek(expected)? {
            b',' => self.lexer.skip_bytes(1),
            b'}' | b']' => return Some(Next::End),
            b';' => self.replace(1, ",", expected),
            byte if self.begins_next(byte, expected) => self.replace(0, ",", expected),
            _ => return None,
        }
        Some(Next::Comma)
    }

    /// Returns whether what comes next can only be the next member or item.
    fn begins_next(&self, byte: u8, expected: ExpectedToken) -> bool {
        if expected == ExpectedToken::CommaOrBracket {
            return matches!(byte, b'{' | b'[' | b'"');
        }
        let word = leading_word(&self.text[self.lexer.at()..]);
        let mut after = self.lexer.clone();
        (byte == b'"' && after.skip_string().is_ok() && after.peek() == b':') || self.is_name(word)
    }

    /// Returns whether a word that comes next is the name of a member.
    fn is_name(&self, word: &str) -> bool {
        let after = self.text[self.lexer.at() + word.len()..].trim_start();
        !word.is_empty() && after.starts_with([':', '='])
    }

    /// Returns whether a quotation mark of any kind comes next.
    fn is_quoted(&self) -> bool {
        self.text[self.lexer.at()..].chars().next().is_some_and(|mark| quoted::closing(mark).is_some())
    }

    /// Steps over a closing bracket, before which there may be a comma, or adds the one that is missing.
    fn close(&mut self, trailing_comma: Option<usize>) -> Option<()> {
        if let Some(at) = trailing_comma {
            // A semicolon is reported as such. After its edit there are only those of comments and spaces.
            let mut last_edits = self.edits.iter_mut().rev().take_while(|edit| edit.span.at >= at);
            if let Some(edit) = last_edits.find(|edit| edit.span.at == at) {
                edit.json = "".into();
            } else {
                self.error(Span { at, len: 1 }, SyntaxError::TrailingComma);
                self.edit(Span { at, len: 1 }, "");
            }
        }
        let (bracket, opened) = self.open.pop()?;
        let at = self.lexer.at();
        let (closing, json) = if bracket == b'{' { (b'}', "}") } else { (b']', "]") };
        if self.text.as_bytes()[at] == closing {
            self.lexer.skip_bytes(1);
            return Some(());
        }
        self.brackets += 1;
        if self.brackets > MAX_BRACKETS {
            return None;
        }
        let error = SyntaxError::MismatchedBracket(unclosed_at(self.text, char::from(bracket), opened));
        // The bracket closes what is around, or is of the wrong kind: if nothing of its kind is open, or if it would close
        // the outermost value before the end.
        let is_last = self.text[at + 1..].trim().is_empty();
        let is_outermost = self.open.len() == 1;
        if self.open.last().is_some_and(|(around, _)| *around != bracket) && (is_last || !is_outermost) {
            self.edit(Span { at, len: 0 }, json);
        } else if is_outermost || self.open.iter().all(|(around, _)| *around == bracket) {
            self.edit(Span { at, len: 1 }, json);
            self.lexer.skip_bytes(1);
        } else {
            return None;
        }
        self.error(Span { at, len: 1 }, error);
        Some(())
    }
}
