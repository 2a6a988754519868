use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when no object of the type has this id. Ids compare without case. Our choice, as are the parameters.
    pub struct ExistingInstanceId reads ValueKinds::ID;
    /// The type of the objects: `workgroup`.
    "objectType" => object_type: String;
}

impl Validate for ExistingInstanceId {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ExistingId { object_type: self.object_type.clone() }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let object_type = site.rule_name("objectType", &self.object_type);
        site.answered(site.ask(&StoredQuestion::ObjectExists { object_type, id: site.name(id) }), findings);
    }
}
