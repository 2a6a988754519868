use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::condition::Predicate;
use crate::rules::engine::{Lookup, RuleFindings, RuleSite, Validate};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the property is set and the other property does not have the expected value.
    pub struct OtherAttributeValue accepts ValueKinds::ANY;
    example {
        "faxNumber", OtherAttributeValue::new("faxEnabled", Predicate::is(true));
        passes r#"{"faxEnabled": true, "faxNumber": "8001"}"#;
        fails r#"{"faxEnabled": false, "faxNumber": "8001"}"#;
    }
    required {
        /// The path of the other property.
        "other" => other: PropertyPath as into;
        /// The expectation: `{"present": true}`, `{"absent": true}`, `{"is": V}` or `{"isNot": V}`.
        "expect" => expect: Predicate;
    }
}

impl Validate for OtherAttributeValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AbsentUnless(self.expect.expected(&self.other))
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        if site.non_null().is_none() {
            return;
        }
        let passes = match site.lookup(&self.other) {
            Lookup::NotKnown(hint) => Err(site.not_known(&self.other, hint)),
            lookup => Ok(site.passes(&self.expect, lookup)),
        };
        site.decide(passes, findings);
    }
}
