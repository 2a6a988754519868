use crate::node::Node;
use crate::read::Sure;
use crate::rules::bounds::{counts, refuse_bounds};
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::parameter::choice;
use crate::rules::words;
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
    pub struct StringLength reads Reads::TEXT;
    /// The least number of characters. One of the two bounds must be given.
    "min" => min: Option<u64>;
    /// The greatest number of characters.
    "max" => max: Option<u64>;
    /// What is counted.
    "unit" => unit: LengthUnit = LengthUnit::CodePoints;
}

impl Validator for StringLength {
    const ALONE: bool = true;

    fn refusal(&self) -> Option<(&'static str, String)> {
        refuse_bounds(self.min, self.max)
    }

    fn expectation(&self) -> String {
        let unit = match self.unit {
            LengthUnit::CodePoints => "character",
            LengthUnit::Utf16 => "UTF-16 unit",
        };
        words::amounts("a text", self.min, self.max, unit)
    }

    fn sure(&self) -> Sure {
        // A text has no more characters, of either unit, than bytes.
        match counts(self.min, self.max) {
            (0, max) => Sure::texts_up_to(max),
            _ => Sure::NOTHING,
        }
    }

    fn alone(&self, node: Node<'_>) -> bool {
        let bounds = counts(self.min, self.max);
        node.text().is_some_and(|text| match self.unit {
            LengthUnit::CodePoints => length::chars::apply(&text, bounds).is_ok(),
            LengthUnit::Utf16 => length::utf16::apply(&text, bounds).is_ok(),
        })
    }
}
