use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::params::attribute_value;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if no object of the type has this value in the attribute. Strings are compared case-sensitively.
    pub struct ExistingAttributeValue accepts ValueKinds::SCALAR;
    example {
        "manager", ExistingAttributeValue::new("user", "ntDomainUser");
        directory r#"{"objects": {"user": [{"id": "jane", "attributes": {"ntDomainUser": "DEMO/jane"}}]}}"#;
        passes r#"{"manager": "DEMO/jane"}"#;
        fails r#"{"manager": "demo/jane"}"#;
    }
    required {
        /// The type of the objects, such as `user`.
        "objectType" => object_type: String as into;
        /// The name of the attribute.
        "attribute" => attribute: String as into;
    }
}

impl Validate for ExistingAttributeValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ExistingAttributeValue {
            object_type: self.object_type.clone(),
            attribute: self.attribute.clone(),
        }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(value) = attribute_value(node) else { return site.fail(findings) };
        let question = StoredQuestion::AttributeValueExists {
            object_type: site.rule_name("objectType", &self.object_type),
            attribute: site.rule_name("attribute", &self.attribute),
            value: site.attribute_value(value),
            except: None,
        };
        site.decide(site.ask(&question), findings);
    }
}
