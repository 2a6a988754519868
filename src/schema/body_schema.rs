//! Schemas of bodies, which have one type or one of several.

use super::examples;
use super::object::{DRAFT, into_schema};
use super::type_schema::{ReferFn, SchemaStyle, TypeUse, content, description, is_defined, name, refer, titled};
use super::view_document::view_document;
use crate::body::decode::Representation;
use crate::body::decode::members::{TYPE, WireValue};
use crate::body::{ConfigurationError, Error, UnknownError};
use schemars::Schema;
use serde_json::{Map, Value, json};

/// Returns the document of a body.
pub(super) fn document<T: Representation>(style: SchemaStyle) -> Schema {
    let mut definitions = Map::new();
    let mut schema = body::<T>(style, &mut |descriptor, used| refer(descriptor, used, style, &mut definitions));
    schema["$schema"] = DRAFT.into();
    schema["examples"] = schema["title"].as_str().map(examples::of).unwrap_or_default().into();
    if !definitions.is_empty() {
        schema["$defs"] = definitions.into();
    }
    into_schema(schema)
}

/// Returns the schema of a body, with its title and description.
pub(super) fn body<T: Representation>(style: SchemaStyle, refer: &mut ReferFn<'_>) -> Value {
    if T::SELECTED_BY_TYPE_TAG {
        return error_body(refer);
    }
    if T::SELECTED_BY_MEMBERS {
        return view_document(style, refer);
    }
    let name = name(T::DESCRIPTOR, style.direction);
    let content = content(T::DESCRIPTOR, &name, style, refer);
    // A scalar has no name of its own.
    if is_defined(T::DESCRIPTOR) { titled(&name, "description", &description(T::DESCRIPTOR), content) } else { content }
}

/// Returns the schema of an error body, which has one of several types, selected by its `__type`.
fn error_body(refer: &mut ReferFn<'_>) -> Value {
    let descriptors = [ConfigurationError::DESCRIPTOR, Error::DESCRIPTOR, UnknownError::DESCRIPTOR];
    json!({
        "title": "ErrorBody",
        "description": "The body of a response other than 200, whose type is selected by __type: a configuration error, a plain error (also without \
            __type), or an error with an undocumented URN.",
        "type": "object",
        "oneOf": descriptors.map(|descriptor| refer(descriptor, TypeUse::Item)),
        // With these arrays it is a configuration error, whose `__type` is required.
        "dependentRequired": {"validationErrors": [TYPE], "licenseErrors": [TYPE]},
    })
}
