//! Language tags (validator 44).

/// Returns whether the string is `[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*`.
pub(crate) fn is_tag(value: &str) -> bool {
    let mut subtags = value.split('-');
    subtags
        .next()
        .is_some_and(|primary| matches!(primary.len(), 2..=8) && primary.bytes().all(|b| b.is_ascii_alphabetic()))
        && subtags.all(|subtag| matches!(subtag.len(), 1..=8) && subtag.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[track_caller]
    fn accepts(what: &str, value: &str) {
        assert!(is_tag(value), "{what}: {value:?}");
    }

    #[track_caller]
    fn rejects(what: &str, value: &str) {
        assert!(!is_tag(value), "{what}: {value:?}");
    }

    #[test]
    fn a_primary_subtag_has_two_to_eight_letters() {
        accepts("two", "en");
        accepts("three", "deu");
        accepts("eight", "abcdefgh");
        accepts("capital letters", "EN");
        rejects("empty", "");
        rejects("one", "e");
        rejects("nine", "abcdefghi");
        rejects("a digit", "e1");
        rejects("a private tag", "x-en");
        rejects("a hyphen first", "-en");
        rejects("a letter of another alphabet", "én");
        rejects("a wildcard", "*");
        rejects("a space before", " en");
        rejects("a line feed after", "en\n");
    }

    #[test]
    fn a_further_subtag_has_one_to_eight_letters_or_digits() {
        accepts("a region", "en-us");
        accepts("a region of digits", "es-419");
        accepts("a variant of digits", "de-1996");
        accepts("one letter", "en-a");
        accepts("eight letters", "en-abcdefgh");
        accepts("many", "zh-Hans-CN-x-abcdefg8");
        rejects("a hyphen last", "en-");
        rejects("two hyphens", "en--us");
        rejects("nine letters", "en-abcdefghi");
        rejects("a letter of another alphabet", "en-ü");
        rejects("an underscore", "en_us");
        rejects("a space", "en-u s");
        rejects("an encoding", "en-US.UTF-8");
        rejects("two tags", "en,de");
    }
}
