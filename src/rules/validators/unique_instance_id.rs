use crate::directory::StoredQuestion;
use crate::fold::eq_ignore_case;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when an object of the type, other than the subject, has this id. Ids compare without case. Our choice, as are the parameters.
    pub struct UniqueInstanceId reads ValueKinds::ID;
    /// The type of the objects: `user`.
    "objectType" => object_type: String;
}

impl Validate for UniqueInstanceId {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::UniqueId { object_type: self.object_type.clone() }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        if site.subject_of(&self.object_type).is_some_and(|subject| eq_ignore_case(subject, id)) {
            return;
        }
        let object_type = site.rule_name("objectType", &self.object_type);
        let exists = site.ask(&StoredQuestion::ObjectExists { object_type, id: site.name(id) });
        site.answered(exists.map(|exists| !exists), findings);
    }
}
