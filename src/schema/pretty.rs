//! Schemas as indented JSON, independent of the iteration order of maps: keywords in the order in which people read them,
//! names in alphabetical order.

use crate::json::write::write_string;
use serde_json::Value;

/// The order of keywords. Any other follows them, in alphabetical order.
const KEYWORDS: [&str; 44] = [
    "openapi",
    "info",
    "servers",
    "tags",
    "security",
    "paths",
    "summary",
    "$schema",
    "$id",
    "$ref",
    "title",
    "description",
    "$comment",
    "type",
    "const",
    "enum",
    "format",
    "pattern",
    "minimum",
    "maximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "items",
    "properties",
    "required",
    "additionalProperties",
    "minProperties",
    "maxProperties",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "if",
    "then",
    "else",
    "allOf",
    "oneOf",
    "default",
    "examples",
    "$defs",
    "definitions",
    "components",
];

/// The role of an object's members.
#[derive(Clone, Copy, PartialEq)]
enum MemberRole {
    /// Keywords of a schema.
    Keywords,
    /// Names that lead to schemas.
    Names,
    /// Names of data that is not a schema.
    Data,
}

impl MemberRole {
    /// Returns the role of the members in the value of a member.
    fn of(self, name: &str) -> Self {
        match (self, name) {
            (
                Self::Keywords,
                "properties" | "$defs" | "definitions" | "dependentSchemas" | "paths" | "schemas" | "responses"
                | "parameters" | "headers" | "securitySchemes",
            ) => Self::Names,
            (Self::Keywords, "default" | "examples" | "enum" | "const" | "dependentRequired" | "dependencies")
            | (Self::Data, _) => Self::Data,
            (Self::Keywords | Self::Names, _) => Self::Keywords,
        }
    }
}

/// Writes a schema as indented text that ends with a line feed.
pub(super) fn text(schema: &Value) -> String {
    let mut text = String::new();
    write(schema, MemberRole::Keywords, 0, &mut text);
    text.push('\n');
    text
}

fn write(value: &Value, kind: MemberRole, depth: usize, text: &mut String) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let mut names: Vec<_> = members.keys().collect();
            let rank = |name: &str| match kind {
                MemberRole::Keywords => KEYWORDS.iter().position(|keyword| *keyword == name).unwrap_or(KEYWORDS.len()),
                MemberRole::Names | MemberRole::Data => 0,
            };
            names.sort_by_key(|name| (rank(name), *name));
            text.push('{');
            for (index, name) in names.into_iter().enumerate() {
                line(index, depth + 1, text);
                write_string(name, text);
                text.push_str(": ");
                write(&members[name], kind.of(name), depth + 1, text);
            }
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
            text.push('}');
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                line(index, depth + 1, text);
                write(item, kind, depth + 1, text);
            }
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
            text.push(']');
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(Value::to_string).collect();
            text.push_str(&format!("[{}]", items.join(", ")));
        }
        scalar => text.push_str(&scalar.to_string()),
    }
}

fn line(index: usize, depth: usize, text: &mut String) {
    text.push_str(if index == 0 { "\n" } else { ",\n" });
    text.push_str(&"  ".repeat(depth));
}
