//! What is between tokens: white space, comments, invisible characters, and the marks of lines that an e-mail quotes.

use super::mender::{Lines, Mender};
use crate::json::character::is_invisible;
use crate::json::diagnosis::ExpectedToken;
use crate::json::ignored;
use crate::json::span::Span;

impl Mender<'_> {
    /// Returns the next byte that is neither white space nor in a comment; 0 at the end.
    pub(super) fn peek(&mut self, expected: ExpectedToken) -> Option<u8> {
        self.expected = expected;
        loop {
            let byte = self.lexer.peek();
            let at = self.lexer.at();
            let rest = self.rest();
            if let Some(len) = self.line_mark(at) {
                if self.lines == Lines::Quoted {
                    self.unexpected(at, expected);
                    self.lines = Lines::ReportedAsQuoted;
                }
                self.put(len, "");
                continue;
            }
            match (ignored::at(self.text, at), rest.chars().next()) {
                (Some((_, _, false)), _) => return None,
                (Some((error, len, true)), _) => {
                    self.error(Span { at, len }, error);
                    self.put(len, "");
                }
                (None, Some(space)) if !space.is_ascii() && is_invisible(space) => {
                    self.replace(space.len_utf8(), "", expected);
                }
                _ => return Some(byte),
            }
        }
    }

    /// Returns the length of what marks a line as quoted in an e-mail.
    fn line_mark(&self, at: usize) -> Option<usize> {
        let (before, rest) = self.text.split_at(at);
        if self.lines == Lines::Plain || !rest.starts_with('>') {
            return None;
        }
        let before = before.trim_end_matches([' ', '\t', '\u{feff}']);
        let mark = rest.len() - rest.trim_start_matches(['>', ' ', '\t']).len();
        (before.is_empty() || before.ends_with('\n')).then_some(mark)
    }

    /// Goes on in lines that each begin with `>`, if the one at an offset does and has an object or array after it.
    pub(super) fn begin_quoted_lines(&mut self, line: usize) {
        let line = &self.text[line..];
        let marked = line.trim_start_matches([' ', '\t', '\u{feff}']);
        if marked.starts_with('>') && marked.trim_start_matches(['>', ' ', '\t']).starts_with(['{', '[']) {
            self.lines = Lines::Quoted;
        }
    }
}
