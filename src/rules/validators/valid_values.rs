use crate::node::Node;
use crate::read::Sure;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::values::Values;
use crate::rules::words;

validator! {
    /// Fails when the value is not in the set. Which sets a server has is mostly not public.
    pub struct ValidValues reads Reads::ANY;
    /// The values that pass: texts, integers, codes, Booleans.
    "values" => values: Values;
    /// Whether texts compare without case.
    "ignoreCase" => ignore_case: bool = false;
}

impl Validator for ValidValues {
    const ALONE: bool = true;

    fn expectation(&self) -> String {
        format!("one of {}", words::values(self.values.iter()))
    }

    fn sure(&self) -> Sure {
        self.values.sure()
    }

    fn alone(&self, node: Node<'_>) -> bool {
        self.values.contains(node, self.ignore_case)
    }
}
