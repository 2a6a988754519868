//! JSON inside of a string.

use super::span::Span;

/// Returns a text whose JSON is that in a string literal, at the same offsets: what is not in it is replaced by spaces. `None` if
/// the string has escapes whose meaning is not as long.
pub(crate) fn of_string(text: &str, literal: Span) -> Option<String> {
    let inner = text[literal.at..literal.at + literal.len].strip_prefix('"')?.strip_suffix('"')?;
    let mut json = " ".repeat(literal.at + 1);
    let mut rest = inner;
    let mut is_in_string = false;
    while let Some(escape) = rest.find('\\') {
        json.push_str(&rest[..escape]);
        json.push_str(match rest.as_bytes().get(escape + 1)? {
            b'"' => {
                is_in_string = !is_in_string;
                if is_in_string { " \"" } else { "\" " }
            }
            b'n' | b'r' | b't' if !is_in_string => "  ",
            _ => return None,
        });
        rest = &rest[escape + 2..];
    }
    json.push_str(rest);
    Some(json)
}

#[cfg(test)]
mod tests {
    use super::{Span, of_string};

    #[test]
    fn json_in_a_string_is_read_where_it_is() {
        for (text, expected) in [
            (r#"    "{\"b\": \"c\"}"}"#, Some(r#"     { "b" :  "c" }"#)),
            (r#"    "[1,\n\t2]"}"#, Some("     [1,    2]")),
            (r#"    "{\"b\n\": 1}"}"#, None),
            (r#"    "{\"b\\n\": 1}"}"#, None),
            (r#"    "\u007b}"}"#, None),
        ] {
            assert_eq!(of_string(text, Span { at: 4, len: text.len() - 5 }).as_deref(), expected, "{text}");
        }
    }
}
