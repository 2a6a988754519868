use super::parameters::validator;
use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::engine::Validate;
use crate::rules::params::Pattern;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the pattern matches nowhere in the string. It is not anchored: `^` and `$` do that.
    pub struct Regex accepts ValueKinds::STRING;
    example {
        "code", Regex::new("^[A-Z]{2}$");
        passes r#"{"code": "US"}"#;
        fails r#"{"code": "USA"}"#;
    }
    required {
        /// The pattern, in the syntax of the crate `regex`, with Unicode on; at most 2 MiB when it is compiled.
        "pattern" => pattern: Pattern as into;
    }
}

impl Validate for Regex {
    fn is_local(&self) -> bool {
        true
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Pattern { pattern: self.pattern.as_str().to_owned() }
    }

    fn fast_accept(&self) -> FastAccept {
        self.pattern.fast_accept()
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        value.text().is_some_and(|string| self.pattern.is_match(string))
    }
}
