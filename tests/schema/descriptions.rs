//! What people read in the schemas: in files, in generated code and in editors.

use super::{parsed, schema_of};
use icws_schema::codes::ValidationErrorType;
use serde_json::Value;

/// Shows every member of every object of a schema.
fn each_member(schema: &Value, place: &str, show: &mut dyn FnMut(&str, &str, &Value)) {
    let Some(keywords) = schema.as_object() else { return };
    for (name, member) in keywords.get("properties").and_then(Value::as_object).into_iter().flatten() {
        show(place, name, member);
        each_member(member, &format!("{place}.{name}"), show);
    }
    for (name, definition) in keywords.get("$defs").and_then(Value::as_object).into_iter().flatten() {
        each_member(definition, name, show);
    }
    for keyword in ["items", "additionalProperties"] {
        each_member(keywords.get(keyword).unwrap_or(&Value::Null), place, show);
    }
}

#[test]
fn every_member_has_a_description() {
    let mut count = 0;
    for (file, schema) in parsed() {
        each_member(&schema, "", &mut |place, name, member| {
            let described =
                member["description"].as_str().is_some_and(|text| text.ends_with(['.', ')']) || text.contains('\n'));
            // What is `true` is described where its value is.
            assert!(described || *member == true, "{file}: {place}.{name}: {member}");
            count += 1;
        });
    }
    assert!(count > 500, "{count}");
}

/// Calls a function with every string of a schema that is for people.
fn each_text(schema: &Value, f: &mut dyn FnMut(&str)) {
    match schema {
        Value::Object(keywords) => {
            for (name, value) in keywords {
                match value.as_str() {
                    Some(text) if ["description", "title", "$comment"].contains(&name.as_str()) => f(text),
                    _ => each_text(value, f),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| each_text(item, f)),
        _ => {}
    }
}

/// A link of rustdoc would have no target in a schema.
#[test]
fn descriptions_have_no_links_of_rustdoc() {
    let mut count = 0;
    for (file, schema) in parsed() {
        each_text(&schema, &mut |text| {
            assert!(!text.contains("](") && !text.contains("[`") && !text.contains("::"), "{file}: {text}");
            count += 1;
        });
    }
    assert!(count > 1000, "{count}");
}

/// Editors show the first description that they find of a value, and look into references first.
#[test]
fn the_value_of_a_member_has_no_description_but_that_of_the_member() {
    let mut references = 0;
    for (file, schema) in parsed() {
        each_member(&schema, "", &mut |place, name, member| {
            for branch in ["allOf", "oneOf"].iter().filter_map(|keyword| member[keyword].as_array()).flatten() {
                let Some(reference) = branch["$ref"].as_str() else { continue };
                let definition = schema.pointer(reference.trim_start_matches('#')).unwrap();
                assert!(definition.get("description").is_none(), "{file}: {place}.{name}: {reference}");
                references += 1;
            }
        });
    }
    assert!(references > 100, "{references}");
}

/// Editors propose the properties that have a schema, in alphabetical order.
#[test]
fn editors_do_not_propose_an_optional_type_tag() {
    for (file, schema) in parsed() {
        let definitions = schema["$defs"].as_object().into_iter().flatten().map(|(_, definition)| definition);
        for object in definitions.chain([&schema]).filter(|object| object["properties"].get("__type").is_some()) {
            let is_required = object["required"].as_array().is_some_and(|names| names.contains(&"__type".into()));
            assert_eq!(object["properties"]["__type"] == true, !is_required, "{file}: {}", object["title"]);
        }
    }
}

#[test]
fn tables_of_codes_have_names_meanings_and_feature_versions() {
    let error = schema_of("validationError.json");
    let table = error["properties"]["validationErrorType"]["description"].as_str().unwrap();
    let lines: Vec<_> = table.lines().collect();
    assert_eq!(lines.len(), 1 + ValidationErrorType::ALL.len());
    assert!(lines.contains(&"5 range: The value must be in the correct range."), "{table}");
    let since = "46 objectValidationErrorMutuallyExclusive (since configuration 10): Two configuration values are mutually exclusive.";
    assert!(lines.contains(&since), "{table}");
    let request = schema_of("userClientConfigurationProperties.request.json");
    let table = request["properties"]["eFaqSearchOption"]["description"].as_str().unwrap();
    assert!(table.ends_with("\n0 All\n1 Generous\n2 Best\n3 Strict"), "{table}");
}
