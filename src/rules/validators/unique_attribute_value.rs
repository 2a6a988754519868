use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::params::attribute_value;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if an object of the type other than the subject has this value in the attribute. Strings are compared
    /// case-sensitively.
    pub struct UniqueAttributeValue accepts ValueKinds::SCALAR;
    example {
        "ntDomainUser", UniqueAttributeValue::new("user", "ntDomainUser");
        directory r#"{"objects": {"user": [{"id": "jane", "attributes": {"ntDomainUser": "DEMO/jane"}}]}}"#;
        passes r#"{"ntDomainUser": "DEMO/joe"}"#;
        fails r#"{"ntDomainUser": "DEMO/jane"}"#;
    }
    required {
        /// The type of the objects, such as `user`.
        "objectType" => object_type: String as into;
        /// The name of the attribute.
        "attribute" => attribute: String as into;
    }
}

impl Validate for UniqueAttributeValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::UniqueAttributeValue {
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
            except: site.subject_of(&self.object_type).map(|id| site.name(id)),
        };
        site.decide(site.ask(&question).map(|exists| !exists), findings);
    }
}
