use crate::rules::condition::Predicate;
use crate::rules::engine::{Findings, Lookup, Site, passes};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the property is set, and the other one is not as expected.
    pub struct OtherAttributeValue reads ValueKinds::ALL;
    /// The path of the other property.
    "other" => other: PropertyPath;
    /// What is expected of it: `{"present": true}`, `{"absent": true}`, `{"is": V}` or `{"isNot": V}`.
    "expect" => expect: Predicate;
}

impl Validate for OtherAttributeValue {
    fn expectation(&self) -> String {
        format!("no value unless `{}` {}", self.other, self.expect)
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        if at.set().is_none() {
            return;
        }
        match at.lookup(&self.other) {
            Lookup::NotKnown => at.path_not_known(&self.other, out),
            lookup => at.answered(Some(passes(&self.expect, lookup)), || "".into(), out),
        }
    }
}
