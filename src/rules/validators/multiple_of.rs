use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::json::number::Number;
use crate::report::RuleExpectation;
use crate::rules::engine::Validate;
use crate::rules::params::ParameterProblem;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the integer is not the offset plus a multiple of the divisor.
    pub struct MultipleOf accepts ValueKinds::INT;
    example {
        "interval", MultipleOf::new(15);
        passes r#"{"interval": 45}"#;
        fails r#"{"interval": 40}"#;
    }
    required {
        /// The divisor, above 0.
        "divisor" => divisor: i64;
    }
    default {
        /// Subtracted before the division.
        "offset" => offset, with_offset: i64 = 0_i64;
    }
}

impl Validate for MultipleOf {
    fn is_local(&self) -> bool {
        true
    }

    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        let found = || LoadFound::Number(self.divisor.to_string());
        let problem = || ParameterProblem::value(&["divisor"], LoadExpected::AboveZero, found());
        (self.divisor <= 0).then(problem).into_iter().collect()
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::MultipleOf { divisor: self.divisor, offset: self.offset }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        let Ok(divisor) = u64::try_from(self.divisor) else { return false };
        let offset = Number::Integer(self.offset).rem_euclid(divisor);
        value.integer().is_some_and(|value| value.rem_euclid(divisor) == offset)
    }
}
