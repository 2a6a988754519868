//! Help for syntax errors.

use super::character::is_invisible;
use super::syntax_error::{Encoding, SeveralLines, SyntaxError, Unclosed, UnexpectedToken};
use super::words::{LiteralWord, is_raw};

const QUOTES: &str = "JSON has double quotes (`\"`) around strings and names";
const SPACE: &str = "replace it with an ordinary space (U+0020), or remove it";
const SAVE_AS_UTF_8: &str =
    "save it as UTF-8: in an editor choose this encoding, in PowerShell 7 write it with `Set-Content -Encoding utf8`";
const DECOMPRESS: &str = "decompress it first; `curl --compressed` does so for a response";
const YAML: &str =
    "this is YAML, not JSON: convert it, or put the properties in `{` and `}`, and names and strings in double quotes";
const CSV: &str = "this is CSV, not JSON: write what its rows contain as properties and items";
const SETTINGS: &str = "these are settings in INI or TOML, not JSON: write each as a name in double quotes, `:` and its value, in `{` and `}`";
const CALL: &str = "a program printed this: write a number as it is, several values in `[` and `]`, properties in `{` and `}`, and a date \
     or text in double quotes";
const BRACE: &str = "replace it with `}`, or remove it";
const CONFLICT: &str =
    "keep what is right of both sides, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
const POWER_SHELL: &str = "this is how PowerShell displays an object: write it with `ConvertTo-Json -Depth 10`";
const NUMBER: &str =
    "a JSON number is decimal, without prefix, separators or unit; anything else is a string in double quotes";
const TIME: &str = "write a duration in seconds, and a time as a string in double quotes";

impl SyntaxError {
    /// Returns how to fix the error, if that is known.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match *self {
            Self::UnexpectedEof(unclosed) => Some(match unclosed {
                Some(unclosed) if unclosed.delimiter == '"' => "the input is cut off, or a quotation mark is missing",
                Some(unclosed) if unclosed.around.is_some() => "the input is cut off, or closing brackets are missing",
                Some(_) => "the input is cut off, or a closing bracket is missing",
                None => "the input is cut off",
            }),
            Self::ByteOrderMark => Some("save it as UTF-8 without a byte order mark (BOM)"),
            Self::OtherEncoding(Encoding::Gzip | Encoding::Zstandard | Encoding::Zip) => Some(DECOMPRESS),
            Self::OtherEncoding(_) | Self::InvalidUtf8(_) => Some(SAVE_AS_UTF_8),
            Self::ExpectedValue(token) => value(token),
            Self::ExpectedKey(token) => key(token),
            Self::ExpectedColon(token) => colon(token),
            Self::ExpectedCommaOrBracket(UnexpectedToken::Character(':')) => {
                Some("only objects have names: use `{` and `}` instead of `[` and `]`")
            }
            Self::ExpectedCommaOrBrace(UnexpectedToken::Number) => Some(NUMBER),
            Self::ExpectedCommaOrBrace(UnexpectedToken::Character(')')) => Some(BRACE),
            Self::ExpectedCommaOrBracket(UnexpectedToken::Character(')')) => Some("replace it with `]`, or remove it"),
            Self::ExpectedCommaOrBrace(token) | Self::ExpectedCommaOrBracket(token) => comma(token),
            Self::MismatchedBracket(Unclosed { delimiter: '{', .. }) => {
                Some("add the missing `}` before it, or replace it with `}`")
            }
            Self::MismatchedBracket(_) => Some("add the missing `]` before it, or replace it with `]`"),
            Self::TrailingCharacters(token) => trailing(token),
            Self::TrailingComma => Some("remove the comma"),
            Self::Comment(_) => Some("JSON has no comments: remove it"),
            Self::ConflictMarker => Some(CONFLICT),
            Self::LeadingZero => Some(
                "put digits such as those of a phone number in double quotes; in a number, remove the zero; write a duration in seconds",
            ),
            Self::InvalidNumber(token) => digit(token),
            Self::LineBreakInString(_) => {
                Some(r"a quotation mark is missing; otherwise remove the line break, or write it as `\n`")
            }
            Self::WrappedLines(_) => Some(
                "a terminal or mail program has wrapped them: copy the text from a wider window or from its file, or join the lines",
            ),
            Self::ControlCharacter(character) => Some(match character {
                '\t' => r"write it as `\t`",
                '\u{8}' => r"write it as `\b`",
                '\u{c}' => r"write it as `\f`",
                _ => r"write it as `\u` and its code point in four hexadecimal digits",
            }),
            Self::InvalidEscape(_) => Some(r"write each backslash of the string as `\\`"),
            Self::InvalidUnicodeEscape(_) => Some(r"write a backslash as `\\`, or complete the four digits"),
            Self::LoneSurrogate(_) => Some("write both halves, or the character itself"),
            Self::SeveralLines(lines) => Some(match lines {
                SeveralLines::Value => "in NDJSON, each value is on one line: `jq -c . FILE` writes all values so",
                SeveralLines::OnlyValue => {
                    "in NDJSON, each value is on one line: rename a file with one value to `.json`, or write it with `jq -c . FILE`"
                }
                SeveralLines::Array => {
                    "in NDJSON, each line is a value by itself, without brackets and commas around it: `jq -c '.[]' FILE` writes the items so"
                }
            }),
            Self::Empty | Self::RecursionLimit => None,
        }
    }
}

