//! Words and phrases (validator 18).

use std::sync::LazyLock;

use regex::Regex;

/// Runs of letters and marks, joined by one apostrophe, hyphen, full stop or blank, or by a full stop and a blank, with
/// a full stop at the end if any.
static WORDS: LazyLock<Regex> = LazyLock::new(|| phrase(r"\p{L}\p{M}"));
/// The same with decimal digits in the runs.
static WORDS_AND_DIGITS: LazyLock<Regex> = LazyLock::new(|| phrase(r"\p{L}\p{M}\p{Nd}"));

fn phrase(class: &str) -> Regex {
    let pattern = format!(r"\A[{class}]+(?:(?:['\u{{2019}}\-. ]|\. )[{class}]+)*\.?\z");
    Regex::new(&pattern).expect("a fixed pattern")
}

/// Whether the text is a word or a phrase, with `digits` also of decimal digits. How long it may be is for the caller.
pub(crate) fn is_phrase(text: &str, digits: bool) -> bool {
    if digits { &WORDS_AND_DIGITS } else { &WORDS }.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::is_phrase;

    #[track_caller]
    fn valid(texts: &[&str]) {
        for text in texts {
            assert!(is_phrase(text, false), "{text:?}");
            assert!(is_phrase(text, true), "{text:?}");
        }
    }

    #[track_caller]
    fn invalid(texts: &[&str]) {
        for text in texts {
            assert!(!is_phrase(text, false), "{text:?}");
            assert!(!is_phrase(text, true), "{text:?}");
        }
    }

    #[test]
    fn letters_and_marks_of_any_script() {
        valid(&["a", "Straße", "e\u{301}te\u{301}", "नमस्ते", "東京", "\u{301}"]);
        invalid(&["", "_", "€", "a_b", "a\u{200d}b"]);
    }

    #[test]
    fn single_joiners_inside() {
        valid(&["don't", "don\u{2019}t", "well-known", "a.m", "two words", "O'Neil-Smith of St.Ives"]);
        invalid(&[
            "'a",
            "a'",
            "a''b",
            "-a",
            "a-",
            "a--b",
            " a",
            "a ",
            "a  b",
            "a- b",
            "a '",
            "a' b",
            "a, b",
            "a\u{2013}b",
        ]);
    }

    #[test]
    fn a_full_stop_before_a_blank_and_at_the_end() {
        valid(&["Dr. Who", "etc.", "a.m.", "a. b. c."]);
        invalid(&[".", ".a", "a..", "a..b", "a .b", "a. ", "a.  b", "a.-b", "a. .", "a.\u{a0}b"]);
    }

    #[test]
    fn no_other_blank_or_line_end() {
        invalid(&["a\u{a0}b", "a\tb", "a\n", "a.\n", "a\nb"]);
    }

    #[test]
    fn decimal_digits_on_request() {
        for text in ["1", "route 66", "a1", "\u{664}", "2.5"] {
            assert!(is_phrase(text, true), "{text}");
            assert!(!is_phrase(text, false), "{text}");
        }
        invalid(&["Ⅷ", "a²", "½"]);
    }
}
