use crate::directory::Question;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site, same};
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
        if site.subject_of(&self.object_type).is_some_and(|subject| same(subject, id)) {
            return;
        }
        let exists = site.directory().has_instance(&self.object_type, id);
        site.answered(exists.map(|exists| !exists), || site.missing(Question::Objects(&self.object_type)), findings);
    }
}
