//! What comes next, without reading it.

use super::mender::Mender;
use super::quoted;
use crate::json::document;
use crate::json::lexer::Lexer;
use crate::json::words::{LiteralWord, leading_word, string_prefix};
use crate::json::wrap::unescaped;

impl<'a> Mender<'a> {
    /// Returns the operator that comes next.
    pub(super) fn operator(&self) -> Option<&'static LiteralWord> {
        LiteralWord::operator(self.rest())
    }

    /// Returns the length of a placeholder that comes next.
    pub(super) fn placeholder(&self) -> Option<usize> {
        let rest = self.rest();
        let ellipsis = || rest.starts_with('\u{2026}').then_some('\u{2026}'.len_utf8());
        LiteralWord::placeholder(rest).map(|word| word.text.len()).or_else(ellipsis)
    }

    /// Returns whether a quotation mark of any kind comes next.
    pub(super) fn is_quoted(&self) -> bool {
        let rest = self.rest();
        let is_mark = rest.chars().next().is_some_and(|mark| quoted::closing(mark).is_some());
        is_mark || string_prefix(self.text, self.lexer.at()).is_some() || document::is_escaped_quote(rest)
    }

    /// Returns whether an opening parenthesis has the items of an array after it, rather than being part of a phone number.
    pub(super) fn is_tuple(&self) -> bool {
        let items = self.text[self.lexer.at() + 1..].trim_start();
        let number = items.trim_start_matches(|digit: char| digit.is_ascii_digit());
        items.starts_with(['"', '\'', '{', '[', '('])
            || string_prefix(items, 0).is_some()
            || (number.len() < items.len() && number.starts_with(','))
    }

    /// Returns whether a word that comes next is the name of a member.
    pub(super) fn is_name(&self, word: &str) -> bool {
        let after = self.text[self.lexer.at() + word.len()..].trim_start();
        !word.is_empty() && after.starts_with([':', '='])
    }

    /// Returns the offset of the colon or equals sign after the name of a member that comes next.
    pub(super) fn colon_of_member(&self, lexer: &Lexer<'a>) -> Option<usize> {
        let mut after = self.after_name(lexer)?;
        matches!(after.peek(), b':' | b'=').then(|| after.at())
    }

    /// Returns what is after a word that comes next, or after a string, whatever is in it.
    pub(super) fn after_name(&self, lexer: &Lexer<'a>) -> Option<Lexer<'a>> {
        let mut after = lexer.clone();
        after.peek();
        let rest = &self.text[after.at()..];
        let opening = rest.chars().next()?;
        let len = if let Some(closing) = quoted::closing(opening) {
            let inner = &rest[opening.len_utf8()..];
            let is_end = |(_, mark): &(usize, char)| *mark == '\n' || closing.contains(mark);
            let (end, mark) = unescaped(inner).find(is_end).filter(|(_, mark)| *mark != '\n')?;
            opening.len_utf8() + end + mark.len_utf8()
        } else {
            leading_word(rest).len()
        };
        after.skip_bytes(len);
        (len > 0).then_some(after)
    }
}
