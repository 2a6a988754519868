use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::Validate;
use crate::rules::formats::word;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the string is not a word or phrase, or longer than the maximum. A word consists of letters and marks,
    /// joined by single inner apostrophes, hyphens, periods or spaces; a period may also occur before a space and at
    /// the end.
    pub struct WordValidator accepts ValueKinds::STRING;
    example {
        "word", WordValidator::new();
        passes r#"{"word": "Jean-Luc"}"#;
        fails r#"{"word": "a--b"}"#;
    }
    default {
        /// The maximum number of code points; 120 (documented).
        "max" => max, with_max: u64 = 120_u64;
        /// Whether decimal digits count as letters.
        "digits" => digits, with_digits: bool = false;
    }
}

impl Validate for WordValidator {
    fn is_local(&self) -> bool {
        true
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Word { max: self.max, digits: self.digits }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        let is_word = |text: &str| word::is_phrase(text, self.digits) && text.chars().count() as u64 <= self.max;
        value.text().is_some_and(is_word)
    }
}
