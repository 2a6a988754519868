//! Diagnosis of a syntax error at an offset. It runs once, after parsing has failed.

use super::call;
use super::csv_cell;
use super::detection;
use super::document;
use super::html;
use super::ignored;
use super::inner_quotes;
use super::lex_error::{LexError, LocatedError};
use super::markup::is_html;
use super::placeholder;
use super::position::Positions;
use super::span::Span;
use super::syntax_error::{Encoding, OpenBrackets, SyntaxError, Unclosed, UnexpectedToken};
use super::words::{LiteralWord, is_word, leading_word, string_prefix};
use super::wrap::{CutScalar, cut, cut_scalar_around, goes_on};

const WHITESPACE: [char; 4] = [' ', '\n', '\r', '\t'];

/// What the grammar allows at an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ExpectedToken {
    Value,
    Key,
    Colon,
    CommaOrBrace,
    CommaOrBracket,
    End,
    Digit,
}

/// Returns the error at an offset, given what is expected there; the input before it is valid JSON.
#[cold]
pub(super) fn unexpected(text: &str, at: usize, expected: ExpectedToken) -> LexError {
    let encoding = detection::without_mark(text.as_bytes()).or_else(|| detection::compressed(text.as_bytes()));
    if let Some(encoding) = encoding {
        return LexError::new(0, 0, SyntaxError::OtherEncoding(encoding));
    }
    let rest = &text[at..];
    if rest.is_empty() {
        return end(text);
    }
    if expected == ExpectedToken::End
        && let Some((LocatedError { span, error }, _)) = csv_cell::read(text)
    {
        return LexError::new(span.at, span.len, error);
    }
    if html::may_be_at(text, at)
        && let Some((LocatedError { span, error }, _)) = html::read(text)
    {
        return LexError::new(span.at, span.len, error);
    }
    if let Some((start, token)) = document::of(text, at) {
        return LexError::new(start, 1, SyntaxError::ExpectedValue(token));
    }
    if is_text(text, at, expected) {
        let content = text.trim_start_matches('\u{feff}').trim_start_matches(WHITESPACE);
        let token = if document::is_csv(content) { UnexpectedToken::Csv } else { UnexpectedToken::Text };
        return LexError::new(text.len() - content.len(), 1, SyntaxError::ExpectedValue(token));
    }
    if let Some((error, len, _)) = ignored::at(text, at) {
        return LexError::new(at, len, error);
    }
    if let Some(comma) = trailing_comma(text, at, expected) {
        return LexError::new(comma, 1, SyntaxError::TrailingComma);
    }
    if let Some(unclosed) = mismatched_bracket(text, at, expected) {
        return LexError::new(at, 1, SyntaxError::MismatchedBracket(unclosed));
    }
    if let Some((start, CutScalar { first, cut, .. })) = cut_scalar_around(text, at) {
        return LexError::new(start + first, 1, SyntaxError::WrappedLines(cut.width));
    }
    if let Some(start) = word_before(text, at, expected) {
        let (token, len) = word(&text[start..], ExpectedToken::Value);
        return LexError::new(start, len, SyntaxError::ExpectedValue(token));
    }
    let LocatedError { span: Span { at, len }, error } = token_at(text, at, expected);
    LexError::new(at, len, error)
}

/// Returns whether a number and what is after it are a date or a time.
fn is_date(number: &str, rest: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit())
        && rest.starts_with(['-', '/', ':', '.'])
        && rest[1..].starts_with(|next: char| next.is_ascii_digit())
}

/// Returns whether an input begins with text that is not JSON: with several words, with the fence of a code block in
/// Markdown, with the prompt of Python, with a date or time, or with a line of CSV.
fn is_text(text: &str, at: usize, expected: ExpectedToken) -> bool {
    let before = text[..at].trim_start_matches('\u{feff}').trim_start_matches(WHITESPACE);
    let rest = &text[at..];
    match expected {
        ExpectedToken::Value => {
            if before.is_empty() && (rest.starts_with("```") || rest.starts_with(">>> ")) {
                return true;
            }
            let is_string = || string_prefix(text, at).is_some() && document::first_object(rest).is_none();
            let word = leading_word(rest);
            let line = rest[word.len()..].lines().next().unwrap_or_default().trim();
            let is_only_word = before.is_empty() && !word.is_empty() && LiteralWord::find(word).is_none();
            // The assignment of a program, rather than one of a file with settings.
            let is_assignment =
                line.strip_prefix('=').is_some_and(|value| value.trim_start().starts_with(['{', '[', '@', '\'']));
            is_only_word
                && !line.is_empty()
                && !is_string()
                && (is_assignment || !line.starts_with(['{', '[', '/', '#', '(', '=']))
        }
        ExpectedToken::End if document::is_csv(&text[text.len() - before.len() - rest.len()..]) => true,
        ExpectedToken::End => is_date(before, rest),
        // A date in brackets, as before the messages of a chat and in logs.
        _ => {
            let line = rest.lines().next().unwrap_or_default();
            let is_message =
                || line.split_once(']').is_some_and(|(_, text)| !text.trim_start_matches([',', ' ']).is_empty());
            before.strip_prefix('[').is_some_and(|number| is_date(number, rest))
                && is_message()
                && document::first_object(text).is_some()
        }
    }
}

