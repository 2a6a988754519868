use crate::directory::Question;
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
    fn expectation(&self) -> String {
        let depth = self.max_depth.map_or(String::new(), |max| format!(", at depth {max} at most"));
        format!("an access control group whose parents lead to a root{depth}")
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let depth = at.directory().access_control_group_depth(id);
        let passes = depth.map(|depth| depth.is_some_and(|depth| self.max_depth.is_none_or(|max| depth <= max)));
        at.answered(passes, || at.missing(Question::Key("accessControlGroups")), out);
    }
}
