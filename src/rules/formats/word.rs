//! Words and phrases (validator 18).

use regex::Regex;
use std::sync::LazyLock;

/// Runs of letters and marks, joined by one apostrophe, hyphen, period or space, or by a period and a space, with an
/// optional period at the end.
static WORDS: LazyLock<Regex> = LazyLock::new(|| phrase(r"\p{L}\p{M}"));
/// The same with decimal digits in the runs.
static WORDS_AND_DIGITS: LazyLock<Regex> = LazyLock::new(|| phrase(r"\p{L}\p{M}\p{Nd}"));

fn phrase(class: &str) -> Regex {
    let pattern = format!(r"\A[{class}]+(?:(?:['\u{{2019}}\-. ]|\. )[{class}]+)*\.?\z");
    Regex::new(&pattern).expect("a fixed pattern")
}

/// Returns whether the string is a word or a phrase of any length; with `digits`, decimal digits count as letters.
pub(crate) fn is_phrase(value: &str, digits: bool) -> bool {
    if digits { &WORDS_AND_DIGITS } else { &WORDS }.is_match(value)
}

#[cfg(test)]
mod tests {
    use super::is_phrase;

    #[track_caller]
    fn accepts(what: &str, value: &str) {
        assert!(is_phrase(value, false), "{what}: {value:?}");
        assert!(is_phrase(value, true), "{what}: {value:?}");
    }

    #[track_caller]
    fn rejects(what: &str, value: &str) {
        assert!(!is_phrase(value, false), "{what}: {value:?}");
        assert!(!is_phrase(value, true), "{what}: {value:?}");
    }

    #[track_caller]
    fn accepts_with_digits_alone(what: &str, value: &str) {
        assert!(is_phrase(value, true), "{what}: {value:?}");
        assert!(!is_phrase(value, false), "{what}: {value:?}");
    }

    #[test]
    fn letters_and_marks_of_any_script() {
        accepts("one letter", "a");
        accepts("a sharp s", "Straße");
        accepts("combining accents", "e\u{301}te\u{301}");
        accepts("Devanagari with vowel signs", "नमस्ते");
        accepts("ideographs", "東京");
        accepts("a modifier letter", "ʻokina");
        accepts("a mark alone", "\u{301}");
        rejects("empty", "");
        rejects("an underscore", "_");
        rejects("an underscore inside", "a_b");
        rejects("a currency sign", "€");
        rejects("an emoji", "😀");
        rejects("an at sign", "a@b");
        rejects("a zero-width joiner", "a\u{200d}b");
    }

    #[test]
    fn single_joiners_inside() {
        accepts("an apostrophe", "don't");
        accepts("a typographic apostrophe", "don\u{2019}t");
        accepts("a hyphen", "well-known");
        accepts("a period", "a.m");
        accepts("a space", "two words");
        accepts("all of them", "O'Neil-Smith of St.Ives");
        rejects("an apostrophe first", "'a");
        rejects("an apostrophe last", "a'");
        rejects("two apostrophes", "a''b");
        rejects("a hyphen first", "-a");
        rejects("a hyphen last", "a-");
        rejects("two hyphens", "a--b");
        rejects("a space first", " a");
        rejects("a space last", "a ");
        rejects("two spaces", "a  b");
        rejects("a hyphen before a space", "a- b");
        rejects("an apostrophe after a space", "a '");
        rejects("an apostrophe before a space", "a' b");
        rejects("a comma", "a, b");
        rejects("an en dash", "a\u{2013}b");
        rejects("an opening quotation mark", "a\u{2018}b");
        rejects("a slash", "a/b");
        rejects("parentheses", "a (b)");
        rejects("a question mark", "a?");
    }

    #[test]
    fn a_period_before_a_space_and_at_the_end() {
        accepts("before a space", "Dr. Who");
        accepts("at the end", "etc.");
        accepts("inside and at the end", "a.m.");
        accepts("everywhere", "a. b. c.");
        rejects("alone", ".");
        rejects("first", ".a");
        rejects("two at the end", "a..");
        rejects("two inside", "a..b");
        rejects("after a space", "a .b");
        rejects("before a space at the end", "a. ");
        rejects("before two spaces", "a.  b");
        rejects("before a hyphen", "a.-b");
        rejects("after a period and a space", "a. .");
        rejects("before a no-break space", "a.\u{a0}b");
        rejects("of ideographs", "東京\u{3002}");
    }

    #[test]
    fn no_other_white_space() {
        rejects("a no-break space", "a\u{a0}b");
        rejects("a tab", "a\tb");
        rejects("a line feed last", "a\n");
        rejects("a line feed after a period", "a.\n");
        rejects("a line feed inside", "a\nb");
        rejects("an ideographic space", "東\u{3000}京");
    }

    #[test]
    fn decimal_digits_on_request() {
        accepts_with_digits_alone("one digit", "1");
        accepts_with_digits_alone("a word of digits", "route 66");
        accepts_with_digits_alone("a digit after a letter", "a1");
        accepts_with_digits_alone("a digit of another script", "\u{664}");
        accepts_with_digits_alone("a period between digits", "2.5");
        rejects("a Roman numeral of one character", "Ⅷ");
        rejects("a superscript", "a²");
        rejects("a fraction of one character", "½");
        rejects("a minus sign", "-1");
        rejects("a comma between digits", "2,5");
    }
}
