use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::bounds::{bounds_error, within};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the list has too few or too many items. Which counts a server takes is not public.
    pub struct CollectionCount reads ValueKinds::ARRAY;
    /// The least number of items. One of the two bounds must be given.
    "min" => min: Option<u64>;
    /// The greatest number of items.
    "max" => max: Option<u64>;
}

impl Validate for CollectionCount {
    const IS_LOCAL: bool = true;

    fn parameter_error(&self) -> Option<(&'static str, String)> {
        bounds_error(self.min, self.max)
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ItemCount { min: self.min, max: self.max }
    }

    fn fast_accept(&self) -> FastAccept {
        FastAccept::counts(self.min, self.max)
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        node.list().is_some_and(|list| within(&(list.count() as u64), self.min, self.max))
    }
}
