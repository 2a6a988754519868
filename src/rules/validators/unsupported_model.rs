use crate::directory::Question;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out, governing_id};
use crate::rules::path::Path;

validator! {
    /// Fails when the model is not in the manufacturer's catalog.
    pub struct UnsupportedModel reads Reads::ID;
    /// The path of the manufacturer.
    "manufacturer" => manufacturer: Path;
}

impl Validator for UnsupportedModel {
    fn expectation(&self) -> String {
        format!("a model of the manufacturer in `{}`", self.manufacturer)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(id) = node.id() else { return at.fail(out) };
        let Some(governing) = governing_id(at, &self.manufacturer, out) else { return };
        at.answered(at.directory().has_model(governing, id), || at.missing(Question::Key("phoneCatalog")), out);
    }
}
