use super::extension::extension_text;
use crate::directory::Question;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};

validator! {
    /// Fails when the value is no extension in use.
    pub struct ExistingExtension reads Reads::TEXT.or(Reads::INT);
}

impl Validator for ExistingExtension {
    fn expectation(&self) -> String {
        "an extension that is in use".to_owned()
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(extension) = extension_text(node) else { return at.fail(out) };
        let used = at.directory().uses_extension(&extension, false, None);
        at.answered(used, || at.missing(Question::Key("extensions")), out);
    }
}
