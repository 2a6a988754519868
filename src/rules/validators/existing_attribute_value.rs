use crate::directory::{AttributeValue, Question};
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when no object of the type has this value in the attribute. Values compare exactly. Our choice, as are the parameters.
    pub struct ExistingAttributeValue reads ValueKinds::ANY;
    /// The type of the objects.
    "objectType" => object_type: String;
    /// The attribute.
    "attribute" => attribute: String;
}

impl Validate for ExistingAttributeValue {
    fn expectation(&self) -> String {
        format!("the `{}` of an object of type `{}`", self.attribute, self.object_type)
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(value) = AttributeValue::of(node) else { return at.fail(out) };
        let has = at.directory().has_attribute_value(&self.object_type, &self.attribute, value, None);
        at.answered(has, || at.missing(Question::Objects(&self.object_type)), out);
    }
}
