//! The JSON Schema of a directory file, section by section.

use crate::vocabulary::{AttendantKind, Section, Word};
use serde_json::{Map, Value, json};

/// Returns the schema of a section, which refers to [`definitions`].
pub(crate) fn section(section: Section) -> Value {
    let strings = || json!({"type": "array", "items": {"type": "string"}});
    let map = |values: Value| json!({"type": "object", "additionalProperties": values});
    let array = |name: &str| json!({"type": "array", "items": {"$ref": format!("#/$defs/{name}")}});
    let mut schema = match section {
        Section::Objects => map(array("Object")),
        Section::Extensions => array("Extension"),
        Section::AccessControlGroups => map(json!({"type": ["string", "null"]})),
        Section::KeywordSets => array("KeywordSet"),
        Section::Mailboxes | Section::PhoneCatalog | Section::SharedAppearances => map(strings()),
        Section::RegistrationGroups => map(array("RegistrationEntry")),
        Section::NetworkAdapters | Section::TimeZones | Section::Languages => strings(),
        Section::AttendantProfiles => array("AttendantProfile"),
        Section::References => map(map(json!({"type": "integer", "minimum": 0}))),
        Section::Statuses => array("Status"),
    };
    schema["description"] = description(section).into();
    schema
}

/// Returns what a section is, as a sentence.
fn description(section: Section) -> String {
    let doc = section.doc();
    let mut letters = doc.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns the schemas of the entries of sections, by name.
pub(crate) fn definitions() -> Map<String, Value> {
    let string = |about: &str| json!({"description": about, "type": "string"});
    let strings = |about: &str| json!({"description": about, "type": "array", "items": {"type": "string"}});
    let mut definitions = Map::new();
    let mut define = |name: &str, about: &str, properties: Value, required: &[&str]| {
        let mut schema = json!({
            "title": name, "description": about, "type": "object", "properties": properties, "additionalProperties": false,
        });
        if !required.is_empty() {
            schema["required"] = required.into();
        }
        definitions.insert(name.to_owned(), schema);
    };
    let values = json!({"oneOf": [{"$ref": "#/$defs/Scalar"}, {"type": "null"}]});
    let attributes = json!({
        "description": "The values of its attributes; null is none.", "type": "object", "additionalProperties": values,
    });
    define("Object", "An object of a type.", json!({"id": string("Its id."), "attributes": attributes}), &["id"]);
    let extension = json!({"description": "The extension.", "type": ["string", "integer"]});
    let owner = json!({
        "extension": extension,
        "objectType": {"description": "The type of its owner.", "type": "string", "default": "user"},
        "id": string("The id of its owner. Without one it has no owner."),
    });
    define("OwnedExtension", "An extension and its owner.", owner, &["extension"]);
    let set = json!({
        "id": string("Its id."),
        "keywords": {"description": "How many keywords it has.", "type": "integer", "minimum": 0},
        "workgroups": strings("The ids of the workgroups that use it."),
        "recorderPolicies": strings("The ids of the recorder policies that use it."),
    });
    define("KeywordSet", "A keyword set.", set, &["id", "keywords"]);
    let entry = json!({
        "line": string("The name of a line."),
        "transport": {"description": "The transport protocol of the line; 2 is TLS.", "type": "integer"},
        "manual": string("A manual entry, which is not a line."),
        "proxy": string("A proxy entry, which is not a line."),
        "dns": string("A DNS entry, which is not a line."),
    });
    define("RegistrationEntry", "A line with its transport protocol, or a manual, proxy or DNS entry.", entry, &[]);
    let kind = json!({"description": "Its kind.", "type": "string", "enum": AttendantKind::WORDS});
    define("AttendantProfile", "An attendant profile.", json!({"id": string("Its id."), "kind": kind}), &["id"]);
    let after_call_work =
        json!({"description": "Whether it is for after-call work.", "type": "boolean", "default": false});
    define("Status", "A status.", json!({"id": string("Its id."), "afterCallWork": after_call_work}), &["id"]);
    // Of `line`, `manual`, `proxy` and `dns` there must be one; generators do not take a schema that states it.
    definitions["RegistrationEntry"]["minProperties"] = 1.into();
    definitions["RegistrationEntry"]["dependentRequired"] = json!({"line": ["transport"]});
    let forms = json!([{"type": "string"}, {"type": "integer"}, {"$ref": "#/$defs/OwnedExtension"}]);
    let about = "An extension: a string, an integer, which stands for its digits, or an object with its owner.";
    definitions.insert("Extension".to_owned(), json!({"title": "Extension", "description": about, "oneOf": forms}));
    definitions
}
