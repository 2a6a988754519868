use crate::node::Node;
use crate::rules::alphabet::PronunciationAlphabet;
use crate::rules::check::{Reads, Validator, validator};

validator! {
    /// Fails when the text is not a sequence of the alphabet's symbols, in exact case. The empty text fails.
    pub struct PronunciationValidator reads Reads::TEXT;
    /// An array of symbols, none of which contains the separator, or `"arpabet"`: 39 symbols, vowels with an optional stress digit 0 to 2.
    "alphabet" => alphabet: PronunciationAlphabet;
    /// What is between two symbols; if empty, they follow one another directly.
    "separator" => separator: String = " ".to_owned();
}

impl Validator for PronunciationValidator {
    const ALONE: bool = true;

    fn refusal(&self) -> Option<(&'static str, String)> {
        let symbol = self.alphabet.symbol_containing(&self.separator)?;
        Some(("alphabet", format!("expected symbols without the separator {:?}, found {symbol:?}", self.separator)))
    }

    fn expectation(&self) -> String {
        let alphabet = self.alphabet.in_words();
        match self.separator.as_str() {
            "" => format!("symbols of {alphabet}, one behind the other"),
            separator => format!("symbols of {alphabet} with {separator:?} between them"),
        }
    }

    fn alone(&self, node: Node<'_>) -> bool {
        node.text().is_some_and(|text| self.alphabet.matches(text, &self.separator))
    }
}
