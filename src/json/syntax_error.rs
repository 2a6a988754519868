use super::character::CharacterName;
use super::position::Position;
use std::fmt;

/// The reason why an input is not JSON (RFC 8259): what was expected and what was found.
///
/// It is plain data and contains at most one character, or a well-known word, of the input. [`Display`](fmt::Display)
/// writes `expected ..., found ...`; [`help`](Self::help) returns how to fix it.
///
/// ```
/// use icws_schema::report::{SyntaxError, UnexpectedToken};
///
/// let error = SyntaxError::ExpectedValue(UnexpectedToken::Word("True"));
/// assert_eq!(error.to_string(), "expected a JSON value, found `True`");
/// assert_eq!(error.help(), Some("in JSON, write `true`"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SyntaxError {
    /// The input is empty or only white space.
    Empty,
    /// The input ends too early: inside an unclosed value or, if that is `None`, in a number or word at the top level.
    UnexpectedEof(Option<Unclosed>),
    /// A byte order mark before the value. Parsing continues after it.
    ByteOrderMark,
    /// The input has an encoding other than UTF-8.
    OtherEncoding(Encoding),
    /// A byte that is invalid in UTF-8.
    InvalidUtf8(u8),
    /// An unexpected token where a value is expected.
    ExpectedValue(UnexpectedToken),
    /// An unexpected token where the name of a property is expected.
    ExpectedKey(UnexpectedToken),
    /// An unexpected token where the `:` between name and value is expected.
    ExpectedColon(UnexpectedToken),
    /// Neither `,` nor `}` after a property.
    ExpectedCommaOrBrace(UnexpectedToken),
    /// Neither `,` nor `]` after an item of an array.
    ExpectedCommaOrBracket(UnexpectedToken),
    /// A `]` in an open object, or a `}` in an open array.
    MismatchedBracket(Unclosed),
    /// A token after the value.
    TrailingCharacters(UnexpectedToken),
    /// A comma after the last item of an array or the last property of an object.
    TrailingComma,
    /// A comment.
    Comment(Comment),
    /// A line that Git writes where two versions of a file differ.
    ConflictMarker,
    /// A number with a leading zero.
    LeadingZero,
    /// An unexpected token where a digit of a number is expected.
    InvalidNumber(UnexpectedToken),
    /// A string that is not closed on its line.
    LineBreakInString(Unclosed),
    /// Lines that a terminal has wrapped in the middle of strings, names, numbers or words: their length in characters.
    WrappedLines(usize),
    /// An unescaped control character in a string.
    ControlCharacter(char),
    /// A backslash before a character that does not begin an escape.
    InvalidEscape(char),
    /// A character other than a hexadecimal digit among the four digits after `\u`.
    InvalidUnicodeEscape(char),
    /// A lone surrogate in an escape.
    LoneSurrogate(u16),
    /// Arrays and objects nested more than 127 deep.
    RecursionLimit,
    /// A value of NDJSON that goes over several lines. It is read as if it were on one.
    SeveralLines(SeveralLines),
}

/// The unexpected token.
///
/// ```
/// use icws_schema::report::UnexpectedToken;
///
/// assert_eq!(UnexpectedToken::Character('\u{a0}').to_string(), "a no-break space (U+00A0)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnexpectedToken {
    /// A character that does not begin a value, or a bracket.
    Character(char),
    /// A string.
    String,
    /// A number.
    Number,
    /// A character immediately after a number.
    NumberSuffix(char),
    /// What other languages write before a string, such as `u`.
    StringPrefix(&'static str),
    /// Text after a quotation mark that is inside of a string and not escaped.
    StringSuffix,
    /// A JSON literal where it is not allowed, or a word that other languages use for one.
    Word(&'static str),
    /// The call of a constructor, as Python and other languages print some values.
    Call,
    /// A placeholder, such as `<extension>`, for a value that is to be written in its place.
    Placeholder,
    /// A cell of CSV, whose quotation marks are doubled.
    CsvCell,
    /// The heading of a CSV file, whose other lines are values.
    CsvHeading,
    /// JSON with the tags and character references of HTML.
    JsonInHtml,
    /// Any other unquoted word.
    UnknownWord,
    /// An HTML document.
    Html,
    /// Another document with tags, usually XML.
    Xml,
    /// A YAML document.
    Yaml,
    /// Rows of CSV, or of another table with separators.
    Csv,
    /// Settings in INI or TOML.
    Settings,
    /// An object or a table as PowerShell displays it.
    PowerShell,
    /// An HTTP message: a request or response line, or header fields.
    HttpMessage,
    /// Other text, such as a line of a log, a command or an e-mail.
    Text,
}

/// What goes over several lines of NDJSON.
///
/// ```
/// use icws_schema::report::{SeveralLines, SyntaxError};
///
/// let error = SyntaxError::SeveralLines(SeveralLines::Value);
/// assert_eq!(error.to_string(), "expected each value on one line, found one over several lines");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SeveralLines {
    /// A value among others.
    Value,
    /// The only value of the file.
    OnlyValue,
    /// An array around the values.
    Array,
}

