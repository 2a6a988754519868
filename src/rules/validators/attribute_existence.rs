use crate::rules::describe;
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
    fn refusal(&self) -> Option<(&'static str, String)> {
        (self.required.is_none() && self.forbidden.is_none())
            .then(|| ("required", "expected `required` or `forbidden`, found neither".to_owned()))
    }

    fn expectation(&self) -> String {
        let listed = |list: &Option<NameSet>| {
            list.as_ref().map(|list| describe::names(list.iter())).filter(|list| !list.is_empty())
        };
        match (listed(&self.required), listed(&self.forbidden)) {
            (Some(required), Some(forbidden)) => format!("{required} to be set, and {forbidden} not"),
            (Some(required), None) => format!("{required} to be set"),
            (None, Some(forbidden)) => format!("{forbidden} not to be set"),
            (None, None) => "an object".to_owned(),
        }
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let ValueRef::Object(object) = node else { return at.fail(out) };
        let is_set = |name: &str| object.member(name).is_some_and(|value| !value.is_null());
        let known = |name: &&str| !at.trail.member(name).is_malformed();
        let missing = self.required.iter().flat_map(NameSet::iter).filter(known).find(|name| !is_set(name));
        let present = || self.forbidden.iter().flat_map(NameSet::iter).filter(known).find(|name| is_set(name));
        if let Some(name) = missing.or_else(present) {
            at.fail_with(&at.trail.member(name), object.member(name), Vec::new(), out);
        }
    }
}
