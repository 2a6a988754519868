//! The outermost value, and what is before and after it.

use super::mender::Mender;
use super::open::Open;
use super::preamble;
use crate::json::diagnosis::ExpectedToken;
use crate::json::lex_error::LocatedError;
use crate::json::span::Span;

impl Mender<'_> {
    /// Reads the whole input.
    pub(super) fn document(&mut self) -> Option<()> {
        // A prompt is before the JSON.
        if !self.text.trim_start_matches('\u{feff}').trim_start().starts_with(">>> ") {
            self.begin_quoted_lines(0);
        }
        self.peek(ExpectedToken::Value)?;
        let start = self.lexer.at();
        if let Some((LocatedError { span, error }, at)) = preamble::of(self.text, start) {
            let at = at?;
            self.has_preamble = true;
            self.error(span, error);
            self.put(at - start, "");
            let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
            self.begin_quoted_lines(line);
        }
        match self.colon_without_brace() {
            Some(colon) => self.members_without_brace(colon)?,
            None => self.value()?,
        }
        let byte = self.peek(ExpectedToken::End)?;
        let at = self.lexer.at();
        if self.has_preamble {
            let is_line = self.text[..at].trim_end_matches([' ', '\t']).ends_with(['}', ']']);
            if is_line && matches!(byte, b'{' | b'[') {
                self.unexpected(at, ExpectedToken::End);
            }
            self.edit(Span { at, len: self.text.len() - at }, "");
        } else if matches!(byte, b',' | b';') && self.text[at + 1..].trim_matches([' ', '\n', '\r', '\t']).is_empty() {
            self.replace(1, "", ExpectedToken::End);
        } else if at < self.text.len() {
            return None;
        }
        Some(())
    }

    /// Returns the offset of the colon after the name of a member that the input begins with.
    fn colon_without_brace(&self) -> Option<usize> {
        let mut after = self.lexer.clone();
        (after.peek() == b'"' && after.skip_string().is_ok() && after.peek() == b':').then(|| after.at())
    }

    /// Reads the members of an object that has no opening brace, given the offset of its first colon.
    fn members_without_brace(&mut self, colon: usize) -> Option<()> {
        let at = self.lexer.at();
        self.unexpected(colon, ExpectedToken::End);
        self.edit(Span { at, len: 0 }, "{");
        self.open.push(Open { at, bracket: b'{', json: b'{' });
        if self.members_or_items().is_none() {
            // The brace at the end is missing, too.
            let is_end = self.lexer.at() == self.text.len() && self.open.len() == 1;
            if !is_end || self.expected != ExpectedToken::CommaOrBrace {
                return None;
            }
            self.open.pop();
            self.edit(Span { at: self.text.len(), len: 0 }, "}");
        }
        Some(())
    }
}
