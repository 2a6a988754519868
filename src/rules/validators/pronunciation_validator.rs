use crate::report::RuleExpectation;
use crate::rules::params::PronunciationAlphabet;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the text is not a sequence of the alphabet's symbols, in exact case. The empty text fails.
    pub struct PronunciationValidator reads ValueKinds::STRING;
    /// An array of symbols, none of which contains the separator, or `"arpabet"`: 39 symbols, vowels with an optional stress digit 0 to 2.
    "alphabet" => alphabet: PronunciationAlphabet;
    /// What is between two symbols; if empty, they follow one another directly.
    "separator" => separator: String = " ".to_owned();
}

impl Validate for PronunciationValidator {
    const IS_LOCAL: bool = true;

    fn parameter_error(&self) -> Option<(&'static str, String)> {
        let symbol = self.alphabet.symbol_containing(&self.separator)?;
        Some(("alphabet", format!("expected symbols without the separator {:?}, found {symbol:?}", self.separator)))
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Pronunciation {
            symbols: self.alphabet.symbols().map(<[_]>::to_vec),
            separator: self.separator.clone(),
        }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        node.text().is_some_and(|text| self.alphabet.matches(text, &self.separator))
    }
}
