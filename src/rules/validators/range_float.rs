use crate::json::number::OwnedNumber;
use crate::report::RuleExpectation;
use crate::rules::bounds::bounds_error;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the number is outside the inclusive bounds. What is no number or not finite fails.
    pub struct RangeFloat reads ValueKinds::NUMBER;
    /// The lowest value that passes. One of the two bounds must be given.
    "min" => min: Option<OwnedNumber>;
    /// The highest value that passes.
    "max" => max: Option<OwnedNumber>;
}

impl Validate for RangeFloat {
    const IS_LOCAL: bool = true;

    fn parameter_error(&self) -> Option<(&'static str, String)> {
        bounds_error(self.min.as_ref(), self.max.as_ref())
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Number {
            min: self.min.as_ref().map(ToString::to_string),
            max: self.max.as_ref().map(ToString::to_string),
        }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        match node {
            ValueRef::Number(number) if number.is_finite() => number.is_within(
                self.min.as_ref().map(OwnedNumber::as_number),
                self.max.as_ref().map(OwnedNumber::as_number),
            ),
            _ => false,
        }
    }
}
