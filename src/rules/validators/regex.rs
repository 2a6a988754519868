use crate::report::RuleExpectation;
use crate::rules::params::Pattern;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the pattern matches nowhere in the text. It is not anchored.
    pub struct Regex reads ValueKinds::STRING;
    /// The pattern, in the syntax of the crate `regex`, with Unicode on.
    "pattern" => pattern: Pattern;
}

impl Validate for Regex {
    const IS_LOCAL: bool = true;

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Pattern { pattern: self.pattern.as_str().to_owned() }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        node.text().is_some_and(|text| self.pattern.is_match(text))
    }
}
