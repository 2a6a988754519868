use crate::directory::Question;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when no object of the type has this id. Ids compare without case. Our choice, as are the parameters.
    pub struct ExistingInstanceId reads ValueKinds::ID;
    /// The type of the objects: `workgroup`.
    "objectType" => object_type: String;
}

impl Validate for ExistingInstanceId {
    fn expectation(&self) -> String {
        format!("the id of an object of type `{}`", self.object_type)
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let exists = at.directory().has_instance(&self.object_type, id);
        at.answered(exists, || at.missing(Question::Objects(&self.object_type)), out);
    }
}
