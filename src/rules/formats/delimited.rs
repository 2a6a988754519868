//! Delimited strings (validators 27 and 45). Nothing is trimmed; the empty string has no items; a delimiter at the end
//! produces an empty item.

/// Returns the items of a delimited string.
pub(crate) fn items<'a>(value: &'a str, delimiter: &str) -> impl Iterator<Item = &'a str> {
    let items = (!value.is_empty()).then(|| value.split(delimiter));
    items.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn has_items(value: &str, delimiter: &str, expected: &[&str]) {
        assert_eq!(items(value, delimiter).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_empty_string_has_no_items() {
        has_items("", ",", &[]);
    }

    #[test]
    fn a_string_without_delimiter_is_one_item() {
        has_items("a", ",", &["a"]);
        has_items("a;b", ",", &["a;b"]);
    }

    #[test]
    fn a_delimiter_at_either_end_produces_an_empty_item() {
        has_items("a,", ",", &["a", ""]);
        has_items(",a", ",", &["", "a"]);
        has_items(",", ",", &["", ""]);
        has_items("a,,b", ",", &["a", "", "b"]);
    }

    #[test]
    fn nothing_is_trimmed_or_quoted() {
        has_items(" a , b ", ",", &[" a ", " b "]);
        has_items(" ", ",", &[" "]);
        has_items("\"a,b\"", ",", &["\"a", "b\""]);
        has_items("a\\,b", ",", &["a\\", "b"]);
    }

    #[test]
    fn a_delimiter_may_have_several_characters() {
        has_items("a::b:c", "::", &["a", "b:c"]);
        has_items("a:::b", "::", &["a", ":b"]);
        has_items("a→b", "→", &["a", "b"]);
    }
}
