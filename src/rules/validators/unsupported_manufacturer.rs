use crate::directory::Question;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};

validator! {
    /// Fails when the manufacturer is not in the phone catalog.
    pub struct UnsupportedManufacturer reads Reads::ID;
}

impl Validator for UnsupportedManufacturer {
    fn expectation(&self) -> String {
        "a manufacturer of the phone catalog".to_owned()
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        at.answered(at.directory().has_manufacturer(id), || at.missing(Question::Key("phoneCatalog")), out);
    }
}
