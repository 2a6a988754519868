use super::parameters::validator;
use crate::body::decode::FastAccept;
use crate::json::number::Number;
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
        "min" => min, with_min: i64;
        /// The maximum.
        "max" => max, with_max: i64;
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
        RuleExpectation::Integer { min: self.min, max: self.max }
    }

    fn fast_accept(&self) -> FastAccept {
        FastAccept::integers(self.min, self.max)
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        if let ValueRef::Number(Number::Integer(value)) = value {
            return self.min.is_none_or(|min| value >= min) && self.max.is_none_or(|max| value <= max);
        }
        let (min, max) = (self.min.map(Number::Integer), self.max.map(Number::Integer));
        value.integer().is_some_and(|value| value.is_within(min, max))
    }
}
