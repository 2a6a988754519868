use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the object with this id is referred to more often than allowed.
    pub struct ReferenceCount reads ValueKinds::ID;
    /// The type of the objects.
    "objectType" => object_type: String;
    /// How often it may be referred to.
    "max" => max: u64;
}

impl Validate for ReferenceCount {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ReferenceCount { object_type: self.object_type.clone(), max: self.max }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let object_type = site.rule_name("objectType", &self.object_type);
        let count = site.ask_for_number(&StoredQuestion::ReferenceCount { object_type, id: site.name(id) });
        site.answered(count.map(|count| count.is_none_or(|count| count <= self.max)), findings);
    }
}
