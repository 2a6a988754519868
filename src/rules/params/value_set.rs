use super::Param;
use super::scalar::{Scalar, attribute_value};
use crate::body::decode::FastAccept;
use crate::directory::{AttributeKey, AttributeValue};
use crate::file::LoadProblem;
use crate::fold::{eq_ignore_case, fold};
use crate::json::tree::Tree;
use crate::rules::load::RuleLoader;
use crate::value_ref::ValueRef;
use serde_json::Value;
use std::collections::HashSet;

/// A set of texts, integers and Booleans: in a rule file a list of at least one.
///
/// Texts compare as they are or without case, as the rule asks; numbers compare by value, however they are spelled.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueSet {
    all: Vec<Scalar>,
    /// Where they are many: the texts, the same in lower case, and the others.
    texts: HashSet<String>,
    lower: HashSet<String>,
    others: HashSet<AttributeKey>,
}

impl ValueSet {
    /// A short list is searched.
    const FEW: usize = 16;

    /// These values, in their order.
    #[must_use]
    pub fn new(values: Vec<Scalar>) -> Self {
        let (mut texts, mut lower, mut others) = (HashSet::new(), HashSet::new(), HashSet::new());
        for value in values.iter().filter(|_| values.len() > Self::FEW) {
            if let Scalar::String(text) = value {
                texts.insert(text.clone());
                lower.insert(fold(text).into_owned());
            } else {
                others.insert(AttributeValue::from(value).into());
            }
        }
        Self { all: values, texts, lower, others }
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
            (Scalar::String(value), ValueRef::String(text)) if ignore_case => eq_ignore_case(value, text),
            _ => value.equals(node),
        };
        match node {
            _ if self.all.len() <= Self::FEW => self.all.iter().any(equals),
            ValueRef::String(text) if ignore_case => self.lower.contains(&*fold(text)),
            ValueRef::String(text) => self.texts.contains(text),
            _ => attribute_value(node).is_some_and(|value| self.others.contains(&value.into())),
        }
    }
}

impl Param for ValueSet {
    fn load(tree: &Tree<'_>, loading: &mut RuleLoader<'_>) -> Result<Self, LoadProblem> {
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
            Value::Number(number) => {
                number.as_i128().map_or_else(|| Scalar::Number(number.as_f64().unwrap()), Scalar::Integer)
            }
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