/// The kind of a comment.
///
/// ```
/// use icws_schema::report::{Comment, SyntaxError};
///
/// let error = SyntaxError::Comment(Comment::Line);
/// assert_eq!(error.to_string(), "expected JSON without comments, found a comment (`//`)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Comment {
    /// `//` to the end of the line.
    Line,
    /// `/*` to `*/`.
    Block,
    /// `#` to the end of the line.
    Hash,
}

/// An encoding that is not UTF-8, or binary data.
///
/// ```
/// use icws_schema::report::{Encoding, SyntaxError};
///
/// let error = SyntaxError::OtherEncoding(Encoding::Utf16Le);
/// assert_eq!(error.to_string(), "expected UTF-8, found UTF-16 (little endian)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-16, little-endian: what Windows calls Unicode.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// UTF-32, little-endian.
    Utf32Le,
    /// UTF-32, big-endian.
    Utf32Be,
    /// Data compressed with gzip.
    Gzip,
    /// Data compressed with Zstandard.
    Zstandard,
    /// A ZIP archive, which includes Office documents.
    Zip,
    /// Windows-1252 (ANSI) or Latin-1 (ISO 8859-1), which agree on most characters.
    Windows1252,
}

impl Encoding {
    /// Returns whether it is an encoding of Unicode.
    fn is_unicode(self) -> bool {
        match self {
            Self::Utf16Le | Self::Utf16Be | Self::Utf32Le | Self::Utf32Be => true,
            Self::Gzip | Self::Zstandard | Self::Zip | Self::Windows1252 => false,
        }
    }
}

/// An unclosed object, array or string.
///
/// ```
/// use icws_schema::{body::FollowMe, report::ProblemKind};
///
/// let error = icws_schema::from_str::<FollowMe>(r#"{"timeout": 15"#).unwrap_err();
/// let ProblemKind::Syntax(syntax) = error.report().problems()[0].kind() else { panic!() };
/// let unclosed = syntax.unclosed().unwrap();
/// assert_eq!((unclosed.delimiter, unclosed.offset), ('{', 0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Unclosed {
    /// Its first character: `{`, `[` or `"`.
    pub delimiter: char,
    /// The byte offset of its start.
    pub offset: u64,
    /// The line and column of its start.
    pub position: Position,
    /// The brackets around it that are not closed.
    pub(crate) around: OpenBrackets,
}

/// A few brackets that are not closed: after a leading 1, a bit for each, from the outermost one, that is set for objects. It is 0 if
/// there are none or too many, and small because errors are copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct OpenBrackets(u32);

impl OpenBrackets {
    /// Returns brackets in the order of the text.
    pub(crate) fn of(brackets: impl IntoIterator<Item = char>) -> Self {
        let bits = brackets.into_iter().try_fold(1_u32, |bits, bracket| {
            (bits.leading_zeros() > 0).then_some(bits << 1 | u32::from(bracket == '{'))
        });
        Self(bits.filter(|bits| *bits > 1).unwrap_or_default())
    }

    /// Returns whether there are some, and not too many.
    pub(crate) fn is_some(self) -> bool {
        self.0 > 0
    }

    /// Returns what closes them, in order; `None` if there are none, or too many.
    fn closing(self) -> Option<String> {
        let close = |index| if self.0 >> index & 1 == 1 { '}' } else { ']' };
        self.is_some().then(|| (0..self.0.ilog2()).map(close).collect())
    }
}

impl SyntaxError {
    /// Returns what was expected.
    #[must_use]
    pub fn expected(&self) -> impl fmt::Display + use<> {
        ExpectedMessage(*self)
    }

    /// Returns what was found.
    #[must_use]
    pub fn found(&self) -> impl fmt::Display + use<> {
        FoundText(*self)
    }

    /// Returns whether the input is a whole document in another format, or none.
    pub(crate) fn is_other_document(self) -> bool {
        match self {
            Self::Empty => true,
            Self::ExpectedValue(token) => token.is_format(),
            _ => false,
        }
    }

    /// Returns whether nothing comes after it, or nothing that can be read.
    pub(crate) fn is_at_end(self) -> bool {
        self.is_other_document() || matches!(self, Self::UnexpectedEof(_) | Self::OtherEncoding(_))
    }

