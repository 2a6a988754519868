use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Lookup, Part, Site};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when more than one of the properties is set, at the second of those that the body sets, or at the only one. It judges where the body sets at least one.
    pub struct ObjectValidationErrorMutuallyExclusive reads ValueKinds::OBJECT;
    /// The properties of which one at most may be set: two or more.
    "properties" => properties: Vec<PropertyPath>;
}

impl Validate for ObjectValidationErrorMutuallyExclusive {
    const PATHS_FROM_PROPERTY: bool = true;

    fn parameter_error(&self) -> Option<(&'static str, String)> {
        (self.properties.len() < 2).then(|| ("properties", "expected at least two paths, found fewer".to_owned()))
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AtMostOneOf { properties: self.properties.iter().map(ToString::to_string).collect() }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let ValueRef::Object(_) = node else { return site.fail(findings) };
        let parts: Vec<_> = self.properties.iter().map(|path| Part::new(site, path)).collect();
        let carried: Vec<_> = parts.iter().filter(|part| part.carried.is_some_and(|node| !node.is_null())).collect();
        let Some(part) = carried.get(1).or_else(|| carried.first()) else { return };
        let set = parts.iter().filter(|part| matches!(part.lookup, Lookup::Set(_))).count();
        let unknown = parts.iter().find(|part| matches!(part.lookup, Lookup::NotKnown));
        match (set, unknown) {
            (2.., _) => part.fail(site, findings),
            (_, Some(other)) => part.unchecked(site, &site.not_known(other.path), findings),
            _ => {}
        }
    }
}
