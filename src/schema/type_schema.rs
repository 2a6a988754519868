//! Schemas of the types on the wire. How each thing is expressed follows what code generators, editors and strict validators read.

use super::object::reference;
use super::profile::Profile;
use crate::body::decode::members::{TYPE, WireValue};
use crate::body::{Kind, UserClientConfigurationProperties};
use crate::descriptor::{Direction, Member, TypeDescriptor};
use serde_json::{Map, Value, json};

/// How the schemas of a document are written.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) direction: Direction,
    pub(super) profile: Profile,
    /// Whether only keywords are used that older drafts have as well.
    pub(super) any_draft: bool,
}

impl Style {
    pub(super) fn new(direction: Direction, profile: Profile) -> Self {
        Self { direction, profile, any_draft: false }
    }

    /// Whether an optional `__type` is typed among the properties. Editors propose what is there.
    fn has_typed_tags(self) -> bool {
        self.any_draft || self.profile == Profile::Codegen
    }
}

/// Where a type is used.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Use {
    /// As the value of a member.
    Member,
    /// As an item of an array, or as one of several types of a body.
    Item,
}

/// Returns a reference to the definition of a type, which is made where there is none yet.
pub(super) type Refer<'r> = dyn FnMut(&'static TypeDescriptor, Use) -> Value + 'r;

/// Returns a reference to a type in a document of one direction.
pub(super) fn refer(
    shape: &'static TypeDescriptor,
    used: Use,
    style: Style,
    definitions: &mut Map<String, Value>,
) -> Value {
    let name = name(shape, style.direction);
    if !definitions.contains_key(&name) {
        let content = content(shape, &name, style, &mut |inner, used| refer(inner, used, style, definitions));
        definitions.insert(name.clone(), definition(shape, &name, used, content));
    }
    reference(&name)
}

/// Adds the name and the text of a definition. For the value of a member the text is a comment: editors would show it in place of the member's own
/// description.
pub(super) fn definition(shape: &TypeDescriptor, name: &str, used: Use, content: Value) -> Value {
    let keyword = if used == Use::Member { "$comment" } else { "description" };
    titled(name, keyword, &one_line(shape.doc), content)
}

pub(super) fn titled(name: &str, keyword: &str, text: &str, mut schema: Value) -> Value {
    schema["title"] = name.into();
    schema[keyword] = text.into();
    schema
}

/// Returns the name of a type: in a request and in a response it is not the same type.
pub(super) fn name(shape: &TypeDescriptor, direction: Direction) -> String {
    let is_configuration = shape.name == UserClientConfigurationProperties::SHAPE.name;
    match direction {
        Direction::Request if is_configuration => shape.name.to_owned(),
        Direction::Request => format!("{}Request", shape.name),
        Direction::Response if is_configuration => "UserClientConfigurationView".to_owned(),
        Direction::Response => shape.name.to_owned(),
    }
}

/// Returns what a type consists of, without title and description.
pub(super) fn content(shape: &'static TypeDescriptor, name: &str, style: Style, refer: &mut Refer<'_>) -> Value {
    match shape.kind {
        Kind::Object => object(shape, name, style, &mut |member| property(member, style, refer)),
        Kind::Int if !shape.codes.is_empty() => code(shape, style),
        Kind::Int => int(style),
        kind => json!({"type": type_name(kind)}),
    }
}

pub(super) fn type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Boolean => "boolean",
        Kind::Int => "integer",
        Kind::String => "string",
        Kind::Array => "array",
        Kind::Object => "object",
    }
}

fn int(style: Style) -> Value {
    let mut schema = json!({"type": "integer", "minimum": i32::MIN, "maximum": i32::MAX});
    if style.profile == Profile::Codegen {
        schema["format"] = "int32".into();
    }
    schema
}

/// A code: a documented one in a request, any integer of 32 bits in a response.
fn code(shape: &TypeDescriptor, style: Style) -> Value {
    if style.direction == Direction::Response {
        return int(style);
    }
    let numbers: Vec<_> = shape.codes.iter().map(|code| code.0).collect();
    let mut schema = json!({"type": "integer", "enum": numbers});
    name_codes(&mut schema, shape, style);
    schema
}

