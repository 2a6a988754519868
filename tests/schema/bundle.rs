//! All schemas in one document: every definition has one name, and every name one definition.

use super::parsed;
use icws_schema::body::{
    ConfigurationError, ConfigurationId, Error, ErrorBody, FollowMe, InheritableBooleanProperty,
    InheritableIntProperty, InheritableStringProperty, InheritedBooleanValue, InheritedInt, InheritedString,
    LicenseError, UpdateOperationResult, User, UserClientConfigurationProperties, UserClientConfigurationView,
    UserList, ValidationError,
};
use schemars::{JsonSchema, schema_for};
use serde_json::Value;
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
