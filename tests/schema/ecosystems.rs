//! The schemas in draft-07 and the `OpenAPI` description agree with the files of draft 2020-12.

use icws_schema::codes::ErrorId;
use icws_schema::schema::{files, files_draft_07, openapi};
use jsonschema::Draft;
use serde_json::Value;

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn draft_07_accepts_the_examples_and_rejects_what_the_latest_draft_rejects() {
    for (latest, old) in files().iter().zip(files_draft_07()) {
        assert_eq!(latest.name, old.name);
        let (latest, old) = (parse(&latest.text), parse(&old.text));
        let of_latest = jsonschema::validator_for(&latest).unwrap();
        let of_old = jsonschema::options().with_draft(Draft::Draft7).build(&old).unwrap();
        for example in old["examples"].as_array().unwrap() {
            assert!(of_old.is_valid(example), "{}: {example}", old["$id"]);
            // Each example with one member gone, and with one of another type.
            for name in example.as_object().into_iter().flat_map(|members| members.keys()) {
                for value in [None, Some(Value::from(1.5)), Some(Value::from("x")), Some(Value::Array(vec![]))] {
                    let mut mutant = example.clone();
                    match value {
                        Some(value) => mutant[name] = value,
                        None => drop(mutant.as_object_mut().unwrap().remove(name)),
                    }
                    assert_eq!(of_old.is_valid(&mutant), of_latest.is_valid(&mutant), "{}: {mutant}", old["$id"]);
                }
            }
        }
    }
}

#[test]
fn draft_07_has_no_keyword_of_a_later_draft() {
    for file in files_draft_07() {
        for keyword in ["\"$defs\":", "\"dependentSchemas\":", "\"dependentRequired\":", "2020-12", "#/$defs/"] {
            assert!(!file.text.contains(keyword), "{}: {keyword}", file.name);
        }
    }
}

#[test]
fn every_reference_of_the_openapi_description_leads_somewhere() {
    let document = parse(&openapi().text);
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 50);
    for reference in references {
        assert!(document.pointer(reference.strip_prefix('#').unwrap()).is_some(), "{reference}");
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            references.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| collect(member, references));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, references)),
        _ => {}
    }
}

#[test]
fn every_documented_status_and_error_id_is_in_the_openapi_description() {
    let file = openapi();
    let document = parse(&file.text);
    let responses = &document["paths"]["/icws/{sessionId}/configuration/users/{id}/client"]["put"]["responses"];
    for status in ["200", "400", "401", "403", "404", "410", "500"] {
        assert!(responses[status].is_object(), "{status}");
    }
    for id in ErrorId::ALL {
        assert!(file.text.contains(id.as_str()), "{id}");
    }
}
