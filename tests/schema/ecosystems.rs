//! The schemas in draft-07 and the `OpenAPI` description agree with the files of draft 2020-12.

use icws_schema::codes::ErrorId;
use icws_schema::rules::RuleSet;
use icws_schema::schema::{Profile, files, files_draft_07, openapi};
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

/// ajv in its strict mode requires that a required member is declared in the same schema, in negations, too.
#[test]
fn every_required_member_is_declared_beside_it() {
    fn look(value: &Value, is_map: bool, count: &mut usize, file: &str) {
        match value {
            Value::Object(members) => {
                let required = members.get("required").filter(|_| !is_map).and_then(Value::as_array);
                for name in required.into_iter().flatten().filter_map(Value::as_str) {
                    let is_declared = value["properties"].get(name).is_some();
                    assert!(is_declared, "{file}: {name} is required in {value}");
                    *count += 1;
                }
                for (name, value) in members {
                    match name.as_str() {
                        "examples" | "default" | "enum" | "const" if !is_map => {}
                        "properties" | "$defs" | "definitions" | "dependentSchemas" | "dependencies" if !is_map => {
                            look(value, true, count, file);
                        }
                        _ => look(value, false, count, file),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| look(item, false, count, file)),
            _ => {}
        }
    }
    for profile in [Profile::Default, Profile::Codegen] {
        for set in [RuleSet::default(), RuleSet::recommended()] {
            let mut count = 0;
            for file in profile.published_files_with_rules(&set).0 {
                look(&parse(&file.text), false, &mut count, &file.name);
            }
            assert!(count > 500, "{count}");
        }
    }
}

#[test]
fn every_edition_has_the_rules() {
    let with = |set: &RuleSet| Profile::Default.published_files_with_rules(set).0;
    let (without, with) = (with(&RuleSet::default()), with(&RuleSet::recommended()));
    assert_eq!(without, icws_schema::schema::published_files());
    let changed = without.iter().zip(&with).filter(|(one, other)| one != other).map(|(file, _)| &*file.name);
    let request = "userClientConfigurationProperties.request.json";
    let expected = [request, &format!("draft-07/{request}"), "openapi/userClientConfiguration.json"];
    assert_eq!(changed.collect::<Vec<_>>(), expected);
    let openapi = parse(&with.last().unwrap().text);
    let timeout = &openapi["components"]["schemas"]["InheritableIntPropertyRequest"]["properties"]["actualValue"];
    assert_eq!(timeout["maximum"], 300);
}

#[test]
fn an_openapi_description_under_rules_has_only_examples_that_satisfy_them() {
    let examples = |rule: &str| {
        let set = RuleSet::from_json(format!(r#"{{"rules": [{rule}]}}"#)).unwrap();
        let files = Profile::Default.published_files_with_rules(&set).0;
        let document = parse(&files.last().unwrap().text);
        let put = &document["paths"]["/icws/{sessionId}/configuration/users/{id}/client"]["put"];
        let body = &put["requestBody"]["content"]["application/vnd.inin.icws+json"];
        body["examples"].as_object().map_or(0, serde_json::Map::len)
    };
    let short = r#"{"validator": "range", "property": "followMe[].timeout", "max": 14}"#;
    let absent = r#"{"validator": "requiredAttribute", "property": "screenCalls"}"#;
    assert_eq!((examples(short), examples(absent)), (1, 0));
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
