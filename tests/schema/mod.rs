//! The schema files, and that they accept what parsing accepts.

mod bundle;
mod descriptions;
mod ecosystems;
mod editors;
mod examples;
mod files;
mod generators;
mod parts;
mod patterns;
mod problems;
mod rules;

use icws_schema::body::{
    ConfigurationError, Error, ErrorBody, UpdateOperationResult, UserClientConfigurationProperties,
    UserClientConfigurationView,
};
use icws_schema::schema::{FileDiff, SchemaFile, diff_files, files, published_files};
use icws_schema::{ParseOptions, Representation};
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

fn parsed() -> Vec<(String, Value)> {
    files().into_iter().map(|SchemaFile { name, text }| (name, serde_json::from_str(&text).unwrap())).collect()
}

fn schema_of(name: &str) -> Value {
    parsed().into_iter().find(|(other, _)| other == name).unwrap().1
}

pub(crate) fn validator(name: &str) -> Validator {
    jsonschema::validator_for(&schema_of(name)).unwrap()
}

/// The files of the crate's folder `schemas`, by their path in it.
pub(crate) fn folder() -> BTreeMap<String, Vec<u8>> {
    fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                read(&path, &format!("{name}/"), files);
            } else {
                files.insert(name, std::fs::read(path).unwrap());
            }
        }
    }

    let mut files = BTreeMap::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas"), "", &mut files);
    files
}

#[test]
fn the_files_in_the_folder_are_up_to_date() {
    assert_eq!(diff_files(folder(), &published_files()), []);
}

#[test]
fn a_missing_a_changed_and_an_extra_file_are_differences() {
    let file = |name: &str| SchemaFile { name: name.into(), text: "{}\n".into() };
    assert_eq!(
        diff_files(
            [("changed.json", "{ }\n"), ("extra.json", "{}\n"), ("same.json", "{}\n")],
            &[file("missing.json"), file("changed.json"), file("same.json")]
        ),
        [
            FileDiff::Missing("missing.json".into()),
            FileDiff::Changed("changed.json".into()),
            FileDiff::Extra("extra.json".into()),
        ]
    );
}

#[test]
fn every_file_is_valid_against_its_meta_schema() {
    for (name, schema) in parsed() {
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
    }
}

