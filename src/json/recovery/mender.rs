//! Where reading an input is, and what has been corrected in it.

use super::copy::{Edit, Recovery, corrected};
use super::open::Open;
use crate::json::diagnosis::{ExpectedToken, token_at};
use crate::json::lex_error::LocatedError;
use crate::json::lexer::{Lexer, MAX_DEPTH};
use crate::json::span::Span;
use crate::json::syntax_error::{Comment, SyntaxError};
use std::borrow::Cow;

/// How many brackets and quotation marks are corrected: after more of them nothing is certain.
const MAX_UNCLOSED: usize = 16;

/// Reads an input as the lexer does, except for what it mends. `None` is where it stops.
#[derive(Clone)]
pub(super) struct Mender<'a> {
    pub(super) text: &'a str,
    pub(super) lexer: Lexer<'a>,
    edits: Vec<Edit>,
    errors: Vec<LocatedError>,
    /// The brackets that are open.
    pub(super) open: Vec<Open>,
    /// What was expected last.
    pub(super) expected: ExpectedToken,
    /// How many brackets and quotation marks were corrected.
    unclosed: usize,
    /// Whether there is something before the JSON, and there may be something after it.
    pub(super) has_preamble: bool,
    pub(super) lines: Lines,
    /// Whether cut lines were reported.
    is_cut_reported: bool,
    /// Whether the backslashes before quotation marks were reported.
    pub(super) is_escaped: bool,
}

/// Whether each line begins with `>`, as in an e-mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    Plain,
    Quoted,
    /// It was reported.
    ReportedAsQuoted,
}

impl<'a> Mender<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            lexer: Lexer::new(text),
            edits: Vec::new(),
            errors: Vec::new(),
            open: Vec::new(),
            expected: ExpectedToken::Value,
            unclosed: 0,
            has_preamble: false,
            lines: Lines::Plain,
            is_cut_reported: false,
            is_escaped: false,
        }
    }

    pub(super) fn into_recovery(self) -> Recovery {
        corrected(self.text, self.edits, self.errors)
    }

    /// Returns whether the outermost value has been read.
    pub(super) fn is_complete(&self) -> bool {
        self.expected == ExpectedToken::End
    }

    /// Returns the offsets of the objects and arrays that are open.
    pub(super) fn open(&self) -> Vec<usize> {
        self.open.iter().map(|open| open.at).collect()
    }

    /// Returns the input from what comes next on, which has been peeked.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.lexer.at()..]
    }

    /// Returns what is expected after a value; `None` for the outermost one.
    pub(super) fn after_value(&self) -> Option<ExpectedToken> {
        let open = self.open.last()?;
        Some(if open.is_object() { ExpectedToken::CommaOrBrace } else { ExpectedToken::CommaOrBracket })
    }

    pub(super) fn enter(&mut self, bracket: u8, json: u8) -> Option<()> {
        if self.open.len() == usize::from(MAX_DEPTH) {
            return None;
        }
        self.open.push(Open { at: self.lexer.at(), bracket, json });
        self.lexer.skip_bytes(1);
        Some(())
    }

    /// Counts a missing bracket or quotation mark; `None` if there are too many.
    pub(super) fn count_unclosed(&mut self) -> Option<()> {
        self.unclosed += 1;
        (self.unclosed <= MAX_UNCLOSED).then_some(())
    }

    pub(super) fn error(&mut self, span: Span, error: SyntaxError) {
        self.errors.push(LocatedError { span, error });
    }

    pub(super) fn errors(&mut self, errors: Vec<LocatedError>) {
        self.errors.extend(errors);
    }

    /// Adds the error for an unexpected token.
    pub(super) fn unexpected(&mut self, at: usize, expected: ExpectedToken) {
        self.errors.push(token_at(self.text, at, expected));
    }

    /// Reports once that lines are cut, at the first line break.
    pub(super) fn report_cut(&mut self, at: usize, width: usize) {
        if !std::mem::replace(&mut self.is_cut_reported, true) {
            self.error(Span { at, len: 1 }, SyntaxError::WrappedLines(width));
        }
    }

    /// Takes back the errors, if all of them are comments that begin with `#`.
    pub(super) fn take_back_comments(&mut self) {
        if self.errors.iter().all(|error| matches!(error.error, SyntaxError::Comment(Comment::Hash))) {
            self.errors.clear();
        }
    }

    pub(super) fn edit(&mut self, span: Span, json: impl Into<Cow<'static, str>>) {
        self.edits.push(Edit { span, json: json.into(), unknown: None });
    }

    /// Replaces what comes next, which is not what is expected there.
    pub(super) fn replace(&mut self, len: usize, json: impl Into<Cow<'static, str>>, expected: ExpectedToken) {
        self.unexpected(self.lexer.at(), expected);
        self.put(len, json);
    }

    /// Puts JSON in the place of what comes next; what is wrong with it has been reported.
    pub(super) fn put(&mut self, len: usize, json: impl Into<Cow<'static, str>>) {
        self.edit(Span { at: self.lexer.at(), len }, json);
        self.lexer.skip_bytes(len);
    }

    /// Puts null in the place of a value that is not known; what is wrong with it has been reported.
    pub(super) fn unknown(&mut self, len: usize) {
        self.unknown_after("", len);
    }

    pub(super) fn unknown_after(&mut self, json: &str, len: usize) {
        let span = Span { at: self.lexer.at(), len };
        self.edits.push(Edit { span, json: format!("{json}null").into(), unknown: Some(json.len()) });
        self.lexer.skip_bytes(len);
    }

    /// Removes a comma; returns whether something else was replaced by it.
    pub(super) fn remove_comma(&mut self, at: usize) -> bool {
        // After its edit there are only those of comments and spaces.
        let mut last_edits = self.edits.iter_mut().rev().take_while(|edit| edit.span.at >= at);
        if let Some(edit) = last_edits.find(|edit| edit.span.at == at && edit.span.len > 0) {
            edit.json = "".into();
            return true;
        }
        self.edit(Span { at, len: 1 }, "");
        false
    }

    /// Leaves out the rest of the input, where reading has stopped, and closes what is open.
    pub(super) fn cut(&mut self) {
        let mut json = match self.expected {
            ExpectedToken::Value => "null",
            ExpectedToken::Key => "\"\":null",
            ExpectedToken::Colon => ":null",
            _ => "",
        }
        .to_owned();
        json.extend(self.open.iter().rev().map(|open| char::from(open.closing())));
        let at = self.lexer.at();
        self.edit(Span { at, len: self.text.len() - at }, json);
    }
}
