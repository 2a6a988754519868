use crate::directory::Question;
use crate::rules::engine::{Findings, Site, governing_id};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the model is not in the manufacturer's catalog.
    pub struct UnsupportedModel reads ValueKinds::ID;
    /// The path of the manufacturer.
    "manufacturer" => manufacturer: PropertyPath;
}

impl Validate for UnsupportedModel {
    fn expectation(&self) -> String {
        format!("a model of the manufacturer in `{}`", self.manufacturer)
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let Some(governing) = governing_id(at, &self.manufacturer, out) else { return };
        at.answered(at.directory().has_model(governing, id), || at.missing(Question::Key("phoneCatalog")), out);
    }
}
