//! Literals of JSON, and the words that other languages use instead.

/// A known word.
pub(super) struct LiteralWord {
    pub(super) text: &'static str,
    /// Its JSON literal, if it has only one meaning.
    pub(super) recovered: Option<&'static str>,
    pub(super) help: Option<&'static str>,
}

const TRUE: Option<&str> = Some("in JSON, write `true`");
const FALSE: Option<&str> = Some("in JSON, write `false`");
const NULL: Option<&str> = Some("in JSON, write `null`");
const UNDEFINED: Option<&str> = Some("in JSON, write `null`, or omit the property");
const NOT_FINITE: Option<&str> = Some("JSON has no NaN and no infinity: write another value, or `null`");

const fn word(text: &'static str, recovered: Option<&'static str>, help: Option<&'static str>) -> LiteralWord {
    LiteralWord { text, recovered, help }
}

const YES: Option<&str> = Some("in JSON, write `true`, or a string in double quotes");
const NO: Option<&str> = Some("in JSON, write `false`, or a string in double quotes");

static WORDS: [LiteralWord; 73] = [
    word("true", None, None),
    word("false", None, None),
    word("null", None, None),
    word("True", Some("true"), TRUE),
    word("False", Some("false"), FALSE),
    word("None", Some("null"), NULL),
    word("undefined", Some("null"), UNDEFINED),
    word("TRUE", Some("true"), TRUE),
    word("FALSE", Some("false"), FALSE),
    word("NULL", Some("null"), NULL),
    word("Null", Some("null"), NULL),
    word("nil", Some("null"), NULL),
    word("$true", Some("true"), TRUE),
    word("$false", Some("false"), FALSE),
    word("$null", Some("null"), NULL),
    word("yes", Some("true"), YES),
    word("Yes", Some("true"), YES),
    word("YES", Some("true"), YES),
    word("on", Some("true"), YES),
    word("On", Some("true"), YES),
    word("ON", Some("true"), YES),
    word("no", Some("false"), NO),
    word("No", Some("false"), NO),
    word("NO", Some("false"), NO),
    word("off", Some("false"), NO),
    word("Off", Some("false"), NO),
    word("OFF", Some("false"), NO),
    // German, French, Spanish and Italian.
    word("wahr", Some("true"), TRUE),
    word("Wahr", Some("true"), TRUE),
    word("WAHR", Some("true"), TRUE),
    word("vrai", Some("true"), TRUE),
    word("Vrai", Some("true"), TRUE),
    word("VRAI", Some("true"), TRUE),
    word("verdadero", Some("true"), TRUE),
    word("Verdadero", Some("true"), TRUE),
    word("VERDADERO", Some("true"), TRUE),
    word("vero", Some("true"), TRUE),
    word("Vero", Some("true"), TRUE),
    word("VERO", Some("true"), TRUE),
    word("falsch", Some("false"), FALSE),
    word("Falsch", Some("false"), FALSE),
    word("FALSCH", Some("false"), FALSE),
    word("faux", Some("false"), FALSE),
    word("Faux", Some("false"), FALSE),
    word("FAUX", Some("false"), FALSE),
    word("falso", Some("false"), FALSE),
    word("Falso", Some("false"), FALSE),
    word("FALSO", Some("false"), FALSE),
    word("ja", Some("true"), YES),
    word("Ja", Some("true"), YES),
    word("JA", Some("true"), YES),
    word("oui", Some("true"), YES),
    word("Oui", Some("true"), YES),
    word("OUI", Some("true"), YES),
    word("si", Some("true"), YES),
    word("Si", Some("true"), YES),
    word("SI", Some("true"), YES),
    word("sì", Some("true"), YES),
    word("Sì", Some("true"), YES),
    word("SÌ", Some("true"), YES),
    word("sí", Some("true"), YES),
    word("Sí", Some("true"), YES),
    word("SÍ", Some("true"), YES),
    word("nein", Some("false"), NO),
    word("Nein", Some("false"), NO),
    word("NEIN", Some("false"), NO),
    word("non", Some("false"), NO),
    word("Non", Some("false"), NO),
    word("NON", Some("false"), NO),
    word("NaN", None, NOT_FINITE),
    word("nan", None, NOT_FINITE),
    word("Infinity", None, NOT_FINITE),
    word("inf", None, NOT_FINITE),
];

