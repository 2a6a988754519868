use super::examples;
use super::object::{Definitions, closed, described, reference, schema_member};
use crate::vocabulary::{AttendantKind, Section, WordEnum, sections};
use schemars::Schema;
use serde_json::{Map, Value, json};

/// Returns the schema of directory files.
///
/// It accepts what [`InMemoryDirectory::from_json`](crate::directory::InMemoryDirectory::from_json) accepts, except for what
/// it cannot express: names that differ only in letter case, duplicate ids of keyword sets and statuses, duplicate members,
/// and integers of more than 64 bits.
///
/// ```
/// use icws_schema::schema;
///
/// let schema = schema::directory_file();
/// assert_eq!(schema.as_value()["properties"]["timeZones"]["items"]["type"], "string");
/// ```
#[must_use]
pub fn directory_file() -> Schema {
    let mut definitions = Definitions::default();
    let object = object(&mut definitions);
    let about = "A directory file: what the server's configuration contains, for the rules that query it. An absent key means that nothing is \
        known of its kind, an empty array or object that there is none. Names and ids are case-insensitive. The format is this crate's choice.";
    definitions.into_document("DirectoryFile", about, object, examples::of("DirectoryFile"))
}

/// Returns the schema of a directory, and adds the definitions that it refers to.
pub(super) fn object(definitions: &mut Definitions) -> Value {
    define_objects(definitions);
    define_users_of_keywords(definitions);
    define_telephony(definitions);
    let scalar = json!({"oneOf": [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]});
    definitions.add_value("Scalar", "A string, a number or a boolean.", scalar);
    let mut properties = Map::from_iter([("$schema".to_owned(), schema_member())]);
    properties.extend(Section::ALL.iter().map(|section| (section.name().to_owned(), self::section(*section))));
    closed(properties.into(), &[])
}

macro_rules! schemas {
    ($($(#[doc = $doc:literal])+ $name:literal => $Variant:ident, $field:ident: $form:ident, $with:ident;)+) => {
        /// The schema of a section, by its form.
        fn form(section: Section) -> Value {
            match section {
                $(Section::$Variant => forms::$form(),)+
            }
        }
    };
}

sections! { schemas }

/// The schemas of the forms.
mod forms {
    use super::{array, list, map_of, reference, string};
    use serde_json::{Value, json};

    pub(super) fn objects_by_type() -> Value {
        map_of(array("Object"))
    }

    pub(super) fn extensions() -> Value {
        list(json!({"oneOf": [string(), {"type": "integer"}, reference("OwnedExtension")]}))
    }

    pub(super) fn groups() -> Value {
        map_of(json!({"type": ["string", "null"]}))
    }

    pub(super) fn keyword_sets() -> Value {
        array("KeywordSet")
    }

    pub(super) fn names_by_name() -> Value {
        map_of(list(string()))
    }

    pub(super) fn registration_groups() -> Value {
        map_of(array("RegistrationEntry"))
    }

    pub(super) fn names() -> Value {
        list(string())
    }

    pub(super) fn attendant_profiles() -> Value {
        array("AttendantProfile")
    }

    pub(super) fn counts_by_type() -> Value {
        map_of(map_of(json!({"type": "integer", "minimum": 0})))
    }

    pub(super) fn statuses() -> Value {
        array("Status")
    }
}

/// Returns the schema of a section.
fn section(section: Section) -> Value {
    let schema = form(section);
    let mut letters = section.description().chars();
    let description: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    described(&description, schema)
}

#[expect(clippy::needless_pass_by_value, reason = "`json!` takes it by reference only")]
fn map_of(values: Value) -> Value {
    json!({"type": "object", "additionalProperties": values})
}

fn define_objects(definitions: &mut Definitions) {
    let value = json!({"oneOf": [reference("Scalar"), {"type": "null"}]});
    let object = json!({
        "id": described("Id of the object.", string()),
        "attributes": map("Values of attributes, by name; null means that the object does not have the attribute.", value),
    });
    definitions.add("Object", "A configuration object.", closed(object, &["id"]));
    let profile = json!({
        "id": described("Id of the profile.", string()),
        "kind": described("Kind of the profile. If it is missing, the profile has no kind.", json!({"type": "string", "enum": AttendantKind::WORDS})),
    });
    definitions.add("AttendantProfile", "An attendant profile.", closed(profile, &["id"]));
    let status = json!({
        "id": described("Id of the status.", string()),
        "afterCallWork": {"description": "Whether the status is for after-call work.", "type": "boolean", "default": false},
    });
    definitions.add("Status", "A status.", closed(status, &["id"]));
}

fn define_users_of_keywords(definitions: &mut Definitions) {
    let set = json!({
        "id": described("Id of the keyword set.", string()),
        "keywords": {"description": "Number of keywords in the set.", "type": "integer", "minimum": 0},
        "workgroups": described("Ids of the workgroups that use the set.", list(string())),
        "recorderPolicies": described("Ids of the recorder policies that use the set.", list(string())),
    });
    definitions.add("KeywordSet", "A keyword set.", closed(set, &["id", "keywords"]));
}

fn define_telephony(definitions: &mut Definitions) {
    let extension = json!({
        "extension": described("The extension: a string, or an integer of its digits.", json!({"oneOf": [string(), {"type": "integer"}], "examples": ["8001", 8001]})),
        "objectType": {"description": "Type of the owner.", "type": "string", "default": "user"},
        "id": described("Id of the owner. If it is missing, the extension has no owner.", string()),
    });
    definitions.add("OwnedExtension", "An extension and its owner.", closed(extension, &["extension"]));
    let entry = json!({
        "line": described("Name of the line.", string()),
        "transport": {"description": "Transport protocol of the line; TLS is 2.", "type": "integer"},
        "manual": described("Address that was entered by hand.", string()),
        "proxy": described("Name of the proxy.", string()),
        "dns": described("Name in DNS.", string()),
    });
    let mut entry = closed(entry, &[]);
    entry["minProperties"] = 1.into();
    entry["dependentRequired"] = json!({"line": ["transport"]});
    entry["dependentSchemas"] = json!({"transport": {"minProperties": 2}});
    let about =
        "An entry of a registration group: a line with its transport protocol, or a manual, proxy or DNS entry.";
    definitions.add("RegistrationEntry", about, entry);
}

fn string() -> Value {
    json!({"type": "string"})
}

#[expect(clippy::needless_pass_by_value, reason = "`json!` takes it by reference only")]
fn list(items: Value) -> Value {
    json!({"type": "array", "items": items})
}

fn array(definition: &str) -> Value {
    list(reference(definition))
}

fn map(description: &str, values: Value) -> Value {
    described(description, map_of(values))
}
