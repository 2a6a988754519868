use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::fold::eq_ignore_case;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if an object of the type other than the subject has this id. Ids are compared case-insensitively.
    pub struct UniqueInstanceId accepts ValueKinds::ID;
    example {
        "id", UniqueInstanceId::new("user");
        directory r#"{"objects": {"user": [{"id": "jane"}]}}"#;
        passes r#"{"id": "joe"}"#;
        fails r#"{"id": "Jane"}"#;
    }
    required {
        /// The type of the objects, such as `user`.
        "objectType" => object_type: String as into;
    }
}

impl Validate for UniqueInstanceId {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::UniqueId { object_type: self.object_type.clone() }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        if site.subject_of(&self.object_type).is_some_and(|subject| eq_ignore_case(subject, id)) {
            return;
        }
        let object_type = site.rule_name("objectType", &self.object_type);
        let exists = site.ask(&StoredQuestion::ObjectExists { object_type, id: site.name(id) });
        site.decide(exists.map(|exists| !exists), findings);
    }
}
