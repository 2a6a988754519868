//! Schemas as text, the same bytes whatever order maps have: keywords as a person reads them, names by the alphabet.

use serde_json::Value;

/// The keywords, in the order in which they are written. Any other name stands behind them.
const KEYWORDS: [&str; 24] = [
    "$schema",
    "$id",
    "$ref",
    "title",
    "description",
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
    "allOf",
    "oneOf",
    "$defs",
];

/// A schema as text, indented, with a line break at its end.
pub(super) fn text(schema: &Value) -> String {
    let mut text = String::new();
    write(schema, true, 0, &mut text);
    text.push('\n');
    text
}

/// Writes a value; `keywords` says that an object's members are keywords and no names.
fn write(value: &Value, keywords: bool, depth: usize, text: &mut String) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let mut names: Vec<_> = members.keys().collect();
            let rank = |name: &str| KEYWORDS.iter().position(|keyword| *keyword == name).unwrap_or(KEYWORDS.len());
            names.sort_by_key(|name| (if keywords { rank(name) } else { 0 }, *name));
            text.push('{');
            for (index, name) in names.into_iter().enumerate() {
                line(index, depth + 1, text);
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push_str(": ");
                let names_follow = keywords && matches!(&**name, "properties" | "$defs");
                write(&members[name], !names_follow, depth + 1, text);
            }
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
            text.push('}');
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                line(index, depth + 1, text);
                write(item, true, depth + 1, text);
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
