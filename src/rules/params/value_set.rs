use super::scalar::Scalar;
use super::{Param, Reader, load_items, write_array};
use crate::body::decode::FastAccept;
use crate::file::LoadExpected;
use crate::fold::{eq_ignore_case, fold};
use crate::json::tree::{Json, Tree};
use crate::value_ref::ValueRef;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// An ordered set of strings, integers and booleans; in a rule file a non-empty array.
///
/// Strings are compared case-sensitively, or case-insensitively if the rule ignores case; numbers by their exact
/// decimal values.
///
/// ```
/// use icws_schema::rules::{Scalar, ValueSet};
///
/// let mut values: ValueSet = ["Internal", "External"].into_iter().collect();
/// values.extend([7]);
/// assert_eq!(values.iter().last(), Some(&Scalar::from(7)));
/// ```
#[derive(Clone, Default)]
pub struct ValueSet(Arc<IndexedValues>);

#[derive(Default)]
struct IndexedValues {
    all: Vec<Scalar>,
    /// Only if there are many values: all of them, and the strings in lower case.
    set: HashSet<Scalar>,
    lower: HashSet<String>,
}

impl ValueSet {
    /// The maximum number of values that are searched linearly.
    const FEW: usize = 16;

    fn new(values: Vec<Scalar>) -> Self {
        let many = || values.iter().filter(|_| values.len() > Self::FEW);
        let lower = many().filter_map(|value| match value {
            Scalar::String(string) => Some(fold(string).into_owned()),
            Scalar::Boolean(_) | Scalar::Number(_) => None,
        });
        Self(Arc::new(IndexedValues { set: many().cloned().collect(), lower: lower.collect(), all: values }))
    }

    /// Returns the values, in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, Scalar> {
        self.0.all.iter()
    }

    /// Returns a fast test that accepts the strings of the set, if there are few.
    pub(crate) fn fast_accept(&self) -> FastAccept {
        if self.0.all.len() > Self::FEW {
            return FastAccept::NOTHING;
        }
        let strings = self.iter().filter_map(|value| match value {
            Scalar::String(string) => Some(string.clone().into_boxed_str()),
            Scalar::Boolean(_) | Scalar::Number(_) => None,
        });
        let strings: Box<[Box<str>]> = strings.collect();
        FastAccept::strings(move |string| strings.iter().any(|known| **known == *string))
    }

    pub(crate) fn contains(&self, value: ValueRef<'_>, ignore_case: bool) -> bool {
        let equals = |known: &Scalar| match (known, value) {
            (Scalar::String(known), ValueRef::String(string)) if ignore_case => eq_ignore_case(known, string),
            _ => known.equals(value),
        };
        match value {
            _ if self.0.all.len() <= Self::FEW => self.iter().any(equals),
            ValueRef::String(string) if ignore_case => self.0.lower.contains(&*fold(string)),
            _ => Scalar::of(value).is_some_and(|value| self.0.set.contains(&value)),
        }
    }
}

impl<S: Into<Scalar>> FromIterator<S> for ValueSet {
    fn from_iter<I: IntoIterator<Item = S>>(values: I) -> Self {
        Self::new(values.into_iter().map(Into::into).collect())
    }
}

impl<S: Into<Scalar>> Extend<S> for ValueSet {
    fn extend<I: IntoIterator<Item = S>>(&mut self, values: I) {
        *self = self.iter().cloned().chain(values.into_iter().map(Into::into)).collect();
    }
}

impl<'s> IntoIterator for &'s ValueSet {
    type Item = &'s Scalar;
    type IntoIter = std::slice::Iter<'s, Scalar>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for ValueSet {
    fn eq(&self, other: &Self) -> bool {
        self.0.all == other.0.all
    }
}

impl Eq for ValueSet {}

impl Hash for ValueSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.all.hash(state);
    }
}

impl fmt::Debug for ValueSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl Param for ValueSet {
    fn load(value: &Tree<'_>, reader: &mut Reader) -> Option<Self> {
        let values = load_items(value, LoadExpected::Array, reader, |item, reader| match item.json {
            Json::String(_) | Json::Boolean(_) => Scalar::load(item, reader),
            Json::Number(_) if ValueRef::from(item).integer().is_some() => Scalar::load(item, reader),
            _ => reader.value(item, LoadExpected::IntegerScalar),
        });
        values.map(Self::new)
    }

    fn write(&self, json: &mut String) {
        write_array(self, json, Param::write);
    }

    fn schema() -> Value {
        json!({"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/IntegralScalar"}})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_large_set_accepts_what_a_small_one_does() {
        let some = json!(["a", "É", "ß", 0, 7, -3, 1.844_674_407_370_955_2e19, 1e300, true]);
        let few: ValueSet = some.as_array().unwrap().iter().map(|value| Scalar::of(value.into()).unwrap()).collect();
        let filler = (0..20).map(|index| Scalar::String(format!("filler {index}")));
        let many: ValueSet = few.iter().cloned().chain(filler).collect();
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
        let mut accepted = 0;
        for value in [some, others].iter().flat_map(|values| values.as_array().unwrap()) {
            for ignore_case in [false, true] {
                let contains = few.contains(value.into(), ignore_case);
                assert_eq!(many.contains(value.into(), ignore_case), contains, "{value} {ignore_case}");
                accepted += usize::from(contains);
            }
        }
        assert_eq!(accepted, 2 * 9 + 2 * 2 + 3);
    }
}
