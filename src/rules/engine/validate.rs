use super::findings::RuleFindings;
use super::site::RuleSite;
use crate::body::decode::FastAccept;
use crate::report::{ItemFault, RuleExpectation};
use crate::rules::params::ParameterProblem;
use crate::rules::rule::Rule;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};

/// The parameters of a validator, as declared in its table.
pub(crate) trait DeclaredParameters {
    /// Writes the parameters that are given and differ from their defaults as members of a rule, each after a comma.
    fn write_parameters(&self, json: &mut String);
    /// Returns the kinds of values that the validator accepts, regardless of its parameters.
    fn declared_kinds(&self) -> ValueKinds;
}

/// The behavior of a validator.
pub(crate) trait Validate: DeclaredParameters + fmt::Debug + Send + Sync + UnwindSafe + RefUnwindSafe {
    /// Returns what the rule requires.
    fn expected(&self) -> RuleExpectation;

    /// Returns the problems of parameters that contradict each other.
    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        Vec::new()
    }

    /// Returns the kinds of values that the validator accepts with these parameters.
    fn accepts(&self) -> ValueKinds {
        self.declared_kinds()
    }

    /// Returns the inner rules.
    fn rules(&self) -> &[Rule] {
        &[]
    }

    /// Returns whether the rule needs only a value that is set: no other property, no directory, no null and no
    /// absence.
    fn is_local(&self) -> bool {
        false
    }

    /// Returns whether a local rule accepts a value.
    fn accepts_value(&self, _: ValueRef<'_>) -> bool {
        false
    }

    /// Returns the number of the first item, from 1, that makes a delimited string fail, and its fault;
    /// `invalid` is an item that does not satisfy the rules of items.
    fn failed_item(&self, _string: &str, _invalid: Option<&str>) -> Option<(usize, ItemFault)> {
        None
    }

    /// Returns a fast test that accepts only values that a local rule accepts.
    fn fast_accept(&self) -> FastAccept {
        FastAccept::NOTHING
    }

    /// Checks the value of the property, and reports violations and unknown outcomes.
    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        if let Some(value) = site.non_null()
            && !self.accepts_value(value)
        {
            site.fail(findings);
        }
    }
}
