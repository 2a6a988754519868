//! Brackets that are missing, of the wrong kind, or too many.

use super::mender::Mender;
use super::open::Open;
use super::quoted;
use crate::json::diagnosis::{ExpectedToken, token_at, unclosed_at};
use crate::json::lex_error::LocatedError;
use crate::json::lexer::Lexer;
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;
use crate::json::wrap::scalar_length;

impl<'a> Mender<'a> {
    /// Corrects the opening bracket of an array that is written as an object, or of an object that is written as an array.
    pub(super) fn exchange_bracket(&mut self) -> Option<()> {
        let open = *self.open.last()?;
        let byte = self.peek(if open.is_object() { ExpectedToken::Key } else { ExpectedToken::Value })?;
        let json = match open.json {
            b'{' if matches!(byte, b'{' | b'[') || (byte == b'@' && self.operator().is_some()) => {
                self.unexpected(self.lexer.at(), ExpectedToken::Key);
                b'['
            }
            b'{' if let Some(comma) = self.comma_of_set() => {
                if byte != b'"' {
                    self.unexpected(self.lexer.at(), ExpectedToken::Key);
                }
                self.unexpected(comma, ExpectedToken::Colon);
                b'['
            }
            b'[' if byte == b'"'
                && let Some(colon) = self.colon_of_member(&self.lexer) =>
            {
                self.unexpected(colon, ExpectedToken::CommaOrBracket);
                b'{'
            }
            _ => return Some(()),
        };
        self.open.last_mut()?.json = json;
        Some(())
    }

    /// Returns the offset of the comma after the first item of a set of Python, which has its items in braces: two strings or
    /// numbers at least, and no names. The outermost value is none.
    fn comma_of_set(&self) -> Option<usize> {
        let mut first = self.after_scalar(&self.lexer)?;
        if self.open.len() < 2 || first.peek() != b',' {
            return None;
        }
        let comma = first.at();
        first.skip_bytes(1);
        let is_item = matches!(self.after_scalar(&first)?.peek(), b',' | b'}');
        is_item.then_some(comma)
    }

    /// Returns what is after a number or string that comes next.
    fn after_scalar(&self, lexer: &Lexer<'a>) -> Option<Lexer<'a>> {
        let mut after = lexer.clone();
        if matches!(after.peek(), b'-' | b'0'..=b'9') {
            after.skip_bytes(scalar_length(&self.text[after.at()..]));
            return Some(after);
        }
        quoted::closing(self.text[after.at()..].chars().next()?)?;
        self.after_name(&after)
    }

    /// Returns whether a closing parenthesis that comes next closes nothing.
    pub(super) fn is_extra(&mut self) -> Option<bool> {
        let (open, around) = self.open.split_last()?;
        if open.bracket == b'(' || around.last().is_some_and(|around| around.bracket == b'(') {
            return Some(false);
        }
        let at = self.lexer.at() + 1;
        let is_extra = !self.may_follow(around.last(), at) && self.may_follow(Some(open), at);
        if is_extra {
            self.count_unclosed()?;
        }
        Some(is_extra)
    }

    /// Returns whether what is at an offset may be after a value in an open object or array, or after the outermost one.
    fn may_follow(&self, around: Option<&Open>, at: usize) -> bool {
        let mut after = self.lexer.clone();
        after.skip_bytes(at - after.at());
        let byte = after.peek();
        match around {
            None => byte == 0 || byte == b';' || self.has_preamble,
            Some(around) if byte == b',' => {
                after.skip_bytes(1);
                let is_closed = matches!(after.peek(), b'}' | b']');
                self.colon_of_member(&after).is_some() == around.is_object() && !is_closed
            }
            Some(around) => around.is_closed_by(byte),
        }
    }

    /// Steps over a closing bracket, before which there may be a comma, or adds the one that is missing.
    pub(super) fn close(&mut self, trailing_comma: Option<usize>) -> Option<()> {
        let open = *self.open.last()?;
        let at = self.lexer.at();
        let byte = self.text.as_bytes()[at];
        let (error, len) = if open.is_closed_by(byte) {
            (None, 1)
        } else {
            self.count_unclosed()?;
            let (error, is_missing) = self.wrong_bracket(byte)?;
            (Some(error), usize::from(!is_missing))
        };
        if let Some(at) = trailing_comma {
            // A semicolon is reported as such.
            if !self.remove_comma(at) {
                self.error(Span { at, len: 1 }, SyntaxError::TrailingComma);
            }
        }
        self.open.pop();
        if byte != open.closing() {
            self.edit(Span { at, len }, char::from(open.closing()).to_string());
        }
        self.lexer.skip_bytes(len);
        if let Some(LocatedError { span, error }) = error {
            self.error(span, error);
        }
        Some(())
    }

    /// Returns the error of a closing bracket that comes next and does not close the innermost bracket, and whether the one
    /// that does is missing before it; otherwise it is of the wrong kind. `None` if it may be either.
    fn wrong_bracket(&self, byte: u8) -> Option<(LocatedError, bool)> {
        let (open, around) = self.open.split_last()?;
        let at = self.lexer.at();
        if open.bracket == b'(' {
            return None;
        }
        if byte == b')' {
            let is_missing = around.last().is_some_and(|outer| outer.bracket == b'(');
            return Some((token_at(self.text, at, self.expected), is_missing));
        }
        let error = SyntaxError::MismatchedBracket(unclosed_at(self.text, char::from(open.json), open.at));
        Some((LocatedError { span: Span { at, len: 1 }, error }, self.closes_around(byte)?))
    }

    /// Returns whether a closing bracket of the other kind closes what is around; `None` if that is not certain.
    fn closes_around(&self, byte: u8) -> Option<bool> {
        let (open, around) = self.open.split_last()?;
        let after = self.lexer.at() + 1;
        let closed = around.iter().rposition(|outer| outer.is_closed_by(byte));
        let is_missing = closed.is_some_and(|closed| self.may_follow(around[..closed].last(), after));
        let is_wrong = self.may_follow(around.last(), after);
        if is_missing != is_wrong {
            return Some(is_missing);
        }
        // If nothing of its kind is open, or if it would close the outermost value before the end.
        let is_last = self.text[after..].trim().is_empty();
        let is_outermost = around.len() == 1;
        if around.last().is_some_and(|outer| outer.json != open.json) && (is_last || !is_outermost) {
            Some(true)
        } else if is_outermost || around.iter().all(|outer| outer.json == open.json) {
            Some(false)
        } else {
            None
        }
    }
}
