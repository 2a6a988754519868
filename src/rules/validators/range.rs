use crate::body::decode::FastAccept;
use crate::rules::bounds::{bounds_error, within};
use crate::rules::describe;
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

    fn refusal(&self) -> Option<(&'static str, String)> {
        bounds_error(self.min, self.max)
    }

    fn expectation(&self) -> String {
        describe::bounds("an integer", self.min, self.max)
    }

    fn sure(&self) -> FastAccept {
        FastAccept::integers(self.min, self.max)
    }

    fn alone(&self, node: ValueRef<'_>) -> bool {
        if let ValueRef::Number(Number::Integer(value)) = node {
            return within(&value, self.min, self.max);
        }
        node.integer().is_some_and(|value| within::<i128>(&value, self.min.map(Into::into), self.max.map(Into::into)))
    }
}
