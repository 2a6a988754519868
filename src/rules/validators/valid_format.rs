use crate::node::Node;
use crate::read::Sure;
use crate::rules::Format;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::text::phone::is_dial_string;

validator! {
    /// Fails when the value is not of the format. Texts, and for some formats numbers and Booleans.
    pub struct ValidFormat reads Reads::ANY;
    /// The format.
    "format" => format: Format;
}

impl Validator for ValidFormat {
    const ALONE: bool = true;

    fn reads(&self) -> Reads {
        let numbers = if self.format.reads_number() { Reads::NUM } else { Reads::TEXT };
        let booleans = if self.format.reads_boolean() { Reads::BOOLEAN } else { Reads::TEXT };
        Reads::TEXT.or(numbers).or(booleans)
    }

    fn expectation(&self) -> String {
        format!("a text of the format `{}`", self.format.name())
    }

    fn sure(&self) -> Sure {
        match self.format {
            Format::PhoneNumber => Sure::texts(is_dial_string),
            _ => Sure::NOTHING,
        }
    }

    fn alone(&self, node: Node<'_>) -> bool {
        match node {
            Node::Text(text) => self.format.matches(text),
            Node::Number(number) => self.format.reads_number() && self.format.matches(&number.text()),
            Node::Boolean(value) => {
                self.format.reads_boolean() && self.format.matches(if value { "true" } else { "false" })
            }
            _ => false,
        }
    }
}
