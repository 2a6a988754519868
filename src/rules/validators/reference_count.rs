use crate::directory::Question;
use crate::rules::describe;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the object with this id is referred to more often than allowed.
    pub struct ReferenceCount reads ValueKinds::ID;
    /// The type of the objects.
    "objectType" => object_type: String;
    /// How often it may be referred to.
    "max" => max: u64;
}

impl Validate for ReferenceCount {
    fn expectation(&self) -> String {
        format!(
            "an object of type `{}` that is referred to at most {}",
            self.object_type,
            describe::amount(self.max, "time")
        )
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let count = at.directory().references(&self.object_type, id);
        at.answered(count.map(|count| count <= self.max), || at.missing(Question::References(&self.object_type)), out);
    }
}
