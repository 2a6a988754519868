use crate::rules::check::{Reads, Validator, validator};
use crate::rules::condition::Test;
use crate::rules::engine::{At, Lookup, Out, passes};
use crate::rules::path::Path;

validator! {
    /// Fails when the property is set, and the other one is not as expected.
    pub struct OtherAttributeValue reads Reads::ALL;
    /// The path of the other property.
    "other" => other: Path;
    /// What is expected of it: `{"present": true}`, `{"absent": true}`, `{"is": V}` or `{"isNot": V}`.
    "expect" => expect: Test;
}

impl Validator for OtherAttributeValue {
    fn expectation(&self) -> String {
        format!("no value unless `{}` {}", self.other, self.expect)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        if at.set().is_none() {
            return;
        }
        match at.lookup(&self.other) {
            Lookup::NotKnown => at.path_not_known(&self.other, out),
            lookup => at.answered(Some(passes(&self.expect, lookup)), || "".into(), out),
        }
    }
}
