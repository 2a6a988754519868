//! What editors show and insert. They collect the schemas of a value in a fixed order: `allOf`, `if` and `then`, `properties`,
//! `dependentSchemas`, the schema itself.

use super::{parsed, schema_of};
use icws_schema::rules::{RuleSet, ValidatorInfo};
use icws_schema::schema::{request_with_rules, rule_file};
use jsonschema::validator_for;
use serde_json::{Value, json};

/// Returns the descriptions that apply to the value at the end of a path, in the order in which an editor finds them.
fn descriptions(root: &Value, schema: &Value, value: &Value, path: &[&str], found: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let definition = root.pointer(reference.trim_start_matches('#')).unwrap();
        return descriptions(root, definition, value, path, found);
    }
    for branch in schema["allOf"].as_array().into_iter().flatten() {
        descriptions(root, branch, value, path, found);
    }
    if let (Some(condition), Some(then)) = (schema.get("if"), schema.get("then"))
        && validator_for(condition).unwrap().is_valid(value)
    {
        descriptions(root, then, value, path, found);
    }
    if let Some((name, rest)) = path.split_first() {
        let keyword = if value.is_array() { schema.get("items") } else { schema["properties"].get(name) };
        let inner = if value.is_array() { &value[0] } else { &value[name] };
        if let Some(schema) = keyword {
            descriptions(root, schema, inner, rest, found);
        }
    }
    for (name, dependent) in schema["dependentSchemas"].as_object().into_iter().flatten() {
        if value.get(name).is_some() {
            descriptions(root, dependent, value, path, found);
        }
    }
    if path.is_empty() {
        found.extend(schema["description"].as_str().map(str::to_owned));
    }
}

/// Returns what an editor shows for a member of the only rule of a file.
fn shown(rule: &Value, member: &str) -> String {
    let schema = rule_file().to_value();
    let mut found = Vec::new();
    descriptions(&schema, &schema, &json!({"rules": [rule]}), &["rules", "0", member], &mut found);
    found.into_iter().next().unwrap_or_default()
}

#[test]
fn a_validator_shows_what_it_does() {
    for info in ValidatorInfo::all() {
        let about = info.description.split_whitespace().collect::<Vec<_>>().join(" ");
        for validator in [Value::from(info.kind.name().unwrap()), info.kind.code().into()] {
            let shown = shown(&json!({"validator": validator, "property": "a"}), "validator");
            assert!(shown.ends_with(&about), "{validator}: {shown}");
        }
    }
    assert_eq!(shown(&json!({"validator": "rnage", "property": "a"}), "validator"), "Validator, by name or number.");
}

#[test]
fn a_property_shows_whether_the_rule_needs_it() {
    let text = |rule: &Value| shown(rule, "property");
    assert!(text(&json!({"validator": "range", "property": "a"})).ends_with("`\"\"` is the object itself."));
    let optional = json!({"validator": "attributeExistence", "property": "a"});
    assert!(text(&optional).ends_with("By default the object itself."));
    assert_eq!(text(&json!({"property": "a"})), "Path of the property that the rule checks.");
}

/// The files that people write.
const WRITTEN: [&str; 6] = [
    "ruleFile.json",
    "directoryFile.json",
    "stateFile.json",
    "caseFile.json",
    "userClientConfigurationProperties.request.json",
    "followMe.request.json",
];

/// Shows every schema of a document, and whether it is the value of a member.
fn each_schema(schema: &Value, member: Option<&str>, show: &mut dyn FnMut(Option<&str>, &Value)) {
    show(member, schema);
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        match (keyword.as_str(), value) {
            ("enum" | "const" | "default" | "examples", _) => {}
            ("properties", Value::Object(members)) => {
                members.iter().for_each(|(name, value)| each_schema(value, Some(name), show));
            }
            ("$defs" | "dependentSchemas", Value::Object(schemas)) => {
                schemas.values().for_each(|value| each_schema(value, None, show));
            }
            (_, Value::Array(items)) => items.iter().for_each(|value| each_schema(value, None, show)),
            (_, Value::Object(_)) => each_schema(value, None, show),
            _ => {}
        }
    }
}

/// An editor inserts only the name of a member if it sees no value for it: the member has a reference, or nothing.
#[test]
fn editors_insert_every_member_with_a_value() {
    let keywords = ["type", "properties", "items", "enum", "const", "default", "examples"];
    for file in WRITTEN {
        let mut count = 0;
        each_schema(&schema_of(file), None, &mut |member, schema| {
            let Some(member) = member.filter(|_| schema.is_object()) else { return };
            let has_value = keywords.iter().any(|keyword| schema.get(keyword).is_some());
            // Where a validator is known, it is given.
            assert!(has_value || member == "validator", "{file}: {member}: {schema}");
            count += 1;
        });
        assert!(count > 3, "{file}: {count}");
    }
}

#[test]
fn the_examples_of_members_are_valid() {
    for (file, document) in parsed() {
        let mut count = 0;
        each_schema(&document, None, &mut |member, schema| {
            let Some(examples) = schema["examples"].as_array().filter(|_| member.is_some()) else { return };
            let alone = json!({"$schema": document["$schema"], "$defs": document["$defs"], "allOf": [schema]});
            let validator = validator_for(&alone).unwrap();
            for example in examples {
                assert!(validator.is_valid(example), "{file}: {member:?}: {example}");
            }
            count += 1;
        });
        assert!(count > 0 || !WRITTEN.contains(&&*file) || file.starts_with("followMe"), "{file}");
    }
}

/// With a proposal for a property an editor inserts it with its value.
#[test]
fn editors_propose_a_value_of_every_property_that_satisfies_the_rules() {
    let request = schema_of("userClientConfigurationProperties.request.json");
    for (name, property) in request["properties"].as_object().unwrap() {
        let proposed = property["examples"].as_array().is_some_and(|examples| !examples[0].is_null());
        assert!(proposed || property["type"] == json!(["array", "null"]) || *property == true, "{name}: {property}");
    }
    let examples = |max: i32| {
        let set = json!({"rules": [{"validator": "range", "property": "externalCallTimeout.actualValue", "max": max}]});
        let schema = request_with_rules(&RuleSet::from_json(set.to_string()).unwrap()).schema;
        schema.as_value()["properties"]["externalCallTimeout"]["examples"].clone()
    };
    assert_eq!((examples(30), examples(29)), (json!([{"actualValue": 30}]), Value::Null));
    let set = json!({"rules": [{"validator": "validValues", "property": "muteOnTransfer.inheritedFrom[].objectType", "values": [4]}]});
    let schema = request_with_rules(&RuleSet::from_json(set.to_string()).unwrap()).schema.to_value();
    each_schema(&schema, None, &mut |member, value| {
        let is_constrained = value["description"].as_str().is_some_and(|text| text.contains("Rule /rules/0"));
        assert!(!is_constrained || value.get("examples").is_none(), "{member:?}: {value}");
    });
}
