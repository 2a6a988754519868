//! The constraints of rules on a value and its contents: a tree along their paths.

use super::type_schema::{is_defined, type_name};
use crate::descriptor::TypeDescriptor;
use crate::rules::PropertyStep;
use serde_json::{Map, Value, json};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The constraints of rules on a value, which may be absent.
#[derive(Debug, Clone, Default)]
pub(super) struct Constraint {
    /// The keywords for a scalar or an array that is not null.
    pub(super) keywords: Vec<(&'static str, Value)>,
    /// The value must not be null.
    pub(super) is_set: bool,
    /// The value must be null, if it is present.
    pub(super) is_unset: bool,
    /// The required members.
    pub(super) required: BTreeSet<String>,
    pub(super) members: BTreeMap<String, Self>,
    pub(super) items: Option<Box<Self>>,
    /// Alternatives: of each inner vector, at least one constraint must be met.
    pub(super) any_of: Vec<Vec<Self>>,
    /// A member, and a schema that the object must satisfy if the member is present.
    pub(super) conditions: Vec<(String, Value)>,
    /// The rules of these constraints, for people.
    pub(super) notes: Vec<String>,
}

impl Constraint {
    /// Returns whether there are no constraints and no notes.
    pub(super) fn is_empty(&self) -> bool {
        let Self { keywords, is_set, is_unset, required, members, items, any_of, conditions, notes } = self;
        !(*is_set || *is_unset)
            && keywords.is_empty()
            && required.is_empty()
            && any_of.is_empty()
            && conditions.is_empty()
            && notes.is_empty()
            && members.values().all(Self::is_empty)
            && items.as_ref().is_none_or(|items| items.is_empty())
    }

    /// Removes the notes, also those on the contents of the value.
    pub(super) fn remove_notes(&mut self) {
        self.notes.clear();
        self.members.values_mut().for_each(Self::remove_notes);
        self.items.iter_mut().for_each(|items| items.remove_notes());
    }

    /// Returns the constraint at the end of a path.
    pub(super) fn at(&mut self, steps: &[PropertyStep]) -> &mut Self {
        steps.iter().fold(self, |constraint, step| match step {
            PropertyStep::Member(name, _) => constraint.members.entry(name.to_string()).or_default(),
            PropertyStep::Items => constraint.items.get_or_insert_default(),
        })
    }

    /// Returns whether the definition of the type changes, and not only its use.
    pub(super) fn changes_definition(&self, descriptor: &TypeDescriptor) -> bool {
        let has_members = || self.members.values().any(|member| !member.is_empty());
        let changes_object = || !self.required.is_empty() || !self.conditions.is_empty() || has_members();
        is_defined(descriptor) && (!self.keywords.is_empty() || changes_object())
    }

    /// Adds the constraints on the value itself to the schema where it is used. A definition has its own keywords.
    pub(super) fn restrict(&self, schema: &mut Value, descriptor: &'static TypeDescriptor) {
        if self.is_set {
            remove_null(schema);
        }
        if self.is_unset {
            return allow_only_null(schema);
        }
        if !is_defined(descriptor) {
            self.add_keywords(schema);
        }
        for branches in &self.any_of {
            let nullable = is_nullable(schema);
            let branches: Vec<_> = branches.iter().map(|branch| branch.standalone(descriptor, nullable)).collect();
            if schema.get("$ref").is_some() {
                *schema = json!({"allOf": [schema]});
            }
            merge(schema, "anyOf", &branches.into());
        }
    }

    /// Adds the keywords to a schema of the same type.
    pub(super) fn add_keywords(&self, schema: &mut Value) {
        for (keyword, value) in &self.keywords {
            merge(schema, keyword, value);
        }
    }

