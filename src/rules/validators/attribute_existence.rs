use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::params::NameSet;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when a required member is not set, or a forbidden one is. It looks at the body alone, and speaks once: required names before forbidden ones.
    pub struct AttributeExistence reads ValueKinds::OBJECT;
    /// The members that must be set. One of the two lists must be given.
    "required" => required: Option<NameSet>;
    /// The members that may not be set.
    "forbidden" => forbidden: Option<NameSet>;
}

impl Validate for AttributeExistence {
    fn parameter_error(&self) -> Option<(&'static str, String)> {
        (self.required.is_none() && self.forbidden.is_none())
            .then(|| ("required", "expected `required` or `forbidden`, found neither".to_owned()))
    }

    fn expected(&self) -> RuleExpectation {
        let names = |names: &Option<NameSet>| names.iter().flat_map(NameSet::iter).map(str::to_owned).collect();
        RuleExpectation::Properties { required: names(&self.required), forbidden: names(&self.forbidden) }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let ValueRef::Object(object) = node else { return site.fail(findings) };
        let is_set = |name: &str| object.member(name).is_some_and(|value| !value.is_null());
        let known = |name: &&str| !site.trail.member(name).is_malformed();
        let missing = self.required.iter().flat_map(NameSet::iter).filter(known).find(|name| !is_set(name));
        let present = || self.forbidden.iter().flat_map(NameSet::iter).filter(known).find(|name| is_set(name));
        if let Some(name) = missing.or_else(present) {
            site.fail_with(&site.trail.member(name), object.member(name), Vec::new(), findings);
        }
    }
}
