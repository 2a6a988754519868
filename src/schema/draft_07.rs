//! The schemas in JSON Schema draft-07, for tools that do not support a later draft.

use super::SchemaFile;
use super::object::DRAFT;
use serde_json::{Map, Value, json};

const DRAFT_07: &str = "http://json-schema.org/draft-07/schema#";

/// Converts a file to draft-07.
pub(super) fn file(file: &SchemaFile) -> SchemaFile {
    let schema: Value = serde_json::from_str(&file.text).unwrap_or_default();
    let mut schema = schema_in_draft_07(&schema);
    if let Some(id) = schema["$id"].as_str().map(|id| id.replace("/schemas/", "/schemas/draft-07/")) {
        schema["$id"] = id.into();
    }
    SchemaFile::of(&file.name, &schema)
}

/// Converts a schema to draft-07: `$defs` become `definitions`, and the two keywords that replaced `dependencies` become
/// that again.
fn schema_in_draft_07(schema: &Value) -> Value {
    let Value::Object(keywords) = schema else { return schema.clone() };
    let mut out = Map::new();
    for (keyword, value) in keywords {
        let (keyword, value) = match keyword.as_str() {
            "$schema" if value == DRAFT => ("$schema", DRAFT_07.into()),
            "$ref" => ("$ref", value.as_str().unwrap_or_default().replace("#/$defs/", "#/definitions/").into()),
            "$defs" => ("definitions", convert_each(value)),
            "properties" => ("properties", convert_each(value)),
            "dependentSchemas" | "dependentRequired" => continue,
            "default" | "examples" | "enum" | "const" => (keyword.as_str(), value.clone()),
            _ => (keyword.as_str(), sub_schemas(value)),
        };
        out.insert(keyword.to_owned(), value);
    }
    if let Some(dependencies) = dependencies(keywords) {
        out.insert("dependencies".to_owned(), dependencies);
    }
    out.into()
}

/// Converts each schema in an object of schemas.
fn convert_each(schemas: &Value) -> Value {
    let Value::Object(schemas) = schemas else { return schemas.clone() };
    schemas.iter().map(|(name, schema)| (name.clone(), schema_in_draft_07(schema))).collect::<Map<_, _>>().into()
}

/// Converts the value of a keyword, which is a schema, an array of schemas, or neither.
fn sub_schemas(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(schema_in_draft_07).collect(),
        value => schema_in_draft_07(value),
    }
}

fn dependencies(keywords: &Map<String, Value>) -> Option<Value> {
    let mut dependencies = match convert_each(keywords.get("dependentSchemas").unwrap_or(&Value::Null)) {
        Value::Object(schemas) => schemas,
        _ => Map::new(),
    };
    for (name, required) in keywords.get("dependentRequired").and_then(Value::as_object).into_iter().flatten() {
        let dependency = match dependencies.get(name) {
            Some(schema) => json!({"allOf": [schema, declared(required)]}),
            None => required.clone(),
        };
        dependencies.insert(name.clone(), dependency);
    }
    (!dependencies.is_empty()).then(|| dependencies.into())
}

/// Requires members, which a strict validator wants to be declared.
fn declared(required: &Value) -> Value {
    let names = required.as_array().into_iter().flatten().filter_map(Value::as_str);
    json!({"properties": names.map(|name| (name.to_owned(), true.into())).collect::<Map<_, _>>(), "required": required})
}

#[cfg(test)]
mod tests {
    use super::schema_in_draft_07;
    use serde_json::json;

    #[test]
    fn keywords_change_where_they_are_keywords() {
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "properties": {"$defs": {"$ref": "#/$defs/A"}, "dependentRequired": true},
            "items": {"anyOf": [{"dependentRequired": {"a": ["b"]}}]},
            "dependentSchemas": {"a": {"minProperties": 2}},
            "dependentRequired": {"a": ["b"]},
            "examples": [{"$defs": {"$ref": "#/$defs/A"}}],
            "$defs": {"A": {"type": "string"}},
        });
        assert_eq!(
            schema_in_draft_07(&schema),
            json!({
                "$schema": "http://json-schema.org/draft-07/schema#",
                "properties": {"$defs": {"$ref": "#/definitions/A"}, "dependentRequired": true},
                "items": {"anyOf": [{"dependencies": {"a": ["b"]}}]},
                "dependencies": {"a": {"allOf": [{"minProperties": 2}, {"properties": {"b": true}, "required": ["b"]}]}},
                "examples": [{"$defs": {"$ref": "#/$defs/A"}}],
                "definitions": {"A": {"type": "string"}},
            })
        );
    }
}
