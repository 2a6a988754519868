use crate::body::decode::FastAccept;
use crate::report::RuleExpectation;
use crate::rules::params::{Scalar, ValueSet};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the value is not in the set. Which sets a server has is mostly not public.
    pub struct ValidValues reads ValueKinds::SCALAR;
    /// The values that pass: texts, integers, codes, Booleans.
    "values" => values: ValueSet;
    /// Whether texts compare without case.
    "ignoreCase" => ignore_case: bool = false;
}

impl Validate for ValidValues {
    const IS_LOCAL: bool = true;

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::OneOf {
            values: self.values.iter().map(Scalar::expected).collect(),
            ignore_case: self.ignore_case,
        }
    }

    fn fast_accept(&self) -> FastAccept {
        self.values.fast_accept()
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        self.values.contains(node, self.ignore_case)
    }
}
