//! A strict lexer for RFC 8259: it accepts exactly what `serde_json` accepts.

use super::detection::BYTE_ORDER_MARK;
use super::diagnosis::{self, ExpectedToken};
use super::encoding;
use super::in_string;
use super::span::Span;
use std::borrow::Cow;

pub(crate) use super::lex_error::LexError;

/// The maximum nesting depth of arrays and objects, as in `serde_json`.
pub(crate) const MAX_DEPTH: u8 = 127;

/// The token of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberToken<'a> {
    /// Only digits, and few enough for an `i64`.
    Integer(i64),
    /// Any other notation.
    String(&'a str),
}

/// An input, and the position in it.
#[derive(Clone)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
}

type Result<T> = std::result::Result<T, LexError>;

impl<'a> Lexer<'a> {
    /// Creates a lexer at the start of an input, after its byte order mark.
    pub(crate) fn new(text: &'a str) -> Self {
        let at = if text.as_bytes().starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        Self { text, at, depth: 0 }
    }

    /// Creates a lexer for input that is inside `depth` arrays and objects.
    pub(crate) fn within(self, depth: u8) -> Self {
        Self { depth, ..self }
    }

    /// Creates a lexer at a value inside the next array or object.
    pub(crate) fn inside(&self, at: usize) -> Self {
        Self { at, depth: self.depth + 1, ..*self }
    }

    /// Returns a text whose JSON is that in a string literal, at the same offsets, if that is possible.
    pub(crate) fn in_string(&self, literal: Span) -> Option<String> {
        in_string::of_string(self.text, literal)
    }

    /// Creates a lexer for UTF-8 input.
    pub(crate) fn of(bytes: &'a [u8]) -> Result<Self> {
        Ok(Self::new(encoding::utf_8(bytes)?))
    }

