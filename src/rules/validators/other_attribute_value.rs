use crate::report::RuleExpectation;
use crate::rules::condition::Predicate;
use crate::rules::engine::{Findings, Lookup, Site, passes};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the property is set, and the other one is not as expected.
    pub struct OtherAttributeValue reads ValueKinds::ANY;
    /// The path of the other property.
    "other" => other: PropertyPath;
    /// What is expected of it: `{"present": true}`, `{"absent": true}`, `{"is": V}` or `{"isNot": V}`.
    "expect" => expect: Predicate;
}

impl Validate for OtherAttributeValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AbsentUnless(self.expect.expected(&self.other))
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        if site.set().is_none() {
            return;
        }
        match site.lookup(&self.other) {
            Lookup::NotKnown => site.path_not_known(&self.other, findings),
            lookup => site.answered(Ok(passes(&self.expect, lookup)), findings),
        }
    }
}
