use super::parameters::validator;
use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::engine::Validate;
use crate::rules::params::{Scalar, ValueSet};
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the value is not in the set. The sets of a server are mostly not public.
    pub struct ValidValues accepts ValueKinds::SCALAR;
    example {
        "mode", ValidValues::new(["Internal", "External"]);
        passes r#"{"mode": "Internal"}"#;
        fails r#"{"mode": "internal"}"#;
    }
    required {
        /// The accepted values: strings, integers, codes and booleans; at least one.
        "values" => values: ValueSet as each Scalar;
    }
    default {
        /// Whether strings are compared case-insensitively.
        "ignoreCase" => ignore_case, with_ignore_case: bool = false;
    }
}

impl Validate for ValidValues {
    fn is_local(&self) -> bool {
        true
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::OneOf {
            values: self.values.iter().map(Scalar::expected).collect(),
            ignore_case: self.ignore_case,
        }
    }

    fn fast_accept(&self) -> FastAccept {
        self.values.fast_accept()
    }

    fn accepts_value(&self, value: ValueRef<'_>) -> bool {
        self.values.contains(value, self.ignore_case)
    }
}
