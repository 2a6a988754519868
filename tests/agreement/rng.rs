//! More random choices, for bodies and rules.

pub(super) use crate::rng::Rng;
use serde_json::Value;

impl Rng {
    pub(super) fn between(&mut self, min: i64, max: i64) -> i64 {
        min + i64::try_from(self.below(usize::try_from(max - min + 1).unwrap())).unwrap()
    }

    pub(super) fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    #[track_caller]
    pub(super) fn of<'t, T>(&mut self, some: &'t [T]) -> &'t T {
        &some[self.below(some.len())]
    }

    /// Returns at least one of some items, in their order.
    pub(super) fn several<T: Clone>(&mut self, some: &[T]) -> Vec<T> {
        let first = self.below(some.len());
        let accepted = some.iter().enumerate().filter(|(index, _)| *index == first || self.one_in(3));
        accepted.map(|(_, one)| one.clone()).collect()
    }

    pub(super) fn shuffle<T>(&mut self, some: &mut [T]) {
        for last in (1..some.len()).rev() {
            some.swap(last, self.below(last + 1));
        }
    }

    /// The JSON text of a value with the members of its objects in any order.
    pub(super) fn shuffled(&mut self, value: &Value) -> String {
        match value {
            Value::Object(members) => {
                let mut members: Vec<_> = members
                    .iter()
                    .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), self.shuffled(value)))
                    .collect();
                self.shuffle(&mut members);
                format!("{{{}}}", members.join(","))
            }
            Value::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| self.shuffled(item)).collect();
                format!("[{}]", items.join(","))
            }
            other => other.to_string(),
        }
    }
}
