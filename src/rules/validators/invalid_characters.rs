use crate::rules::formats::characters;
use crate::rules::params::CharSet;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when one of the characters occurs, or a control character (Cc).
    pub struct InvalidCharacters reads ValueKinds::TEXT;
    /// Each code point of this text is forbidden; `\\/:*<>|` is documented for user names.
    "characters" => characters: CharSet;
    /// Whether control characters pass, as in a text of several lines.
    "allowControl" => allow_control: bool = false;
}

impl Validate for InvalidCharacters {
    const IS_LOCAL: bool = true;

    fn expectation(&self) -> String {
        let control = if self.allow_control { "" } else { ", and without control characters" };
        format!("a text without any of {:?}{control}", self.characters.as_str())
    }

    fn alone(&self, node: ValueRef<'_>) -> bool {
        let is_valid = |text: &str| !characters::has_invalid(text, self.characters.set(), self.allow_control);
        node.text().is_some_and(is_valid)
    }
}
