//! Recovery from syntax errors with only one meaning: comments, trailing commas, and the words of Python and JavaScript
//! for `true`, `false` and `null`.
//!
//! The lexer remains strict: what it rejects is corrected in a copy of the input, and the copy is parsed. Replacements
//! have the same length, so all offsets stay the same.

use super::diagnosis::comment;
use super::lex_error::LocatedError;
use super::lexer::Lexer;
use super::span::Span;
use super::syntax_error::{SyntaxError, UnexpectedToken};
use super::words::{LiteralWord, leading_word};

/// An input, corrected as far as possible, and its errors.
#[derive(Debug, Default)]
pub(crate) struct Recovery {
    /// The corrected copy; `None` if nothing was corrected.
    pub(crate) text: Option<String>,
    /// The corrected errors, in the order of the input. Parsing the copy finds any others.
    pub(crate) errors: Vec<LocatedError>,
}

impl Recovery {
    /// Returns the input to parse instead of a text.
    pub(crate) fn input<'t>(&'t self, text: &'t [u8]) -> &'t [u8] {
        self.text.as_deref().map_or(text, str::as_bytes)
    }
}

/// Corrects an input up to the first error with no or more than one meaning.
#[cold]
pub(crate) fn recover(input: &[u8]) -> Recovery {
    let Ok(text) = str::from_utf8(input) else { return Recovery::default() };
    let mut corrector = Corrector { text, lexer: Lexer::new(text), fixes: Vec::new() };
    // An error that stops the correction also stops the parser.
    let _ = corrector.value().and_then(|()| corrector.peek());
    let mut fixes = corrector.fixes;
    if fixes.is_empty() {
        return Recovery::default();
    }
    fixes.sort_by_key(|fix| fix.error.span.at);
    let mut copy = String::with_capacity(text.len());
    for Fix { error: LocatedError { span, .. }, json } in &fixes {
        copy.push_str(&text[copy.len()..span.at]);
        copy.push_str(json);
        copy.extend(std::iter::repeat_n(' ', span.len - json.len()));
    }
    copy.push_str(&text[copy.len()..]);
    Recovery { text: Some(copy), errors: fixes.into_iter().map(|fix| fix.error).collect() }
}

/// An error, and its replacement in JSON, which is not longer.
struct Fix {
    error: LocatedError,
    json: &'static str,
}

/// Reads an input like the lexer, except for what it corrects. Returns `None` where it stops.
struct Corrector<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    fixes: Vec<Fix>,
}

impl Corrector<'_> {
    fn fix(&mut self, span: Span, error: SyntaxError, json: &'static str) {
        self.fixes.push(Fix { error: LocatedError { span, error }, json });
    }

    /// Returns the next byte that is neither white space nor in a comment; 0 at the end.
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = self.lexer.peek();
            let at = self.lexer.at();
            match comment(&self.text[at..]) {
                None => return Some(byte),
                Some((_, _, false)) => return None,
                Some((comment, len, true)) => {
                    self.fix(Span { at, len }, SyntaxError::Comment(comment), "");
                    self.lexer.skip_bytes(len);
                }
            }
        }
    }

    fn value(&mut self) -> Option<()> {
        match self.peek()? {
            b'{' => self.object(),
            b'[' => self.array(),
            b'"' | b'-' | b'0'..=b'9' => self.lexer.skip().ok(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<()> {
        let at = self.lexer.at();
        let word = leading_word(&self.text[at..]);
        if !matches!(word, "true" | "false" | "null") {
            let known = LiteralWord::find(word)?;
            let error = SyntaxError::ExpectedValue(UnexpectedToken::Word(known.text));
            self.fix(Span { at, len: word.len() }, error, known.recovered?);
        }
        self.lexer.skip_bytes(word.len());
        Some(())
    }

    fn object(&mut self) -> Option<()> {
        self.lexer.enter().ok()?;
        let mut comma = None;
        loop {
            match self.peek()? {
                b'"' => {}
                b'}' => break self.close(comma),
                _ => return None,
            }
            self.lexer.skip_string().ok()?;
            if self.peek()? != b':' {
                return None;
            }
            self.lexer.skip_bytes(1);
            self.value()?;
            match self.peek()? {
                b',' => comma = Some(self.comma()),
                b'}' => break self.close(None),
                _ => return None,
            }
        }
        Some(())
    }

    fn array(&mut self) -> Option<()> {
        self.lexer.enter().ok()?;
        let mut comma = None;
        loop {
            if self.peek()? == b']' {
                break self.close(comma);
            }
            self.value()?;
            match self.peek()? {
                b',' => comma = Some(self.comma()),
                b']' => break self.close(None),
                _ => return None,
            }
        }
        Some(())
    }

    /// Skips a comma, and returns its offset.
    fn comma(&mut self) -> usize {
        let at = self.lexer.at();
        self.lexer.skip_bytes(1);
        at
    }

    /// Skips a closing bracket, with an optional comma before it.
    fn close(&mut self, trailing_comma: Option<usize>) {
        if let Some(at) = trailing_comma {
            self.fix(Span { at, len: 1 }, SyntaxError::TrailingComma, "");
        }
        self.lexer.leave();
    }
}
