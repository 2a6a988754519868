use super::parameters::validator;
use crate::body::decode::FastAccept;
use crate::json::number::Integer;
use crate::report::RuleExpectation;
use crate::rules::bounds::bounds_problem;
use crate::rules::engine::Validate;
use crate::rules::params::ParameterProblem;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the integer is outside the inclusive bounds. The bounds of a server are not public.
    pub struct Range accepts ValueKinds::INT;
    example {
        "timeout", Range::new().with_min(1).with_max(300);
        passes r#"{"timeout": 60}"#;
        fails r#"{"timeout": 0}"#;
    }
    optional {
        /// The minimum. One of the two bounds is required.
        "min" => min, with_min: Integer as into;
        /// The maximum.
        "max" => max, with_max: Integer as into;
    }
}

impl Validate for Range {
    fn is_local(&self) -> bool {
        true
    }

    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        bounds_problem(self.min.as_ref(), self.max.as_ref())
    }

    fn expected(&self) -> RuleExpectation {
        let bound = |bound: &Option<Integer>| bound.as_ref().map(|bound| bound.as_number().to_json());
        RuleExpectation::Integer { min: bound(&self.min), max: bound(&self.max) }
    }

    fn fast_accept(&self) -> FastAccept {
        let bound = |bound: &Option<Integer>, limit| bound.as_ref().map_or(Some(limit), Integer::to_i64);
        match (bound(&self.min, i64::MIN), bound(&self.max, i64::MAX)) {
            (Some(min), Some(max)) => FastAccept::integers(min, max),
            _ => FastAccept::NOTHING,
        }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        let (min, max) = (self.min.as_ref().map(Integer::as_number), self.max.as_ref().map(Integer::as_number));
        value.integer().is_some_and(|value| value.is_within(min, max))
    }
}
