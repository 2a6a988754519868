use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the value is null, `""` or an empty list. Blanks are a value: use `regex` with `\\S` against them. Our choice.
    pub struct RequiredValue reads ValueKinds::ANY;
}

impl Validate for RequiredValue {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::NotEmpty
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let missing = match site.found {
            Some(ValueRef::Null | ValueRef::String("")) => true,
            Some(ValueRef::Array(list)) => list.count() == 0,
            _ => false,
        };
        if missing {
            site.fail(findings);
        }
    }
}
