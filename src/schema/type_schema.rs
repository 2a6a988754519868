//! Schemas of the wire types, in the form that code generators, editors and strict validators support.

use super::examples;
use super::object::reference;
use super::profile::Profile;
use crate::body::decode::members::{TYPE, WireValue};
use crate::body::{JsonType, UserClientConfigurationProperties};
use crate::descriptor::{Direction, MemberDescriptor, TypeDescriptor};
use serde_json::{Map, Value, json};

/// The style of the schemas of a document.
#[derive(Clone, Copy)]
pub(super) struct SchemaStyle {
    pub(super) direction: Direction,
    pub(super) profile: Profile,
    /// Whether only keywords are used that older drafts have too.
    pub(super) any_draft: bool,
}

impl SchemaStyle {
    pub(super) fn new(direction: Direction, profile: Profile) -> Self {
        Self { direction, profile, any_draft: false }
    }

    /// Returns whether an optional `__type` is among the properties. Editors propose all properties.
    fn has_typed_tags(self) -> bool {
        self.any_draft || self.profile == Profile::Codegen
    }
}

/// The use of a type.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum TypeUse {
    /// As the value of a member.
    Member,
    /// As an item of an array, or as one of several types of a body.
    Item,
}

/// Returns a reference to the definition of a type, which it creates if necessary.
pub(super) type ReferFn<'r> = dyn FnMut(&'static TypeDescriptor, TypeUse) -> Value + 'r;

/// Returns a reference to a type in a document of one direction.
pub(super) fn refer(
    descriptor: &'static TypeDescriptor,
    used: TypeUse,
    style: SchemaStyle,
    definitions: &mut Map<String, Value>,
) -> Value {
    let name = name(descriptor, style.direction);
    if !definitions.contains_key(&name) {
        let content = content(descriptor, &name, style, &mut |inner, used| refer(inner, used, style, definitions));
        definitions.insert(name.clone(), definition(descriptor, &name, used, content));
    }
    reference(&name)
}

/// Adds the name and the description of a definition. For the value of a member the description is a comment: editors would
/// show it instead of the description of the member.
pub(super) fn definition(descriptor: &TypeDescriptor, name: &str, used: TypeUse, content: Value) -> Value {
    let keyword = if used == TypeUse::Member { "$comment" } else { "description" };
    titled(name, keyword, &one_line(descriptor.doc), content)
}

pub(super) fn titled(name: &str, keyword: &str, text: &str, mut schema: Value) -> Value {
    schema["title"] = name.into();
    schema[keyword] = text.into();
    schema
}

/// Returns the name of a type, which differs between requests and responses.
pub(super) fn name(descriptor: &TypeDescriptor, direction: Direction) -> String {
    let is_configuration = descriptor.name == UserClientConfigurationProperties::DESCRIPTOR.name;
    match direction {
        Direction::Request if is_configuration => descriptor.name.to_owned(),
        Direction::Request => format!("{}Request", descriptor.name),
        Direction::Response if is_configuration => "UserClientConfigurationView".to_owned(),
        Direction::Response => descriptor.name.to_owned(),
    }
}

/// Returns the schema of a type, without title and description.
pub(super) fn content(
    descriptor: &'static TypeDescriptor,
    name: &str,
    style: SchemaStyle,
    refer: &mut ReferFn<'_>,
) -> Value {
    match descriptor.kind {
        JsonType::Object => object(descriptor, name, style, &mut |member| property(member, style, refer)),
        JsonType::Int if !descriptor.codes.is_empty() => code(descriptor, style),
        JsonType::Int => int(style),
        kind => json!({"type": type_name(kind)}),
    }
}

pub(super) fn type_name(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Boolean => "boolean",
        JsonType::Int => "integer",
        JsonType::String => "string",
        JsonType::Array => "array",
        JsonType::Object => "object",
    }
}

fn int(style: SchemaStyle) -> Value {
    let mut schema = json!({"type": "integer", "minimum": i32::MIN, "maximum": i32::MAX});
    if style.profile == Profile::Codegen {
        schema["format"] = "int32".into();
    }
    schema
}

/// Returns the schema of a code: documented codes in a request, any 32-bit integer in a response.
fn code(descriptor: &TypeDescriptor, style: SchemaStyle) -> Value {
    if style.direction == Direction::Response {
        return int(style);
    }
    let numbers: Vec<_> = descriptor.codes.iter().map(|code| code.0).collect();
    let mut schema = json!({"type": "integer", "enum": numbers});
    name_codes(&mut schema, descriptor, style);
    schema
}

