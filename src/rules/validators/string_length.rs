use crate::body::decode::FastAccept;
use crate::rules::bounds::{bounds_error, counts};
use crate::rules::describe;
use crate::rules::params::choice;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;
use garde::rules::length;

choice! {
    /// What the length of a text counts.
    pub enum LengthUnit {
        /// Unicode code points.
        "codePoints" => CodePoints,
        /// UTF-16 code units.
        "utf16" => Utf16,
    }
}

validator! {
    /// Fails when the text has too few or too many characters. Which lengths a server takes is not public.
    pub struct StringLength reads ValueKinds::TEXT;
    /// The least number of characters. One of the two bounds must be given.
    "min" => min: Option<u64>;
    /// The greatest number of characters.
    "max" => max: Option<u64>;
    /// What is counted.
    "unit" => unit: LengthUnit = LengthUnit::CodePoints;
}

impl Validate for StringLength {
    const IS_LOCAL: bool = true;

    fn refusal(&self) -> Option<(&'static str, String)> {
        bounds_error(self.min, self.max)
    }

    fn expectation(&self) -> String {
        let unit = match self.unit {
            LengthUnit::CodePoints => "character",
            LengthUnit::Utf16 => "UTF-16 unit",
        };
        describe::amounts("a text", self.min, self.max, unit)
    }

    fn sure(&self) -> FastAccept {
        // A text has no more characters, of either unit, than bytes.
        match counts(self.min, self.max) {
            (0, max) => FastAccept::texts_up_to(max),
            _ => FastAccept::NOTHING,
        }
    }

    fn alone(&self, node: ValueRef<'_>) -> bool {
        let bounds = counts(self.min, self.max);
        node.text().is_some_and(|text| match self.unit {
            LengthUnit::CodePoints => length::chars::apply(&text, bounds).is_ok(),
            LengthUnit::Utf16 => length::utf16::apply(&text, bounds).is_ok(),
        })
    }
}
