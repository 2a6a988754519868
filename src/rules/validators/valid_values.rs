use crate::node::Node;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::same;
use crate::rules::parameter::Scalar;
use crate::rules::words;

validator! {
    /// Fails when the value is not in the set. Which sets a server has is mostly not public.
    pub struct ValidValues reads Reads::ANY;
    /// The values that pass: texts, integers, codes, Booleans.
    "values" => values: Vec<Scalar>;
    /// Whether texts compare without case.
    "ignoreCase" => ignore_case: bool = false;
}

impl Validator for ValidValues {
    const ALONE: bool = true;

    fn expectation(&self) -> String {
        format!("one of {}", words::values(&self.values))
    }

    fn alone(&self, node: Node<'_>) -> bool {
        self.values.iter().any(|value| match (value, node) {
            (Scalar::Text(value), Node::Text(text)) if self.ignore_case => same(value, text),
            _ => value.equals(node),
        })
    }
}