fn value(token: UnexpectedToken) -> Option<&'static str> {
    match token {
        UnexpectedToken::Character(',') => Some("remove the extra comma, or add the missing value"),
        UnexpectedToken::Character('}' | ']') => Some("add the missing value"),
        UnexpectedToken::Character('+') => Some("a JSON number has no plus sign; put a phone number in double quotes"),
        UnexpectedToken::Character('.') => Some("a JSON number begins with a digit, as in `0.5`"),
        UnexpectedToken::Character('(') => Some("an array has `[` and `]`; put strings in double quotes"),
        UnexpectedToken::Character(')') => Some("add the missing value; brackets of JSON are `{`, `}`, `[` and `]`"),
        UnexpectedToken::Character('<' | '@' | '*' | '%' | '=' | '/') => Some("put strings in double quotes"),
        UnexpectedToken::UnknownWord => {
            Some("put strings in double quotes; the words of JSON are `true`, `false` and `null`")
        }
        _ => any(token),
    }
}

fn key(token: UnexpectedToken) -> Option<&'static str> {
    match token {
        UnexpectedToken::Character(',') => Some("remove the extra comma"),
        UnexpectedToken::Character('{' | '[') => {
            Some("an array has `[` and `]` in place of `{` and `}`; otherwise add the name of the property")
        }
        UnexpectedToken::Character(')') => Some(BRACE),
        UnexpectedToken::Number => Some(
            "an array has `[` and `]`; put a name in double quotes; a JSON number has no thousands separators, and `.` as decimal point",
        ),
        UnexpectedToken::Word(word) if LiteralWord::placeholder(word).is_some() => any(token),
        UnexpectedToken::UnknownWord | UnexpectedToken::Word(_) => Some("put the name in double quotes"),
        _ => any(token),
    }
}

fn colon(token: UnexpectedToken) -> Option<&'static str> {
    match token {
        UnexpectedToken::Character(',' | '}') => {
            Some("add `:` and the value of the property; an array has `[` and `]`")
        }
        UnexpectedToken::Character('=' | ';') => Some("JSON has `:` between a name and a value"),
        token if token.is_value() => Some("add the missing `:`"),
        _ => any(token),
    }
}

fn comma(token: UnexpectedToken) -> Option<&'static str> {
    match token {
        UnexpectedToken::Character(';' | '.') => Some("JSON has commas between properties and items"),
        UnexpectedToken::Character('+') => Some("write one string or number: JSON does not calculate"),
        UnexpectedToken::Character('|') => Some("choose one of the values"),
        UnexpectedToken::UnknownWord => {
            Some("put strings and names in double quotes, and write a number without its unit")
        }
        token if token.is_value() => Some("add the missing comma before it"),
        _ => any(token),
    }
}

