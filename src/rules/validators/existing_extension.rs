use super::extension::extension_text;
use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the value is not an extension in use. An integer is read as its digits.
    pub struct ExistingExtension accepts ValueKinds::STRING.or(ValueKinds::INT);
    example {
        "extension", ExistingExtension::new();
        directory r#"{"extensions": ["8001"]}"#;
        passes r#"{"extension": 8001}"#;
        fails r#"{"extension": "8002"}"#;
    }
}

impl Validate for ExistingExtension {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ExistingExtension
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(extension) = extension_text(node) else { return site.fail(findings) };
        let question = StoredQuestion::ExtensionInUse { extension: site.name(extension), except: None };
        site.decide(site.ask(&question), findings);
    }
}
