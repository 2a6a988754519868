//! Forbidden characters (validator 24).

use std::collections::BTreeSet;

/// Returns whether the string contains one of the characters, or a control character (Cc) unless they are allowed.
pub(crate) fn has_invalid(value: &str, characters: &BTreeSet<char>, allow_control: bool) -> bool {
    value.chars().any(|c| characters.contains(&c) || !allow_control && c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF_USER_NAMES: &str = r"\/:*<>|";

    #[track_caller]
    fn accepts(what: &str, characters: &str, value: &str) {
        assert!(!has_invalid(value, &characters.chars().collect(), false), "{what}: {value:?}");
    }

    #[track_caller]
    fn rejects(what: &str, characters: &str, value: &str) {
        assert!(has_invalid(value, &characters.chars().collect(), false), "{what}: {value:?}");
    }

    #[test]
    fn each_code_point_is_forbidden_on_its_own() {
        for c in OF_USER_NAMES.chars() {
            rejects("one of them", OF_USER_NAMES, &format!("a{c}b"));
            rejects("one of them alone", OF_USER_NAMES, &c.to_string());
        }
        accepts("none of them", OF_USER_NAMES, "a b.c");
        accepts("empty", OF_USER_NAMES, "");
        accepts("no characters", "", "a/b");
        accepts("another letter case", "a", "A");
        rejects("one code point", "ï", "naïve");
        accepts("two code points that look the same", "ï", "nai\u{308}ve");
        rejects("one of two code points", "i\u{308}", "naive");
        rejects("past 16 bits", "😀", "a😀");
    }

    #[test]
    fn control_characters_are_those_of_the_category_cc() {
        for c in ["\0", "\t", "\n", "\u{1f}", "\u{7f}", "\u{80}", "\u{9f}"] {
            rejects("a control character", "", c);
            assert!(!has_invalid(c, &BTreeSet::new(), true), "{c:?} is allowed");
        }
        for c in [" ", "~", "\u{a0}", "\u{200e}", "\u{2028}", "\u{feff}"] {
            accepts("not a control character", "", c);
        }
    }

    #[test]
    fn a_control_character_of_the_set_is_forbidden_where_others_are_allowed() {
        let tab = BTreeSet::from(['\t']);
        assert!(has_invalid("a\tb", &tab, true));
        assert!(!has_invalid("a\nb", &tab, true));
    }
}
