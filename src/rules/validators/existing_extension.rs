use super::extension::extension_text;
use crate::directory::StoredQuestion;
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
        let question = StoredQuestion::ExtensionInUse { extension: site.name(&extension), except: None };
        site.answered(site.ask(&question), findings);
    }
}
