use super::scalar::Scalar;
use super::{Param, expected};
use crate::body::decode::FastAccept;
use crate::file::LoadProblem;
use crate::json::tree::{Json, Tree};
use crate::rules::engine::same;
use crate::rules::load::RuleLoader;
use crate::value_ref::ValueRef;
use serde_json::Value;
use std::collections::HashSet;

/// A set of strings, integers and booleans: in a rule file an array of at least one.
///
/// Strings are compared as they are, or case-insensitively if the rule ignores case; numbers by their exact values.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueSet {
    all: Vec<Scalar>,
    /// If they are many: all of them, and the strings in lower case.
    set: HashSet<Scalar>,
    lower: HashSet<String>,
}

impl ValueSet {
    /// A short list is searched.
    const FEW: usize = 16;

    /// These values, in their order.
    #[must_use]
    pub fn new(values: Vec<Scalar>) -> Self {
        let many = || values.iter().filter(|_| values.len() > Self::FEW);
        let lower = many().filter_map(|value| match value {
            Scalar::String(string) => Some(string.to_lowercase()),
            Scalar::Boolean(_) | Scalar::Number(_) => None,
        });
        Self { set: many().cloned().collect(), lower: lower.collect(), all: values }
    }

    /// The values, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Scalar> {
        self.all.iter()
    }

    /// Its texts, if they are few.
    pub(crate) fn fast_accept(&self) -> FastAccept {
        let texts = self.all.iter().filter_map(|value| match value {
            Scalar::String(text) => Some(text.as_str()),
            _ => None,
        });
        if self.all.len() <= Self::FEW { FastAccept::among(texts) } else { FastAccept::NOTHING }
    }

    pub(crate) fn contains(&self, node: ValueRef<'_>, ignore_case: bool) -> bool {
        let equals = |value: &Scalar| match (value, node) {
            (Scalar::String(value), ValueRef::String(text)) if ignore_case => same(value, text),
            _ => value.equals(node),
        };
        match node {
            _ if self.all.len() <= Self::FEW => self.all.iter().any(equals),
            ValueRef::String(string) if ignore_case => self.lower.contains(&string.to_lowercase()),
            _ => Scalar::of(node).is_some_and(|value| self.set.contains(&value)),
        }
    }
}

impl Param for ValueSet {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
        if let Json::Array(items) = &tree.json
            && let Some(fraction) = items
                .iter()
                .find(|item| matches!(item.json, Json::Number(_)) && ValueRef::from(*item).integer().is_none())
        {
            return Err(expected(fraction, "an integer"));
        }
        Vec::load(tree, loading).map(Self::new)
    }

    fn save(&self) -> Option<Value> {
        self.all.save()
    }

    fn schema() -> Value {
        Vec::<Scalar>::schema()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A long list takes what the same list takes in short pieces.
    #[test]
    fn many_values_are_the_same_as_few() {
        let some = json!(["a", "É", "ß", 0, 7, -3, 1.844_674_407_370_955_2e19, 1e300, true]);
        let scalar = |value: &Value| match value {
            Value::Bool(value) => Scalar::Boolean(*value),
            Value::String(text) => Scalar::String(text.clone()),
            Value::Number(number) => Scalar::Number(number.to_string().parse().unwrap()),
            other => panic!("{other} is no scalar"),
        };
        let few: Vec<_> = some.as_array().unwrap().iter().map(scalar).collect();
        let filler = (0..20).map(|index| Scalar::String(format!("filler {index}")));
        let many = ValueSet::new(few.iter().cloned().chain(filler).collect());
        let few = ValueSet::new(few);
        let others = json!([
            "A",
            "é",
            "SS",
            "\u{1e9e}",
            "7",
            7.0,
            7.5,
            -0.0,
            1e301,
            18_446_744_073_709_551_615_u64,
            false,
            null,
            [],
            {}
        ]);
        let mut taken = 0;
        for value in [some, others].iter().flat_map(|values| values.as_array().unwrap()) {
            for ignore_case in [false, true] {
                let contains = few.contains(value.into(), ignore_case);
                assert_eq!(many.contains(value.into(), ignore_case), contains, "{value} {ignore_case}");
                taken += usize::from(contains);
            }
        }
        assert_eq!(taken, 2 * 9 + 2 * 2 + 3);
    }
}
