use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site, governing_id};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the model is not in the manufacturer's catalog.
    pub struct UnsupportedModel reads ValueKinds::ID;
    /// The path of the manufacturer.
    "manufacturer" => manufacturer: PropertyPath;
}

impl Validate for UnsupportedModel {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Model { manufacturer: self.manufacturer.to_string() }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let Some(governing) = governing_id(site, &self.manufacturer, findings) else { return };
        let question = StoredQuestion::PhoneModelExists { manufacturer: site.name(governing), model: site.name(id) };
        site.answered(site.ask(&question), findings);
    }
}
