use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};
use crate::rules::pattern::Pattern;

validator! {
    /// Fails when the pattern matches nowhere in the text. It is not anchored.
    pub struct Regex reads Reads::TEXT;
    /// The pattern, in the syntax of the crate `regex`, with Unicode on.
    "pattern" => pattern: Pattern;
}

impl Validator for Regex {
    fn expectation(&self) -> String {
        format!("a text that matches `{}`", self.pattern.as_str())
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        if !node.text().is_some_and(|text| self.pattern.is_match(text)) {
            at.fail(out);
        }
    }
}
