use crate::rules::engine::{Findings, Lookup, Site};
use crate::rules::params::choice;
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::Number;

choice! {
    /// How two integers compare.
    pub enum Comparison {
        /// Less than.
        "lt" => Less,
        /// At most.
        "le" => AtMost,
        /// Equal to.
        "eq" => Equal,
        /// Not equal to.
        "ne" => NotEqual,
        /// At least.
        "ge" => AtLeast,
        /// Greater than.
        "gt" => Greater,
    }
}

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
    fn refusal(&self) -> Option<(&'static str, String)> {
        let found = match (&self.other, self.value) {
            (Some(_), Some(_)) => "both",
            (None, None) => "neither",
            _ => return None,
        };
        Some(("other", format!("expected exactly one of `other` and `value`, found {found}")))
    }

    fn expectation(&self) -> String {
        let other = match (&self.other, self.value) {
            (Some(path), _) => format!("`{path}`"),
            (None, value) => value.unwrap_or_default().to_string(),
        };
        let compares = match self.operator {
            Comparison::Less => "less than",
            Comparison::AtMost => "of at most",
            Comparison::Equal => "equal to",
            Comparison::NotEqual => "other than",
            Comparison::AtLeast => "of at least",
            Comparison::Greater => "greater than",
        };
        format!("an integer {compares} {other}")
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(one) = node.integral() else { return at.fail(out) };
        let two = match (&self.other, self.value) {
            (Some(path), _) => match at.lookup(path) {
                Lookup::Set(node) => node.integral(),
                Lookup::Null | Lookup::Absent => return,
                Lookup::NotKnown => return at.path_not_known(path, out),
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
            at.fail(out);
        }
    }
}
