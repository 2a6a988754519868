use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;
use std::borrow::Cow;

validator! {
    /// Fails when the value is an extension that anyone but the subject uses.
    pub struct Extension reads ValueKinds::STRING.or(ValueKinds::INT);
    /// Whether it also fails when one begins with the other; documented as advice.
    "refusePrefixClash" => refuse_prefix_clash: bool = false;
}

impl Validate for Extension {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::FreeExtension { prefix_free: self.refuse_prefix_clash }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(extension) = extension_text(node) else { return site.fail(findings) };
        let (extension, except) = (site.name(&extension), site.subject_of_question());
        let is_used = site.ask(&if self.refuse_prefix_clash {
            StoredQuestion::ExtensionClashes { extension, except }
        } else {
            StoredQuestion::ExtensionInUse { extension, except }
        });
        site.answered(is_used.map(|is_used| !is_used), findings);
    }
}

/// An extension as text, of a text or an integer.
pub(super) fn extension_text(node: ValueRef<'_>) -> Option<Cow<'_, str>> {
    match node {
        ValueRef::String(text) => Some(Cow::Borrowed(text)),
        other => other.integer().map(|value| Cow::Owned(value.to_string())),
    }
}
