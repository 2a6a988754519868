use crate::report::RuleExpectation;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the integer is not the offset plus a multiple of the divisor.
    pub struct MultipleOf reads ValueKinds::INT;
    /// The divisor, above 0.
    "divisor" => divisor: i64;
    /// What is taken off first.
    "offset" => offset: i64 = 0_i64;
}

impl Validate for MultipleOf {
    const IS_LOCAL: bool = true;

    fn parameter_error(&self) -> Option<(&'static str, String)> {
        (self.divisor <= 0).then(|| ("divisor", format!("expected an integer above 0, found {}", self.divisor)))
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::MultipleOf { divisor: self.divisor, offset: self.offset }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        let is_multiple = |value: i128| {
            let divisor = i128::from(self.divisor);
            value.rem_euclid(divisor) == i128::from(self.offset).rem_euclid(divisor)
        };
        node.integer().is_some_and(is_multiple)
    }
}
