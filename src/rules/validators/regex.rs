use crate::rules::params::Pattern;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the pattern matches nowhere in the text. It is not anchored.
    pub struct Regex reads ValueKinds::TEXT;
    /// The pattern, in the syntax of the crate `regex`, with Unicode on.
    "pattern" => pattern: Pattern;
}

impl Validate for Regex {
    const IS_LOCAL: bool = true;

    fn expectation(&self) -> String {
        format!("a text that matches `{}`", self.pattern.as_str())
    }

    fn alone(&self, node: ValueRef<'_>) -> bool {
        node.text().is_some_and(|text| self.pattern.is_match(text))
    }
}