#[test]
fn every_file_has_a_versioned_id_a_title_and_a_description() {
    for (name, schema) in parsed() {
        let id = schema["$id"].as_str().unwrap();
        assert!(id.starts_with("https://") && id.contains(env!("CARGO_PKG_VERSION")) && id.ends_with(&name), "{id}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert!(!schema["title"].as_str().unwrap().is_empty() && !schema["description"].as_str().unwrap().is_empty());
        for (title, definition) in schema["$defs"].as_object().into_iter().flatten() {
            assert_eq!(definition["title"], **title, "{name}");
            assert_ne!(schema["title"], **title, "{name}: a definition named like the root");
        }
    }
}

/// Idioms that some generator or strict validator does not support. Generators ignore what is below `dependentSchemas`.
#[test]
fn only_idioms_that_generators_support_are_used() {
    fn look(value: &Value, names: bool, name: &str) {
        match value {
            Value::Object(members) => {
                if !names {
                    if let Some(reference) = members.get("$ref") {
                        assert!(reference.as_str().unwrap().starts_with("#/$defs/"), "{name}: {reference}");
                        assert_eq!(members.len(), 1, "{name}: siblings of {reference}");
                    }
                    for keyword in members.keys() {
                        let avoided = ["if", "then", "else", "contains", "format", "unevaluatedProperties", "anyOf"];
                        assert!(!avoided.contains(&&**keyword) && !keyword.starts_with("x-"), "{name}: {keyword}");
                    }
                    let is_both = ["allOf", "properties"].iter().all(|keyword| members.contains_key(*keyword));
                    assert!(!is_both, "{name}: members beside `allOf`: a second type of the same name");
                    assert!(
                        !members.contains_key("const") || members.contains_key("type"),
                        "{name}: const without type"
                    );
                }
                for (member, value) in members.iter().filter(|(member, _)| *member != "dependentSchemas") {
                    look(value, !names && matches!(&**member, "properties" | "$defs" | "dependentRequired"), name);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| look(item, false, name)),
            _ => {}
        }
    }
    parsed().iter_mut().for_each(|(name, schema)| {
        schema["examples"].take();
        look(schema, false, name);
    });
}

#[test]
fn requests_are_closed_and_responses_are_open() {
    fn objects(value: &Value, closed: bool, name: &str) {
        if value.get("properties").is_some() {
            assert_eq!(value["additionalProperties"], !closed, "{name}");
        }
        value["$defs"].as_object().into_iter().flatten().for_each(|(_, definition)| objects(definition, closed, name));
    }
    for (name, schema) in parsed().iter().filter(|(name, _)| !bundle::AROUND.contains(&&**name)) {
        objects(schema, name.contains("request"), name);
    }
}

/// Every sample, and every sample with one value or name changed: the schema accepts exactly what parsing accepts.
#[track_caller]
fn agree<T: Representation>(name: &str, samples: &str) {
    let validator = validator(name);
    let mut rejected = 0;
    for line in samples.lines() {
        let sample: Value = serde_json::from_str(line).unwrap();
        assert!(validator.is_valid(&sample), "{name}: {line}");
        for body in mutants(&sample) {
            let report = ParseOptions::new().parse_value::<T>(&body).into_result().err();
            assert_eq!(validator.is_valid(&body), report.is_none(), "{name}: {body}\n{report:?}");
            rejected += usize::from(report.is_some());
        }
    }
    assert!(rejected > 50, "{name}: only {rejected} were rejected");
}

/// The value with one thing changed, for each thing in it and several changes.
pub(crate) fn mutants(value: &Value) -> Vec<Value> {
    let others = || {
        [
            Value::Null,
            true.into(),
            7.into(),
            1.5.into(),
            1.0.into(),
            i64::MAX.into(),
            "x".into(),
            Value::Array(vec![]),
            serde_json::json!({}),
        ]
    };
    let mut mutants: Vec<Value> = others().into();
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let mut without = members.clone();
                without.remove(name);
                mutants.push(without.into());
                for mutant in self::mutants(member) {
                    let mut changed = members.clone();
                    changed[name] = mutant;
                    mutants.push(changed.into());
                }
            }
            for (name, member) in [("unlisted", Value::Null), ("__type", "urn:other".into()), ("__type", 1.into())] {
                let mut with = members.clone();
                with.insert(name.into(), member);
                mutants.push(with.into());
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for mutant in self::mutants(&items[0]) {
                let mut changed = items.clone();
                changed[0] = mutant;
                mutants.push(changed.into());
            }
        }
        _ => {}
    }
    mutants
}

#[test]
fn requests_agree_with_parsing() {
    let samples = include_str!("../samples/requests.ndjson");
    agree::<UserClientConfigurationProperties>("userClientConfigurationProperties.request.json", samples);
}

#[test]
fn views_agree_with_parsing() {
    let samples: String =
        include_str!("../samples/views.ndjson").lines().take(4).map(|line| format!("{line}\n")).collect();
    agree::<UserClientConfigurationView>("userClientConfigurationProperties.view.json", &samples);
}

#[test]
fn results_and_errors_agree_with_parsing() {
    agree::<UpdateOperationResult>("updateOperationResult.json", include_str!("../samples/results.ndjson"));
    agree::<Error>("error.json", include_str!("../samples/errors.ndjson"));
    agree::<ConfigurationError>("configurationError.json", include_str!("../samples/configuration-errors.ndjson"));
    agree::<ErrorBody>("errorBody.json", include_str!("../samples/errors.ndjson"));
    agree::<ErrorBody>("errorBody.json", include_str!("../samples/configuration-errors.ndjson"));
}

#[test]
fn the_files_are_the_same_with_every_feature_of_serde_json() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = std::process::Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--manifest-path"])
        .arg(folder.join("tests/features/Cargo.toml"))
        .env("CARGO_TARGET_DIR", folder.join("target/features"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