    /// Returns whether a public source states that this is an error: the vendor's help says that JSON is as in RFC 4627. That has
    /// other Unicode encodings, lone surrogates in escapes and any depth; that these are errors is our choice.
    ///
    /// ```
    /// use icws_schema::report::{Comment, SyntaxError};
    ///
    /// assert!(SyntaxError::Comment(Comment::Line).is_documented());
    /// assert!(!SyntaxError::LoneSurrogate(0xd800).is_documented());
    /// ```
    #[must_use]
    pub fn is_documented(&self) -> bool {
        match self {
            Self::OtherEncoding(encoding) => !encoding.is_unicode(),
            Self::ByteOrderMark | Self::LoneSurrogate(_) | Self::RecursionLimit | Self::SeveralLines(_) => false,
            _ => true,
        }
    }

    /// Returns the error in a larger text, given a function that converts offsets and positions.
    pub(crate) fn moved(self, place: impl Fn(u64, Position) -> (u64, Position)) -> Self {
        let moved = |unclosed: Unclosed| {
            let (offset, position) = place(unclosed.offset, unclosed.position);
            Unclosed { offset, position, ..unclosed }
        };
        match self {
            Self::UnexpectedEof(Some(unclosed)) => Self::UnexpectedEof(Some(moved(unclosed))),
            Self::MismatchedBracket(unclosed) => Self::MismatchedBracket(moved(unclosed)),
            Self::LineBreakInString(unclosed) => Self::LineBreakInString(moved(unclosed)),
            other => other,
        }
    }

    /// Returns the unclosed object, array or string, if that is the error.
    #[must_use]
    pub fn unclosed(&self) -> Option<Unclosed> {
        match *self {
            Self::UnexpectedEof(unclosed) => unclosed,
            Self::MismatchedBracket(unclosed) | Self::LineBreakInString(unclosed) => Some(unclosed),
            _ => None,
        }
    }
}

impl std::error::Error for SyntaxError {}

/// Writes `expected ..., found ...`.
impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found {}", self.expected(), self.found())
    }
}

struct ExpectedMessage(SyntaxError);

impl fmt::Display for ExpectedMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            SyntaxError::Empty | SyntaxError::ExpectedValue(_) => "a JSON value",
            SyntaxError::UnexpectedEof(None) => "the rest of the value",
            SyntaxError::UnexpectedEof(Some(unclosed))
            | SyntaxError::MismatchedBracket(unclosed)
            | SyntaxError::LineBreakInString(unclosed) => return unclosed.fmt_closing(f),
            SyntaxError::ByteOrderMark => "JSON without a byte order mark",
            SyntaxError::OtherEncoding(_) | SyntaxError::InvalidUtf8(_) => "UTF-8",
            SyntaxError::ExpectedKey(_) => "a property name in double quotes",
            SyntaxError::ExpectedColon(_) => "`:`",
            SyntaxError::ExpectedCommaOrBrace(_) => "`,` or `}`",
            SyntaxError::ExpectedCommaOrBracket(_) => "`,` or `]`",
            SyntaxError::TrailingCharacters(_) => "the end of the input",
            SyntaxError::TrailingComma => "a closing bracket",
            SyntaxError::Comment(_) => "JSON without comments",
            SyntaxError::ConflictMarker => "JSON without merge conflicts",
            SyntaxError::LeadingZero => "a number without leading zeros",
            SyntaxError::InvalidNumber(_) => "a digit",
            SyntaxError::WrappedLines(_) => "JSON with line breaks only between values",
            SyntaxError::ControlCharacter(_) => "an escaped control character",
            SyntaxError::InvalidEscape(_) => "a JSON escape",
            SyntaxError::InvalidUnicodeEscape(_) => r"four hexadecimal digits after `\u`",
            SyntaxError::LoneSurrogate(_) => "a surrogate pair",
            SyntaxError::RecursionLimit => "a nesting depth of at most 127",
            SyntaxError::SeveralLines(_) => "each value on one line",
        })
    }
}

struct FoundText(SyntaxError);