const FILL_IN: Option<&str> = Some("write what it stands for, or remove it");

/// What stands for a value that is left out or that a spreadsheet does not have.
static PLACEHOLDERS: [LiteralWord; 10] = [
    word("...", None, FILL_IN),
    word("N/A", None, UNDEFINED),
    word("n/a", None, UNDEFINED),
    word("#N/A", None, UNDEFINED),
    word("#NULL!", None, UNDEFINED),
    word("#DIV/0!", None, UNDEFINED),
    word("#VALUE!", None, UNDEFINED),
    word("#REF!", None, UNDEFINED),
    word("#NAME?", None, UNDEFINED),
    word("#NUM!", None, UNDEFINED),
];

/// What other languages write for a value, or for its beginning.
static OPERATORS: [LiteralWord; 4] = [
    word("!0", Some("true"), TRUE),
    word("!1", Some("false"), FALSE),
    word("@{", None, Some("this is a hash table of PowerShell: remove the `@`")),
    word("@(", None, Some("this is an array of PowerShell: in JSON, write `[` and `]`")),
];

/// What other languages write before a string.
static STRING_PREFIXES: [&str; 22] = [
    "u", "U", "b", "B", "r", "R", "f", "F", "br", "bR", "Br", "BR", "rb", "rB", "Rb", "RB", "fr", "rf", "u8", "N", "@",
    "$",
];

impl LiteralWord {
    /// Returns the operator at the start, with its operand.
    pub(super) fn operator(text: &str) -> Option<&'static Self> {
        let is_end = |after: &str| !after.starts_with(|next: char| is_word(next) || next == '.');
        OPERATORS
            .iter()
            .find(|word| text.strip_prefix(word.text).is_some_and(|after| word.recovered.is_none() || is_end(after)))
    }

    /// Returns the placeholder at the start.
    pub(super) fn placeholder(text: &str) -> Option<&'static Self> {
        let is_end = |after: &str| !after.starts_with(|next: char| is_word(next) || next == '.');
        PLACEHOLDERS.iter().find(|word| text.strip_prefix(word.text).is_some_and(is_end))
    }

    /// Returns the known word with this text.
    pub(super) fn find(text: &str) -> Option<&'static Self> {
        WORDS.iter().chain(&PLACEHOLDERS).chain(&OPERATORS).find(|word| word.text == text)
    }
}

/// Returns whether backslashes have no meaning in a string with a prefix.
pub(super) fn is_raw(prefix: &str) -> bool {
    prefix.contains(['r', 'R', '@'])
}

/// Returns the prefix of a string at an offset, which is not directly after a string.
pub(super) fn string_prefix(text: &str, at: usize) -> Option<&'static str> {
    let (before, rest) = text.split_at(at);
    let is_string = |prefix: &&str| rest.strip_prefix(*prefix).is_some_and(|string| string.starts_with(['"', '\'']));
    STRING_PREFIXES.iter().copied().find(is_string).filter(|_| !before.ends_with(['"', '\'']))
}

/// Returns the word at the start: letters, digits, `_` and `$`, not starting with a digit. It may be empty.
pub(super) fn leading_word(text: &str) -> &str {
    if text.starts_with(|character: char| character.is_numeric()) {
        return "";
    }
    let end = text.find(|character| !is_word(character)).unwrap_or(text.len());
    &text[..end]
}

/// Returns whether a character can be part of a word.
pub(super) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::{WORDS, leading_word};

    #[test]
    fn a_known_word_is_one_word_and_known_once() {
        for word in &WORDS {
            assert_eq!(leading_word(word.text), word.text);
            assert_eq!(WORDS.iter().filter(|other| other.text == word.text).count(), 1, "{}", word.text);
        }
    }

    #[test]
    fn a_word_ends_before_what_no_name_has() {
        for (text, word) in
            [("", ""), ("True,", "True"), ("a_1$-b", "a_1$"), ("$x", "$x"), ("éa b", "éa"), ("1a", ""), ("\"a", "")]
        {
            assert_eq!(leading_word(text), word);
        }
    }
}
