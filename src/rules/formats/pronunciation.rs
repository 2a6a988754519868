//! Pronunciations (validator 17): sequences of symbols of an alphabet.

use std::collections::{BTreeSet, VecDeque};

pub(crate) const ARPABET_VOWELS: [&str; 15] =
    ["AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"];
pub(crate) const ARPABET_CONSONANTS: [&str; 24] = [
    "B", "CH", "D", "DH", "F", "G", "HH", "JH", "K", "L", "M", "N", "NG", "P", "R", "S", "SH", "T", "TH", "V", "W",
    "Y", "Z", "ZH",
];
const ARPABET_STRESSES: [&str; 4] = ["", "0", "1", "2"];

/// An alphabet, compiled once to match many strings: an automaton of Aho and Corasick.
///
/// It is our own because the crate `aho-corasick` takes quadratic time to compile many symbols.
pub(crate) struct Alphabet {
    symbols: BTreeSet<String>,
    /// One for each string that a symbol begins with; the first one is that of the empty string.
    states: Vec<PrefixState>,
    /// The length of the longest symbol.
    longest: usize,
}

/// A string that a symbol begins with. States are given by their index, 0 where there is none.
#[derive(Default)]
struct PrefixState {
    /// The last byte of the string.
    byte: u8,
    /// The first of the states with one more byte.
    child: usize,
    /// The next state that differs only in its last byte.
    sibling: usize,
    /// The state of the longest proper suffix.
    suffix: usize,
    /// The state of the longest proper suffix that is a symbol.
    symbol_suffix: usize,
    /// The length of the string, if it is a symbol; otherwise 0.
    symbol_len: usize,
}

impl Alphabet {
    /// Compiles the alphabet of these non-empty symbols.
    pub(crate) fn new(symbols: impl IntoIterator<Item = String>) -> Self {
        let symbols: BTreeSet<String> = symbols.into_iter().collect();
        let longest = symbols.iter().map(String::len).max().unwrap_or_default();
        let mut alphabet = Self { symbols, states: vec![PrefixState::default()], longest };
        alphabet.add_states();
        alphabet.add_suffixes();
        alphabet
    }

    fn add_states(&mut self) {
        for symbol in &self.symbols {
            let mut state = 0;
            for byte in symbol.bytes() {
                // Symbols are sorted: if the byte has a state, it was the last one to be added.
                let child = self.states[state].child;
                if child == 0 || self.states[child].byte != byte {
                    self.states[state].child = self.states.len();
                    self.states.push(PrefixState { byte, sibling: child, ..PrefixState::default() });
                }
                state = self.states[state].child;
            }
            self.states[state].symbol_len = symbol.len();
        }
    }

    /// Determines suffixes, those of shorter strings first.
    fn add_suffixes(&mut self) {
        let mut states = VecDeque::from([0]);
        while let Some(state) = states.pop_front() {
            let mut child = self.states[state].child;
            while child > 0 {
                if state > 0 {
                    let suffix = self.after(self.states[state].suffix, self.states[child].byte);
                    self.states[child].suffix = suffix;
                    self.states[child].symbol_suffix = self.symbol_at(suffix);
                }
                states.push_back(child);
                child = self.states[child].sibling;
            }
        }
    }

    /// Returns the state after a state and the next byte.
    fn after(&self, mut state: usize, byte: u8) -> usize {
        loop {
            let mut child = self.states[state].child;
            while child > 0 && self.states[child].byte != byte {
                child = self.states[child].sibling;
            }
            if child > 0 || state == 0 {
                return child;
            }
            state = self.states[state].suffix;
        }
    }

    /// Returns the state of the longest symbol that a state ends in; 0 if there is none.
    fn symbol_at(&self, state: usize) -> usize {
        if self.states[state].symbol_len > 0 { state } else { self.states[state].symbol_suffix }
    }

    /// Compiles the 39 symbols of `arpabet`; a vowel may end in a digit for its stress.
    pub(crate) fn arpabet() -> Self {
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
        // Where a sequence of symbols ends, and where the next symbol may start.
        let mut ends = vec![false; value.len() + 1];
        let mut starts = vec![false; value.len()];
        let (mut last_end, mut last_start) = (0, 0);
        let mut state = 0;
        for (at, byte) in value.bytes().enumerate() {
            let end = at + 1;
            if end - last_end > separator.len() + self.longest {
                return false;
            }
            let is_after = |sequence: usize| ends[sequence] && value.as_bytes()[sequence..at] == *separator.as_bytes();
            if at == 0 || at.checked_sub(separator.len()).is_some_and(is_after) {
                starts[at] = true;
                last_start = at;
            }
            state = self.after(state, byte);
            // The longest symbol first.
            let mut symbol = self.symbol_at(state);
            while symbol > 0 && !ends[end] && end - self.states[symbol].symbol_len <= last_start {
                ends[end] = starts[end - self.states[symbol].symbol_len];
                symbol = self.states[symbol].symbol_suffix;
            }
            if ends[end] {
                last_end = end;
            }
        }
        ends[value.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn alphabet(symbols: &[&str]) -> Alphabet {
        Alphabet::new(symbols.iter().map(ToString::to_string))
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
        Alphabet::arpabet().matches(value, " ")
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
        assert_eq!(Alphabet::arpabet().symbol_containing(" "), None);
        assert_eq!(Alphabet::arpabet().symbol_containing("1"), Some("AA1"));
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
        let alphabet = Alphabet::new((1..=100).map(|n| "a".repeat(n)));
        assert!(!alphabet.matches(&format!("{}b", "a".repeat(2_000)), ""));
        assert!(alphabet.matches(&"a".repeat(2_000), ""));
    }
}
