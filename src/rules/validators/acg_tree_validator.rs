use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the access control group is not found, when a parent of it is not listed, when its parents form a loop, or when it lies
    /// deeper than supported. The root has depth 1.
    pub struct AcgTreeValidator reads ValueKinds::ID;
    /// The greatest depth; no limit where it is not given.
    "maxDepth" => max_depth: Option<u64>;
}

impl Validate for AcgTreeValidator {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AccessControlGroup { max_depth: self.max_depth }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let depth = site.ask_for_number(&StoredQuestion::AccessControlGroupDepth { group: site.name(id) });
        let passes = |depth: Option<u64>| depth.is_some_and(|depth| self.max_depth.is_none_or(|max| depth <= max));
        site.answered(depth.map(passes), findings);
    }
}
