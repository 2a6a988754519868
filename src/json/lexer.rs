//! A strict tokenizer for RFC 8259: what `serde_json` takes, and nothing else.

use std::borrow::Cow;
use std::fmt;

/// How many containers may stand in each other, as in `serde_json`.
pub(crate) const MAX_DEPTH: u8 = 127;

/// Why a text is no JSON, and the byte at which that shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LexError {
    pub(crate) at: usize,
    pub(crate) error: SyntaxError,
}

/// Why a text is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SyntaxError {
    /// The text ends too early.
    End,
    /// A byte order mark before the first value.
    ByteOrderMark,
    /// Bytes that are no UTF-8.
    Utf8,
    /// No value where one is expected.
    Value,
    /// No member name where one is expected.
    Name,
    /// No `:` behind a member name.
    Colon,
    /// Neither `,` nor `}` behind a member.
    MemberEnd,
    /// Neither `,` nor `]` behind an item.
    ItemEnd,
    /// A number that breaks off or starts with a needless zero.
    Number,
    /// A control character inside a text.
    Control,
    /// An escape that JSON does not have.
    Escape,
    /// Half of a surrogate pair.
    Surrogate,
    /// More than 127 containers in each other.
    Depth,
    /// Something behind the value.
    Trailing,
}

impl SyntaxError {
    /// What would have been right at this byte.
    #[must_use]
    pub fn expected(self) -> &'static str {
        match self {
            Self::End => "the rest of the JSON text",
            Self::ByteOrderMark => "JSON without a byte order mark",
            Self::Utf8 => "UTF-8",
            Self::Value => "a JSON value: a text in double quotes, a number, `true`, `false`, `null`, `[` or `{`",
            Self::Name => "a member name in double quotes",
            Self::Colon => "`:`",
            Self::MemberEnd => "`,` or `}`",
            Self::ItemEnd => "`,` or `]`",
            Self::Number => "a digit, and no needless zero before it",
            Self::Control => "an escaped control character, as `\\n` is for the end of a line",
            Self::Escape => "a JSON escape, as `\\\\` is for a backslash",
            Self::Surrogate => "a whole surrogate pair",
            Self::Depth => "lists and objects at most 127 deep",
            Self::Trailing => "nothing behind the value",
        }
    }

    /// What stands there instead.
    #[must_use]
    pub fn found(self) -> &'static str {
        match self {
            Self::End => "the end of the text",
            Self::ByteOrderMark => "a byte order mark",
            Self::Utf8 => "bytes that are no UTF-8",
            Self::Value | Self::Name | Self::Colon | Self::MemberEnd | Self::ItemEnd => "something else",
            Self::Number => "another number",
            Self::Control => "a bare control character",
            Self::Escape => "another escape",
            Self::Surrogate => "half of one",
            Self::Depth => "more",
            Self::Trailing => "more text",
        }
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not JSON: expected {}, found {}", self.expected(), self.found())
    }
}

/// A number as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Number<'a> {
    /// Digits alone, and few enough.
    Integer(i64),
    /// Any other spelling.
    String(&'a str),
}

/// The text, and how far it is read.
#[derive(Clone)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
}

type Result<T> = std::result::Result<T, LexError>;

