//! Delimited texts (validators 27 and 45). Nothing is trimmed; the empty text has no items; a delimiter at the end makes
//! an empty item.

/// The items of a delimited text.
pub(crate) fn items<'t>(text: &'t str, delimiter: &str) -> impl Iterator<Item = &'t str> {
    let items = (!text.is_empty()).then(|| text.split(delimiter));
    items.into_iter().flatten()
}

/// The pairs of a delimited text, each split at its first key delimiter; `None` is a pair without key or key delimiter.
pub(crate) fn pairs<'a>(
    text: &'a str,
    pair_delimiter: &'a str,
    key_delimiter: &'a str,
) -> impl Iterator<Item = Option<(&'a str, &'a str)>> {
    items(text, pair_delimiter).map(move |pair| pair.split_once(key_delimiter).filter(|(key, _)| !key.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_items(text: &str, delimiter: &str, expected: &[&str]) {
        assert_eq!(items(text, delimiter).collect::<Vec<_>>(), expected);
    }

    #[track_caller]
    fn check_pairs(text: &str, expected: &[Option<(&str, &str)>]) {
        assert_eq!(pairs(text, ";", "=").collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_empty_text_has_no_items() {
        check_items("", ",", &[]);
        check_pairs("", &[]);
    }

    #[test]
    fn a_delimiter_at_either_end_makes_an_empty_item() {
        check_items("a,", ",", &["a", ""]);
        check_items(",a", ",", &["", "a"]);
        check_items(",", ",", &["", ""]);
        check_items("a,,b", ",", &["a", "", "b"]);
    }

    #[test]
    fn nothing_is_trimmed() {
        check_items(" a , b ", ",", &[" a ", " b "]);
        check_items(" ", ",", &[" "]);
        check_pairs(" a = b ", &[Some((" a ", " b "))]);
    }

    #[test]
    fn a_delimiter_may_have_several_characters() {
        check_items("a::b:c", "::", &["a", "b:c"]);
        check_items("a:::b", "::", &["a", ":b"]);
        check_items("a→b", "→", &["a", "b"]);
    }

    #[test]
    fn a_pair_splits_at_its_first_key_delimiter() {
        check_pairs("a=1=2;b=3", &[Some(("a", "1=2")), Some(("b", "3"))]);
    }

    #[test]
    fn a_value_may_be_empty_and_a_key_may_not() {
        check_pairs("a=;=1", &[Some(("a", "")), None]);
        check_pairs("=", &[None]);
    }

    #[test]
    fn a_pair_without_key_delimiter_is_none() {
        check_pairs("a;b=1", &[None, Some(("b", "1"))]);
        check_pairs("b=1;", &[Some(("b", "1")), None]);
    }
}