/// Returns the error for an unexpected token.
pub(super) fn token_at(text: &str, at: usize, expected: ExpectedToken) -> LocatedError {
    let (token, len) = token(text, at, expected);
    let error = match expected {
        ExpectedToken::Value => SyntaxError::ExpectedValue(token),
        ExpectedToken::Key => SyntaxError::ExpectedKey(token),
        ExpectedToken::Colon => SyntaxError::ExpectedColon(token),
        ExpectedToken::CommaOrBrace => SyntaxError::ExpectedCommaOrBrace(token),
        ExpectedToken::CommaOrBracket => SyntaxError::ExpectedCommaOrBracket(token),
        ExpectedToken::End => SyntaxError::TrailingCharacters(token),
        ExpectedToken::Digit => SyntaxError::InvalidNumber(token),
    };
    LocatedError { span: Span { at, len }, error }
}

/// Returns the error where a JSON literal is expected, since its first letter is there.
#[cold]
pub(super) fn literal(text: &str, at: usize, literal: &str) -> LexError {
    if literal.starts_with(&text[at..]) { end(text) } else { unexpected(text, at, ExpectedToken::Value) }
}

/// Returns the error at a character that JSON does not allow in a string, or at the end of the input.
#[cold]
pub(super) fn in_string(text: &str, at: usize) -> LexError {
    if let Some(encoding) = detection::without_mark(text.as_bytes()) {
        return LexError::new(0, 0, SyntaxError::OtherEncoding(encoding));
    }
    if csv_cell::may_begin_before(text, at)
        && let Some((LocatedError { span, error }, _)) = csv_cell::read(text)
    {
        return LexError::new(span.at, span.len, error);
    }
    match (text[at..].chars().next(), unclosed(text, at)) {
        (None, _) => end(text),
        (Some('\n' | '\r'), Some(unclosed)) => LexError::new(at, 1, line_break(text, at, unclosed)),
        (Some(character), _) => LexError::new(at, character.len_utf8(), SyntaxError::ControlCharacter(character)),
    }
}

/// Returns the error of a line break in a string.
fn line_break(text: &str, at: usize, unclosed: Unclosed) -> SyntaxError {
    let start = usize::try_from(unclosed.offset).unwrap_or_default();
    let goes_on = |expected| goes_on(&text[start..], at - start, &['"'], expected);
    match cut(text, at) {
        Some(cut) if goes_on(ExpectedToken::Value) || goes_on(ExpectedToken::Key) => {
            SyntaxError::WrappedLines(cut.width)
        }
        _ => SyntaxError::LineBreakInString(unclosed),
    }
}

/// Returns the error of an escape that begins at an offset.
#[cold]
pub(super) fn escape(text: &str, at: usize) -> LexError {
    match text[at + 1..].chars().next() {
        Some(character) => LexError::new(at, 1 + character.len_utf8(), SyntaxError::InvalidEscape(character)),
        None => end(text),
    }
}

/// Returns the error where a hexadecimal digit of an escape is expected.
#[cold]
pub(super) fn hexadecimal_digit(text: &str, at: usize) -> LexError {
    match text[at..].chars().next() {
        Some(character) => LexError::new(at, character.len_utf8(), SyntaxError::InvalidUnicodeEscape(character)),
        None => end(text),
    }
}

/// Returns the error of an escape that is a lone surrogate.
#[cold]
pub(super) fn lone_surrogate(text: &str, at: usize, unit: u32) -> LexError {
    let len = r"\ud800".len();
    match u16::try_from(unit).unwrap_or_default() {
        0xd800..=0xdbff if at + len == text.len() => end(text),
        unit => LexError::new(at, len, SyntaxError::LoneSurrogate(unit)),
    }
}

