//! All schemas in one document: every definition has one name, and every name one definition.

use super::parsed;
use icws_schema::body::{
    ConfigurationError, ConfigurationId, Error, ErrorBody, FollowMe, InheritableBooleanProperty,
    InheritableIntProperty, InheritableStringProperty, InheritedBooleanValue, InheritedInt, InheritedString,
    LicenseError, UpdateOperationResult, User, UserClientConfigurationProperties, UserClientConfigurationView,
    UserList, ValidationError,
};
use icws_schema::schema::{Profile, SchemaFile};
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The files that are not of a type on the wire.
pub(super) const AROUND: [&str; 11] = [
    "ruleFile.json",
    "directoryFile.json",
    "stateFile.json",
    "caseFile.json",
    "conformanceRequest.json",
    "conformanceResponse.json",
    "report.json",
    "loadError.json",
    "verdict.json",
    "testReport.json",
    "validatorCatalog.json",
];

#[test]
fn the_files_of_types_have_distinct_titles() {
    let mut titles = BTreeMap::new();
    for (name, schema) in parsed() {
        let title = schema["title"].as_str().unwrap().to_owned();
        assert_eq!(titles.insert(title.clone(), name.clone()), None, "{title}: {name}");
    }
    assert_eq!(titles["FollowMeRequest"], "followMe.request.json");
    assert_eq!(titles["FollowMe"], "followMe.view.json");
    assert_eq!(titles["UserClientConfigurationView"], "userClientConfigurationProperties.view.json");
}

/// The files around the types, too: a name of a definition means the same in all files.
#[test]
fn a_definition_of_one_name_is_the_same_in_all_files() {
    let mut definitions: BTreeMap<String, (Value, String)> = BTreeMap::new();
    for (file, schema) in parsed() {
        for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
            let content = content(definition.clone());
            let (given, first) = definitions.entry(name.clone()).or_insert_with(|| (content.clone(), file.clone()));
            assert_eq!(*given, content, "{name} in {first} and {file}");
        }
    }
}

/// Generators name what is inline after the member or after the object around it, and number it if the name is taken.
#[test]
fn what_generators_name_is_defined_or_has_a_name_of_its_own() {
    fn look(schema: &Value, name: &str, is_root: bool, inline: &mut Vec<(String, Value)>) {
        let Some(keywords) = schema.as_object() else { return };
        if !is_root && (keywords.contains_key("properties") || keywords.contains_key("enum")) {
            inline.push((name.to_lowercase(), json!([schema["properties"], schema["enum"]])));
        }
        for (keyword, value) in keywords {
            match (keyword.as_str(), value) {
                ("properties", Value::Object(members)) => {
                    members.iter().for_each(|(name, value)| look(value, name, false, inline));
                }
                ("$defs", Value::Object(schemas)) => {
                    schemas.iter().for_each(|(name, value)| look(value, name, true, inline));
                }
                ("items" | "additionalProperties", value) => look(value, name, false, inline),
                ("oneOf" | "anyOf", Value::Array(branches)) => {
                    branches.iter().for_each(|value| look(value, name, false, inline));
                }
                _ => {}
            }
        }
    }
    for profile in [Profile::Default, Profile::Codegen] {
        for SchemaFile { name: file, text } in profile.files() {
            let schema: Value = serde_json::from_str(&text).unwrap();
            let mut inline = Vec::new();
            look(&schema, "", true, &mut inline);
            let mut names: BTreeMap<_, _> = schema["$defs"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, _)| (name.to_lowercase(), Value::Null))
                .collect();
            for (name, content) in inline {
                let is_object = !content[0].is_null();
                assert!(!is_object, "{file}: an object without a definition: {name}");
                let given = names.entry(name.clone()).or_insert_with(|| content.clone());
                assert_eq!(*given, content, "{file}: {name}");
            }
        }
    }
}

#[test]
fn type_tags_are_typed_for_generators() {
    for SchemaFile { name: file, text } in Profile::Codegen.files() {
        assert!(!text.contains("\"__type\": true"), "{file}");
    }
}

#[test]
fn all_files_of_types_fit_in_one_document() {
    let mut definitions: BTreeMap<String, Value> = BTreeMap::new();
    let mut shared = 0;
    for (name, mut schema) in parsed().into_iter().filter(|(name, _)| !AROUND.contains(&&**name)) {
        let inner = schema["$defs"].take();
        let title = schema["title"].as_str().unwrap().to_owned();
        let inner = inner.as_object().cloned().unwrap_or_default();
        for (title, definition) in inner.into_iter().chain([(title, schema)]) {
            let content = content(definition);
            let given = definitions.entry(title.clone()).or_insert_with(|| content.clone());
            assert_eq!(*given, content, "{name}: another {title}");
            shared += 1;
        }
    }
    assert!(shared > 2 * definitions.len(), "{shared} of {}", definitions.len());
    let is_numbered = |name: &String| name.ends_with(|last: char| last.is_ascii_digit());
    assert!(!definitions.keys().any(is_numbered), "{:?}", definitions.keys());
    assert!(definitions.contains_key("InheritedFromTypeRequest") && definitions.contains_key("InheritedFromType"));
}

/// A definition without what only a document has.
fn content(mut definition: Value) -> Value {
    for keyword in ["$schema", "$id", "$defs", "examples", "description", "$comment"] {
        definition.as_object_mut().unwrap().remove(keyword);
    }
    definition
}

#[derive(JsonSchema)]
#[expect(dead_code)]
struct All {
    request: UserClientConfigurationProperties,
    view: UserClientConfigurationView,
    user: User,
    users: UserList,
    booleans: InheritableBooleanProperty,
    strings: InheritableStringProperty,
    integers: InheritableIntProperty,
    boolean: InheritedBooleanValue,
    string: InheritedString,
    integer: InheritedInt,
    id: ConfigurationId,
    follow_me: FollowMe,
    result: UpdateOperationResult,
    license: LicenseError,
    validation: ValidationError,
    error: Error,
    configuration_error: ConfigurationError,
    body: ErrorBody,
}

#[test]
fn a_generator_names_the_types_as_the_files_do() {
    let schema = schema_for!(All);
    let names: BTreeSet<_> = schema.get("$defs").unwrap().as_object().unwrap().keys().cloned().collect();
    let mut of_files = BTreeSet::new();
    for (_, schema) in parsed().into_iter().filter(|(name, _)| !AROUND.contains(&&**name)) {
        of_files.extend(schema["$defs"].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
        of_files.insert(schema["title"].as_str().unwrap().to_owned());
    }
    // Parts of requests have files of their own, and are in a generator only where a request contains them.
    assert_eq!(names, of_files);
}
