use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::params::Scalar;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if no object of the type has this id and that value in the attribute.
    pub struct ExistingInstanceIdWithAttributeValue accepts ValueKinds::ID;
    example {
        "agent", ExistingInstanceIdWithAttributeValue::new("user", "active", true);
        directory r#"{"objects": {"user": [{"id": "jane", "attributes": {"active": true}}, {"id": "joe"}]}}"#;
        passes r#"{"agent": "jane"}"#;
        fails r#"{"agent": "joe"}"#;
    }
    required {
        /// The type of the objects, such as `user`.
        "objectType" => object_type: String as into;
        /// The name of the attribute.
        "attribute" => attribute: String as into;
        /// The value that the attribute must have.
        "value" => value: Scalar as into;
    }
}

impl Validate for ExistingInstanceIdWithAttributeValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ExistingIdWithAttributeValue {
            object_type: self.object_type.clone(),
            attribute: self.attribute.clone(),
            value: self.value.expected(),
        }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let question = StoredQuestion::ObjectHasAttributeValue {
            object_type: site.rule_name("objectType", &self.object_type),
            id: site.name(id),
            attribute: site.rule_name("attribute", &self.attribute),
            value: site.rule_value((&self.value).into()),
        };
        site.decide(site.ask(&question), findings);
    }
}
