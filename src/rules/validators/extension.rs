use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;
use std::borrow::Cow;

validator! {
    /// Fails if anyone but the subject uses the value as an extension. An integer is read as its digits.
    pub struct Extension accepts ValueKinds::STRING.or(ValueKinds::INT);
    example {
        "extension", Extension::new().with_refuse_prefix_clash(true);
        directory r#"{"extensions": ["8001"]}"#;
        passes r#"{"extension": "8002"}"#;
        fails r#"{"extension": "80"}"#;
    }
    default {
        /// Whether it also fails if one extension is a prefix of the other (documented as advice).
        "refusePrefixClash" => refuse_prefix_clash, with_refuse_prefix_clash: bool = false;
    }
}

impl Validate for Extension {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::FreeExtension { prefix_free: self.refuse_prefix_clash }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(extension) = extension_text(node) else { return site.fail(findings) };
        let (extension, except) = (site.name(extension), site.subject_of_question());
        let is_used = site.ask(&if self.refuse_prefix_clash {
            StoredQuestion::ExtensionClashes { extension, except }
        } else {
            StoredQuestion::ExtensionInUse { extension, except }
        });
        site.decide(is_used.map(|is_used| !is_used), findings);
    }
}

/// Returns the extension that a string or an integer represents.
pub(super) fn extension_text(value: ValueRef<'_>) -> Option<Cow<'_, str>> {
    match value {
        ValueRef::String(text) => Some(Cow::Borrowed(text)),
        other => other.integer()?.integer_digits().map(Cow::Owned),
    }
}
