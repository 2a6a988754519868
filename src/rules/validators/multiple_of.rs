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

    fn refusal(&self) -> Option<(&'static str, String)> {
        (self.divisor <= 0).then(|| ("divisor", format!("expected an integer above 0, found {}", self.divisor)))
    }

    fn expectation(&self) -> String {
        match self.offset {
            0 => format!("a multiple of {}", self.divisor),
            offset => format!("{offset} plus a multiple of {}", self.divisor),
        }
    }

    fn alone(&self, node: ValueRef<'_>) -> bool {
        let is_multiple = |value: i128| {
            let divisor = i128::from(self.divisor);
            value.rem_euclid(divisor) == i128::from(self.offset).rem_euclid(divisor)
        };
        node.integer().is_some_and(is_multiple)
    }
}
