use super::parameters::validator;
use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::bounds::{bounds_problem, is_within};
use crate::rules::engine::Validate;
use crate::rules::params::ParameterProblem;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;
use crate::vocabulary::LengthUnit;

validator! {
    /// Fails if the string has too few or too many characters. The lengths that a server accepts are not public.
    pub struct StringLength accepts ValueKinds::STRING;
    example {
        "name", StringLength::new().with_min(1).with_max(8);
        passes r#"{"name": "Jane"}"#;
        fails r#"{"name": "Jane Marie"}"#;
    }
    optional {
        /// The minimum number of characters. One of the two bounds is required.
        "min" => min, with_min: u64;
        /// The maximum number of characters.
        "max" => max, with_max: u64;
    }
    default {
        /// The unit of the length.
        "unit" => unit, with_unit: LengthUnit = LengthUnit::CodePoints;
    }
}

impl Validate for StringLength {
    fn is_local(&self) -> bool {
        true
    }

    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        bounds_problem(self.min.as_ref(), self.max.as_ref())
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Length { min: self.min, max: self.max, unit: self.unit }
    }

    fn fast_accept(&self) -> FastAccept {
        // A string has no more characters, of either unit, than bytes.
        match (self.min.unwrap_or(0), self.max) {
            (0, max) => FastAccept::strings_up_to(max.map_or(usize::MAX, |max| max.try_into().unwrap_or(usize::MAX))),
            _ => FastAccept::NOTHING,
        }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        let length = |string: &str| match self.unit {
            LengthUnit::CodePoints => string.chars().count(),
            LengthUnit::Utf16 => string.encode_utf16().count(),
        };
        // A string has no more characters, of either unit, than bytes.
        let is_short = |string: &str| self.min.is_none() && is_within(string.len(), None, self.max);
        value.text().is_some_and(|string| is_short(string) || is_within(length(string), self.min, self.max))
    }
}
