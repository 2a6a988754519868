use crate::node::Node;
use crate::rules::bounds::{bounds, refuse_bounds};
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};

validator! {
    /// Fails when the number is outside the inclusive bounds. What is no number or not finite fails.
    pub struct RangeFloat reads Reads::NUM;
    /// The lowest value that passes. One of the two bounds must be given.
    "min" => min: Option<f64>;
    /// The highest value that passes.
    "max" => max: Option<f64>;
}

impl Validator for RangeFloat {
    fn refusal(&self) -> Option<(&'static str, String)> {
        refuse_bounds(self.min, self.max)
    }

    fn expectation(&self) -> String {
        bounds("a number", self.min, self.max)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let within = match node {
            Node::Number(number) => {
                let value = number.double();
                // NaN lies within any bounds for garde.
                value.is_finite() && garde::rules::range::apply(&value, (self.min, self.max)).is_ok()
            }
            _ => false,
        };
        if !within {
            at.fail(out);
        }
    }
}
