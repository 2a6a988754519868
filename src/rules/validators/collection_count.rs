use super::parameters::validator;
use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::bounds::{bounds_problem, is_within};
use crate::rules::engine::Validate;
use crate::rules::params::ParameterProblem;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the array has too few or too many items. The numbers that a server accepts are not public.
    pub struct CollectionCount accepts ValueKinds::ARRAY;
    example {
        "numbers", CollectionCount::new().with_max(2);
        passes r#"{"numbers": ["8001", "8002"]}"#;
        fails r#"{"numbers": ["8001", "8002", "8003"]}"#;
    }
    optional {
        /// The minimum number of items. One of the two bounds is required.
        "min" => min, with_min: u64;
        /// The maximum number of items.
        "max" => max, with_max: u64;
    }
}

impl Validate for CollectionCount {
    fn is_local(&self) -> bool {
        true
    }

    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        bounds_problem(self.min.as_ref(), self.max.as_ref())
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ItemCount { min: self.min, max: self.max }
    }

    fn fast_accept(&self) -> FastAccept {
        FastAccept::counts(self.min, self.max)
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        value.list().is_some_and(|list| is_within(list.count(), self.min, self.max))
    }
}
