use crate::node::Node;
use crate::rules::bounds::{refuse_bounds, within};
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::words;

validator! {
    /// Fails when the number is outside the inclusive bounds. What is no number or not finite fails.
    pub struct RangeFloat reads Reads::NUM;
    /// The lowest value that passes. One of the two bounds must be given.
    "min" => min: Option<f64>;
    /// The highest value that passes.
    "max" => max: Option<f64>;
}

impl Validator for RangeFloat {
    const ALONE: bool = true;

    fn refusal(&self) -> Option<(&'static str, String)> {
        refuse_bounds(self.min, self.max)
    }

    fn expectation(&self) -> String {
        words::bounds("a number", self.min, self.max)
    }

    fn alone(&self, node: Node<'_>) -> bool {
        match node {
            Node::Number(number) => {
                let value = number.double();
                // NaN lies within any bounds for garde.
                value.is_finite() && within(&value, self.min, self.max)
            }
            _ => false,
        }
    }
}
