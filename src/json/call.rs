//! Calls of constructors, which Python and other languages print for values that JSON does not have: `Decimal('15')`.

use super::words::{LiteralWord, leading_word};

/// Returns the length of the name of a call and of its opening parenthesis; `None` if a text does not begin with a call.
pub(super) fn opening(text: &str) -> Option<usize> {
    let mut rest = text.strip_prefix("new ").unwrap_or(text);
    loop {
        let name = leading_word(rest);
        if name.is_empty() || LiteralWord::find(name).is_some() {
            return None;
        }
        rest = &rest[name.len()..];
        if rest.starts_with('(') {
            return Some(text.len() - rest.len() + 1);
        }
        rest = rest.strip_prefix('.')?;
    }
}

/// Returns the length of the arguments of a call and of its closing parenthesis; `None` if it is not closed.
pub(super) fn arguments(text: &str) -> Option<usize> {
    let (mut open, mut string, mut is_escaped) = (0_usize, None, false);
    for (offset, character) in text.char_indices() {
        match (string, character) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(mark), _) if character == mark => string = None,
            (None, '"' | '\'') => string = Some(character),
            (None, '(' | '[' | '{') => open += 1,
            (None, ')') if open == 0 => return Some(offset + 1),
            (None, ')' | ']' | '}') => open = open.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{arguments, opening};

    #[test]
    fn a_call_has_a_name_and_parentheses() {
        for (text, length) in [
            ("set()", Some(4)),
            ("datetime.datetime(2025, 1, 1)", Some(18)),
            ("new Date(5)", Some(9)),
            ("True(1)", None),
            ("Decimal '1'", None),
            ("(1)", None),
            ("a.(1)", None),
        ] {
            assert_eq!(opening(text), length, "{text}");
        }
    }

    #[test]
    fn arguments_end_with_their_parenthesis() {
        for (text, length) in [
            (")", Some(1)),
            ("'a)', [1, (2)]), 5", Some(15)),
            (r"'\')', {}), 5", Some(10)),
            ("1", None),
            ("1])", None),
            ("')", None),
        ] {
            assert_eq!(arguments(text), length, "{text}");
        }
    }
}
