use crate::directory::{AttributeValue, Question};
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when an object of the type, other than the subject, has this value in the attribute. Values compare exactly.
    pub struct UniqueAttributeValue reads ValueKinds::ANY;
    /// The type of the objects.
    "objectType" => object_type: String;
    /// The attribute.
    "attribute" => attribute: String;
}

impl Validate for UniqueAttributeValue {
    fn expectation(&self) -> String {
        format!("another `{}` than that of any other object of type `{}`", self.attribute, self.object_type)
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(value) = AttributeValue::of(node) else { return at.fail(out) };
        let subject = at.subject_of(&self.object_type);
        let has = at.directory().has_attribute_value(&self.object_type, &self.attribute, value, subject);
        at.answered(has.map(|has| !has), || at.missing(Question::Objects(&self.object_type)), out);
    }
}