    /// Returns the byte offset of the next token; exact only after [`peek`](Self::peek).
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Returns the input from a byte offset up to the current position.
    pub(crate) fn slice_from(&self, at: usize) -> &'a str {
        &self.text[at..self.at]
    }

    /// Returns the rest of the input.
    #[inline]
    pub(crate) fn rest(&self) -> &'a [u8] {
        &self.text.as_bytes()[self.at..]
    }

    #[inline]
    fn byte(&self) -> u8 {
        // The callers reject NUL like the end of the input; `diagnosis` distinguishes them.
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// Returns the next byte that is not white space; 0 at the end.
    #[inline]
    pub(crate) fn peek(&mut self) -> u8 {
        let byte = self.byte();
        if byte > b' ' { byte } else { self.skip_whitespace() }
    }

    fn skip_whitespace(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(self.at) {
            self.at += 1;
        }
        self.byte()
    }

    #[cold]
    fn unexpected<T>(&self, expected: ExpectedToken) -> Result<T> {
        Err(diagnosis::unexpected(self.text, self.at, expected))
    }

    /// Returns an error, since no value begins at the next byte.
    #[cold]
    pub(crate) fn expected_value<T>(&self) -> Result<T> {
        self.unexpected(ExpectedToken::Value)
    }

    /// Skips bytes that were read by other means.
    #[inline]
    pub(crate) fn skip_bytes(&mut self, count: usize) {
        self.at += count;
    }

    /// Checks that the rest of the input is white space.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.peek();
        if self.at == self.text.len() { Ok(()) } else { self.unexpected(ExpectedToken::End) }
    }

    /// Enters an object or array whose first byte was peeked.
    #[inline]
    pub(crate) fn enter(&mut self) -> Result<()> {
        if self.depth == MAX_DEPTH {
            return Err(diagnosis::recursion_limit(self.at));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Leaves an object or array whose last byte was peeked.
    #[inline]
    pub(crate) fn leave(&mut self) {
        self.at += 1;
        self.depth -= 1;
    }

    /// Moves to the name of the next member, which is then peeked, or past the end of the object. Returns whether there
    /// is a member.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "most callers know whether it is the first, which leaves two comparisons")]
    pub(crate) fn next_key(&mut self, first: bool) -> Result<bool> {
        match self.peek() {
            b'"' if first => Ok(true),
            b',' if !first => {
                self.at += 1;
                if self.peek() == b'"' { Ok(true) } else { self.unexpected(ExpectedToken::Key) }
            }
            b'}' => {
                self.leave();
                Ok(false)
            }
            _ => self.unexpected(if first { ExpectedToken::Key } else { ExpectedToken::CommaOrBrace }),
        }
    }

    /// Moves to the next item, or past the end of the array. Returns whether there is an item.
    #[inline]
    pub(crate) fn next_item(&mut self, first: bool) -> Result<bool> {
        match self.peek() {
            b']' => {
                self.leave();
                Ok(false)
            }
            _ if first => Ok(true),
            b',' => {
                self.at += 1;
                if self.peek() == b']' { self.expected_value() } else { Ok(true) }
            }
            _ => self.unexpected(ExpectedToken::CommaOrBracket),
        }
    }

    #[inline]
    pub(crate) fn colon(&mut self) -> Result<()> {
        if self.peek() == b':' {
            self.at += 1;
            Ok(())
        } else {
            self.unexpected(ExpectedToken::Colon)
        }
    }

    /// Reads `true`, `false` or `null`.
    #[inline]
    pub(crate) fn literal(&mut self, literal: &'static str) -> Result<()> {
        if self.skip_if(literal) { Ok(()) } else { self.not_literal(literal) }
    }

    #[cold]
    fn not_literal(&self, literal: &'static str) -> Result<()> {
        Err(diagnosis::literal(self.text, self.at, literal))
    }

    /// Skips these bytes if they come next.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a few instructions if the bytes are known")]
    pub(crate) fn skip_if(&mut self, text: &'static str) -> bool {
        let (rest, text) = (self.rest(), text.as_bytes());
        // Most names differ in the first eight bytes, and the compiler calls a function to compare more than 32.
        let begins = text.first_chunk::<8>().is_none_or(|eight| rest.first_chunk() == Some(eight));
        if begins && rest.starts_with(text) {
            self.at += text.len();
            return true;
        }
        false
    }

    /// Returns the name of the first member of the next value, if it is an object. The value is not read.
    pub(crate) fn first_name(&self) -> Option<Cow<'a, str>> {
        let mut ahead = self.clone();
        if ahead.peek() != b'{' {
            return None;
        }
        ahead.skip_bytes(1);
        if ahead.peek() == b'"' { ahead.string().ok() } else { None }
    }

    /// Reads a string whose opening quote was peeked.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>> {
        let start = self.at + 1;
        self.at = self.unescaped_end(start);
        if self.byte() == b'"' {
            let string = &self.text[start..self.at];
            self.at += 1;
            return Ok(Cow::Borrowed(string));
        }
        self.escaped(start).map(Cow::Owned)
    }

    /// Returns the string at a byte offset, which was read before, and its length with quotes.
    #[cold]
    pub(crate) fn string_at(&self, at: usize) -> (String, usize) {
        let mut lexer = Self { at, ..*self };
        let string = lexer.string().map(Cow::into_owned).unwrap_or_default();
        (string, lexer.at - at)
    }

    /// Skips a string whose opening quote was peeked.
    #[inline]
    pub(crate) fn skip_string(&mut self) -> Result<()> {
        self.at = self.unescaped_end(self.at + 1);
        if self.byte() == b'"' {
            self.at += 1;
            return Ok(());
        }
        self.skip_escaped()
    }

    #[cold]
    fn skip_escaped(&mut self) -> Result<()> {
        loop {
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => self.escape().map(drop)?,
                _ => return Err(diagnosis::in_string(self.text, self.at)),
            }
            self.at = self.unescaped_end(self.at);
        }
    }

    /// Returns the offset of the next quote, backslash or control character, or of the end.
    #[inline]
    fn unescaped_end(&self, start: usize) -> usize {
        const ONES: u64 = u64::from_le_bytes([0x01; 8]);
        const HIGHS: u64 = ONES << 7;
        let mut rest = self.text.as_bytes().get(start..).unwrap_or_default();
        while let Some((eight, after)) = rest.split_first_chunk() {
            // Subtracting sets the high bit of a byte that is less; whether it was set before is looked at once, since
            // neither comparison changes it. What a borrow sets wrongly is after the first byte that is found.
            let word = u64::from_le_bytes(*eight);
            let quotes = (word ^ (ONES * 0x22)).wrapping_sub(ONES);
            let backslashes = (word ^ (ONES * 0x5c)).wrapping_sub(ONES);
            let controls = word.wrapping_sub(ONES * 0x20);
            let found = (quotes | backslashes | controls) & !word & HIGHS;
            if found != 0 {
                return self.text.len() - rest.len() + found.trailing_zeros() as usize / 8;
            }
            rest = after;
        }
        let is_special = |byte: &u8| *byte < 0x20 || matches!(byte, b'"' | b'\\');
        self.text.len() - rest.len() + rest.iter().position(is_special).unwrap_or(rest.len())
    }

    #[cold]
    fn escaped(&mut self, start: usize) -> Result<String> {
        let mut text = String::with_capacity(self.at - start + 32);
        text.push_str(&self.text[start..self.at]);
        loop {
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(text);
                }
                b'\\' => text.push(self.escape()?),
                _ => return Err(diagnosis::in_string(self.text, self.at)),
            }
            let run = self.at;
            self.at = self.unescaped_end(run);
            text.push_str(&self.text[run..self.at]);
        }
    }

    /// Reads an escape, starting at its backslash.
    fn escape(&mut self) -> Result<char> {
        let start = self.at;
        self.at += 1;
        let short = match self.byte() {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                return self.scalar(start, unit);
            }
            _ => return Err(diagnosis::escape(self.text, start)),
        };
        self.at += 1;
        Ok(short)
    }

    /// Returns the character of a UTF-16 code unit, and of the following escape if it is a high surrogate.
    fn scalar(&mut self, start: usize, unit: u32) -> Result<char> {
        let code = match unit {
            0xd800..=0xdbff => {
                if !self.rest().starts_with(b"\\u") {
                    return Err(diagnosis::lone_surrogate(self.text, start, unit));
                }
                self.at += 1;
                match self.unit()? {
                    low @ 0xdc00..=0xdfff => 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00),
                    _ => return Err(diagnosis::lone_surrogate(self.text, start, unit)),
                }
            }
            _ => unit,
        };
        char::from_u32(code).ok_or_else(|| diagnosis::lone_surrogate(self.text, start, unit))
    }

    /// Reads `uXXXX`.
    fn unit(&mut self) -> Result<u32> {
        self.at += 1;
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = char::from(self.byte()).to_digit(16) else {
                return Err(diagnosis::hexadecimal_digit(self.text, self.at));
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    /// Reads a number whose first byte was peeked.
    #[inline]
    pub(crate) fn number(&mut self) -> Result<NumberToken<'a>> {
        let start = self.at;
        let negative = self.byte() == b'-';
        let first = start + usize::from(negative);
        let digits = self.text.as_bytes().get(first..).unwrap_or_default();
        let (mut value, mut count) = (0_i64, 0);
        let after = loop {
            match digits.get(count) {
                Some(digit @ b'0'..=b'9') => value = value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0')),
                after => break after,
            }
            count += 1;
        };
        self.at = first + count;
        let is_plain = !matches!(after, Some(b'.' | b'e' | b'E')) && count <= 18;
        if is_plain && (count == 1 || (count > 1 && digits.first() != Some(&b'0'))) {
            return Ok(NumberToken::Integer(if negative { -value } else { value }));
        }
        self.number_slow(start, first)
    }

    /// Reads a number that has a fraction, an exponent, or more digits than fit in every `i64`.
    #[cold]
    fn number_slow(&mut self, start: usize, first: usize) -> Result<NumberToken<'a>> {
        let leading_zero = self.text.as_bytes().get(first) == Some(&b'0') && self.at > first + 1;
        if leading_zero {
            return Err(diagnosis::leading_zero(first));
        }
        if self.at == first {
            return self.unexpected(ExpectedToken::Digit);
        }
        if self.byte() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.byte(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(NumberToken::String(self.slice_from(start)))
    }

    fn digits(&mut self) -> Result<()> {
        let first = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        if self.at > first { Ok(()) } else { self.unexpected(ExpectedToken::Digit) }
    }

    /// Skips a value.
    pub(crate) fn skip(&mut self) -> Result<()> {
        match self.peek() {
            b'"' => self.skip_string(),
            b'{' => {
                self.enter()?;
                let mut is_more = self.next_key(true)?;
                while is_more {
                    self.skip_string()?;
                    self.colon()?;
                    self.skip()?;
                    is_more = self.next_key(false)?;
                }
                Ok(())
            }
            b'[' => {
                self.enter()?;
                let mut first = true;
                while self.next_item(std::mem::take(&mut first))? {
                    self.skip()?;
                }
                Ok(())
            }
            b'-' | b'0'..=b'9' => self.number().map(drop),
            b't' => self.literal("true"),
            b'f' => self.literal("false"),
            b'n' => self.literal("null"),
            _ => self.expected_value(),
        }
    }
}
