use super::location_tree::LocationTree;
use crate::json::lexer::{LexError, Lexer};
use crate::json::span::Span;

/// Returns the spans of locations in a JSON text, in one pass that reads only names and skips everything else.
///
/// A value is located at its first byte; an absent value at the first byte of the innermost object or array around it,
/// with the length 0. A duplicate is located at its first value.
pub(super) fn locate<T: Default>(text: &[u8], locations: &LocationTree<T>) -> Vec<Span> {
    let mut spans = vec![Span { at: 0, len: 0 }; locations.len()];
    // The text has been parsed before, so it is valid JSON.
    let _ = Lexer::of(text).and_then(|mut lexer| value(&mut lexer, locations, 0, &mut spans));
    spans
}

fn value<T: Default>(
    lexer: &mut Lexer<'_>,
    locations: &LocationTree<T>,
    node: usize,
    spans: &mut [Span],
) -> Result<(), LexError> {
    let first = lexer.peek();
    let at = lexer.at();
    absent(at, locations, node, spans);
    match (first, locations.counts(node)) {
        (b'{', (1.., _)) => members(lexer, locations, node, spans)?,
        (b'[', (_, 1..)) => items(lexer, locations, node, spans)?,
        _ => lexer.skip()?,
    }
    spans[node] = Span { at, len: lexer.at() - at };
    Ok(())
}

fn members<T: Default>(
    lexer: &mut Lexer<'_>,
    locations: &LocationTree<T>,
    node: usize,
    spans: &mut [Span],
) -> Result<(), LexError> {
    let mut first = true;
    lexer.enter()?;
    while lexer.next_key(std::mem::take(&mut first))? {
        let name = lexer.string()?;
        lexer.colon()?;
        // The span of a value that was found is not empty.
        match locations.member(node, &name).filter(|member| spans[*member].len == 0) {
            Some(member) => value(lexer, locations, member, spans)?,
            None => lexer.skip()?,
        }
    }
    Ok(())
}

fn items<T: Default>(
    lexer: &mut Lexer<'_>,
    locations: &LocationTree<T>,
    node: usize,
    spans: &mut [Span],
) -> Result<(), LexError> {
    let mut index = 0;
    lexer.enter()?;
    while lexer.next_item(index == 0)? {
        match locations.item(node, index) {
            Some(item) => value(lexer, locations, item, spans)?,
            None => lexer.skip()?,
        }
        index += 1;
    }
    Ok(())
}

/// Assumes that everything below a location is absent.
fn absent<T: Default>(at: usize, locations: &LocationTree<T>, node: usize, spans: &mut [Span]) {
    for child in locations.children(node) {
        spans[child] = Span { at, len: 0 };
        absent(at, locations, child, spans);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::location::LocationSegment;

    #[track_caller]
    fn located(text: &str, paths: &[&str]) -> Vec<String> {
        let mut locations = LocationTree::<()>::new();
        let nodes: Vec<_> = paths
            .iter()
            .map(|path| {
                path.split('/').skip(1).fold(0, |node, step| {
                    let member = || LocationSegment::Member(step.to_owned().into());
                    locations.step(node, &step.parse().map_or_else(|_| member(), LocationSegment::Index))
                })
            })
            .collect();
        let spans = locate(text.as_bytes(), &locations);
        nodes.iter().map(|node| format!("{}+{}", spans[*node].at, spans[*node].len)).collect()
    }

    #[test]
    fn a_value_is_where_it_begins() {
        let text = r#" {"a": [1, {"b": "x"}], "c": null}"#;
        assert_eq!(located(text, &["", "/a", "/a/0", "/a/1/b", "/c"]), ["1+33", "7+15", "8+1", "17+3", "29+4"]);
    }

    #[test]
    fn what_is_absent_is_where_the_innermost_value_around_it_begins() {
        let text = r#"{"a": {"b": 1}, "c": 5}"#;
        assert_eq!(located(text, &["/x", "/x/y/0", "/a/x", "/c/x", "/a/0"]), ["0+0", "0+0", "6+0", "21+0", "6+0"]);
    }

    #[test]
    fn of_a_duplicate_the_first_value_counts() {
        assert_eq!(located(r#"{"a": 1, "\u0061": 2}"#, &["/a"]), ["6+1"]);
    }
}
