use crate::directory::Question;
use crate::node::Node;
use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};
use std::borrow::Cow;

validator! {
    /// Fails when the value is an extension that anyone but the subject uses.
    pub struct Extension reads Reads::TEXT.or(Reads::INT);
    /// Whether it also fails when one begins with the other; documented as advice.
    "refusePrefixClash" => refuse_prefix_clash: bool = false;
}

impl Validator for Extension {
    fn expectation(&self) -> String {
        let clash =
            if self.refuse_prefix_clash { ", and that neither begins one in use nor begins with one" } else { "" };
        format!("an extension that nobody else uses{clash}")
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        let Some(node) = at.set() else { return };
        let Some(extension) = extension_text(node) else { return at.fail(out) };
        let used = at.directory().uses_extension(&extension, self.refuse_prefix_clash, at.subject());
        at.answered(used.map(|used| !used), || at.missing(Question::Key("extensions")), out);
    }
}

/// An extension as text, of a text or an integer.
pub(super) fn extension_text(node: Node<'_>) -> Option<Cow<'_, str>> {
    match node {
        Node::Text(text) => Some(Cow::Borrowed(text)),
        other => other.integer().map(|value| Cow::Owned(value.to_string())),
    }
}