#[cold]
pub(super) fn leading_zero(at: usize) -> LexError {
    LexError::new(at, 1, SyntaxError::LeadingZero)
}

#[cold]
pub(super) fn recursion_limit(at: usize) -> LexError {
    LexError::new(at, 1, SyntaxError::RecursionLimit)
}

/// Returns the error of an input that ends too early.
pub(super) fn end(text: &str) -> LexError {
    let content = text.trim_start_matches('\u{feff}');
    if content.trim_matches(WHITESPACE).is_empty() {
        return LexError::new(text.len() - content.len(), 0, SyntaxError::Empty);
    }
    let unclosed = unclosed_in(text, text.len()).map(|(unclosed, around)| {
        let around = around.into_iter().map(|(_, bracket)| bracket).filter(|_| unclosed.delimiter != '"');
        Unclosed { around: OpenBrackets::of(around), ..unclosed }
    });
    LexError::new(text.len(), 0, SyntaxError::UnexpectedEof(unclosed))
}

/// Returns the encoding of bytes that are valid UTF-8 up to an offset, or the invalid byte.
#[cold]
pub(super) fn not_utf_8(bytes: &[u8], valid: usize, invalid: Option<usize>) -> LexError {
    if let Some(encoding) = detection::with_mark(bytes) {
        return LexError::new(0, detection::mark_length(encoding), SyntaxError::OtherEncoding(encoding));
    }
    if let Some(encoding) = detection::compressed(bytes).or_else(|| detection::without_mark(bytes)) {
        return LexError::new(0, 0, SyntaxError::OtherEncoding(encoding));
    }
    let text = std::str::from_utf8(&bytes[..valid]).unwrap_or_default();
    if invalid.is_none()
        && let SyntaxError::UnexpectedEof(Some(unclosed)) = end(text).error
        && unclosed.delimiter == '"'
    {
        // The last character of a string is incomplete.
        return LexError::new(bytes.len(), 0, SyntaxError::UnexpectedEof(Some(unclosed)));
    }
    if detection::has_multi_byte_characters(bytes) {
        return LexError::new(valid, 1, SyntaxError::InvalidUtf8(bytes[valid]));
    }
    LexError::new(valid, 1, SyntaxError::OtherEncoding(Encoding::Windows1252))
}

/// Returns the innermost object, array or string that is unclosed before an offset.
fn unclosed(text: &str, end: usize) -> Option<Unclosed> {
    unclosed_in(text, end).map(|(unclosed, _)| unclosed)
}

/// Returns the same, and the offsets of the objects and arrays around it.
fn unclosed_in(text: &str, end: usize) -> Option<(Unclosed, Vec<(usize, char)>)> {
    let mut open = Vec::new();
    let mut string = None;
    let mut bytes = text.bytes().take(end).enumerate();
    while let Some((offset, byte)) = bytes.next() {
        match (string, byte) {
            (Some(_), b'\\') => drop(bytes.next()),
            (Some(_), b'"') => string = None,
            (None, b'"') => string = Some((offset, '"')),
            (None, b'{' | b'[') => open.push((offset, char::from(byte))),
            (None, b'}' | b']') => drop(open.pop()),
            _ => {}
        }
    }
    let (offset, delimiter) = string.or(open.pop())?;
    Some((unclosed_at(text, delimiter, offset), open))
}

/// Returns what begins at an offset and is not closed.
pub(super) fn unclosed_at(text: &str, delimiter: char, offset: usize) -> Unclosed {
    let position = Positions::up_to(offset, text.as_bytes()).of(offset);
    Unclosed { delimiter, offset: offset as u64, position, around: OpenBrackets::default() }
}

/// Returns the offset of the comma after which an array or object is closed.
fn trailing_comma(text: &str, at: usize, expected: ExpectedToken) -> Option<usize> {
    let closing = match expected {
        ExpectedToken::Key => b'}',
        ExpectedToken::Value => b']',
        _ => return None,
    };
    let before = text[..at].trim_end_matches(WHITESPACE);
    (text.as_bytes()[at] == closing && before.ends_with(',')).then(|| before.len() - 1)
}

/// Returns the array or object that is open at a mismatched closing bracket.
fn mismatched_bracket(text: &str, at: usize, expected: ExpectedToken) -> Option<Unclosed> {
    let delimiter = match (expected, text.as_bytes()[at]) {
        (ExpectedToken::CommaOrBrace | ExpectedToken::Key, b']') => '{',
        (ExpectedToken::CommaOrBracket | ExpectedToken::Value, b'}') => '[',
        _ => return None,
    };
    unclosed(text, at).filter(|unclosed| unclosed.delimiter == delimiter)
}

