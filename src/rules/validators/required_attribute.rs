use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the property is absent. Null passes.
    pub struct RequiredAttribute accepts ValueKinds::ANY;
    example {
        "name", RequiredAttribute::new();
        passes r#"{"name": null}"#;
        fails r#"{}"#;
    }
}

impl Validate for RequiredAttribute {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Property
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        if site.value.is_none() {
            site.fail(findings);
        }
    }
}
