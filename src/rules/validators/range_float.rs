use super::parameters::validator;
use crate::json::number::OwnedNumber;
use crate::report::RuleExpectation;
use crate::rules::bounds::bounds_problem;
use crate::rules::engine::Validate;
use crate::rules::params::ParameterProblem;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the number is outside the inclusive bounds. Numbers are compared by their exact decimal values; one
    /// that is not finite fails.
    pub struct RangeFloat accepts ValueKinds::NUMBER;
    page {
        /// A bound is an integer, or a decimal number as in JSON:
        ///
        /// ```
        /// use icws_schema::rules::{validators::*, *};
        ///
        /// let rule = Rule::new("volume", RangeFloat::new().with_min(0).with_max("0.1".parse::<OwnedNumber>()?));
        /// let checker = ObjectChecker::new(&RuleSet::new([rule])?)?;
        /// let context = ObjectContext::new();
        /// assert!(checker.check(r#"{"volume": 0.1}"#, &context).is_valid());
        /// assert!(!checker.check(r#"{"volume": 0.10000000000000000001}"#, &context).is_valid());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
    }
    optional {
        /// The minimum. One of the two bounds is required.
        "min" => min, with_min: OwnedNumber as into;
        /// The maximum.
        "max" => max, with_max: OwnedNumber as into;
    }
}

impl Validate for RangeFloat {
    fn is_local(&self) -> bool {
        true
    }

    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        bounds_problem(self.min.as_ref(), self.max.as_ref())
    }

    fn expected(&self) -> RuleExpectation {
        let bound = |bound: &Option<OwnedNumber>| bound.as_ref().map(ToString::to_string);
        RuleExpectation::Number { min: bound(&self.min), max: bound(&self.max) }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        let ValueRef::Number(number) = value else { return false };
        number.is_finite()
            && number
                .is_within(self.min.as_ref().map(OwnedNumber::as_number), self.max.as_ref().map(OwnedNumber::as_number))
    }
}
