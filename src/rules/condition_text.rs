//! The condition that is meant by text such as `callForwardAll.actualValue <> 1`.

use super::path::PropertyPath;
use crate::json::escape::Escaped;
use crate::json::write::string;

/// Longer texts, in bytes, are not read.
const MAX_LENGTH: usize = 200;

/// What an operator compares.
#[derive(Clone, Copy)]
enum Test {
    Is,
    IsNot,
    Absent,
    Present,
    In,
    /// Another comparison than for equality.
    Other,
}

/// Operators in lower case: of those that begin at the same place, the first one counts.
const OPERATORS: [(&str, Test); 23] = [
    ("!==", Test::IsNot),
    ("!=", Test::IsNot),
    ("<>", Test::IsNot),
    ("===", Test::Is),
    ("==", Test::Is),
    ("<=", Test::Other),
    (">=", Test::Other),
    ("=", Test::Is),
    ("<", Test::Other),
    (">", Test::Other),
    (" is not null", Test::Present),
    (" is null", Test::Absent),
    (" is not ", Test::IsNot),
    (" is ", Test::Is),
    (" not in", Test::Other),
    (" not like ", Test::Other),
    (" in ", Test::In),
    (" in(", Test::In),
    (" between ", Test::Other),
    (" like ", Test::Other),
    (" -eq ", Test::Is),
    (" -ne ", Test::IsNot),
    (" equals ", Test::Is),
];

/// Returns what to write in place of a condition as text.
pub(super) fn help(text: &str) -> Option<String> {
    const ONLY_EQUAL: &str = "a condition only compares for equality: there are `is`, `isNot`, `present` and `absent`, and `all`, `any` and `not` around conditions";
    if text.len() > MAX_LENGTH {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    if [" and ", " or ", "&&", "||"].iter().any(|word| lower.contains(word)) && !lower.contains(" between ") {
        return Some("write it as `{\"all\": [...]}` for `and`, or `{\"any\": [...]}` for `or`, with an object for each part: `{\"property\": ..., \"is\": ...}`".to_owned());
    }
    let (at, word, compared) = OPERATORS
        .iter()
        .enumerate()
        .filter_map(|(index, (word, compared))| Some((lower.find(word)?, index, *word, *compared)))
        .min_by_key(|(at, index, ..)| (*at, *index))
        .map(|(at, _, word, compared)| (at, word, compared))?;
    let path = text[..at].trim().trim_matches(['`', '"', '\'', '$', '{', '}']);
    if path.is_empty() || path.contains(char::is_whitespace) || !PropertyPath::from(path).is_path() {
        return None;
    }
    let value = text[at + word.len()..].trim().trim_end_matches(';').trim_end();
    let condition = |test: &str, value: &str| format!("{{\"property\": {}, \"{test}\": {value}}}", string(path));
    let written = match compared {
        Test::Is => condition("is", &json(value)),
        Test::IsNot => condition("isNot", &json(value)),
        Test::Present => condition("present", "true"),
        Test::Absent => condition("absent", "true"),
        Test::In => {
            let values = value.trim_matches(['(', ')', '[', ']']);
            let each: Vec<_> = values.split(',').map(|value| condition("is", &json(value.trim()))).collect();
            format!("{{\"any\": [{}]}}", each.join(", "))
        }
        Test::Other => return Some(ONLY_EQUAL.to_owned()),
    };
    let note = if matches!(value, "0" | "1") { "; for a boolean, 1 is `true` and 0 is `false`" } else { "" };
    Some(Escaped(format!("write it as `{written}`{note}")).to_string())
}

/// Returns a value of another language as JSON.
fn json(value: &str) -> String {
    let inner = value.trim_matches(['\'', '"']);
    match &*value.to_ascii_lowercase() {
        lower @ ("true" | "false") => lower.to_owned(),
        lower if inner.len() == value.len() && serde_json::from_str::<serde_json::Number>(lower).is_ok() => {
            value.to_owned()
        }
        _ => string(inner),
    }
}

#[cfg(test)]
mod tests {
    use super::help;

    #[test]
    fn text_with_an_operator_is_an_object() {
        for (text, meant) in [
            (
                "a.b <> 1",
                r#"write it as `{"property": "a.b", "isNot": 1}`; for a boolean, 1 is `true` and 0 is `false`"#,
            ),
            ("a !== true", r#"write it as `{"property": "a", "isNot": true}`"#),
            ("a=='x'", r#"write it as `{"property": "a", "is": "x"}`"#),
            ("a IS NOT NULL", r#"write it as `{"property": "a", "present": true}`"#),
            ("a is null;", r#"write it as `{"property": "a", "absent": true}`"#),
            ("a is FALSE", r#"write it as `{"property": "a", "is": false}`"#),
            (
                "a IN ('x', 'y')",
                r#"write it as `{"any": [{"property": "a", "is": "x"}, {"property": "a", "is": "y"}]}`"#,
            ),
        ] {
            assert_eq!(help(text).as_deref(), Some(meant), "{text}");
        }
        for text in ["a between 1 and 2", "a LIKE 'x%'", "a <= 1", "a not in (1)"] {
            assert!(help(text).unwrap().starts_with("a condition only compares for equality"), "{text}");
        }
        assert!(help("a = 1 AND b = 2").unwrap().starts_with("write it as `{\"all\""));
        for text in ["", "a", "= 1", "a b = 1", "if forwarding is on"] {
            assert_eq!(help(text), None, "{text}");
        }
    }
}
