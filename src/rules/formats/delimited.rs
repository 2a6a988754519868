//! Delimited strings (validators 27 and 45). Nothing is trimmed; the empty string has no items; a delimiter at the end
//! produces an empty item.

/// Returns the items of a delimited string.
pub(crate) fn items<'a>(value: &'a str, delimiter: &str) -> impl Iterator<Item = &'a str> {
    let items = (!value.is_empty()).then(|| value.split(delimiter));
    items.into_iter().flatten()
}

/// Returns the pairs of a delimited string, each split at its first key delimiter; `None` for a pair without a key or a
/// key delimiter.
pub(crate) fn pairs<'a>(
    value: &'a str,
    pair_delimiter: &'a str,
    key_delimiter: &'a str,
) -> impl Iterator<Item = Option<(&'a str, &'a str)>> {
    items(value, pair_delimiter).map(move |pair| pair.split_once(key_delimiter).filter(|(key, _)| !key.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn has_items(value: &str, delimiter: &str, expected: &[&str]) {
        assert_eq!(items(value, delimiter).collect::<Vec<_>>(), expected);
    }

    #[track_caller]
    fn has_pairs(value: &str, expected: &[Option<(&str, &str)>]) {
        assert_eq!(pairs(value, ";", "=").collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_empty_string_has_no_items() {
        has_items("", ",", &[]);
        has_pairs("", &[]);
    }

    #[test]
    fn a_string_without_delimiter_is_one_item() {
        has_items("a", ",", &["a"]);
        has_items("a;b", ",", &["a;b"]);
        has_pairs("a=1", &[Some(("a", "1"))]);
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
        has_pairs(" a = b ", &[Some((" a ", " b "))]);
    }

    #[test]
    fn a_delimiter_may_have_several_characters() {
        has_items("a::b:c", "::", &["a", "b:c"]);
        has_items("a:::b", "::", &["a", ":b"]);
        has_items("a→b", "→", &["a", "b"]);
    }

    #[test]
    fn a_pair_splits_at_its_first_key_delimiter() {
        has_pairs("a=1=2;b=3", &[Some(("a", "1=2")), Some(("b", "3"))]);
    }

    #[test]
    fn a_value_may_be_empty_and_a_key_may_not() {
        has_pairs("a=;=1", &[Some(("a", "")), None]);
        has_pairs("=", &[None]);
    }

    #[test]
    fn a_pair_without_a_key_delimiter_is_none() {
        has_pairs("a;b=1", &[None, Some(("b", "1"))]);
        has_pairs("b=1;", &[Some(("b", "1")), None]);
    }

    #[test]
    fn a_key_delimiter_may_contain_the_pair_delimiter() {
        assert_eq!(pairs("a=;1", ";", "=;").collect::<Vec<_>>(), [None, None]);
        assert_eq!(pairs("a=1==b=2", "==", "=").collect::<Vec<_>>(), [Some(("a", "1")), Some(("b", "2"))]);
    }
}
