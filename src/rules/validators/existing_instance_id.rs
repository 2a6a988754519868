use crate::directory::Question;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};

validator! {
    /// Fails when no object of the type has this id. Ids compare without case. Our choice, as are the parameters.
    pub struct ExistingInstanceId reads Reads::ID;
    /// The type of the objects: `workgroup`.
    "objectType" => object_type: String;
}

impl Validator for ExistingInstanceId {
    fn expectation(&self) -> String {
        format!("the id of an object of type `{}`", self.object_type)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let exists = at.directory().has_instance(&self.object_type, id);
        at.answered(exists, || at.missing(Question::Objects(&self.object_type)), out);
    }
}
