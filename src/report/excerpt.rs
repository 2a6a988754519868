//! Values as JSON, truncated if they are too long to be shown.

use crate::json::write::string;

/// The maximum number of characters of a value that are shown.
const MAX: usize = 200;

/// Returns the JSON value at the start of a text, without white space between its tokens, truncated to 200 characters.
pub(super) fn of_text(text: &[u8]) -> Option<String> {
    // UTF-16.
    if text.iter().take(4).any(|byte| *byte == 0) {
        return None;
    }
    // The maximum number of bytes of 200 characters, not counting white space between tokens.
    let mut excerpt = Vec::new();
    let (mut depth, mut is_string, mut is_escaped) = (0_usize, false, false);
    for &byte in text {
        if excerpt.len() > 4 * MAX {
            break;
        }
        if is_string {
            excerpt.push(byte);
            is_string = byte != b'"' || is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
        } else {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' if depth == 0 && !excerpt.is_empty() => break,
                b' ' | b'\t' | b'\r' | b'\n' => continue,
                b'}' | b']' | b',' | b':' if depth == 0 => break,
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                b'"' => is_string = true,
                _ => {}
            }
            excerpt.push(byte);
        }
        if depth == 0 && !is_string && matches!(byte, b'"' | b'}' | b']') {
            break;
        }
    }
    let end = excerpt.len();
    let valid = std::str::from_utf8(&excerpt)
        .unwrap_or_else(|error| std::str::from_utf8(&excerpt[..error.valid_up_to().min(end)]).unwrap_or_default());
    (!valid.is_empty()).then(|| cut(valid))
}

/// Returns a string as JSON, truncated to 200 characters.
pub(super) fn of_string(text: &str) -> String {
    let end = text.char_indices().nth(MAX).map_or(text.len(), |(end, _)| end);
    cut(&string(&text[..end]))
}

/// Truncates JSON to 200 characters.
pub(super) fn cut(json: &str) -> String {
    match json.char_indices().nth(MAX) {
        None => json.to_owned(),
        Some((end, _)) => format!("{}…", &json[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::of_text;

    #[test]
    fn a_value_is_compact_and_ends_where_it_ends() {
        for (text, value) in [
            (r#""a\"b, c": 1"#, r#""a\"b, c""#),
            (" 12, 3", "12"),
            ("true}", "true"),
            ("[1, {\"a b\" : \"c d\"} ] , 5", r#"[1,{"a b":"c d"}]"#),
            ("-1.5e3\n", "-1.5e3"),
        ] {
            assert_eq!(of_text(text.as_bytes()).as_deref(), Some(value));
        }
        assert_eq!(of_text(b"  "), None);
        assert_eq!(of_text(b"{\0}\0"), None);
    }

    #[test]
    fn a_long_value_is_cut_after_200_characters() {
        for long in [format!("\"{}\"", "é".repeat(1000)), format!("[{}1]", "1 , ".repeat(1000))] {
            let value = of_text(long.as_bytes()).unwrap();
            assert_eq!((value.chars().count(), value.chars().last()), (201, Some('…')));
        }
        let short = format!("\"{}\"", "é".repeat(198));
        assert_eq!(of_text(short.as_bytes()), Some(short));
    }
}
