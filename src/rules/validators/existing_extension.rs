use super::extension::extension_text;
use crate::directory::Question;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the value is no extension in use.
    pub struct ExistingExtension reads ValueKinds::STRING.or(ValueKinds::INT);
}

impl Validate for ExistingExtension {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ExistingExtension
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(extension) = extension_text(node) else { return site.fail(findings) };
        let used = site.directory().uses_extension(&extension, false, None);
        site.answered(used, || site.missing(Question::Key("extensions")), findings);
    }
}
