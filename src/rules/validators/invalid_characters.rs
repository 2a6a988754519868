use crate::report::RuleExpectation;
use crate::rules::formats::characters;
use crate::rules::params::CharSet;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when one of the characters occurs, or a control character (Cc).
    pub struct InvalidCharacters reads ValueKinds::STRING;
    /// Each code point of this text is forbidden; `\\/:*<>|` is documented for user names.
    "characters" => characters: CharSet;
    /// Whether control characters pass, as in a text of several lines.
    "allowControl" => allow_control: bool = false;
}

impl Validate for InvalidCharacters {
    const IS_LOCAL: bool = true;

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::WithoutCharacters {
            characters: self.characters.as_str().to_owned(),
            allow_control: self.allow_control,
        }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        let is_valid = |text: &str| !characters::has_invalid(text, self.characters.set(), self.allow_control);
        node.text().is_some_and(is_valid)
    }
}
