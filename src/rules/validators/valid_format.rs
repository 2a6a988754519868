use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::Format;
use crate::rules::formats::phone::is_dial_string;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the value is not of the format. Texts, and for some formats numbers and Booleans.
    pub struct ValidFormat reads ValueKinds::SCALAR;
    /// The format.
    "format" => format: Format;
}

impl Validate for ValidFormat {
    const IS_LOCAL: bool = true;

    fn reads(&self) -> ValueKinds {
        let numbers = if self.format.reads_number() { ValueKinds::NUMBER } else { ValueKinds::STRING };
        let booleans = if self.format.reads_boolean() { ValueKinds::BOOLEAN } else { ValueKinds::STRING };
        ValueKinds::STRING.or(numbers).or(booleans)
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Format(self.format)
    }

    fn fast_accept(&self) -> FastAccept {
        match self.format {
            Format::PhoneNumber => FastAccept::texts(is_dial_string),
            _ => FastAccept::NOTHING,
        }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        match node {
            ValueRef::String(text) => self.format.matches(text),
            ValueRef::Number(number) => self.format.reads_number() && self.format.matches(&number.text()),
            ValueRef::Boolean(value) => {
                self.format.reads_boolean() && self.format.matches(if value { "true" } else { "false" })
            }
            _ => false,
        }
    }
}
