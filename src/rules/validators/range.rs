use crate::node::{Node, Number};
use crate::read::Sure;
use crate::rules::bounds::{refuse_bounds, within};
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::words;

validator! {
    /// Fails when the integer is outside the inclusive bounds. Which bounds a server has is not public.
    pub struct Range reads Reads::INT;
    /// The lowest value that passes. One of the two bounds must be given.
    "min" => min: Option<i64>;
    /// The highest value that passes.
    "max" => max: Option<i64>;
}

impl Validator for Range {
    const ALONE: bool = true;

    fn refusal(&self) -> Option<(&'static str, String)> {
        refuse_bounds(self.min, self.max)
    }

    fn expectation(&self) -> String {
        words::bounds("an integer", self.min, self.max)
    }

    fn sure(&self) -> Sure {
        Sure::integers(self.min, self.max)
    }

    fn alone(&self, node: Node<'_>) -> bool {
        if let Node::Number(Number::Integer(value)) = node {
            return within(&value, self.min, self.max);
        }
        node.integer().is_some_and(|value| within::<i128>(&value, self.min.map(Into::into), self.max.map(Into::into)))
    }
}
