//! Language tags (validator 44).

/// Whether the text is `[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*`.
pub(crate) fn is_tag(text: &str) -> bool {
    let mut subtags = text.split('-');
    subtags
        .next()
        .is_some_and(|primary| matches!(primary.len(), 2..=8) && primary.bytes().all(|b| b.is_ascii_alphabetic()))
        && subtags.all(|subtag| matches!(subtag.len(), 1..=8) && subtag.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn valid() {
        for text in ["en", "EN-us", "abcdefgh", "de-1996", "zh-Hans-CN-x-abcdefg8"] {
            assert!(is_tag(text), "{text}");
        }
        assert!(is_tag("en-a"));
        assert!(is_tag("en-abcdefgh"));
    }

    #[test]
    fn a_primary_subtag_has_two_to_eight_letters() {
        for text in ["", "e", "abcdefghi", "e1", "x-en", "-en", "én"] {
            assert!(!is_tag(text), "{text}");
        }
    }

    #[test]
    fn a_further_subtag_has_one_to_eight_letters_or_digits() {
        for text in ["en-", "en--us", "en-abcdefghi", "en-ü", "en_us", "en-u s", " en", "en\n"] {
            assert!(!is_tag(text), "{text}");
        }
    }
}
