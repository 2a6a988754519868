use crate::report::RuleExpectation;
use crate::rules::params::CustomCheck;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;
use serde_json::Value;

validator! {
    /// Fails when the caller's own check, one without an id on this list, refuses the value. Our choice: the documentation only names it.
    pub struct UnknownValidator reads ValueKinds::ANY;
    /// The name under which the caller registered the check.
    "check" => check: CustomCheck;
}

impl Validate for UnknownValidator {
    const IS_LOCAL: bool = true;

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::CustomCheck { name: self.check.name().to_owned() }
    }

    fn accepts_value(&self, node: ValueRef<'_>) -> bool {
        let json = node.json();
        serde_json::from_str::<Value>(&json).is_ok_and(|value| self.check.passes(&value))
    }
}
