//! Forbidden characters (validator 24).

use std::collections::BTreeSet;

/// Whether one of the characters occurs, or a control character (category Cc) where none is allowed.
pub(crate) fn has_invalid(text: &str, characters: &BTreeSet<char>, allow_control: bool) -> bool {
    text.chars().any(|c| characters.contains(&c) || !allow_control && c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn invalid(text: &str, characters: &str, allow_control: bool) -> bool {
        has_invalid(text, &characters.chars().collect(), allow_control)
    }

    #[test]
    fn each_code_point_is_forbidden_by_itself() {
        for c in r"\/:*<>|".chars() {
            assert!(invalid(&format!("a{c}b"), r"\/:*<>|", false), "{c}");
        }
        assert!(!invalid("a b.c", r"\/:*<>|", false));
        assert!(invalid("naïve", "ï", false));
        assert!(!invalid("nai\u{308}ve", "ï", false));
        assert!(!invalid("", "a", false));
    }

    #[test]
    fn control_characters_are_those_of_cc() {
        for c in ["\0", "\t", "\n", "\u{1f}", "\u{7f}", "\u{80}", "\u{9f}"] {
            assert!(invalid(c, "", false), "{c:?}");
            assert!(!invalid(c, "", true), "{c:?}");
        }
        for c in [" ", "~", "\u{a0}", "\u{200e}", "\u{2028}"] {
            assert!(!invalid(c, "", false), "{c:?}");
        }
    }

    #[test]
    fn a_control_character_that_is_listed_is_forbidden_where_others_are_allowed() {
        assert!(invalid("a\tb", "\t", true));
        assert!(!invalid("a\nb", "\t", true));
    }
}
