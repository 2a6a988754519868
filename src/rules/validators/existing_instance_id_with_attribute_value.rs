use crate::directory::{AttributeValue, StoredQuestion};
use crate::report::RuleExpectation;
use crate::rules::AnyScalar;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when no object of the type has this id and that value in the attribute.
    pub struct ExistingInstanceIdWithAttributeValue reads ValueKinds::ID;
    /// The type of the objects.
    "objectType" => object_type: String;
    /// The attribute.
    "attribute" => attribute: String;
    /// The value that the attribute must have.
    "value" => value: AnyScalar;
}

impl Validate for ExistingInstanceIdWithAttributeValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ExistingIdWithAttributeValue {
            object_type: self.object_type.clone(),
            attribute: self.attribute.clone(),
            value: self.value.0.expected(),
        }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(id) = node.id() else { return site.fail(findings) };
        let value = AttributeValue::from(&self.value.0);
        let question = StoredQuestion::ObjectHasAttributeValue {
            object_type: site.rule_name("objectType", &self.object_type),
            id: site.name(id),
            attribute: site.rule_name("attribute", &self.attribute),
            value: site.rule_value(value),
        };
        site.answered(site.ask(&question), findings);
    }
}
