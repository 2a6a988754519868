use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the access control group is not found, a parent of it is not listed, its parents form a loop, or it is
    /// deeper than supported. The root has depth 1.
    pub struct AcgTreeValidator accepts ValueKinds::ID;
    example {
        "group", AcgTreeValidator::new().with_max_depth(2);
        directory r#"{"accessControlGroups": {"Root": null, "Sales": "Root", "Europe": "Sales"}}"#;
        passes r#"{"group": "Sales"}"#;
        fails r#"{"group": "Europe"}"#;
    }
    optional {
        /// The maximum depth; no limit if it is not given.
        "maxDepth" => max_depth, with_max_depth: u64;
    }
}

impl Validate for AcgTreeValidator {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AccessControlGroup { max_depth: self.max_depth }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let depth = site.ask_for_number(&StoredQuestion::AccessControlGroupDepth { group: site.name(id) });
        let passes = |depth: Option<u64>| depth.is_some_and(|depth| self.max_depth.is_none_or(|max| depth <= max));
        site.decide(depth.map(passes), findings);
    }
}
