use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the value is null, `""` or an empty array. A string of spaces passes; the validator `regex` with the
    /// pattern `\S` rejects it.
    pub struct RequiredValue accepts ValueKinds::ANY;
    example {
        "name", RequiredValue::new();
        passes r#"{"name": " "}"#;
        fails r#"{"name": ""}"#;
    }
}

impl Validate for RequiredValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::NotEmpty
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let is_empty = match site.value {
            Some(ValueRef::Null | ValueRef::String("")) => true,
            Some(ValueRef::Array(list)) => list.count() == 0,
            _ => false,
        };
        if is_empty {
            site.fail(findings);
        }
    }
}
