use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the manufacturer is not in the phone catalog.
    pub struct UnsupportedManufacturer reads ValueKinds::ID;
}

impl Validate for UnsupportedManufacturer {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Manufacturer
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        site.answered(site.ask(&StoredQuestion::ManufacturerExists { manufacturer: site.name(id) }), findings);
    }
}
