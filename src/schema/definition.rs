//! Schemas of shapes. How each thing is said follows what code generators and strict validators take.

use crate::read::Representation;
use crate::wire::fill::{TYPE, Wire};
use crate::wire::shape::{Direction, Member, Shape};
use crate::wire::{ConfigurationError, Error, Kind, UnlistedError};
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// The schema of a body.
pub(super) fn root<T: Representation>(direction: Direction, generator: &mut SchemaGenerator) -> Schema {
    if T::TOLD_BY_TYPE { any_error(generator) } else { of(T::SHAPE, direction, generator) }
}

/// The schema of a shape, with its definitions in the generator.
pub(super) fn of(shape: &'static Shape, direction: Direction, generator: &mut SchemaGenerator) -> Schema {
    let mut schema = match (shape.kind, shape.codes) {
        (Kind::Object, _) => object(shape, direction, generator),
        (Kind::Int, []) => int(),
        (Kind::Int, codes) => code(codes, direction),
        (kind, _) => json!({"type": type_of(kind)}),
    };
    if let (Kind::Object, _) | (_, [_, ..]) = (shape.kind, shape.codes) {
        schema["title"] = shape.name.into();
        schema["description"] = describe(shape).into();
    }
    plain(schema)
}

fn plain(schema: Value) -> Schema {
    // Only objects and Booleans are no schemas, and these are objects.
    schema.try_into().unwrap_or_default()
}

pub(super) fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Boolean => "boolean",
        Kind::Int => "integer",
        Kind::Number => "number",
        Kind::Text => "string",
        Kind::List => "array",
        Kind::Object => "object",
    }
}

fn int() -> Value {
    json!({"type": "integer", "minimum": i32::MIN, "maximum": i32::MAX})
}

/// A code: one of the list in a request, any Int in an answer.
fn code(codes: &[(i32, &str, &str)], direction: Direction) -> Value {
    match direction {
        Direction::Request => json!({"type": "integer", "enum": codes.iter().map(|code| code.0).collect::<Vec<_>>()}),
        Direction::Answer => int(),
    }
}

/// The text of a shape, with the table of its codes.
fn describe(shape: &Shape) -> String {
    let mut text = words(shape.doc);
    for (number, name, meaning) in shape.codes {
        text += &format!("\n{number} {name}");
        if !meaning.is_empty() {
            text += &format!(": {meaning}");
        }
    }
    text
}

/// A doc comment in one line.
pub(super) fn words(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn object(shape: &'static Shape, direction: Direction, generator: &mut SchemaGenerator) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for member in shape.members {
        properties.insert(member.name.to_owned(), property(member, direction, generator));
        if member.required.holds(direction) {
            required.push(member.name);
        }
    }
    if std::ptr::eq(shape, UnlistedError::SHAPE) {
        properties[TYPE]["not"] = json!({"enum": crate::wire::listed_urns()});
    }
    if !properties.contains_key(TYPE) {
        let title = format!("{}Urn", shape.name);
        properties.insert(TYPE.to_owned(), json!({"title": title, "type": "string", "const": shape.urn}));
    }
    if shape.tagged {
        required.push(TYPE);
    }
    let mut object = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": direction == Direction::Answer,
    });
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object
}

fn property(member: &Member, direction: Direction, generator: &mut SchemaGenerator) -> Value {
    let mut schema = value(member.shape, direction, generator);
    if let (true, Some(reference)) = (member.nullable, schema.get("$ref").cloned()) {
        schema = json!({"oneOf": [{"$ref": reference}, {"type": "null"}]});
    } else if member.nullable {
        schema["type"] = json!([schema["type"], "null"]);
    } else if let Some(reference) = schema.get("$ref").cloned() {
        schema = json!({"allOf": [{"$ref": reference}]});
    }
    schema["description"] = words(member.doc).into();
    schema
}

/// A value where it is used: objects and codes by reference.
fn value(shape: &'static Shape, direction: Direction, generator: &mut SchemaGenerator) -> Value {
    match (shape.item, shape.kind) {
        (Some(item), _) => json!({"type": "array", "items": value(item, direction, generator)}),
        (None, Kind::Object) => reference(shape, direction, generator),
        (None, Kind::Int) if !shape.codes.is_empty() => reference(shape, direction, generator),
        (None, Kind::Int) => int(),
        (None, kind) => json!({"type": type_of(kind)}),
    }
}

/// Refers to the definition of a shape. Where a generator has that of the other direction already, this one has a name of its own.
pub(super) fn reference(shape: &'static Shape, direction: Direction, generator: &mut SchemaGenerator) -> Value {
    let schema = Value::from(of(shape, direction, generator));
    let other = match direction {
        Direction::Request => format!("{}Request", shape.name),
        Direction::Answer => format!("{}Answer", shape.name),
    };
    let taken = generator.definitions().get(shape.name).is_some_and(|definition| *definition != schema);
    let name = if taken { other } else { shape.name.to_owned() };
    let reference = json!({"$ref": format!("#/$defs/{name}")});
    generator.definitions_mut().insert(name, schema);
    reference
}

/// An error body, told by its `__type`.
fn any_error(generator: &mut SchemaGenerator) -> Schema {
    let shapes = [ConfigurationError::SHAPE, Error::SHAPE, UnlistedError::SHAPE];
    let references: Vec<_> = shapes.map(|shape| reference(shape, Direction::Answer, generator)).into();
    plain(json!({
        "title": "AnyError",
        "description": "An error body, told by its __type: a configuration error, a plain error, or one under a URN that nobody lists.",
        "oneOf": references,
    }))
}
