//! Case-insensitive comparison of names and ids, always by Unicode lower case.

use std::borrow::Cow;

/// Returns the string in Unicode lower case: the key for case-insensitive lookup.
pub(crate) fn fold(string: &str) -> Cow<'_, str> {
    let is_folded = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if string.bytes().all(is_folded) { Cow::Borrowed(string) } else { Cow::Owned(string.to_lowercase()) }
}

/// Returns whether two strings are equal case-insensitively.
pub(crate) fn eq_ignore_case(one: &str, two: &str) -> bool {
    if one.is_ascii() && two.is_ascii() {
        return one.eq_ignore_ascii_case(two);
    }
    one == two || one.to_lowercase() == two.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_that_differ_in_case_alone_have_one_key() {
        for same in [["I3_ACCESS", "i3_access"], ["Équipe", "ÉQUIPE"], ["ΣΑΣ", "σας"], ["İ", "i\u{307}"], ["", ""]]
        {
            assert_eq!(fold(same[0]), fold(same[1]), "{same:?}");
            assert!(eq_ignore_case(same[0], same[1]), "{same:?}");
        }
    }

    #[test]
    fn other_strings_have_other_keys() {
        for other in [["a", "b"], ["a", "a "], ["straße", "STRASSE"], ["e", "é"], ["K", "\u{212a}x"]] {
            assert_ne!(fold(other[0]), fold(other[1]), "{other:?}");
            assert!(!eq_ignore_case(other[0], other[1]), "{other:?}");
        }
    }

    #[test]
    fn a_string_in_lower_case_is_borrowed() {
        assert!(matches!(fold("i3_access 1"), Cow::Borrowed(_)));
        assert!(matches!(fold("I3"), Cow::Owned(_)));
    }
}
