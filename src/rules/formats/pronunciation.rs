//! Pronunciations (validator 17): sequences of symbols of an alphabet.

use aho_corasick::{AhoCorasick, BuildError};
use std::collections::BTreeSet;

pub(crate) const ARPABET_VOWELS: [&str; 15] =
    ["AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"];
pub(crate) const ARPABET_CONSONANTS: [&str; 24] = [
    "B", "CH", "D", "DH", "F", "G", "HH", "JH", "K", "L", "M", "N", "NG", "P", "R", "S", "SH", "T", "TH", "V", "W",
    "Y", "Z", "ZH",
];
const ARPABET_STRESSES: [&str; 4] = ["", "0", "1", "2"];

/// An alphabet, compiled once to match many strings.
pub(crate) struct Alphabet {
    symbols: BTreeSet<String>,
    automaton: AhoCorasick,
}

impl Alphabet {
    /// Compiles the alphabet of these non-empty symbols. Returns an error if there are more than the automaton
    /// supports.
    pub(crate) fn new(symbols: impl IntoIterator<Item = String>) -> Result<Self, BuildError> {
        let symbols: BTreeSet<String> = symbols.into_iter().collect();
        let automaton = AhoCorasick::new(&symbols)?;
        Ok(Self { symbols, automaton })
    }

    /// Compiles the 39 symbols of `arpabet`; a vowel may end in a digit for its stress.
    pub(crate) fn arpabet() -> Result<Self, BuildError> {
        let vowels = ARPABET_VOWELS.iter().flat_map(|vowel| ARPABET_STRESSES.map(|stress| format!("{vowel}{stress}")));
        Self::new(vowels.chain(ARPABET_CONSONANTS.map(str::to_owned)))
    }

    /// Returns the first symbol that contains a separator; `None` for the empty separator.
    pub(crate) fn symbol_containing(&self, separator: &str) -> Option<&str> {
        self.symbols.iter().map(String::as_str).find(|symbol| !separator.is_empty() && symbol.contains(separator))
    }

