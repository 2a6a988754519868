use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::bounds::{bounds_error, within};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::{Number, ValueRef};

validator! {
    /// Fails when the integer is outside the inclusive bounds. Which bounds a server has is not public.
    pub struct Range reads ValueKinds::INT;
    /// The lowest value that passes. One of the two bounds must be given.
    "min" => min: Option<i64>;
    /// The highest value that passes.
    "max" => max: Option<i64>;
}

impl Validate for Range {
    const IS_LOCAL: bool = true;

    fn parameter_error(&self) -> Option<(&'static str, String)> {
        bounds_error(self.min, self.max)
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Integer { min: self.min, max: self.max }
    }

    fn fast_accept(&self) -> FastAccept {
        FastAccept::integers(self.min, self.max)
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        if let ValueRef::Number(Number::Integer(value)) = node {
            return within(&value, self.min, self.max);
        }
        node.integer().is_some_and(|value| within::<i128>(&value, self.min.map(Into::into), self.max.map(Into::into)))
    }
}
