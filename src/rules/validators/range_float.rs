use crate::rules::bounds::{bounds_error, within};
use crate::rules::describe;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the number is outside the inclusive bounds. What is no number or not finite fails.
    pub struct RangeFloat reads ValueKinds::NUM;
    /// The lowest value that passes. One of the two bounds must be given.
    "min" => min: Option<f64>;
    /// The highest value that passes.
    "max" => max: Option<f64>;
}

impl Validate for RangeFloat {
    const IS_LOCAL: bool = true;

    fn refusal(&self) -> Option<(&'static str, String)> {
        bounds_error(self.min, self.max)
    }

    fn expectation(&self) -> String {
        describe::bounds("a number", self.min, self.max)
    }

    fn alone(&self, node: ValueRef<'_>) -> bool {
        match node {
            ValueRef::Number(number) => {
                let value = number.double();
                // NaN lies within any bounds for garde.
                value.is_finite() && within(&value, self.min, self.max)
            }
            _ => false,
        }
    }
}
