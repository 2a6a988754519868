use crate::report::RuleExpectation;
use crate::rules::formats::word;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the text is no word or phrase, or longer than the maximum. A word is letters and marks, joined by single inner apostrophes,
    /// hyphens, full stops or blanks; a full stop may also stand before a blank and at the end.
    pub struct WordValidator reads ValueKinds::STRING;
    /// The greatest number of code points; 120 is documented.
    "max" => max: u64 = 120_u64;
    /// Whether decimal digits count as letters.
    "digits" => digits: bool = false;
}

impl Validate for WordValidator {
    const IS_LOCAL: bool = true;

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Word { max: self.max, digits: self.digits }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        let is_word = |text: &str| word::is_phrase(text, self.digits) && text.chars().count() as u64 <= self.max;
        node.text().is_some_and(is_word)
    }
}
