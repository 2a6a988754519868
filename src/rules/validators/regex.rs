use super::parameters::validator;
use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::engine::Validate;
use crate::rules::params::Pattern;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the pattern does not match anywhere in the string. It is not anchored; use `^` and `$`.
    pub struct Regex accepts ValueKinds::STRING;
    example {
        "code", Regex::new("^[A-Z]{2}$");
        passes r#"{"code": "US"}"#;
        fails r#"{"code": "USA"}"#;
    }
    required {
        /// The pattern, in the syntax of the crate `regex`, in Unicode mode; at most 2 MiB when compiled.
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
