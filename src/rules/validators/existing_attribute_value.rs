use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::params::attribute_value;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when no object of the type has this value in the attribute. Values compare exactly. Our choice, as are the parameters.
    pub struct ExistingAttributeValue reads ValueKinds::SCALAR;
    /// The type of the objects.
    "objectType" => object_type: String;
    /// The attribute.
    "attribute" => attribute: String;
}

impl Validate for ExistingAttributeValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ExistingAttributeValue {
            object_type: self.object_type.clone(),
            attribute: self.attribute.clone(),
        }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(value) = attribute_value(node) else { return site.fail(findings) };
        let question = StoredQuestion::AttributeValueExists {
            object_type: site.rule_name("objectType", &self.object_type),
            attribute: site.rule_name("attribute", &self.attribute),
            value: site.value(value),
            except: None,
        };
        site.answered(site.ask(&question), findings);
    }
}
