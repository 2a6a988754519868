//! JSON values in one order: the feature `preserve_order` of `serde_json`, which any crate of a build may switch on, keeps
//! the order in which members were inserted.

use serde_json::Value;

/// The same value with the members of each object in the order of their names.
pub(crate) fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            members.into_iter().map(|(name, value)| (name.clone(), sorted(value))).collect()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}
