use crate::node::Node;
use crate::rules::characters::Characters;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::text::characters;

validator! {
    /// Fails when one of the characters occurs, or a control character (Cc).
    pub struct InvalidCharacters reads Reads::TEXT;
    /// Each code point of this text is forbidden; `\\/:*<>|` is documented for user names.
    "characters" => characters: Characters;
    /// Whether control characters pass, as in a text of several lines.
    "allowControl" => allow_control: bool = false;
}

impl Validator for InvalidCharacters {
    const ALONE: bool = true;

    fn expectation(&self) -> String {
        let control = if self.allow_control { "" } else { ", and without control characters" };
        format!("a text without any of {:?}{control}", self.characters.as_str())
    }

    fn alone(&self, node: Node<'_>) -> bool {
        let is_valid = |text: &str| !characters::has_invalid(text, self.characters.set(), self.allow_control);
        node.text().is_some_and(is_valid)
    }
}
