use super::parameters::validator;
use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::engine::Validate;
use crate::rules::formats::phone::is_dial_string;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;
use crate::vocabulary::Format;

validator! {
    /// Fails if the value does not match the format. All formats accept strings, some also numbers or booleans.
    pub struct ValidFormat accepts ValueKinds::SCALAR;
    example {
        "mail", ValidFormat::new(Format::Email);
        passes r#"{"mail": "jane@example.com"}"#;
        fails r#"{"mail": "jane@"}"#;
    }
    required {
        /// The format.
        "format" => format: Format;
    }
}

impl Validate for ValidFormat {
    fn is_local(&self) -> bool {
        true
    }

    fn accepts(&self) -> ValueKinds {
        let numbers = if self.format.reads_number() { ValueKinds::NUMBER } else { ValueKinds::STRING };
        let booleans = if self.format.reads_boolean() { ValueKinds::BOOLEAN } else { ValueKinds::STRING };
        ValueKinds::STRING.or(numbers).or(booleans)
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Format(self.format)
    }

    fn fast_accept(&self) -> FastAccept {
        match self.format {
            Format::PhoneNumber => FastAccept::strings(is_dial_string),
            _ => FastAccept::NOTHING,
        }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        match value {
            ValueRef::String(string) => self.format.matches(string),
            ValueRef::Number(number) => self.format.reads_number() && self.format.matches(&number.to_string()),
            ValueRef::Boolean(value) => {
                self.format.reads_boolean() && self.format.matches(if value { "true" } else { "false" })
            }
            _ => false,
        }
    }
}
