use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::report::RuleExpectation;
use crate::rules::engine::{Lookup, OtherProperty, RuleFindings, RuleSite, Validate};
use crate::rules::params::ParameterProblem;
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if more than one of the properties is set. It is reported at the second property that the body sets, or at
    /// the only one. If the body sets none, the rule passes.
    pub struct ObjectValidationErrorMutuallyExclusive accepts ValueKinds::OBJECT;
    example {
        "", ObjectValidationErrorMutuallyExclusive::new(["station", "softphone"]);
        passes r#"{"station": "st1", "softphone": null}"#;
        fails r#"{"station": "st1", "softphone": "sp1"}"#;
    }
    required {
        /// The paths, relative to the object, of properties of which at most one may be set; at least two.
        "properties" => properties: Vec<PropertyPath> as each PropertyPath;
    }
}

impl Validate for ObjectValidationErrorMutuallyExclusive {
    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        let found = LoadFound::Array { items: self.properties.len() };
        let problem = || ParameterProblem::value(&["properties"], LoadExpected::TwoOrMore, found);
        (self.properties.len() < 2).then(problem).into_iter().collect()
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AtMostOneOf { properties: self.properties.iter().map(ToString::to_string).collect() }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let ValueRef::Object(_) = node else { return site.fail(findings) };
        let parts: Vec<_> = self.properties.iter().map(|path| OtherProperty::new(site, path)).collect();
        let given: Vec<_> = parts.iter().filter(|part| part.in_body.is_some_and(|node| !node.is_null())).collect();
        let Some(part) = given.get(1).or_else(|| given.first()) else { return };
        let set = parts.iter().filter(|part| matches!(part.lookup, Lookup::Set(_))).count();
        let not_known = parts.iter().find_map(|part| match part.lookup {
            Lookup::NotKnown(hint) => Some((part.path, hint)),
            _ => None,
        });
        match (set, not_known) {
            (2.., _) => part.fail(site, findings),
            (_, Some((path, hint))) => part.unchecked(site, &site.not_known(path, hint), findings),
            _ => {}
        }
    }
}