impl<'a> Lexer<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// The same where so many containers stand around the text.
    pub(crate) fn within(self, depth: u8) -> Self {
        Self { depth, ..self }
    }

    /// Reads text of bytes; what is no UTF-8 is no JSON.
    pub(crate) fn of(bytes: &'a [u8]) -> Result<Self> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(text)),
            Err(error) => Err(LexError { at: error.valid_up_to(), error: SyntaxError::Utf8 }),
        }
    }

    /// The byte offset of what comes next; exact right after [`peek`](Self::peek).
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The text from a byte offset up to here.
    pub(crate) fn since(&self, at: usize) -> &'a str {
        &self.text[at..self.at]
    }

    /// The text from here on.
    #[inline]
    pub(crate) fn rest(&self) -> &'a [u8] {
        &self.text.as_bytes()[self.at..]
    }

    #[inline]
    fn byte(&self) -> u8 {
        // A NUL is as wrong as the end wherever this is asked, and `wrong` tells them apart.
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next byte that is no white space.
    #[inline]
    pub(crate) fn peek(&mut self) -> u8 {
        let byte = self.byte();
        if byte > b' ' { byte } else { self.blanks() }
    }

    fn blanks(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(self.at) {
            self.at += 1;
        }
        self.byte()
    }

    /// What is wrong at the next byte.
    #[cold]
    pub(crate) fn wrong(&self, error: SyntaxError) -> LexError {
        let error = if self.at >= self.text.len() {
            SyntaxError::End
        } else if self.at == 0 && self.text.starts_with('\u{feff}') {
            SyntaxError::ByteOrderMark
        } else {
            error
        };
        LexError { at: self.at, error }
    }

    /// Steps over bytes that were looked at.
    #[inline]
    pub(crate) fn skip_bytes(&mut self, count: usize) {
        self.at += count;
    }

    /// Nothing but white space may be left.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.peek();
        if self.at == self.text.len() { Ok(()) } else { Err(self.wrong(SyntaxError::Trailing)) }
    }

    /// Steps into an object or a list whose first byte was peeked.
    #[inline]
    pub(crate) fn enter(&mut self) -> Result<()> {
        if self.depth == MAX_DEPTH {
            return Err(self.wrong(SyntaxError::Depth));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Steps to the next member's name, which is peeked then, or over the end of the object.
    #[inline]
    pub(crate) fn next_key(&mut self, first: bool) -> Result<bool> {
        match self.peek() {
            b'"' if first => Ok(true),
            b',' if !first => {
                self.at += 1;
                if self.peek() == b'"' { Ok(true) } else { Err(self.wrong(SyntaxError::Name)) }
            }
            b'}' => {
                self.at += 1;
                self.depth -= 1;
                Ok(false)
            }
            _ => Err(self.wrong(if first { SyntaxError::Name } else { SyntaxError::MemberEnd })),
        }
    }

    /// Steps to the next item, or over the end of the list.
    #[inline]
    pub(crate) fn next_item(&mut self, first: bool) -> Result<bool> {
        match self.peek() {
            b']' => {
                self.at += 1;
                self.depth -= 1;
                Ok(false)
            }
            _ if first => Ok(true),
            b',' => {
                self.at += 1;
                if self.peek() == b']' { Err(self.wrong(SyntaxError::Value)) } else { Ok(true) }
            }
            _ => Err(self.wrong(SyntaxError::ItemEnd)),
        }
    }

    #[inline]
    pub(crate) fn colon(&mut self) -> Result<()> {
        if self.peek() == b':' {
            self.at += 1;
            Ok(())
        } else {
            Err(self.wrong(SyntaxError::Colon))
        }
    }

    /// Reads `true`, `false` or `null`.
    #[inline]
    pub(crate) fn word(&mut self, word: &'static str) -> Result<()> {
        if self.rest().starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(())
        } else {
            Err(self.wrong(SyntaxError::Value))
        }
    }

    /// Reads a text whose opening quote was peeked.
    #[inline]
    pub(crate) fn text(&mut self) -> Result<Cow<'a, str>> {
        let start = self.at + 1;
        self.at = start;
        self.plain();
        if self.byte() == b'"' {
            let text = &self.text[start..self.at];
            self.at += 1;
            return Ok(Cow::Borrowed(text));
        }
        self.escaped(start).map(Cow::Owned)
    }

    /// The text that was read at a byte offset, and its length with its quotes.
    #[cold]
    pub(crate) fn string_at(&self, at: usize) -> (String, usize) {
        let mut tokens = Self { at, ..*self };
        let text = tokens.text().map(Cow::into_owned).unwrap_or_default();
        (text, tokens.at - at)
    }

    /// Steps over a text whose opening quote was peeked.
    #[inline]
    pub(crate) fn skip_string(&mut self) -> Result<()> {
        self.at += 1;
        loop {
            self.plain();
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => self.escape().map(drop)?,
                _ => return Err(self.wrong(SyntaxError::Control)),
            }
        }
    }

    /// Steps over what needs no look: all but quotes, backslashes and control characters, eight bytes at a time.
    #[inline]
    fn plain(&mut self) {
        const ONES: u64 = u64::from_le_bytes([0x01; 8]);
        const HIGHS: u64 = ONES << 7;
        const fn zeros(word: u64) -> u64 {
            word.wrapping_sub(ONES) & !word
        }
        let bytes = self.text.as_bytes();
        while let Some(eight) = bytes.get(self.at..self.at + 8) {
            let word = u64::from_le_bytes(eight.try_into().unwrap_or_default());
            let quotes = zeros(word ^ (ONES * 0x22));
            let backslashes = zeros(word ^ (ONES * 0x5c));
            let controls = word.wrapping_sub(ONES * 0x20) & !word;
            let found = (quotes | backslashes | controls) & HIGHS;
            if found != 0 {
                self.at += found.trailing_zeros() as usize / 8;
                return;
            }
            self.at += 8;
        }
        while self.byte() >= 0x20 && !matches!(self.byte(), b'"' | b'\\') {
            self.at += 1;
        }
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
                _ => return Err(self.wrong(SyntaxError::Control)),
            }
            let run = self.at;
            self.plain();
            text.push_str(&self.text[run..self.at]);
        }
    }

    /// Reads an escape from its backslash on.
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
            _ => return Err(self.wrong(SyntaxError::Escape)),
        };
        self.at += 1;
        Ok(short)
    }

    /// Makes a character of a unit, and of the escape behind it where that is a pair's second half.
    fn scalar(&mut self, start: usize, unit: u32) -> Result<char> {
        let lone = LexError { at: start, error: SyntaxError::Surrogate };
        let code = match unit {
            0xd800..=0xdbff => {
                if !self.rest().starts_with(b"\\u") {
                    return Err(if self.at == self.text.len() { self.wrong(SyntaxError::End) } else { lone });
                }
                self.at += 1;
                let low = self.unit()?;
                if !(0xdc00..=0xdfff).contains(&low) {
                    return Err(lone);
                }
                0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
            }
            _ => unit,
        };
        char::from_u32(code).ok_or(lone)
    }

    /// Reads `uXXXX`.
    fn unit(&mut self) -> Result<u32> {
        self.at += 1;
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = char::from(self.byte()).to_digit(16) else {
                return Err(self.wrong(SyntaxError::Escape));
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    /// Reads a number whose first byte was peeked.
    #[inline]
    pub(crate) fn number(&mut self) -> Result<Number<'a>> {
        let start = self.at;
        let negative = self.byte() == b'-';
        self.at += usize::from(negative);
        let first = self.at;
        let mut value = 0_i64;
        while let digit @ b'0'..=b'9' = self.byte() {
            value = value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
            self.at += 1;
        }
        let digits = self.at - first;
        let plain = !matches!(self.byte(), b'.' | b'e' | b'E') && digits <= 18;
        if plain && (digits == 1 || (digits > 1 && self.text.as_bytes()[first] != b'0')) {
            return Ok(Number::Integer(if negative { -value } else { value }));
        }
        self.unusual(start, first)
    }

    /// Reads a number with a fraction, with an exponent, or with more digits than an `i64` surely takes.
    #[cold]
    fn unusual(&mut self, start: usize, first: usize) -> Result<Number<'a>> {
        let leading_zero = self.text.as_bytes().get(first) == Some(&b'0') && self.at > first + 1;
        if leading_zero {
            return Err(LexError { at: first + 1, error: SyntaxError::Number });
        }
        if self.at == first {
            return Err(self.wrong(SyntaxError::Number));
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
        Ok(Number::String(self.since(start)))
    }

    fn digits(&mut self) -> Result<()> {
        let first = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        if self.at > first { Ok(()) } else { Err(self.wrong(SyntaxError::Number)) }
    }

    /// Steps over a value.
    pub(crate) fn skip(&mut self) -> Result<()> {
        match self.peek() {
            b'"' => self.skip_string(),
            b'{' => {
                self.enter()?;
                let mut first = true;
                while self.next_key(std::mem::take(&mut first))? {
                    self.skip_string()?;
                    self.colon()?;
                    self.skip()?;
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
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => Err(self.wrong(SyntaxError::Value)),
        }
    }
}

impl std::error::Error for SyntaxError {}

impl SyntaxError {
    /// Returns whether the vendor documents that this is an error; otherwise it is our choice.
    #[must_use]
    pub fn is_documented(self) -> bool {
        !matches!(self, Self::ByteOrderMark | Self::Depth)
    }
}
