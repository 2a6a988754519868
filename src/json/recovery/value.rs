//! Values, and what other languages have in their place.

use super::mender::Mender;
use super::{bare, number, quoted};
use crate::json::call;
use crate::json::diagnosis::ExpectedToken;
use crate::json::placeholder;
use crate::json::words::{LiteralWord, leading_word};
use crate::json::wrap::{CutScalar, cut_scalar};

impl Mender<'_> {
    pub(super) fn value(&mut self) -> Option<()> {
        let byte = self.peek(ExpectedToken::Value)?;
        let template = || placeholder::length(self.rest());
        if let Some(len) = self.placeholder().or_else(template).filter(|_| !self.open.is_empty()) {
            self.unexpected(self.lexer.at(), ExpectedToken::Value);
            self.unknown(len);
            return Some(());
        }
        if let Some(LiteralWord { text, recovered: Some(json), .. }) = self.operator() {
            self.replace(text.len(), *json, ExpectedToken::Value);
            return Some(());
        }
        match byte {
            b'{' | b'[' => self.container(byte, byte),
            // PowerShell's hash tables and arrays.
            b'@' if self.rest().starts_with("@{") => {
                self.replace(1, "", ExpectedToken::Value);
                self.container(b'{', b'{')
            }
            b'@' if self.rest().starts_with("@(") => {
                self.replace(1, "", ExpectedToken::Value);
                self.container(b'(', b'[')
            }
            // The tuples of Python.
            b'(' if self.is_tuple() => {
                self.unexpected(self.lexer.at(), ExpectedToken::Value);
                self.container(b'(', b'[')
            }
            b'-' | b'0'..=b'9' | b'a'..=b'z' if let Some(scalar) = cut_scalar(self.text, self.lexer.at()) => {
                self.cut_scalar(scalar);
                Some(())
            }
            b'-' | b'+' | b'.' | b'0'..=b'9' => number::mend(self),
            b',' | b';' | b'}' | b']' | b')' if !self.open.is_empty() => {
                self.unexpected(self.lexer.at(), ExpectedToken::Value);
                self.unknown(0);
                Some(())
            }
            _ if self.is_quoted() => quoted::mend(self, ExpectedToken::Value),
            _ => self.word(),
        }
    }

    /// Reads a number or word that is cut.
    fn cut_scalar(&mut self, CutScalar { first, cut, len, json }: CutScalar) {
        self.report_cut(self.lexer.at() + first, cut.width);
        self.put(len, json);
    }

    fn word(&mut self) -> Option<()> {
        let at = self.lexer.at();
        let rest = self.rest();
        if let Some(opening) = call::opening(rest) {
            return self.call(opening);
        }
        let word = leading_word(rest);
        let bare = self.after_value().and_then(|expected| Some((expected, bare::length(rest)?)));
        if matches!(word, "true" | "false" | "null") {
            let mut after = self.lexer.clone();
            after.skip_bytes(word.len());
            let is_comma = after.peek() == b'.';
            match bare.filter(|(_, len)| *len > word.len() && !is_comma) {
                Some((expected, len)) => {
                    self.unexpected(after.at(), expected);
                    self.unknown(len);
                }
                None => self.lexer.skip_bytes(word.len()),
            }
            return Some(());
        }
        let bare = bare.map(|(_, len)| len);
        if bare.is_none_or(|len| len == word.len())
            && let Some(LiteralWord { recovered: Some(json), .. }) = LiteralWord::find(word)
        {
            self.replace(word.len(), *json, ExpectedToken::Value);
            return Some(());
        }
        let len = bare?;
        self.unexpected(at, ExpectedToken::Value);
        self.unknown(len);
        Some(())
    }

    /// Reads the call of a constructor, given the length of its name and opening parenthesis: an object or array in it is read,
    /// anything else is not known.
    fn call(&mut self, opening: usize) -> Option<()> {
        let at = self.lexer.at();
        let arguments = &self.text[at + opening..];
        let first = arguments.trim_start();
        let is_array = first.strip_prefix('[').is_some_and(|items| !items.trim_start().starts_with('('));
        if !is_array && !first.starts_with('{') {
            let len = opening + call::arguments(arguments)?;
            self.after_value()?;
            self.unexpected(at, ExpectedToken::Value);
            self.unknown(len);
            return Some(());
        }
        self.replace(opening, "", ExpectedToken::Value);
        self.value()?;
        if self.peek(ExpectedToken::CommaOrBracket)? != b')' {
            return None;
        }
        self.put(1, "");
        Some(())
    }
}
