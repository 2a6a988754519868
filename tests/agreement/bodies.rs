//! Bodies: any JSON, JSON that is near to a valid body, a value put at a path, the smallest that still fails.

use super::rng::Rng;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Draws JSON of the names and values that a schema knows, and of others.
pub(super) struct Arbitrary {
    names: Vec<String>,
    scalars: Vec<Value>,
}

impl Arbitrary {
    pub(super) fn new(schema: &schemars::Schema) -> Self {
        let mut names = BTreeSet::from([String::new(), "unlisted".to_owned(), "a/b~c".to_owned()]);
        let mut scalars = vec![
            Value::Null,
            true.into(),
            false.into(),
            "".into(),
            "1".into(),
            "null".into(),
            "é\n".into(),
            0.into(),
            1.into(),
            (-1).into(),
            1.0.into(),
            0.5.into(),
            i32::MAX.into(),
            i32::MIN.into(),
            (i64::from(i32::MAX) + 1).into(),
            (i64::from(i32::MIN) - 1).into(),
            u64::MAX.into(),
            1e300.into(),
        ];
        known(schema.as_value(), &mut names, &mut scalars);
        Self { names: names.into_iter().collect(), scalars }
    }

    /// Any JSON.
    pub(super) fn value(&self, rng: &mut Rng, depth: usize) -> Value {
        match rng.below(if depth == 0 { 4 } else { 8 }) {
            0..=3 => rng.of(&self.scalars).clone(),
            4 | 5 => (0..rng.below(4)).map(|_| self.value(rng, depth - 1)).collect(),
            _ => self.object(rng, depth - 1).into(),
        }
    }

    fn object(&self, rng: &mut Rng, depth: usize) -> Map<String, Value> {
        (0..rng.below(5)).map(|_| (rng.of(&self.names).clone(), self.value(rng, depth))).collect()
    }

    /// The same with some things changed: a value, a member or an item that is another, is there no more or is there too.
    pub(super) fn changed(&self, value: &Value, times: usize, rng: &mut Rng) -> Value {
        let mut changed = value.clone();
        for _ in 0..times {
            let target = rng.below(nodes(&changed));
            self.change(nth(&mut changed, target), rng);
        }
        changed
    }

    fn change(&self, value: &mut Value, rng: &mut Rng) {
        match value {
            Value::Object(members) if !rng.one_in(4) => {
                let names: Vec<_> = members.keys().cloned().collect();
                if !names.is_empty() && rng.one_in(2) {
                    members.remove(rng.of(&names));
                } else {
                    members.insert(rng.of(&self.names).clone(), self.value(rng, 1));
                }
            }
            Value::Array(items) if !rng.one_in(4) => {
                if !items.is_empty() && rng.one_in(2) {
                    items.remove(rng.below(items.len()));
                } else {
                    items.push(self.value(rng, 1));
                }
            }
            _ => *value = self.value(rng, 1),
        }
    }
}

/// The names and values of a schema.
fn known(schema: &Value, names: &mut BTreeSet<String>, scalars: &mut Vec<Value>) {
    match schema {
        Value::Object(keywords) => {
            if let Some(Value::Object(properties)) = keywords.get("properties") {
                names.extend(properties.keys().cloned());
            }
            scalars.extend(keywords.get("const").filter(|value| value.is_string()).cloned());
            scalars.extend(keywords.get("enum").and_then(Value::as_array).into_iter().flatten().cloned());
            keywords.values().for_each(|inner| known(inner, names, scalars));
        }
        Value::Array(items) => items.iter().for_each(|item| known(item, names, scalars)),
        _ => {}
    }
}

fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Object(members) => members.values().map(nodes).sum(),
        Value::Array(items) => items.iter().map(nodes).sum(),
        _ => 0,
    }
}

fn nth(value: &mut Value, mut index: usize) -> &mut Value {
    if index == 0 {
        return value;
    }
    index -= 1;
    let inner: Vec<&mut Value> = match value {
        Value::Object(members) => members.values_mut().collect(),
        Value::Array(items) => items.iter_mut().collect(),
        _ => Vec::new(),
    };
    for one in inner {
        let count = nodes(one);
        if index < count {
            return nth(one, index);
        }
        index -= count;
    }
    unreachable!("fewer nodes than were counted")
}

/// What can be done without one after the other, while the body fails.
pub(super) fn smallest(mut body: Value, fails: impl Fn(&Value) -> bool) -> Value {
    while let Some(smaller) = smaller(&body).into_iter().find(&fails) {
        body = smaller;
    }
    body
}

fn smaller(value: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    match value {
        Value::Object(members) => {
            for name in members.keys() {
                let mut without = members.clone();
                without.remove(name);
                all.push(without.into());
            }
            for (name, member) in members {
                for inner in smaller(member) {
                    let mut with = members.clone();
                    with[name] = inner;
                    all.push(with.into());
                }
            }
        }
        Value::Array(items) => {
            for index in 0..items.len() {
                let mut without = items.clone();
                without.remove(index);
                all.push(without.into());
            }
            for (index, item) in items.iter().enumerate() {
                for inner in smaller(item) {
                    let mut with = items.clone();
                    with[index] = inner;
                    all.push(with.into());
                }
            }
        }
        _ => {}
    }
    all
}

