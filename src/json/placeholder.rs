//! Placeholders: what people write in a template for the value that is to be put in its place.

use super::words::{is_word as is_letter, leading_word};

/// Longer texts are not placeholders.
const MAX: usize = 60;

/// What is around the name of a placeholder.
const BRACKETS: [(&str, &str); 7] =
    [("<%", "%>"), ("<", ">"), ("{{", "}}"), ("${", "}"), ("@@", "@@"), ("$(", ")"), ("%", "%")];

/// Words in the place of a value that is not there yet, in lower case.
const WORDS: [&str; 7] = ["todo", "tbd", "fixme", "xxx", "changeme", "placeholder", "your_value"];

/// Returns whether a whole string is certainly a placeholder: a name or a choice in `<` and `>`, `{{` and `}}`, or `${` and `}`.
pub(crate) fn is_whole(string: &str) -> bool {
    BRACKETS[..4].iter().any(|brackets| bracketed(string, *brackets) == Some(string.len()))
}

/// Returns whether a string in the place of another value is probably a placeholder.
pub(crate) fn is_word(string: &str) -> bool {
    let string = string.trim();
    let is_variable = string.strip_prefix('$').is_some_and(|name| name.len() > 1 && leading_word(name) == name);
    let is_word = WORDS.iter().any(|word| string.eq_ignore_ascii_case(word));
    let is_only =
        |mark: char| string.len() >= 3 && string.chars().all(|character| character.eq_ignore_ascii_case(&mark));
    is_variable || is_word || is_only('x') || is_only('?') || bracketed(string, ("%", "%")) == Some(string.len())
}

/// Returns the length of a placeholder without quotation marks at the start of a text, in the place of a value.
pub(super) fn length(text: &str) -> Option<usize> {
    let is_end = |len: &usize| {
        text[*len..].trim_start().starts_with([',', ';', '}', ']'])
            || text[*len..].trim_start_matches([' ', '\t', '\r']).starts_with('\n')
    };
    let in_brackets = BRACKETS.iter().find_map(|brackets| bracketed(text, *brackets)).filter(is_end);
    let word = || {
        let name = text.strip_prefix('$').unwrap_or(text);
        let len = text.len() - name.len() + leading_word(name).len();
        let len = if len == 0 { text.len() - text.trim_start_matches('?').len() } else { len };
        let is_variable = text.starts_with('$') && name.starts_with(|first: char| first.is_ascii_uppercase());
        let is_named = || name.len() == text.len() && is_word(&text[..len]);
        ((is_variable || is_named()) && !text[len..].starts_with(is_letter)).then_some(len)
    };
    in_brackets.or_else(word)
}

/// Returns whether there may be a string in JSON that is a placeholder.
pub(crate) fn may_be_in(json: &[u8]) -> bool {
    json.windows(2).any(|pair| matches!(pair, b"\"<" | b"\"{" | b"\"$"))
}

/// Returns the length of a name in brackets at the start of a text.
fn bracketed(text: &str, (open, close): (&str, &str)) -> Option<usize> {
    let inner = text.strip_prefix(open)?;
    let is_closed = |len: &usize| inner.as_bytes().get(*len..).is_some_and(|rest| rest.starts_with(close.as_bytes()));
    let len = (0..=MAX).find(is_closed)?;
    let name = inner[..len].trim_start_matches(if open == "<%" { ['=', '-'] } else { [' ', ' '] }).trim();
    // What a template calculates, or the value of a shell for a name that has none.
    let is_other = |character: char| match open {
        "${" => matches!(character, ':' | '?' | '=' | '+' | '"' | '\''),
        "{{" | "<%" => matches!(character, '(' | ')' | '"' | '\''),
        _ => false,
    };
    let is_name = |character: char| {
        character.is_alphanumeric() || matches!(character, ' ' | '_' | '-' | '|' | '.' | '/') || is_other(character)
    };
    (!name.is_empty()
        && (name.len() > 1 || open != "<")
        && name.starts_with(char::is_alphabetic)
        && name.chars().all(is_name))
    .then_some(open.len() + len + close.len())
}

#[cfg(test)]
mod tests {
    use super::{is_whole, is_word, length, may_be_in};

    #[test]
    fn a_placeholder_is_a_name_in_brackets_or_a_word() {
        for text in [
            "<extension>",
            "<true|false>",
            "{{ name }}",
            "${PIN}",
            "<phone number>",
            "${PIN:-0}",
            "{{ x | default(30) }}",
            "<%= x %>",
        ] {
            assert!(is_whole(text), "{text}");
            assert_eq!(length(&format!("{text}, 1")), Some(text.len()), "{text}");
            assert!(may_be_in(format!("[\"{text}\"]").as_bytes()), "{text}");
        }
        for text in
            ["", "<>", "<sip:8001@example.com>", "8001", "a<b>", "<b>", "<bc> d", "{}", "{1}", "<1>", "$8", "%5", "All"]
        {
            assert!(!is_whole(text) && !is_word(text), "{text}");
            assert_eq!(length(text), None, "{text}");
        }
        for text in ["@@X@@", "$(NAME)"] {
            assert_eq!(length(&format!("{text}}}")), Some(text.len()), "{text}");
        }
        for text in ["TODO", "tbd", "xxxx", "$NAME", "???", "%NAME%"] {
            assert!(is_word(text) && !is_whole(text), "{text}");
            assert_eq!(length(&format!("{text}}}")), Some(text.len()), "{text}");
        }
        for text in ["$name", "$true", "TODOs", "xx"] {
            assert_eq!(length(text), None, "{text}");
        }
    }
}