/// Adds the names of the codes that a schema allows, for code generators.
pub(super) fn name_codes(schema: &mut Value, descriptor: &TypeDescriptor, style: SchemaStyle) {
    if style.profile != Profile::Codegen {
        return;
    }
    let is_allowed = |number: i32| schema["enum"].as_array().is_some_and(|numbers| numbers.contains(&number.into()));
    let names: Vec<_> = descriptor.codes.iter().filter(|code| is_allowed(code.0)).map(|code| code.1).collect();
    schema["x-enum-varnames"] = names.clone().into();
    schema["x-enumNames"] = names.clone().into();
    schema["tsEnumNames"] = names.into();
}

/// Returns the description of a type, with the table of its codes.
pub(super) fn description(descriptor: &TypeDescriptor) -> String {
    one_line(descriptor.doc) + &code_table(descriptor)
}

/// Returns a line for each code: its number, name, feature version and meaning.
fn code_table(descriptor: &TypeDescriptor) -> String {
    let mut table = String::new();
    for (number, name, meaning) in descriptor.codes {
        table += &format!("\n{number} {name}");
        if let Some(version) = (descriptor.code_since)(*number) {
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

/// Returns the schema of an object; `property` returns the schema of each property.
pub(super) fn object(
    descriptor: &'static TypeDescriptor,
    name: &str,
    style: SchemaStyle,
    property: &mut dyn FnMut(&'static MemberDescriptor) -> Value,
) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for member in descriptor.members {
        properties.insert(member.name.to_owned(), property(member));
        if member.required.holds(style.direction) {
            required.push(member.name);
        }
    }
    let mut object = json!({"type": "object", "additionalProperties": style.direction == Direction::Response});
    let tag = match properties.remove(TYPE) {
        // A type with `__type` as a member and without a URN has any URN that the vendor does not document; one with a URN
        // accepts any.
        Some(mut tag) if descriptor.urn.is_empty() => {
            tag["not"] = json!({"enum": crate::body::known_urns()});
            tag
        }
        Some(tag) => tag,
        None => json!({
            "title": format!("{name}Urn"),
            "description": "Type URN of the object.",
            "type": "string",
            "const": descriptor.urn,
        }),
    };
    if descriptor.tagged {
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
pub(super) fn property(member: &MemberDescriptor, style: SchemaStyle, refer: &mut ReferFn<'_>) -> Value {
    let mut schema = value(member.descriptor, TypeUse::Member, style, refer);
    // Some generators ignore null and descriptions next to a reference.
    match (is_defined(member.descriptor), member.nullable) {
        (true, true) => schema = json!({"oneOf": [schema, {"type": "null"}]}),
        (true, false) => schema = json!({"allOf": [schema]}),
        (false, true) => schema["type"] = json!([schema["type"], "null"]),
        (false, false) => {}
    }
    if is_defined(member.descriptor) {
        // Without examples, editors propose only null, or nothing.
        let codes = member.descriptor.codes.iter().map(|code| code.0.into()).take(2);
        let objects = examples::of(&name(member.descriptor, style.direction)).into_iter().take(1);
        let examples: Vec<Value> = codes.chain(objects).collect();
        if !examples.is_empty() {
            schema["examples"] = examples.into();
        }
    }
    schema["description"] = (one_line(member.doc) + &code_table(member.descriptor)).into();
    schema
}

/// Returns whether a type has a definition: objects and codes do.
pub(super) fn is_defined(descriptor: &TypeDescriptor) -> bool {
    descriptor.kind == JsonType::Object || !descriptor.codes.is_empty()
}

/// Returns the schema of a value where it is used.
fn value(descriptor: &'static TypeDescriptor, used: TypeUse, style: SchemaStyle, refer: &mut ReferFn<'_>) -> Value {
    match (descriptor.item, descriptor.kind) {
        (Some(item), _) => json!({"type": "array", "items": value(item, TypeUse::Item, style, refer)}),
        _ if is_defined(descriptor) => refer(descriptor, used),
        (None, JsonType::Int) => int(style),
        (None, kind) => json!({"type": type_name(kind)}),
    }
}