fn trailing(token: UnexpectedToken) -> Option<&'static str> {
    match token {
        token if token.is_value() => Some(
            "keep one value, or put each on a line of its own: this is NDJSON then, and each line is checked by itself",
        ),
        UnexpectedToken::Character('}' | ']') => {
            Some("remove the extra closing bracket, or add the missing opening one")
        }
        UnexpectedToken::Character(',' | ';') => Some("remove it, or the closing bracket before it"),
        UnexpectedToken::UnknownWord => None,
        UnexpectedToken::Character(':') => Some("put the properties in `{` and `}`"),
        _ => any(token),
    }
}

fn digit(token: UnexpectedToken) -> Option<&'static str> {
    match token {
        UnexpectedToken::Word(word) => LiteralWord::find(word)?.help,
        UnexpectedToken::NumberSuffix(_) => Some(NUMBER),
        _ => Some("a JSON number has digits before and after its decimal point, and in its exponent"),
    }
}

/// Returns the help for a token at any location.
fn any(token: UnexpectedToken) -> Option<&'static str> {
    match token {
        UnexpectedToken::Character(character) => match character {
            '\'' | '`' | '\u{b4}' | '\u{ab}' | '\u{bb}' | '\u{2018}'..='\u{201f}' | '\u{2039}' | '\u{203a}' => {
                Some(QUOTES)
            }
            '\\' => Some("this is JSON inside a string: remove the backslashes"),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Some("the minus sign of JSON is the hyphen (`-`)"),
            '\u{ff01}'..='\u{ff5e}' => Some("replace it with its ASCII character"),
            '\u{2026}' => LiteralWord::find("...")?.help,
            '>' => Some("remove it: in an e-mail, it marks each line that is quoted"),
            '\0' => Some("remove it"),
            ' ' => None,
            _ if is_invisible(character) => Some(SPACE),
            _ => None,
        },
        UnexpectedToken::NumberSuffix(':') => Some(TIME),
        UnexpectedToken::NumberSuffix(_) => Some(NUMBER),
        UnexpectedToken::Word(word) => LiteralWord::find(word)?.help,
        UnexpectedToken::Html => Some("this is HTML, not JSON: a web page, such as that of a proxy or of a login"),
        UnexpectedToken::Xml => Some("this is XML, not JSON"),
        UnexpectedToken::Yaml => Some(YAML),
        UnexpectedToken::Csv => Some(CSV),
        UnexpectedToken::Settings => Some(SETTINGS),
        UnexpectedToken::PowerShell => Some(POWER_SHELL),
        UnexpectedToken::HttpMessage => {
            Some("this is an HTTP message: save its body alone, which begins after the first empty line")
        }
        UnexpectedToken::Text => {
            Some("keep only the JSON: remove what is before and after it, and convert other formats")
        }
        UnexpectedToken::Call => Some(CALL),
        UnexpectedToken::Placeholder => Some("write the value that it stands for"),
        UnexpectedToken::CsvCell => {
            Some("the quotation marks are doubled: remove those around the whole, and write each `\"\"` as `\"`")
        }
        UnexpectedToken::CsvHeading => Some("remove the line: each line of NDJSON is a value"),
        UnexpectedToken::JsonInHtml => Some(
            "this is JSON inside of HTML, as in the source of a web page: remove the tags, and write `&quot;` as `\"` and `&nbsp;` as a space",
        ),
        UnexpectedToken::UnknownWord => Some("put strings and names in double quotes"),
        UnexpectedToken::StringPrefix(prefix) if is_raw(prefix) => {
            Some("remove the prefix, put the string in double quotes, and write each backslash in it as `\\\\`")
        }
        UnexpectedToken::StringPrefix(_) => Some("remove the prefix, and put the string in double quotes"),
        UnexpectedToken::StringSuffix => Some(r#"write quotation marks inside of a string as `\"`"#),
        UnexpectedToken::String | UnexpectedToken::Number => None,
    }
}
