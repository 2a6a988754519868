use crate::directory::Question;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the manufacturer is not in the phone catalog.
    pub struct UnsupportedManufacturer reads ValueKinds::ID;
}

impl Validate for UnsupportedManufacturer {
    fn expectation(&self) -> String {
        "a manufacturer of the phone catalog".to_owned()
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        at.answered(at.directory().has_manufacturer(id), || at.missing(Question::Key("phoneCatalog")), out);
    }
}