/// What is at a location of a request, as its schema has it.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) kind: Kind,
    nullable: bool,
    members: Vec<(String, Form)>,
    required: Vec<String>,
    item: Option<Box<Form>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Boolean,
    Int,
    String,
    Array,
    Object,
}

impl Form {
    pub(super) fn of(schema: &Value) -> Self {
        Self::resolved(schema, schema)
    }

    fn resolved(schema: &Value, root: &Value) -> Self {
        if let Some(reference) = schema["$ref"].as_str() {
            return Self::resolved(root.pointer(reference.trim_start_matches('#')).unwrap(), root);
        }
        if let Some(choice) = schema["oneOf"].as_array() {
            return Self { nullable: true, ..Self::resolved(&choice[0], root) };
        }
        if let Some(all) = schema["allOf"].as_array() {
            return Self::resolved(&all[0], root);
        }
        let types: Vec<_> =
            schema["type"].as_array().map_or_else(|| vec![&schema["type"]], |types| types.iter().collect());
        let kind = match types[0].as_str().unwrap() {
            "boolean" => Kind::Boolean,
            "integer" => Kind::Int,
            "string" => Kind::String,
            "array" => Kind::Array,
            "object" => Kind::Object,
            other => panic!("no request holds {other}"),
        };
        let members = schema["properties"].as_object().into_iter().flatten().filter(|(name, _)| *name != "__type");
        Self {
            kind,
            nullable: types.iter().any(|kind| *kind == "null"),
            members: members.map(|(name, member)| (name.clone(), Self::resolved(member, root))).collect(),
            required: serde_json::from_value(schema["required"].clone()).unwrap_or_default(),
            item: schema.get("items").map(|item| Box::new(Self::resolved(item, root))),
        }
    }

    /// Every path from here, the empty one first, with what is there.
    pub(super) fn spots(&self) -> Vec<(String, &Self)> {
        let mut spots = vec![(String::new(), self)];
        for (name, member) in &self.members {
            spots.extend(member.spots().into_iter().map(|(path, form)| (joined(name, &path), form)));
        }
        if let Some(item) = &self.item {
            spots.extend(item.spots().into_iter().map(|(path, form)| (joined("[]", &path), form)));
        }
        spots
    }

    /// What is at a path.
    pub(super) fn at(&self, path: &str) -> Option<&Self> {
        steps(path).into_iter().try_fold(self, |form, step| match step {
            Step::Items => form.item.as_deref(),
            Step::Member(name) => form.members.iter().find(|(member, _)| member == name).map(|(_, form)| form),
        })
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.members.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// Whether it is a configuration id, which is read as its id.
    pub(super) fn is_id(&self) -> bool {
        self.members.iter().any(|(name, _)| name == "id")
    }

    /// Adds what must not be missing.
    pub(super) fn complete(&self, value: &mut Value) {
        match value {
            Value::Object(members) => {
                for (name, form) in &self.members {
                    if self.required.contains(name) {
                        members.entry(name.as_str()).or_insert_with(|| form.plain());
                    }
                    if let Some(member) = members.get_mut(name) {
                        form.complete(member);
                    }
                }
            }
            Value::Array(items) => {
                if let Some(form) = &self.item {
                    items.iter_mut().for_each(|item| form.complete(item));
                }
            }
            _ => {}
        }
    }

    fn plain(&self) -> Value {
        if self.nullable {
            return Value::Null;
        }
        match self.kind {
            Kind::Boolean => false.into(),
            Kind::Int => 1.into(),
            Kind::String => "a".into(),
            Kind::Array => json!([]),
            Kind::Object => json!({}),
        }
    }
}

/// Joins two paths.
pub(super) fn joined(before: &str, path: &str) -> String {
    let dot = if before.is_empty() || path.is_empty() || path.starts_with('[') { "" } else { "." };
    format!("{before}{dot}{path}")
}

enum Step<'p> {
    Member(&'p str),
    Items,
}

fn steps(path: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for part in path.split('.').filter(|part| !part.is_empty()) {
        let name = part.trim_end_matches("[]");
        if !name.is_empty() {
            steps.push(Step::Member(name));
        }
        steps.extend((0..(part.len() - name.len()) / 2).map(|_| Step::Items));
    }
    steps
}

/// Sets or removes the value at a path. What is missing on the way is created, and an empty array gets an item.
pub(super) fn put(body: &mut Value, path: &str, value: Option<Value>, rng: &mut Rng) {
    let mut here = body;
    let steps = steps(path);
    for (index, step) in steps.iter().enumerate() {
        let is_last = index + 1 == steps.len();
        match step {
            Step::Member(name) => {
                if !here.is_object() {
                    *here = json!({});
                }
                let Value::Object(members) = here else { unreachable!("it was made one") };
                if is_last && value.is_none() {
                    members.remove(*name);
                    return;
                }
                here = members.entry(*name).or_insert(Value::Null);
            }
            Step::Items => {
                if !here.is_array() {
                    *here = json!([]);
                }
                let Value::Array(items) = here else { unreachable!("it was made one") };
                if items.is_empty() || items.len() < 3 && rng.one_in(4) {
                    items.push(Value::Null);
                }
                let index = rng.below(items.len());
                here = &mut items[index];
            }
        }
    }
    if let Some(value) = value {
        *here = value;
    }
}
