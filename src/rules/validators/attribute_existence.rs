use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::params::{NameSet, ParameterProblem};
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if a required property is not set, or a forbidden one is. Only the body is examined. One violation is
    /// reported: at the first required property that is not set, otherwise at the first forbidden one that is set.
    pub struct AttributeExistence accepts ValueKinds::OBJECT;
    example {
        "", AttributeExistence::new().with_required(["name"]).with_forbidden(["password"]);
        passes r#"{"name": "Jane"}"#;
        fails r#"{"name": "Jane", "password": "secret"}"#;
    }
    optional {
        /// The names of properties that must be set. One of the two arrays is required.
        "required" => required, with_required: NameSet as each String;
        /// The names of properties that must not be set.
        "forbidden" => forbidden, with_forbidden: NameSet as each String;
    }
}

impl Validate for AttributeExistence {
    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        let expected = || LoadExpected::AnyOf { names: (&["required", "forbidden"]).into() };
        let problem = || ParameterProblem::conflict(&["required", "forbidden"], expected(), LoadFound::None);
        (self.required.is_none() && self.forbidden.is_none()).then(problem).into_iter().collect()
    }

    fn expected(&self) -> RuleExpectation {
        let names = |names: &Option<NameSet>| names.iter().flatten().cloned().collect();
        RuleExpectation::Properties { required: names(&self.required), forbidden: names(&self.forbidden) }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let ValueRef::Object(object) = node else { return site.fail(findings) };
        let member = |name: &str| site.cursor.member(name).actual(object.member(name));
        let is_set = |name: &str| member(name).is_some_and(|value| !value.is_null());
        let known = |name: &&str| !site.cursor.member(name).is_malformed();
        let missing = self.required.iter().flat_map(NameSet::iter).filter(known).find(|name| !is_set(name));
        let present = || self.forbidden.iter().flat_map(NameSet::iter).filter(known).find(|name| is_set(name));
        if let Some(name) = missing.or_else(present) {
            site.fail_at(&site.cursor.member(name), member(name), RuleFindings::default(), findings);
        }
    }
}
