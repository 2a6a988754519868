use super::parameters::validator;
use crate::file::{LoadExpected, LoadFound};
use crate::json::number::Integer;
use crate::report::{ComparedWith, RuleExpectation};
use crate::rules::engine::{Lookup, RuleFindings, RuleSite, Validate};
use crate::rules::params::ParameterProblem;
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;
use crate::vocabulary::Comparison;

validator! {
    /// Fails if the comparison `property operator other` does not hold.
    pub struct IntegerComparisonValidator accepts ValueKinds::INT;
    example {
        "max", IntegerComparisonValidator::new(Comparison::AtLeast).with_other("min");
        passes r#"{"min": 1, "max": 5}"#;
        fails r#"{"min": 7, "max": 5}"#;
    }
    required {
        /// The comparison operator.
        "operator" => operator: Comparison;
    }
    optional {
        /// The path of the other integer; if it is not set, the rule passes. Either this or `value` is required.
        "other" => other, with_other: PropertyPath as into;
        /// The other integer as a number.
        "value" => value, with_value: Integer as into;
    }
}

impl Validate for IntegerComparisonValidator {
    fn parameter_problems(&self) -> Vec<ParameterProblem> {
        let found = match (&self.other, &self.value) {
            (Some(_), Some(_)) => LoadFound::Several,
            (None, None) => LoadFound::None,
            _ => return Vec::new(),
        };
        let expected = LoadExpected::ExactlyOneOf { names: (&["other", "value"]).into() };
        vec![ParameterProblem::conflict(&["other", "value"], expected, found)]
    }

    fn expected(&self) -> RuleExpectation {
        let other = match (&self.other, &self.value) {
            (Some(path), _) => ComparedWith::Path(path.to_string()),
            (None, value) => {
                ComparedWith::Value(value.as_ref().map_or_else(String::new, |value| value.as_number().to_json()))
            }
        };
        RuleExpectation::Compared { operator: self.operator, other }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(one) = node.integer() else { return site.fail(findings) };
        let order = match (&self.other, &self.value) {
            (Some(path), _) => match site.lookup(path) {
                Lookup::Set(ValueRef::Number(two)) => site.compare(one, two),
                Lookup::Set(_) => None,
                Lookup::Null | Lookup::Absent => return,
                Lookup::NotKnown(hint) => return site.unchecked(site.not_known(path, hint), findings),
            },
            (None, value) => value.as_ref().and_then(|two| one.partial_cmp(&two.as_number())),
        };
        let holds = order.is_some_and(|order| match self.operator {
            Comparison::Less => order.is_lt(),
            Comparison::AtMost => order.is_le(),
            Comparison::Equal => order.is_eq(),
            Comparison::NotEqual => order.is_ne(),
            Comparison::AtLeast => order.is_ge(),
            Comparison::Greater => order.is_gt(),
        });
        if !holds {
            site.fail(findings);
        }
    }
}
