use crate::directory::Question;
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
        let used = site.directory().uses_extension(&extension, self.refuse_prefix_clash, site.subject());
        site.answered(used.map(|used| !used), || site.missing(Question::Key("extensions")), findings);
    }
}

/// An extension as text, of a text or an integer.
pub(super) fn extension_text(node: ValueRef<'_>) -> Option<Cow<'_, str>> {
    match node {
        ValueRef::String(text) => Some(Cow::Borrowed(text)),
        other => other.integer().map(|value| Cow::Owned(value.to_string())),
    }
}
