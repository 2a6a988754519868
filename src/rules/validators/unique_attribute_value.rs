use crate::directory::{AttributeValue, Question};
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};

validator! {
    /// Fails when an object of the type, other than the subject, has this value in the attribute. Values compare exactly.
    pub struct UniqueAttributeValue reads Reads::ANY;
    /// The type of the objects.
    "objectType" => object_type: String;
    /// The attribute.
    "attribute" => attribute: String;
}

impl Validator for UniqueAttributeValue {
    fn expectation(&self) -> String {
        format!("another `{}` than that of any other object of type `{}`", self.attribute, self.object_type)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(value) = AttributeValue::of(node) else { return at.fail(out) };
        let subject = at.subject_of(&self.object_type);
        let has = at.directory().has_attribute_value(&self.object_type, &self.attribute, value, subject);
        at.answered(has.map(|has| !has), || at.missing(Question::Objects(&self.object_type)), out);
    }
}
