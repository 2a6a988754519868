use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::report::RuleExpectation;
use crate::rules::engine::Validate;
use crate::rules::params::{ParameterProblem, PronunciationAlphabet};
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the string is not a sequence of symbols of the alphabet, compared case-sensitively. The empty string
    /// fails.
    pub struct PronunciationValidator accepts ValueKinds::STRING;
    example {
        "spoken", PronunciationValidator::new(PronunciationAlphabet::arpabet());
        passes r#"{"spoken": "HH AH0 L OW1"}"#;
        fails r#"{"spoken": "hello"}"#;
    }
    required {
        /// An array of symbols, or the name of an alphabet.
        "alphabet" => alphabet: PronunciationAlphabet as into;
    }
    default {
        /// The separator between two symbols, which no symbol contains; if it is empty, symbols follow each other
        /// directly.
        "separator" => separator, with_separator: String as into = " ".to_owned();
    }
}

impl Validate for PronunciationValidator {
    fn is_local(&self) -> bool {
        true
    }

    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        let problem = |symbol: &str| {
            let expected = LoadExpected::SymbolWithoutSeparator { symbol: symbol.to_owned() };
            ParameterProblem::conflict(&["alphabet", "separator"], expected, LoadFound::string(&self.separator))
        };
        self.alphabet.symbol_containing(&self.separator).map(problem).into_iter().collect()
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Pronunciation {
            symbols: self.alphabet.symbols().map(<[_]>::to_vec),
            separator: self.separator.clone(),
        }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        value.text().is_some_and(|string| self.alphabet.matches(string, &self.separator))
    }
}
