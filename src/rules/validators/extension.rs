use crate::directory::Question;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;
use std::borrow::Cow;

validator! {
    /// Fails when the value is an extension that anyone but the subject uses.
    pub struct Extension reads ValueKinds::TEXT.or(ValueKinds::INT);
    /// Whether it also fails when one begins with the other; documented as advice.
    "refusePrefixClash" => refuse_prefix_clash: bool = false;
}

impl Validate for Extension {
    fn expectation(&self) -> String {
        let clash =
            if self.refuse_prefix_clash { ", and that neither begins one in use nor begins with one" } else { "" };
        format!("an extension that nobody else uses{clash}")
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(extension) = extension_text(node) else { return at.fail(out) };
        let used = at.directory().uses_extension(&extension, self.refuse_prefix_clash, at.subject());
        at.answered(used.map(|used| !used), || at.missing(Question::Key("extensions")), out);
    }
}

/// An extension as text, of a text or an integer.
pub(super) fn extension_text(node: ValueRef<'_>) -> Option<Cow<'_, str>> {
    match node {
        ValueRef::String(text) => Some(Cow::Borrowed(text)),
        other => other.integer().map(|value| Cow::Owned(value.to_string())),
    }
}
