//! Reading an input as the lexer does, except for what is corrected.

use super::brackets::Open;
use super::{Edit, Recovery, bare, corrected, number, preamble, quoted};
use crate::json::call;
use crate::json::character::is_invisible;
use crate::json::diagnosis::{ExpectedToken, token_at};
use crate::json::document;
use crate::json::ignored;
use crate::json::lex_error::LocatedError;
use crate::json::lexer::{Lexer, MAX_DEPTH};
use crate::json::span::Span;
use crate::json::syntax_error::{Comment, SyntaxError, UnexpectedToken};
use crate::json::words::{LiteralWord, leading_word, string_prefix};
use crate::json::wrap::{CutScalar, cut_scalar};
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
    lines: Lines,
    /// Whether cut lines were reported.
    is_cut_reported: bool,
    /// Whether the backslashes before quotation marks were reported.
    pub(super) is_escaped: bool,
}

/// Whether each line begins with `>`, as in an e-mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lines {
    Plain,
    Quoted,
    /// It was reported.
    ReportedAsQuoted,
}

/// What an object or array has after a member or item.
enum Next {
    Comma,
    End,
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

    pub(super) fn error(&mut self, span: Span, error: SyntaxError) {
        self.errors.push(LocatedError { span, error });
    }

    /// Takes back the errors, if all of them are comments that begin with `#`.
    pub(super) fn take_back_comments(&mut self) {
        if self.errors.iter().all(|error| matches!(error.error, SyntaxError::Comment(Comment::Hash))) {
            self.errors.clear();
        }
    }

    /// Adds the error for an unexpected token.
    pub(super) fn unexpected(&mut self, at: usize, expected: ExpectedToken) {
        self.errors.push(token_at(self.text, at, expected));
    }

    pub(super) fn edit(&mut self, span: Span, json: impl Into<Cow<'static, str>>) {
        self.edits.push(Edit { span, json: json.into(), unknown: None });
    }

    /// Puts null in the place of a value that is not known; what is wrong with it has been reported.
    pub(super) fn unknown(&mut self, len: usize) {
        self.unknown_after("", len);
    }

    fn unknown_after(&mut self, json: &str, len: usize) {
        let span = Span { at: self.lexer.at(), len };
        self.edits.push(Edit { span, json: format!("{json}null").into(), unknown: Some(json.len()) });
        self.lexer.skip_bytes(len);
    }

    /// Returns what is expected after a value; `None` for the outermost one.
    pub(super) fn after_value(&self) -> Option<ExpectedToken> {
        let open = self.open.last()?;
        Some(if open.is_object() { ExpectedToken::CommaOrBrace } else { ExpectedToken::CommaOrBracket })
    }

