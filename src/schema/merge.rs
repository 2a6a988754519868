//! The request schema with constraints at the properties that they constrain.
//!
//! Types that are used at several properties share a definition. A type that is constrained at one of them gets a separate
//! definition there.

use super::constraint::Constraint;
use super::examples;
use super::object::{DRAFT, into_schema, reference};
use super::type_schema::{self, SchemaStyle, TypeUse, is_defined};
use crate::body::JsonType;
use crate::body::UserClientConfigurationProperties;
use crate::body::decode::members::WireValue;
use crate::descriptor::{MemberDescriptor, TypeDescriptor};
use schemars::Schema;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Returns the document of the request body with constraints.
pub(super) fn document(constraint: &Constraint, style: SchemaStyle) -> Schema {
    let descriptor = UserClientConfigurationProperties::DESCRIPTOR;
    let name = type_schema::name(descriptor, style.direction);
    let mut merger = Merger { style, definitions: Map::new(), uses: BTreeMap::new() };
    count(descriptor, &mut merger.uses);
    let mut schema = merger.object(descriptor, &name, constraint, "");
    constraint.restrict(&mut schema, descriptor);
    schema["title"] = name.as_str().into();
    schema["description"] = type_schema::one_line(descriptor.doc).into();
    note(&mut schema, &constraint.notes);
    schema["$schema"] = DRAFT.into();
    schema["examples"] = examples::of(&name).into();
    schema["$defs"] = merger.definitions.into();
    into_schema(schema)
}

/// Counts the uses of each type.
fn count(descriptor: &'static TypeDescriptor, uses: &mut BTreeMap<&'static str, usize>) {
    if is_defined(descriptor) {
        *uses.entry(descriptor.name).or_default() += 1;
    }
    descriptor
        .members
        .iter()
        .map(|member| member.descriptor)
        .chain(descriptor.item)
        .for_each(|inner| count(inner, uses));
}

struct Merger {
    style: SchemaStyle,
    definitions: Map<String, Value>,
    uses: BTreeMap<&'static str, usize>,
}

impl Merger {
    /// Returns the schema of an object; `path` becomes part of the names of definitions.
    fn object(
        &mut self,
        descriptor: &'static TypeDescriptor,
        name: &str,
        constraint: &Constraint,
        path: &str,
    ) -> Value {
        let style = self.style;
        let mut schema = type_schema::object(descriptor, name, style, &mut |member| {
            let is_part = !path.is_empty();
            let path = format!("{path}{}", capitalized(member.name));
            let Some(constraint) = constraint.members.get(member.name) else {
                return type_schema::property(member, style, &mut |inner, used| self.refer(inner, used, None, &path));
            };
            let mut schema = self.property(member, constraint, &path);
            if let Some(keywords) = schema.as_object_mut().filter(|_| is_part) {
                keywords.remove("examples"); // they may violate the constraint
            }
            schema
        });
        constraint.restrict_object(&mut schema);
        schema
    }

    fn property(&mut self, member: &'static MemberDescriptor, constraint: &Constraint, path: &str) -> Value {
        let mut schema = type_schema::property(member, self.style, &mut |descriptor, used| {
            let constraint = if used == TypeUse::Item { constraint.items.as_deref() } else { Some(constraint) };
            self.refer(descriptor, used, constraint, path)
        });
        constraint.restrict(&mut schema, member.descriptor);
        note(&mut schema, &constraint.notes);
        if let (Some(items), Some(item)) = (&constraint.items, member.descriptor.item) {
            if let Some(schema) = schema.get_mut("items") {
                items.restrict(schema, item);
            }
            note(&mut schema, &items.notes);
        }
        schema
    }

    fn refer(
        &mut self,
        descriptor: &'static TypeDescriptor,
        used: TypeUse,
        constraint: Option<&Constraint>,
        path: &str,
    ) -> Value {
        let Some(constraint) = constraint.filter(|constraint| constraint.changes_definition(descriptor)) else {
            return type_schema::refer(descriptor, used, self.style, &mut self.definitions);
        };
        let is_used_once = self.uses.get(descriptor.name) == Some(&1);
        let name = type_schema::name(descriptor, self.style.direction);
        let name = if is_used_once { name } else { format!("{path}{name}") };
        let content = if descriptor.kind == JsonType::Object {
            self.object(descriptor, &name, constraint, path)
        } else {
            let mut code = type_schema::content(descriptor, &name, self.style, &mut |_, _| json!({}));
            constraint.add_keywords(&mut code);
            type_schema::name_codes(&mut code, descriptor, self.style);
            code
        };
        let definition = type_schema::definition(descriptor, &name, used, content);
        self.definitions.insert(name.clone(), definition);
        reference(&name)
    }
}

/// Adds the notes of rules to a description.
fn note(schema: &mut Value, notes: &[String]) {
    for note in notes {
        let description = schema["description"].as_str().unwrap_or_default();
        schema["description"] = format!("{description}\n{note}").into();
    }
}

fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