    /// Returns whether the string is a sequence of symbols with the separator between them.
    ///
    /// Symbols and separator may overlap (`ab`, `bb`), so that splitting at the separator is not enough.
    pub(crate) fn matches(&self, value: &str, separator: &str) -> bool {
        // Where a sequence of symbols ends. Symbols are found in the order of their ends.
        let mut ends = vec![false; value.len() + 1];
        for symbol in self.automaton.find_overlapping_iter(value) {
            let before = &value.as_bytes()[..symbol.start()];
            ends[symbol.end()] |= match before.strip_suffix(separator.as_bytes()) {
                _ if before.is_empty() => true,
                Some(sequence) => ends[sequence.len()],
                None => false,
            };
        }
        ends[value.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn alphabet(symbols: &[&str]) -> Alphabet {
        Alphabet::new(symbols.iter().map(ToString::to_string)).unwrap()
    }

    #[track_caller]
    fn accepts(symbols: &[&str], separator: &str, value: &str) {
        assert!(alphabet(symbols).matches(value, separator), "{value:?}");
    }

    #[track_caller]
    fn rejects(what: &str, symbols: &[&str], separator: &str, value: &str) {
        assert!(!alphabet(symbols).matches(value, separator), "{what}: {value:?}");
    }

    #[track_caller]
    fn arpabet(value: &str) -> bool {
        Alphabet::arpabet().unwrap().matches(value, " ")
    }

    #[test]
    fn symbols_with_the_separator_between_them() {
        let symbols = &["a", "b"];
        accepts(symbols, " ", "a");
        accepts(symbols, " ", "a b");
        accepts(symbols, " ", "b a a");
        rejects("empty", symbols, " ", "");
        rejects("a separator alone", symbols, " ", " ");
        rejects("a separator before", symbols, " ", " a");
        rejects("a separator after", symbols, " ", "a ");
        rejects("two separators", symbols, " ", "a  b");
        rejects("no separator", symbols, " ", "ab");
        rejects("another separator", symbols, " ", "a,b");
        rejects("another space", symbols, " ", "a\tb");
        rejects("another symbol", symbols, " ", "a c");
        rejects("another symbol first", symbols, " ", "c a");
        rejects("another letter case", symbols, " ", "A");
        rejects("a line feed after", symbols, " ", "a\n");
    }

    #[test]
    fn a_separator_of_several_characters() {
        let symbols = &["a", "b"];
        accepts(symbols, "--", "a--b");
        rejects("half of it", symbols, "--", "a-b");
        rejects("half of it too much", symbols, "--", "a---b");
        rejects("first", symbols, "--", "--b");
        rejects("last", symbols, "--", "a--");
    }

    #[test]
    fn a_separator_that_overlaps_with_symbols() {
        accepts(&["ab"], "bb", "abbbab");
        accepts(&["a"], "aa", "aaaa");
        rejects("one symbol too much", &["a"], "aa", "aaaaa");
    }

    #[test]
    fn an_empty_separator() {
        let symbols = &["ab", "abc"];
        accepts(symbols, "", "ab");
        accepts(symbols, "", "abc");
        accepts(symbols, "", "abcab");
        rejects("empty", symbols, "", "");
        rejects("half a symbol", symbols, "", "c");
        rejects("half a symbol after", symbols, "", "abb");
        rejects("a separator", symbols, "", "ab abc");
        // Neither the longest nor the shortest symbol first matches these.
        accepts(&["a", "ab", "bcd", "cde", "e"], "", "abcde");
        accepts(&["a", "abc", "b", "cd"], "", "abcd");
    }

    #[test]
    fn symbols_of_several_bytes() {
        accepts(&["ʃ", "iː", "t͡ʃ"], "", "t͡ʃiːʃ");
        accepts(&["ʃ", "iː"], "·", "ʃ·iː");
        rejects("without the length mark", &["ʃ", "iː"], "", "ʃi");
    }

    #[test]
    fn a_duplicate_symbol_is_one_symbol() {
        accepts(&["a", "a"], " ", "a a");
    }

    #[test]
    fn symbols_that_contain_a_separator_are_found() {
        assert_eq!(alphabet(&["a", "a b"]).symbol_containing(" "), Some("a b"));
        assert_eq!(alphabet(&["a", " "]).symbol_containing(" "), Some(" "));
        assert_eq!(alphabet(&["a-", "b"]).symbol_containing("--"), None);
        assert_eq!(alphabet(&["a", "b"]).symbol_containing(""), None);
        assert_eq!(Alphabet::arpabet().unwrap().symbol_containing(" "), None);
        assert_eq!(Alphabet::arpabet().unwrap().symbol_containing("1"), Some("AA1"));
    }

    #[test]
    fn arpabet_has_39_symbols_which_are_case_sensitive() {
        assert_eq!(ARPABET_VOWELS.into_iter().chain(ARPABET_CONSONANTS).collect::<BTreeSet<_>>().len(), 39);
        for symbol in ARPABET_VOWELS.into_iter().chain(ARPABET_CONSONANTS) {
            assert!(arpabet(symbol), "{symbol}");
            assert!(!arpabet(&symbol.to_lowercase()), "{symbol}");
        }
        assert!(arpabet("HH AH0 L OW1"));
        assert!(!arpabet("HH AH0 L OW1 "));
        assert!(!arpabet("HHAH0"));
        assert!(!arpabet("AX"));
        assert!(!arpabet(""));
    }

    #[test]
    fn only_arpabet_vowels_have_a_stress_from_0_to_2() {
        for stress in 0..=9 {
            for vowel in ARPABET_VOWELS {
                assert_eq!(arpabet(&format!("{vowel}{stress}")), stress <= 2, "{vowel}{stress}");
            }
            for consonant in ARPABET_CONSONANTS {
                assert!(!arpabet(&format!("{consonant}{stress}")), "{consonant}{stress}");
            }
        }
        assert!(!arpabet("AA00"));
    }

    #[test]
    fn a_string_that_reads_in_many_ways_takes_linear_time() {
        let alphabet = Alphabet::new((1..=100).map(|n| "a".repeat(n))).unwrap();
        assert!(!alphabet.matches(&format!("{}b", "a".repeat(2_000)), ""));
        assert!(alphabet.matches(&"a".repeat(2_000), ""));
    }
}
