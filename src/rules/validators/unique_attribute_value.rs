use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::params::attribute_value;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when an object of the type, other than the subject, has this value in the attribute. Values compare exactly.
    pub struct UniqueAttributeValue reads ValueKinds::SCALAR;
    /// The type of the objects.
    "objectType" => object_type: String;
    /// The attribute.
    "attribute" => attribute: String;
}

impl Validate for UniqueAttributeValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::UniqueAttributeValue {
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
            except: site.subject_of(&self.object_type).map(|id| site.name(id)),
        };
        site.answered(site.ask(&question).map(|exists| !exists), findings);
    }
}