/// Adds the names of the codes that a schema allows, for code generators.
pub(super) fn name_codes(schema: &mut Value, shape: &TypeDescriptor, style: Style) {
    if style.profile != Profile::Codegen {
        return;
    }
    let is_allowed = |number: i32| schema["enum"].as_array().is_some_and(|numbers| numbers.contains(&number.into()));
    let names: Vec<_> = shape.codes.iter().filter(|code| is_allowed(code.0)).map(|code| code.1).collect();
    schema["x-enum-varnames"] = names.clone().into();
    schema["x-enumNames"] = names.clone().into();
    schema["tsEnumNames"] = names.into();
}

/// Returns the description of a type, with the table of its codes.
pub(super) fn description(shape: &TypeDescriptor) -> String {
    one_line(shape.doc) + &code_table(shape)
}

/// Returns a line for each code: its number, name, feature version and meaning.
fn code_table(shape: &TypeDescriptor) -> String {
    let mut table = String::new();
    for (number, name, meaning) in shape.codes {
        table += &format!("\n{number} {name}");
        if let Some(version) = (shape.code_since)(*number) {
            table += &format!(" (since configuration {version})");
        }
        if !meaning.is_empty() {
            table += &format!(": {meaning}");
        }
    }
    table
}

/// Returns a doc comment in one line.
pub(super) fn one_line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the schema of an object, each of whose properties is made by `property`.
pub(super) fn object(
    shape: &'static TypeDescriptor,
    name: &str,
    style: Style,
    property: &mut dyn FnMut(&'static Member) -> Value,
) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for member in shape.members {
        properties.insert(member.name.to_owned(), property(member));
        if member.required.holds(style.direction) {
            required.push(member.name);
        }
    }
    let mut object = json!({"type": "object", "additionalProperties": style.direction == Direction::Response});
    let tag = match properties.remove(TYPE) {
        // A type without URN that has its type as a member is every type that the vendor does not document; one with a URN takes any.
        Some(mut tag) if shape.urn.is_empty() => {
            tag["not"] = json!({"enum": crate::body::known_urns()});
            tag
        }
        Some(tag) => tag,
        None => json!({
            "title": format!("{name}Urn"),
            "description": "Type URN of the object.",
            "type": "string",
            "const": shape.urn,
        }),
    };
    if shape.tagged {
        required.push(TYPE);
    }
    if style.has_typed_tags() || required.contains(&TYPE) {
        properties.insert(TYPE.to_owned(), tag);
    } else {
        properties.insert(TYPE.to_owned(), true.into());
        object["dependentSchemas"] = json!({TYPE: {"type": "object", "properties": {TYPE: tag}}});
    }
    object["properties"] = properties.into();
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object
}

/// Returns the schema of a member, with its description.
pub(super) fn property(member: &Member, style: Style, refer: &mut Refer<'_>) -> Value {
    let mut schema = value(member.shape, Use::Member, style, refer);
    // Some generators read neither null nor a description next to a reference.
    match (is_defined(member.shape), member.nullable) {
        (true, true) => schema = json!({"oneOf": [schema, {"type": "null"}]}),
        (true, false) => schema = json!({"allOf": [schema]}),
        (false, true) => schema["type"] = json!([schema["type"], "null"]),
        (false, false) => {}
    }
    schema["description"] = (one_line(member.doc) + &code_table(member.shape)).into();
    schema
}

/// Returns whether a type has a definition: objects and codes do.
pub(super) fn is_defined(shape: &TypeDescriptor) -> bool {
    shape.kind == Kind::Object || !shape.codes.is_empty()
}

/// Returns the schema of a value where it is used.
fn value(shape: &'static TypeDescriptor, used: Use, style: Style, refer: &mut Refer<'_>) -> Value {
    match (shape.item, shape.kind) {
        (Some(item), _) => json!({"type": "array", "items": value(item, Use::Item, style, refer)}),
        _ if is_defined(shape) => refer(shape, used),
        (None, Kind::Int) => int(style),
        (None, kind) => json!({"type": type_name(kind)}),
    }
}
