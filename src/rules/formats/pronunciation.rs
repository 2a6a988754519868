//! Pronunciations (validator 17): symbols of an alphabet, one after the other.

use std::collections::BTreeSet;

use daachorse::{DoubleArrayAhoCorasick, errors::DaachorseError};

const ARPABET_VOWELS: [&str; 15] =
    ["AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"];
const ARPABET_CONSONANTS: [&str; 24] = [
    "B", "CH", "D", "DH", "F", "G", "HH", "JH", "K", "L", "M", "N", "NG", "P", "R", "S", "SH", "T", "TH", "V", "W",
    "Y", "Z", "ZH",
];
const ARPABET_STRESSES: [&str; 4] = ["", "0", "1", "2"];

/// An alphabet, made once to judge many texts.
pub(crate) struct Alphabet {
    symbols: DoubleArrayAhoCorasick<u32>,
}

impl Alphabet {
    /// The alphabet of these symbols, none of them empty. It fails where they are more than the automaton holds.
    pub(crate) fn new<'a>(symbols: impl IntoIterator<Item = &'a str>) -> Result<Self, DaachorseError> {
        let symbols: BTreeSet<&str> = symbols.into_iter().collect();
        let symbols = DoubleArrayAhoCorasick::new(symbols)?;
        Ok(Self { symbols })
    }

    /// The 39 symbols of `arpabet`; a vowel may end in a digit for its stress.
    pub(crate) fn arpabet() -> Result<Self, DaachorseError> {
        let vowels = ARPABET_VOWELS.iter().flat_map(|vowel| ARPABET_STRESSES.map(|stress| format!("{vowel}{stress}")));
        let symbols: Vec<String> = vowels.chain(ARPABET_CONSONANTS.map(str::to_owned)).collect();
        Self::new(symbols.iter().map(String::as_str))
    }

    /// Whether the text is a sequence of symbols with the separator between them.
    pub(crate) fn spells(&self, text: &str, separator: &str) -> bool {
        let (bytes, separator) = (text.as_bytes(), separator.as_bytes());
        // Where a sequence of symbols ends.
        let mut ends = vec![false; bytes.len() + 1];
        let mut symbols = self.symbols.find_overlapping_stepper();
        for (position, &byte) in bytes.iter().enumerate() {
            symbols.consume(byte);
            ends[position + 1] = symbols.matches().any(|symbol| {
                let start = symbol.start();
                let end_before = start.checked_sub(separator.len());
                start == 0 || end_before.is_some_and(|end| ends[end] && bytes[end..start] == *separator)
            });
        }
        ends[bytes.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn spells(symbols: &[&str], separator: &str, text: &str) -> bool {
        Alphabet::new(symbols.iter().copied()).unwrap().spells(text, separator)
    }

    #[track_caller]
    fn arpabet(text: &str) -> bool {
        Alphabet::arpabet().unwrap().spells(text, " ")
    }

    #[test]
    fn symbols_with_the_separator_between_them() {
        for (text, valid) in [
            ("a", true),
            ("a b", true),
            ("b a a", true),
            ("", false),
            (" ", false),
            (" a", false),
            ("a ", false),
            ("a  b", false),
            ("ab", false),
            ("a c", false),
            ("A", false),
            ("a,b", false),
            ("a\tb", false),
        ] {
            assert_eq!(spells(&["a", "b"], " ", text), valid, "{text:?}");
        }
        assert!(spells(&["a", "b"], "--", "a--b"));
        assert!(!spells(&["a", "b"], "--", "a-b"));
        assert!(!spells(&["a", "b"], "--", "a---b"));
        assert!(!spells(&["a", "b"], "--", "--b"));
    }

    #[test]
    fn one_symbol_after_the_other_where_the_separator_is_empty() {
        for (text, valid) in
            [("ab", true), ("abc", true), ("abcab", true), ("c", false), ("", false), ("abb", false), ("ba", false)]
        {
            assert_eq!(spells(&["ab", "abc"], "", text), valid, "{text:?}");
        }
        // Neither the longest nor the shortest symbol first reads these.
        assert!(spells(&["a", "ab", "bcd", "cde", "e"], "", "abcde"));
        assert!(spells(&["a", "abc", "b", "cd"], "", "abcd"));
    }

    #[test]
    fn a_symbol_may_hold_the_separator() {
        assert!(spells(&["a b", "c"], " ", "a b c"));
        assert!(!spells(&["a b", "c"], " ", "a c"));
        assert!(spells(&[" "], " ", "   "));
        assert!(!spells(&[" "], " ", "  "));
    }

    #[test]
    fn symbols_of_several_bytes() {
        assert!(spells(&["ʃ", "iː", "t͡ʃ"], "", "t͡ʃiːʃ"));
        assert!(!spells(&["ʃ", "iː"], "", "ʃi"));
        assert!(spells(&["ʃ", "iː"], "·", "ʃ·iː"));
    }

    #[test]
    fn a_symbol_may_be_listed_twice() {
        assert!(spells(&["a", "a"], " ", "a a"));
    }

    #[test]
    fn arpabet_has_39_symbols_in_exact_case() {
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
    fn arpabet_vowels_alone_have_a_stress_from_0_to_2() {
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
    fn a_hostile_text_takes_linear_time() {
        let symbols: Vec<String> = (1..=100).map(|n| "a".repeat(n)).collect();
        let alphabet = Alphabet::new(symbols.iter().map(String::as_str)).unwrap();
        assert!(!alphabet.spells(&format!("{}b", "a".repeat(20_000)), ""));
        assert!(alphabet.spells(&"a".repeat(20_000), ""));
    }
}
