//! Locates the first of several members with the same name.

use super::lexer::{LexError, Lexer};
use std::borrow::Cow;
use std::collections::HashMap;

/// Returns the offset of the first equal name for the name of each duplicate member, by its offset, as far as the input
/// is JSON.
#[cold]
pub(crate) fn first_names(input: &[u8]) -> HashMap<usize, usize> {
    let mut firsts = HashMap::new();
    // The error that ends parsing has been reported before.
    let _ = Lexer::of(input).and_then(|mut lexer| value(&mut lexer, &mut firsts));
    firsts
}

/// Visits a value; the lexer limits the depth.
fn value(lexer: &mut Lexer<'_>, firsts: &mut HashMap<usize, usize>) -> Result<(), LexError> {
    match lexer.peek() {
        b'{' => {
            lexer.enter()?;
            let mut names: HashMap<Cow<'_, str>, usize> = HashMap::new();
            let mut is_first = true;
            while lexer.next_key(std::mem::take(&mut is_first))? {
                let at = lexer.at();
                let name = lexer.string()?;
                lexer.colon()?;
                if let Some(first) = names.get(&name) {
                    firsts.insert(at, *first);
                    lexer.skip()?;
                } else {
                    names.insert(name, at);
                    value(lexer, firsts)?;
                }
            }
            Ok(())
        }
        b'[' => {
            lexer.enter()?;
            let mut is_first = true;
            while lexer.next_item(std::mem::take(&mut is_first))? {
                value(lexer, firsts)?;
            }
            Ok(())
        }
        _ => lexer.skip(),
    }
}

#[cfg(test)]
mod tests {
    use super::first_names;

    #[track_caller]
    fn firsts(input: &str) -> Vec<(usize, usize)> {
        let mut firsts: Vec<_> = first_names(input.as_bytes()).into_iter().collect();
        firsts.sort_unstable();
        firsts
    }

    #[test]
    fn each_duplicate_has_the_first_of_its_object() {
        assert_eq!(firsts(r#"{"a":1,"b":2}"#), []);
        assert_eq!(firsts(r#"{"a":1,"a":2,"\u0061":3}"#), [(7, 1), (13, 1)]);
        assert_eq!(firsts(r#"[{"a":{"a":1}},{"a":1,"a":1}]"#), [(22, 16)]);
    }

    #[test]
    fn what_is_inside_a_duplicate_is_not_looked_at() {
        assert_eq!(firsts(r#"{"a":1,"a":{"b":1,"b":2}}"#), [(7, 1)]);
    }

    #[test]
    fn what_is_before_an_error_is_found() {
        assert_eq!(firsts(r#"{"a":1,"a":2,x"#), [(7, 1)]);
        assert_eq!(firsts("\u{feff}{\"a\":1,\"a\":2}"), [(10, 4)]);
    }
}
