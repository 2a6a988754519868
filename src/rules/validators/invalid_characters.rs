use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::Validate;
use crate::rules::formats::characters;
use crate::rules::params::CharSet;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the string contains one of the characters or a control character (Cc).
    pub struct InvalidCharacters accepts ValueKinds::STRING;
    example {
        "name", InvalidCharacters::new("/:*<>|");
        passes r#"{"name": "Jane Doe"}"#;
        fails r#"{"name": "Jane/Doe"}"#;
    }
    required {
        /// A string whose code points are forbidden; `\/:*<>|` is documented for user names.
        "characters" => characters: CharSet as into;
    }
    default {
        /// Whether control characters are allowed, as in text of several lines.
        "allowControl" => allow_control, with_allow_control: bool = false;
    }
}

impl Validate for InvalidCharacters {
    fn is_local(&self) -> bool {
        true
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::WithoutCharacters {
            characters: self.characters.as_str().to_owned(),
            allow_control: self.allow_control,
        }
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        let is_valid = |text: &str| !characters::has_invalid(text, self.characters.set(), self.allow_control);
        value.text().is_some_and(is_valid)
    }
}
