use crate::report::RuleExpectation;
use crate::rules::bounds::{bounds_error, within};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the number is outside the inclusive bounds. What is no number or not finite fails.
    pub struct RangeFloat reads ValueKinds::NUMBER;
    /// The lowest value that passes. One of the two bounds must be given.
    "min" => min: Option<f64>;
    /// The highest value that passes.
    "max" => max: Option<f64>;
}

impl Validate for RangeFloat {
    const IS_LOCAL: bool = true;

    fn parameter_error(&self) -> Option<(&'static str, String)> {
        bounds_error(self.min, self.max)
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Number { min: self.min.map(|min| min.to_string()), max: self.max.map(|max| max.to_string()) }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
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
