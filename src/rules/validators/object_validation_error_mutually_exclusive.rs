use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Lookup, Part, Site, Validate};
use crate::rules::params::ParameterProblem;
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if more than one of the properties is set, at the second of those that the body sets, or at the only one. If the body sets none, there is
    /// nothing to check.
    pub struct ObjectValidationErrorMutuallyExclusive accepts ValueKinds::OBJECT;
    example {
        "", ObjectValidationErrorMutuallyExclusive::new(["station", "softphone"]);
        passes r#"{"station": "st1", "softphone": null}"#;
        fails r#"{"station": "st1", "softphone": "sp1"}"#;
    }
    required {
        /// The paths of properties of which at most one may be set, from the object on; at least two.
        "properties" => properties: Vec<PropertyPath> as each PropertyPath;
    }
}

impl Validate for ObjectValidationErrorMutuallyExclusive {
    fn parameter_problem(&self) -> Option<ParameterProblem> {
        let found = LoadFound::Array { items: self.properties.len() };
        (self.properties.len() < 2).then(|| ParameterProblem::value("properties", LoadExpected::TwoOrMore, found))
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AtMostOneOf { properties: self.properties.iter().map(ToString::to_string).collect() }
    }

    fn validate<'a>(&self, site: &Site<'a, '_>, findings: &mut Findings<'a>) {
        let Some(node) = site.set() else { return };
        let ValueRef::Object(_) = node else { return site.fail(findings) };
        let parts: Vec<_> = self.properties.iter().map(|path| Part::new(site, path)).collect();
        let carried: Vec<_> = parts.iter().filter(|part| part.carried.is_some_and(|node| !node.is_null())).collect();
        let Some(part) = carried.get(1).or_else(|| carried.first()) else { return };
        let set = parts.iter().filter(|part| matches!(part.lookup, Lookup::Set(_))).count();
        let unknown = parts.iter().find(|part| matches!(part.lookup, Lookup::NotKnown(_)));
        match (set, unknown) {
            (2.., _) => part.fail(site, findings),
            (_, Some(other)) => part.unchecked(site, &site.not_known(other.path), findings),
            _ => {}
        }
    }
}
