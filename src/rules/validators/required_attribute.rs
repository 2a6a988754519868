use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the member is absent.
    pub struct RequiredAttribute reads ValueKinds::ANY;
}

impl Validate for RequiredAttribute {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Property
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        if site.found.is_none() {
            site.fail(findings);
        }
    }
}
