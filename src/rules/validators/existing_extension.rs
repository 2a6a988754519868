use super::extension::extension_text;
use crate::directory::Question;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the value is no extension in use.
    pub struct ExistingExtension reads ValueKinds::TEXT.or(ValueKinds::INT);
}

impl Validate for ExistingExtension {
    fn expectation(&self) -> String {
        "an extension that is in use".to_owned()
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(extension) = extension_text(node) else { return at.fail(out) };
        let used = at.directory().uses_extension(&extension, false, None);
        at.answered(used, || at.missing(Question::Key("extensions")), out);
    }
}
