use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if no object of the type has this id. Ids are compared case-insensitively.
    pub struct ExistingInstanceId accepts ValueKinds::ID;
    example {
        "workgroup", ExistingInstanceId::new("workgroup");
        directory r#"{"objects": {"workgroup": [{"id": "Support"}]}}"#;
        passes r#"{"workgroup": "support"}"#;
        fails r#"{"workgroup": "Sales"}"#;
    }
    required {
        /// The type of the objects, such as `workgroup`.
        "objectType" => object_type: String as into;
    }
}

impl Validate for ExistingInstanceId {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ExistingId { object_type: self.object_type.clone() }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let object_type = site.rule_name("objectType", &self.object_type);
        site.decide(site.ask(&StoredQuestion::ObjectExists { object_type, id: site.name(id) }), findings);
    }
}