/// Returns the start of a word that was only partly read, as in `truee`.
fn word_before(text: &str, at: usize, expected: ExpectedToken) -> Option<usize> {
    let before = if expected == ExpectedToken::Digit { "" } else { &text[..at] };
    let letters = before.len() - before.trim_end_matches(|character: char| character.is_ascii_lowercase()).len();
    (letters > 0 && text[at..].starts_with(is_word)).then_some(at - letters)
}

/// Returns the token at an offset, and its length.
fn token(text: &str, at: usize, expected: ExpectedToken) -> (UnexpectedToken, usize) {
    let rest = &text[at..];
    let character = rest.chars().next().unwrap_or_default();
    let is_first = text[..at].trim_end().trim_end_matches('\u{feff}').is_empty();
    let single = |token: fn(char) -> UnexpectedToken| (token(character), character.len_utf8());
    let is_after_number =
        !matches!(expected, ExpectedToken::Digit) && text[..at].ends_with(|before: char| before.is_ascii_digit());
    let word_of_symbols = LiteralWord::placeholder(rest).or_else(|| LiteralWord::operator(rest));
    if let Some(word) = word_of_symbols.filter(|_| !is_after_number) {
        return (UnexpectedToken::Word(word.text), word.text.len());
    }
    if is_in_string(text, at, expected) {
        return (UnexpectedToken::StringSuffix, leading_word(rest).len().max(1));
    }
    if let Some(prefix) = string_prefix(text, at).filter(|_| !is_after_number) {
        return (UnexpectedToken::StringPrefix(prefix), prefix.len());
    }
    if expected == ExpectedToken::Value
        && !is_first
        && let Some(len) = placeholder::length(rest)
    {
        return (UnexpectedToken::Placeholder, len);
    }
    match character {
        '"' => (UnexpectedToken::String, 1),
        '<' if is_first => (markup(rest), 1),
        '.' | '%' | '/' | '+' | '-' | '*' | '\'' | '\u{2019}' if is_after_number => {
            single(UnexpectedToken::NumberSuffix)
        }
        ':' if is_after_number && rest[1..].starts_with(|next: char| next.is_ascii_digit()) => {
            single(UnexpectedToken::NumberSuffix)
        }
        _ if is_after_number && is_word(character) => single(UnexpectedToken::NumberSuffix),
        _ if expected == ExpectedToken::Digit => match LiteralWord::find(leading_word(rest)) {
            Some(word) => (UnexpectedToken::Word(word.text), word.text.len()),
            None => single(UnexpectedToken::Character),
        },
        '0'..='9' => (UnexpectedToken::Number, number_length(rest)),
        '-' if rest[1..].starts_with(|next: char| next.is_ascii_digit()) => {
            (UnexpectedToken::Number, number_length(rest))
        }
        _ if leading_word(rest).is_empty() => single(UnexpectedToken::Character),
        _ => word(rest, expected),
    }
}

/// Returns whether an offset is in a string that has quotation marks inside.
fn is_in_string(text: &str, at: usize, expected: ExpectedToken) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t']);
    let is_after_string = match expected {
        ExpectedToken::Value | ExpectedToken::Key | ExpectedToken::Digit => false,
        _ => before.ends_with('"'),
    };
    let inner = || inner_quotes::after(text, before.len(), expected == ExpectedToken::Colon);
    is_after_string && inner().is_some_and(|inner| inner.at == at)
}

/// Returns the word at the start of the input, and its length.
fn word(text: &str, expected: ExpectedToken) -> (UnexpectedToken, usize) {
    let word = leading_word(text);
    if expected == ExpectedToken::Value
        && let Some(len) = call::opening(text)
    {
        return (UnexpectedToken::Call, len);
    }
    (LiteralWord::find(word).map_or(UnexpectedToken::UnknownWord, |word| UnexpectedToken::Word(word.text)), word.len())
}

fn number_length(text: &str) -> usize {
    text.find(|character: char| !matches!(character, '0'..='9' | '+' | '-' | '.' | 'e' | 'E')).unwrap_or(text.len())
}

/// Returns the kind of document that begins with `<`.
fn markup(text: &str) -> UnexpectedToken {
    if is_html(text.as_bytes()) {
        UnexpectedToken::Html
    } else if text[1..].starts_with(|next: char| next.is_alphabetic() || matches!(next, '?' | '!')) {
        UnexpectedToken::Xml
    } else {
        UnexpectedToken::Character('<')
    }
}
