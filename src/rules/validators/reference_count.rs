use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the object with this id is referenced more often than allowed.
    pub struct ReferenceCount accepts ValueKinds::ID;
    example {
        "role", ReferenceCount::new("role", 10);
        directory r#"{"references": {"role": {"Agent": 12, "Admin": 2}}}"#;
        passes r#"{"role": "Admin"}"#;
        fails r#"{"role": "Agent"}"#;
    }
    required {
        /// The type of the object, such as `role`.
        "objectType" => object_type: String as into;
        /// The maximum number of references.
        "max" => max: u64;
    }
}

impl Validate for ReferenceCount {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ReferenceCount { object_type: self.object_type.clone(), max: self.max }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let object_type = site.rule_name("objectType", &self.object_type);
        let count = site.ask_for_number(&StoredQuestion::ReferenceCount { object_type, id: site.name(id) });
        site.decide(count.map(|count| count.is_none_or(|count| count <= self.max)), findings);
    }
}
