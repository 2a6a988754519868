//! Schemas of shapes. How each thing is said follows what code generators and strict validators take.

use super::view_document::view_document;
use crate::body::decode::Representation;
use crate::body::decode::members::{TYPE, WireValue};
use crate::body::{ConfigurationError, Error, Kind, UnknownError};
use crate::descriptor::{Direction, Member, TypeDescriptor};
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// How a schema refers to that of a shape within it: by the wire's name in a file of ours, as the generator names it elsewhere.
pub(super) type Refer = fn(&'static TypeDescriptor, Direction, &mut SchemaGenerator) -> Value;

/// The schema of a body.
pub(super) fn root<T: Representation>(direction: Direction, generator: &mut SchemaGenerator, refer: Refer) -> Schema {
    if T::SELECTED_BY_TYPE_TAG {
        any_error(generator, refer)
    } else if T::SELECTED_BY_MEMBERS {
        plain(view_document(generator, refer))
    } else {
        of(T::SHAPE, direction, generator, refer)
    }
}

/// The schema of a shape, with its definitions in the generator.
pub(super) fn of(
    shape: &'static TypeDescriptor,
    direction: Direction,
    generator: &mut SchemaGenerator,
    refer: Refer,
) -> Schema {
    let mut schema = match (shape.kind, shape.codes) {
        (Kind::Object, _) => object(shape, direction, generator, refer),
        (Kind::Int, []) => int(),
        (Kind::Int, codes) => code(codes, direction),
        (kind, _) => json!({"type": type_of(kind)}),
    };
    if is_defined(shape) {
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
        Kind::Boolean => "boolean",
        Kind::Int => "integer",
        Kind::String => "string",
        Kind::Array => "array",
        Kind::Object => "object",
    }
}

fn int() -> Value {
    json!({"type": "integer", "minimum": i32::MIN, "maximum": i32::MAX})
}

/// A code: one of the list in a request, any 32-bit integer in an answer.
fn code(codes: &[(i32, &str, &str)], direction: Direction) -> Value {
    match direction {
        Direction::Request => json!({"type": "integer", "enum": codes.iter().map(|code| code.0).collect::<Vec<_>>()}),
        Direction::Response => int(),
    }
}

/// The text of a shape, with the table of its codes.
fn describe(shape: &TypeDescriptor) -> String {
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

fn object(
    shape: &'static TypeDescriptor,
    direction: Direction,
    generator: &mut SchemaGenerator,
    refer: Refer,
) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for member in shape.members {
        properties.insert(member.name.to_owned(), property(member, direction, generator, refer));
        if member.required.holds(direction) {
            required.push(member.name);
        }
    }
    // A type without URN that has its type as a member is every type that the vendor does not document; one with a URN takes any.
    if let Some(urn) = properties.get_mut(TYPE) {
        if shape.urn.is_empty() {
            urn["not"] = json!({"enum": crate::body::known_urns()});
        }
    } else {
        let title = format!("{}Urn", shape.name);
        properties.insert(TYPE.to_owned(), json!({"title": title, "type": "string", "const": shape.urn}));
    }
    if shape.tagged {
        required.push(TYPE);
    }
    let mut object = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": direction == Direction::Response,
    });
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object
}

fn property(member: &Member, direction: Direction, generator: &mut SchemaGenerator, refer: Refer) -> Value {
    let mut schema = value(member.shape, direction, generator, refer);
    // Neither null nor a description may stand beside a reference.
    match (is_defined(member.shape), member.nullable) {
        (true, true) => schema = json!({"oneOf": [schema, {"type": "null"}]}),
        (true, false) => schema = json!({"allOf": [schema]}),
        (false, true) => schema["type"] = json!([schema["type"], "null"]),
        (false, false) => {}
    }
    schema["description"] = words(member.doc).into();
    schema
}

/// Whether a shape has a definition of its own: objects and codes do.
fn is_defined(shape: &TypeDescriptor) -> bool {
    shape.kind == Kind::Object || !shape.codes.is_empty()
}

/// A value where it is used.
fn value(shape: &'static TypeDescriptor, direction: Direction, generator: &mut SchemaGenerator, refer: Refer) -> Value {
    match (shape.item, shape.kind) {
        (Some(item), _) => json!({"type": "array", "items": value(item, direction, generator, refer)}),
        _ if is_defined(shape) => refer(shape, direction, generator),
        (None, Kind::Int) => int(),
        (None, kind) => json!({"type": type_of(kind)}),
    }
}

/// Refers to a shape by the wire's name, in a generator that holds definitions of ours alone, and of one direction.
pub(super) fn reference(
    shape: &'static TypeDescriptor,
    direction: Direction,
    generator: &mut SchemaGenerator,
) -> Value {
    if !generator.definitions().contains_key(shape.name) {
        let schema = of(shape, direction, generator, reference);
        generator.definitions_mut().insert(shape.name.to_owned(), schema.into());
    }
    json!({"$ref": format!("#/$defs/{}", shape.name)})
}

/// An error body, told by its `__type`.
fn any_error(generator: &mut SchemaGenerator, refer: Refer) -> Schema {
    let shapes = [ConfigurationError::SHAPE, Error::SHAPE, UnknownError::SHAPE];
    let references: Vec<_> = shapes.map(|shape| refer(shape, Direction::Response, generator)).into();
    plain(json!({
        "title": "ErrorBody",
        "description": "An error body, told by its __type: a configuration error, a plain error, or one under a URN that nobody lists.",
        "oneOf": references,
        // With these arrays it is a configuration error, which must have its type.
        "dependentRequired": {"validationErrors": [TYPE], "licenseErrors": [TYPE]},
    }))
}
