//! Parts of the schemas of files: closed objects, every member of which has a description.

use schemars::Schema;
use serde_json::{Map, Value, json};

/// The draft of JSON Schema in which all schemas are generated.
pub(super) const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Converts a value that is known to be an object.
pub(super) fn into_schema(schema: Value) -> Schema {
    schema.try_into().unwrap_or_default()
}

/// The member that names the schema of a file.
pub(super) fn schema_member() -> Value {
    json!({"description": "Schema of this file, for editors: a URL or a path.", "type": "string"})
}

/// Adds a description to a schema. A reference is wrapped, since some tools ignore other keywords next to it.
pub(super) fn described(description: &str, schema: Value) -> Value {
    let mut schema = if schema.get("$ref").is_some() { json!({"allOf": [schema]}) } else { schema };
    schema["description"] = description.into();
    schema
}

/// Adds examples to the schema of a member. Editors insert such a member with a colon and a value, which they do not do for a
/// member whose type is in a reference or in a branch.
pub(super) fn with_examples(mut schema: Value, examples: Value) -> Value {
    schema["examples"] = examples;
    schema
}

/// Returns a reference to a definition.
pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

/// Returns the schema of an object with these properties and no others.
#[expect(clippy::needless_pass_by_value, reason = "`json!` takes it by reference only")]
pub(super) fn closed(properties: Value, required: &[&str]) -> Value {
    let mut schema = json!({"type": "object", "properties": properties, "additionalProperties": false});
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    schema
}

/// Returns the schema of a closed object whose members are all required, except the optional ones.
pub(super) fn all_required(properties: Value, optional: &[&str]) -> Value {
    let mut names: Vec<_> = properties.as_object().into_iter().flat_map(Map::keys).cloned().collect();
    names.sort_unstable(); // in whatever order the map has them
    let names: Vec<_> = names.iter().map(String::as_str).filter(|name| !optional.contains(name)).collect();
    closed(properties, &names)
}

pub(super) fn count() -> Value {
    json!({"type": "integer", "minimum": 0})
}

pub(super) fn typed(name: &str) -> Value {
    json!({"type": name})
}

pub(super) fn nullable(name: &str) -> Value {
    json!({"type": [name, "null"]})
}

/// The definitions of a document.
#[derive(Default)]
pub(super) struct Definitions(pub(super) Map<String, Value>);

impl Definitions {
    /// Adds a definition with a description, for the items of arrays and the values of objects.
    pub(super) fn add(&mut self, name: &str, description: &str, schema: Value) {
        self.insert(name, "description", description, schema);
    }

    /// Adds a definition for the values of members. It has a comment and no description, which editors would show instead of
    /// the description of the member.
    pub(super) fn add_value(&mut self, name: &str, comment: &str, schema: Value) {
        self.insert(name, "$comment", comment, schema);
    }

    fn insert(&mut self, name: &str, keyword: &str, text: &str, mut schema: Value) {
        schema["title"] = name.into();
        schema[keyword] = text.into();
        self.0.insert(name.to_owned(), schema);
    }

    /// Returns the document of an object with these definitions.
    pub(super) fn into_document(
        self,
        title: &str,
        description: &str,
        mut schema: Value,
        examples: Vec<Value>,
    ) -> Schema {
        schema["$schema"] = DRAFT.into();
        schema["title"] = title.into();
        schema["description"] = description.into();
        schema["examples"] = examples.into();
        schema["$defs"] = self.0.into();
        into_schema(schema)
    }
}
