/// Returns whether two strings are equal case-insensitively, by Unicode lower case.
pub(crate) fn eq_ignore_case(one: &str, two: &str) -> bool {
    if one.is_ascii() && two.is_ascii() {
        return one.eq_ignore_ascii_case(two);
    }
    one == two || one.to_lowercase() == two.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::eq_ignore_case;

    #[test]
    fn letters_of_any_script_are_compared_by_their_lower_case() {
        assert!(eq_ignore_case("Jane", "jANE"));
        assert!(eq_ignore_case("ÉLODIE", "élodie"));
        assert!(!eq_ignore_case("straße", "STRASSE"), "lower case, not case folding");
        assert!(!eq_ignore_case("a", "b"));
    }
}
