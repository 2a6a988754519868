use crate::rules::check::{Reads, Validator, validator};
use crate::rules::custom::CustomCheck;
use crate::rules::engine::{At, Out};
use serde_json::Value;

validator! {
    /// Fails when the caller's own check, one without an id on this list, refuses the value. Our choice: the documentation only names it.
    pub struct UnknownValidator reads Reads::ALL;
    /// The name under which the caller registered the check.
    "check" => check: CustomCheck;
}

impl Validator for UnknownValidator {
    fn expectation(&self) -> String {
        format!("what the check `{}` takes", self.check.name())
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let json = node.json();
        if !serde_json::from_str::<Value>(&json).is_ok_and(|value| self.check.passes(&value)) {
            at.fail(out);
        }
    }
}
