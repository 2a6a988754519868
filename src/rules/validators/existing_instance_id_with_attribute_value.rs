use crate::directory::{AttributeValue, Question};
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
    fn expectation(&self) -> String {
        let (object_type, attribute, value) = (&self.object_type, &self.attribute, self.value.0.to_json());
        format!("the id of an object of type `{object_type}` whose `{attribute}` is {value}")
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let value = AttributeValue::from(&self.value.0);
        let has = at.directory().instance_has_attribute_value(&self.object_type, id, &self.attribute, value);
        at.answered(has, || at.missing(Question::Objects(&self.object_type)), out);
    }
}
