use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::json::number::{Integer, Number};
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
        "divisor" => divisor: Integer as into;
    }
    default {
        /// Subtracted before the division.
        "offset" => offset, with_offset: Integer as into = Integer::from(0);
    }
}

impl MultipleOf {
    /// Returns whether the offset makes no difference.
    pub(crate) fn is_without_offset(&self) -> bool {
        self.offset.as_number().is_congruent(Number::Integer(0), self.divisor.as_number())
    }
}

impl Validate for MultipleOf {
    fn is_local(&self) -> bool {
        true
    }

    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        let found = || LoadFound::Number(self.divisor.to_string());
        let problem = || ParameterProblem::value(&["divisor"], LoadExpected::AboveZero, found());
        (self.divisor <= Integer::from(0)).then(problem).into_iter().collect()
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::MultipleOf {
            divisor: self.divisor.as_number().to_json(),
            offset: self.offset.as_number().to_json(),
        }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        let (offset, divisor) = (self.offset.as_number(), self.divisor.as_number());
        value.integer().is_some_and(|value| value.is_congruent(offset, divisor))
    }
}