impl fmt::Display for FoundText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            SyntaxError::Empty => f.write_str("empty input"),
            SyntaxError::UnexpectedEof(_) => f.write_str("the end of the input"),
            SyntaxError::ByteOrderMark => CharacterName('\u{feff}').fmt(f),
            SyntaxError::OtherEncoding(encoding) => encoding.fmt(f),
            SyntaxError::InvalidUtf8(byte) => write!(f, "the byte 0x{byte:02X}"),
            SyntaxError::ExpectedKey(UnexpectedToken::UnknownWord) => f.write_str("a name without quotes"),
            SyntaxError::TrailingCharacters(token) if token.is_value() => f.write_str("another JSON value"),
            SyntaxError::ExpectedValue(token)
            | SyntaxError::ExpectedKey(token)
            | SyntaxError::ExpectedColon(token)
            | SyntaxError::ExpectedCommaOrBrace(token)
            | SyntaxError::ExpectedCommaOrBracket(token)
            | SyntaxError::TrailingCharacters(token)
            | SyntaxError::InvalidNumber(token) => token.fmt(f),
            SyntaxError::MismatchedBracket(unclosed) => {
                f.write_str(if unclosed.delimiter == '[' { "`}`" } else { "`]`" })
            }
            SyntaxError::TrailingComma => f.write_str("a trailing comma"),
            SyntaxError::Comment(comment) => write!(f, "a comment ({comment})"),
            SyntaxError::ConflictMarker => f.write_str("a conflict marker of Git"),
            SyntaxError::LeadingZero => f.write_str("a leading zero"),
            SyntaxError::LineBreakInString(_) => f.write_str("the end of the line"),
            SyntaxError::WrappedLines(length) => write!(f, "lines that are cut after {length} characters"),
            SyntaxError::ControlCharacter(character) | SyntaxError::InvalidUnicodeEscape(character) => {
                CharacterName(character).fmt(f)
            }
            SyntaxError::InvalidEscape(character) if character.is_ascii_graphic() => write!(f, r"`\{character}`"),
            SyntaxError::InvalidEscape(character) => write!(f, r"`\` before {}", CharacterName(character)),
            SyntaxError::LoneSurrogate(unit) => write!(f, "half of one (U+{unit:04X})"),
            SyntaxError::RecursionLimit => f.write_str("128"),
            SyntaxError::SeveralLines(SeveralLines::Array) => f.write_str("an array around the values"),
            SyntaxError::SeveralLines(SeveralLines::Value | SeveralLines::OnlyValue) => {
                f.write_str("one over several lines")
            }
        }
    }
}

impl UnexpectedToken {
    /// Returns whether the token is a whole document in another format.
    pub(crate) fn is_format(self) -> bool {
        matches!(self, Self::Html | Self::Xml | Self::Yaml | Self::Csv | Self::Settings | Self::PowerShell)
    }

    /// Returns whether the token begins a JSON value.
    pub(crate) fn is_value(self) -> bool {
        matches!(
            self,
            Self::String
                | Self::Number
                | Self::Character('{' | '[')
                | Self::StringPrefix(_)
                | Self::Word("true" | "false" | "null" | "@{" | "@(")
        )
    }
}

impl fmt::Display for UnexpectedToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Character(character) => CharacterName(character).fmt(f),
            Self::String => f.write_str("a string"),
            Self::Number => f.write_str("a number"),
            Self::NumberSuffix(character) => write!(f, "{} after a number", CharacterName(character)),
            Self::StringPrefix(prefix) => write!(f, "`{prefix}` before a string"),
            Self::StringSuffix => f.write_str("text after a closing quotation mark"),
            Self::Word(word) => write!(f, "`{word}`"),
            Self::Call => f.write_str("the call of a constructor"),
            Self::Placeholder => f.write_str("a placeholder"),
            Self::CsvCell => f.write_str("a cell of CSV"),
            Self::CsvHeading => f.write_str("the heading of a CSV file"),
            Self::JsonInHtml => f.write_str("JSON inside of HTML"),
            Self::UnknownWord => f.write_str("a word without quotes"),
            Self::Html => f.write_str("HTML"),
            Self::Xml => f.write_str("XML"),
            Self::Yaml => f.write_str("YAML"),
            Self::Csv => f.write_str("CSV"),
            Self::Settings => f.write_str("INI or TOML"),
            Self::PowerShell => f.write_str("the output of PowerShell"),
            Self::HttpMessage => f.write_str("an HTTP message"),
            Self::Text => f.write_str("text that is not JSON"),
        }
    }
}

impl fmt::Display for Comment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Line => "`//`",
            Self::Block => "`/*`",
            Self::Hash => "`#`",
        })
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf16Le => "UTF-16 (little endian)",
            Self::Utf16Be => "UTF-16 (big endian)",
            Self::Utf32Le => "UTF-32 (little endian)",
            Self::Utf32Be => "UTF-32 (big endian)",
            Self::Gzip => "compressed data (gzip)",
            Self::Zstandard => "compressed data (Zstandard)",
            Self::Zip => "a ZIP archive",
            Self::Windows1252 => "Windows-1252 or Latin-1",
        })
    }
}

impl Unclosed {
    /// Writes the closing character.
    fn fmt_closing(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { delimiter, position, .. } = &self;
        if let Some(others) = self.around.closing() {
            let (own, count) = (if *delimiter == '{' { '}' } else { ']' }, others.len());
            let brackets = if count == 1 { "bracket" } else { "brackets" };
            return write!(f, "`{own}{others}` for the `{delimiter}` at {position} and {count} {brackets} around it");
        }
        match delimiter {
            '{' => write!(f, "`}}` for the `{{` at {position}"),
            '[' => write!(f, "`]` for the `[` at {position}"),
            _ => write!(f, "the closing `\"` of the string at {position}"),
        }
    }
}
