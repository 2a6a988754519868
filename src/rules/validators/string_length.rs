use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::bounds::{bounds_error, counts};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;
use crate::vocabulary::LengthUnit;
use garde::rules::length;

validator! {
    /// Fails when the text has too few or too many characters. Which lengths a server takes is not public.
    pub struct StringLength reads ValueKinds::STRING;
    /// The least number of characters. One of the two bounds must be given.
    "min" => min: Option<u64>;
    /// The greatest number of characters.
    "max" => max: Option<u64>;
    /// What is counted.
    "unit" => unit: LengthUnit = LengthUnit::CodePoints;
}

impl Validate for StringLength {
    const IS_LOCAL: bool = true;

    fn parameter_error(&self) -> Option<(&'static str, String)> {
        bounds_error(self.min, self.max)
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Length { min: self.min, max: self.max, unit: self.unit }
    }

    fn fast_accept(&self) -> FastAccept {
        // A text has no more characters, of either unit, than bytes.
        match counts(self.min, self.max) {
            (0, max) => FastAccept::texts_up_to(max),
            _ => FastAccept::NOTHING,
        }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        let bounds = counts(self.min, self.max);
        node.text().is_some_and(|text| match self.unit {
            LengthUnit::CodePoints => length::chars::apply(&text, bounds).is_ok(),
            LengthUnit::Utf16 => length::utf16::apply(&text, bounds).is_ok(),
        })
    }
}
