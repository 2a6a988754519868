use crate::directory::Question;
use crate::rules::engine::{Findings, Site, same};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when an object of the type, other than the subject, has this id. Ids compare without case. Our choice, as are the parameters.
    pub struct UniqueInstanceId reads ValueKinds::ID;
    /// The type of the objects: `user`.
    "objectType" => object_type: String;
}

impl Validate for UniqueInstanceId {
    fn expectation(&self) -> String {
        format!("an id that no other object of type `{}` has", self.object_type)
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        if at.subject_of(&self.object_type).is_some_and(|subject| same(subject, id)) {
            return;
        }
        let exists = at.directory().has_instance(&self.object_type, id);
        at.answered(exists.map(|exists| !exists), || at.missing(Question::Objects(&self.object_type)), out);
    }
}
