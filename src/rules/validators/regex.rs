use crate::node::Node;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::pattern::Pattern;

validator! {
    /// Fails when the pattern matches nowhere in the text. It is not anchored.
    pub struct Regex reads Reads::TEXT;
    /// The pattern, in the syntax of the crate `regex`, with Unicode on.
    "pattern" => pattern: Pattern;
}

impl Validator for Regex {
    const ALONE: bool = true;

    fn expectation(&self) -> String {
        format!("a text that matches `{}`", self.pattern.as_str())
    }

    fn alone(&self, node: Node<'_>) -> bool {
        node.text().is_some_and(|text| self.pattern.is_match(text))
    }
}
