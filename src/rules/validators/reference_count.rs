use crate::directory::Question;
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
        let count = site.directory().references(&self.object_type, id);
        site.answered(
            count.map(|count| count <= self.max),
            || site.missing(Question::References(&self.object_type)),
            findings,
        );
    }
}