    /// Counts a missing bracket or quotation mark; `None` if there are too many.
    pub(super) fn count_unclosed(&mut self) -> Option<()> {
        self.unclosed += 1;
        (self.unclosed <= MAX_UNCLOSED).then_some(())
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
            self.edit(Span { at: start, len: at - start }, "");
            self.lexer.skip_bytes(at - start);
            let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
            self.begin_quoted_lines(line);
        }
        if !self.has_no_brace() {
            self.value()?;
        } else if self.members_without_brace().is_none() {
            // The brace at the end is missing, too.
            let is_end = self.lexer.at() == self.text.len() && self.open.len() == 1;
            let after_member = self.expected == ExpectedToken::CommaOrBrace;
            if !is_end || !after_member {
                return None;
            }
            self.open.pop();
            self.edit(Span { at: self.text.len(), len: 0 }, "}");
        }
        let byte = self.peek(ExpectedToken::End)?;
        let at = self.lexer.at();
        if self.has_preamble {
            self.edit(Span { at, len: self.text.len() - at }, "");
        } else if matches!(byte, b',' | b';') && self.text[at + 1..].trim_matches([' ', '\n', '\r', '\t']).is_empty() {
            self.replace(1, "", ExpectedToken::End);
        } else if at < self.text.len() {
            return None;
        }
        Some(())
    }

    /// Goes on in lines that each begin with `>`, if the one at an offset does and has an object or array after it.
    fn begin_quoted_lines(&mut self, line: usize) {
        let line = &self.text[line..];
        let marked = line.trim_start_matches([' ', '\t', '\u{feff}']);
        if marked.starts_with('>') && marked.trim_start_matches(['>', ' ', '\t']).starts_with(['{', '[']) {
            self.lines = Lines::Quoted;
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

    /// Returns whether the input begins with the name of a member.
    fn has_no_brace(&mut self) -> bool {
        let mut after = self.lexer.clone();
        after.peek() == b'"' && after.skip_string().is_ok() && after.peek() == b':'
    }

    /// Reads the members of an object that has no opening brace.
    fn members_without_brace(&mut self) -> Option<()> {
        self.peek(ExpectedToken::Value)?;
        let at = self.lexer.at();
        let mut after = self.lexer.clone();
        after.skip_string().ok()?;
        after.peek();
        self.unexpected(after.at(), ExpectedToken::End);
        self.edit(Span { at, len: 0 }, "{");
        self.open.push(Open { at, bracket: b'{', json: b'{' });
        self.members_or_items()
    }

    /// Returns the next byte that is neither white space nor in a comment; 0 at the end.
    pub(super) fn peek(&mut self, expected: ExpectedToken) -> Option<u8> {
        self.expected = expected;
        loop {
            let byte = self.lexer.peek();
            let at = self.lexer.at();
            let rest = &self.text[at..];
            if let Some(len) = self.line_mark(at) {
                if self.lines == Lines::Quoted {
                    self.unexpected(at, expected);
                    self.lines = Lines::ReportedAsQuoted;
                }
                self.edit(Span { at, len }, "");
                self.lexer.skip_bytes(len);
                continue;
            }
            match (ignored::at(self.text, at), rest.chars().next()) {
                (Some((_, _, false)), _) => return None,
                (Some((error, len, true)), _) => {
                    self.error(Span { at, len }, error);
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
        if let Some(len) = self.placeholder().filter(|_| !self.open.is_empty()) {
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
            b'@' if self.text[self.lexer.at()..].starts_with("@{") => {
                self.replace(1, "", ExpectedToken::Value);
                self.container(b'{', b'{')
            }
            b'@' if self.text[self.lexer.at()..].starts_with("@(") => {
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
        let at = self.lexer.at();
        self.report_cut(at + first, cut.width);
        self.edit(Span { at, len }, json);
        self.lexer.skip_bytes(len);
    }

    /// Reports once that lines are cut, at the first line break.
    pub(super) fn report_cut(&mut self, at: usize, width: usize) {
        if !std::mem::replace(&mut self.is_cut_reported, true) {
            self.error(Span { at, len: 1 }, SyntaxError::WrappedLines(width));
        }
    }

    fn word(&mut self) -> Option<()> {
        let at = self.lexer.at();
        let rest = &self.text[at..];
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
            && let Some(LiteralWord { text, recovered: Some(json), .. }) = LiteralWord::find(word)
        {
            let span = Span { at, len: word.len() };
            self.error(span, SyntaxError::ExpectedValue(UnexpectedToken::Word(text)));
            self.edit(span, *json);
            self.lexer.skip_bytes(word.len());
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
        self.edit(Span { at: self.lexer.at(), len: 1 }, "");
        self.lexer.skip_bytes(1);
        Some(())
    }

    /// Returns whether an opening parenthesis has the items of an array after it, rather than being part of a phone number.
    fn is_tuple(&self) -> bool {
        let items = self.text[self.lexer.at() + 1..].trim_start();
        let number = items.trim_start_matches(|digit: char| digit.is_ascii_digit());
        items.starts_with(['"', '\'', '{', '[', '('])
            || string_prefix(items, 0).is_some()
            || (number.len() < items.len() && number.starts_with(','))
    }

    /// Returns the operator that comes next.
    pub(super) fn operator(&self) -> Option<&'static LiteralWord> {
        LiteralWord::operator(&self.text[self.lexer.at()..])
    }

    fn enter(&mut self, bracket: u8, json: u8) -> Option<()> {
        if self.open.len() == usize::from(MAX_DEPTH) {
            return None;
        }
        self.open.push(Open { at: self.lexer.at(), bracket, json });
        self.lexer.skip_bytes(1);
        Some(())
    }

    /// Reads an object or array, by its opening bracket in the input and that in the copy.
    fn container(&mut self, bracket: u8, json: u8) -> Option<()> {
        let at = self.lexer.at();
        self.enter(bracket, json)?;
        if bracket != json {
            self.edit(Span { at, len: 1 }, char::from(json).to_string());
        }
        self.exchange_bracket()?;
        self.members_or_items()
    }

    fn members_or_items(&mut self) -> Option<()> {
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
                        self.edit(Span { at: self.lexer.at(), len: 1 }, "");
                        self.lexer.skip_bytes(1);
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
        let rest = &self.text[self.lexer.at()..];
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
            b'=' if self.text[self.lexer.at()..].starts_with("=>") => self.replace(2, ":", expected),
            b'=' | b';' => self.replace(1, ":", expected),
            // A string may as well be the name of the next property.
            b'{' | b'[' | b'-' | b'0'..=b'9' => self.replace(0, ":", expected),
            b',' | b'}' => {
                self.unexpected(self.lexer.at(), expected);
                self.unknown_after(":", 0);
                return Some(false);
            }
            _ => return None,
        }
        Some(true)
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
        let word = leading_word(&self.text[self.lexer.at()..]);
        (byte == b'"' && self.colon_of_member(&self.lexer).is_some())
            || self.is_name(word)
            || string_prefix(self.text, self.lexer.at()).is_some()
    }

    /// Returns the offset of the colon or equals sign after the name of a member that comes next.
    pub(super) fn colon_of_member(&self, lexer: &Lexer<'a>) -> Option<usize> {
        let mut after = self.after_name(lexer)?;
        matches!(after.peek(), b':' | b'=').then(|| after.at())
    }

    /// Returns what is after a string or word that comes next.
    pub(super) fn after_name(&self, lexer: &Lexer<'a>) -> Option<Lexer<'a>> {
        let mut after = lexer.clone();
        if after.peek() == b'"' {
            after.skip_string().ok()?;
        } else {
            let rest = &self.text[after.at()..];
            let opening = rest.chars().next()?;
            let len = match quoted::closing(opening) {
                Some(closing) => {
                    let inner = &rest[opening.len_utf8()..];
                    let end = inner.find(|mark| mark == '\n' || closing.contains(&mark))?;
                    opening.len_utf8() + end + inner[end..].chars().next()?.len_utf8()
                }
                None => leading_word(rest).len(),
            };
            after.skip_bytes(len);
            if len == 0 {
                return None;
            }
        }
        Some(after)
    }

    /// Returns whether a word that comes next is the name of a member.
    fn is_name(&self, word: &str) -> bool {
        let after = self.text[self.lexer.at() + word.len()..].trim_start();
        !word.is_empty() && after.starts_with([':', '='])
    }

    /// Returns whether a quotation mark of any kind comes next.
    fn is_quoted(&self) -> bool {
        let rest = &self.text[self.lexer.at()..];
        let is_mark = rest.chars().next().is_some_and(|mark| quoted::closing(mark).is_some());
        is_mark || string_prefix(self.text, self.lexer.at()).is_some() || document::is_escaped_quote(rest)
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

    /// Returns the length of a placeholder that comes next.
    fn placeholder(&self) -> Option<usize> {
        let rest = &self.text[self.lexer.at()..];
        let ellipsis = || rest.starts_with('\u{2026}').then_some('\u{2026}'.len_utf8());
        LiteralWord::placeholder(rest).map(|word| word.text.len()).or_else(ellipsis)
    }
}
