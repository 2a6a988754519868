use crate::report::{ComparedWith, RuleExpectation};
use crate::rules::engine::{Findings, Lookup, Site};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::Number;
use crate::vocabulary::Comparison;

validator! {
    /// Fails when the comparison `property operator other` does not hold.
    pub struct IntegerComparisonValidator reads ValueKinds::INT;
    /// How they compare.
    "operator" => operator: Comparison;
    /// The path of the other integer. Either this or `value` must be given.
    "other" => other: Option<PropertyPath>;
    /// The other integer itself.
    "value" => value: Option<i64>;
}

impl Validate for IntegerComparisonValidator {
    fn parameter_error(&self) -> Option<(&'static str, String)> {
        let found = match (&self.other, self.value) {
            (Some(_), Some(_)) => "both",
            (None, None) => "neither",
            _ => return None,
        };
        Some(("other", format!("expected exactly one of `other` and `value`, found {found}")))
    }

    fn expected(&self) -> RuleExpectation {
        let other = match (&self.other, self.value) {
            (Some(path), _) => ComparedWith::Path(path.to_string()),
            (None, value) => ComparedWith::Value(value.unwrap_or_default()),
        };
        RuleExpectation::Compared { operator: self.operator, other }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(one) = node.integral() else { return site.fail(findings) };
        let two = match (&self.other, self.value) {
            (Some(path), _) => match site.lookup(path) {
                Lookup::Set(node) => node.integral(),
                Lookup::Null | Lookup::Absent => return,
                Lookup::NotKnown => return site.path_not_known(path, findings),
            },
            (None, value) => value.map(Number::Integer),
        };
        let holds = two.is_some_and(|two| match self.operator {
            Comparison::Less => one < two,
            Comparison::AtMost => one <= two,
            Comparison::Equal => one == two,
            Comparison::NotEqual => one != two,
            Comparison::AtLeast => one >= two,
            Comparison::Greater => one > two,
        });
        if !holds {
            site.fail(findings);
        }
    }
}