    /// Adds the constraints on an object itself, beyond those on the values of its members, to the object's schema.
    pub(super) fn restrict_object(&self, schema: &mut Value) {
        if !self.required.is_empty() {
            let given =
                schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
            let mut required: Vec<String> = given.collect();
            required.extend(self.required.iter().filter(|name| !required.contains(name)).cloned().collect::<Vec<_>>());
            schema["required"] = required.into();
        }
        for (name, condition) in &self.conditions {
            if schema.get("dependentSchemas").is_none() {
                schema["dependentSchemas"] = json!({});
            }
            let all = &mut schema["dependentSchemas"];
            match all.get_mut(name) {
                None => all[name] = json!({"type": "object", "allOf": [condition]}),
                Some(given) => {
                    if let Some(given) = given["allOf"].as_array_mut() {
                        given.push(condition.clone());
                    }
                }
            }
        }
    }

    /// Returns a schema of the constraints. Null is accepted unless a constraint rejects it.
    pub(super) fn standalone(&self, descriptor: &'static TypeDescriptor, nullable: bool) -> Value {
        let name = type_name(descriptor.kind);
        let mut schema = json!({"type": if nullable { json!([name, "null"]) } else { name.into() }});
        self.restrict(&mut schema, descriptor);
        if self.is_unset {
            return schema;
        }
        if is_defined(descriptor) {
            self.add_keywords(&mut schema);
        }
        let member = |(name, member): (&String, &Self)| {
            descriptor.member(name).map(|table| (name.clone(), member.standalone(table.descriptor, true)))
        };
        let mut properties: Map<_, _> = self.members.iter().filter_map(member).collect();
        for name in &self.required {
            // A strict validator requires that required properties are declared. Editors do not propose `true`.
            properties.entry(name.as_str()).or_insert(Value::Bool(true));
        }
        if !properties.is_empty() {
            schema["properties"] = properties.into();
        }
        self.restrict_object(&mut schema);
        if let (Some(items), Some(item)) = (&self.items, descriptor.item) {
            schema["items"] = items.standalone(item, true);
        }
        schema
    }
}

fn is_nullable(schema: &Value) -> bool {
    match (&schema["type"], &schema["oneOf"]) {
        (Value::Array(types), _) => types.iter().any(|name| name == "null"),
        (name, branches) => name == "null" || branches.is_array(),
    }
}

fn remove_null(schema: &mut Value) {
    if let Some(types) = schema["type"].as_array() {
        schema["type"] = types.iter().find(|name| *name != "null").cloned().unwrap_or_default();
    }
    if let Some(keywords) = schema.as_object_mut()
        && let Some(Value::Array(branches)) = keywords.remove("oneOf")
    {
        keywords.insert("allOf".to_owned(), branches.into_iter().take(1).collect());
    }
}

fn allow_only_null(schema: &mut Value) {
    if !is_nullable(schema) {
        merge(schema, "not", &json!({}));
        return;
    }
    let description = schema["description"].take();
    *schema = json!({"type": "null"});
    if !description.is_null() {
        schema["description"] = description;
    }
}

/// Adds a keyword to a schema. If the schema already has the keyword, the two are merged into one, or the second is added in
/// `allOf`.
fn merge(schema: &mut Value, keyword: &str, value: &Value) {
    let merged = match (keyword, schema.get(keyword)) {
        ("enum", given) => intersection(given, value, &schema["type"]),
        (_, None) => Some(value.clone()),
        ("minimum" | "minLength" | "minItems", Some(given)) => outermost(given, value, Ordering::Greater),
        ("maximum" | "maxLength" | "maxItems", Some(given)) => outermost(given, value, Ordering::Less),
        ("not", Some(given)) => union(given, value),
        (_, Some(given)) => (given == value).then(|| value.clone()),
    };
    if let Some(merged) = merged {
        schema[keyword] = merged;
        return;
    }
    let more = json!({keyword: value});
    match schema.get_mut("allOf").and_then(Value::as_array_mut) {
        Some(all) => all.push(more),
        None => schema["allOf"] = json!([more]),
    }
}

/// Returns the greater or the smaller of two numbers.
fn outermost(one: &Value, two: &Value, order: Ordering) -> Option<Value> {
    let compared = match (one.as_i64(), two.as_i64()) {
        (Some(one), Some(two)) => one.cmp(&two),
        _ => one.as_f64()?.partial_cmp(&two.as_f64()?)?,
    };
    Some(if compared == order { one } else { two }.clone())
}

/// Returns the values that both allow and that have one of the schema's types, with null if it is one of the types; `None`
/// if there are none.
fn intersection(given: Option<&Value>, values: &Value, types: &Value) -> Option<Value> {
    let fits = |value: &Value| match value {
        Value::Bool(_) => has_type(types, "boolean"),
        Value::Number(_) => has_type(types, "integer"),
        Value::String(_) => has_type(types, "string"),
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    };
    let is_given = |value: &Value| given.and_then(Value::as_array).is_none_or(|given| given.contains(value));
    let mut both: Vec<Value> = Vec::new();
    for value in values.as_array()?.iter().filter(|value| fits(value) && is_given(value)) {
        if !both.contains(value) {
            both.push(value.clone());
        }
    }
    if has_type(types, "null") {
        both.push(Value::Null);
    }
    (!both.is_empty()).then(|| both.into())
}

fn has_type(types: &Value, name: &str) -> bool {
    types == name || types.as_array().is_some_and(|types| types.iter().any(|one| one == name))
}

/// Returns the union of two sets of values, of which `not` rejects all.
fn union(one: &Value, two: &Value) -> Option<Value> {
    let (one, two) = (one["enum"].as_array()?, two["enum"].as_array()?);
    let both: Vec<_> = one.iter().chain(two.iter().filter(|value| !one.contains(value))).collect();
    Some(json!({"enum": both}))
}

#[cfg(test)]
mod tests {
    use super::merge;
    use serde_json::{Value, json};

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "a table of cases reads better without references")]
    fn merged(mut schema: Value, keyword: &str, value: Value, expected: Value) {
        merge(&mut schema, keyword, &value);
        assert_eq!(schema, expected);
    }

    #[test]
    fn bounds_are_intersected() {
        let base = json!({"type": "integer", "minimum": 1, "maximum": 9});
        merged(base.clone(), "minimum", 3.into(), json!({"type": "integer", "minimum": 3, "maximum": 9}));
        merged(base.clone(), "minimum", 0.into(), base.clone());
        merged(base.clone(), "maximum", 3.5.into(), json!({"type": "integer", "minimum": 1, "maximum": 3.5}));
        merged(base.clone(), "maximum", 10.into(), base);
    }

    #[test]
    fn sets_of_values_are_intersected() {
        let base = json!({"type": ["string", "null"], "enum": ["a", "b", null]});
        merged(base.clone(), "enum", json!(["b", "c"]), json!({"type": ["string", "null"], "enum": ["b", null]}));
        merged(base, "enum", json!([1]), json!({"type": ["string", "null"], "enum": [null]}));
        let integer = json!({"type": "integer"});
        merged(integer.clone(), "enum", json!(["a", 1, 1, true]), json!({"type": "integer", "enum": [1]}));
        merged(integer, "enum", json!(["a"]), json!({"type": "integer", "allOf": [{"enum": ["a"]}]}));
        let not = json!({"type": "integer", "not": {"enum": [1]}});
        merged(not, "not", json!({"enum": [2, 1]}), json!({"type": "integer", "not": {"enum": [1, 2]}}));
    }

    #[test]
    fn a_second_pattern_follows_the_first() {
        let base = json!({"type": "string", "pattern": "a"});
        merged(base.clone(), "pattern", "a".into(), base.clone());
        let both = json!({"type": "string", "pattern": "a", "allOf": [{"pattern": "b"}]});
        merged(base, "pattern", "b".into(), both.clone());
        let three = json!({"type": "string", "pattern": "a", "allOf": [{"pattern": "b"}, {"pattern": "c"}]});
        merged(both, "pattern", "c".into(), three);
    }
}
