//! Schemas that follow rules, and those of the files around a check.

use crate::validators::{cases, validators};
use icws_schema::rules::{Checker, Context, RuleSet};
use icws_schema::schema::{self, request_under};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The schema under rules takes what the engine takes under them; every rule can be said.
#[track_caller]
fn agree(rules: &Value, bodies: &[Value]) {
    let set = RuleSet::from_json(&json!({"rules": rules}).to_string()).unwrap();
    let under = request_under(&set);
    assert_eq!(under.unsaid, []);
    strict(under.schema.as_value(), &BTreeSet::new());
    let validator = jsonschema::options().should_validate_formats(true).build(under.schema.as_value()).unwrap();
    let rules = Checker::for_requests(&set).unwrap();
    let (mut taken, mut refused) = (0, 0);
    for body in bodies {
        let report = rules.check_value(body, &Context::default());
        assert_eq!(validator.is_valid(body), report.is_valid(), "{body}: {report}");
        *(if report.is_valid() { &mut taken } else { &mut refused }) += 1;
    }
    assert!(taken > 0 && refused > 0, "{taken} taken, {refused} refused");
}

/// What ajv asks in its strict mode: no type that the schemas around a value rule out, and nothing required that is not declared.
fn strict(schema: &Value, around: &BTreeSet<&str>) {
    let named = schema["type"].as_str().into_iter().chain(texts(&schema["type"])).collect::<BTreeSet<_>>();
    assert!(around.is_empty() || named.is_subset(around), "{named:?} within {around:?}");
    assert!(named.iter().filter(|name| **name != "null").count() < 2, "{named:?}");
    assert!(texts(&schema["required"]).all(|name| schema["properties"].get(name).is_some()), "{schema}");
    let around = if named.is_empty() { around } else { &named };
    for keyword in ["allOf", "anyOf"] {
        schema[keyword].as_array().into_iter().flatten().for_each(|one| strict(one, around));
    }
    schema.get("not").into_iter().for_each(|one| strict(one, around));
    schema.get("items").into_iter().for_each(|one| strict(one, &BTreeSet::new()));
    for keyword in ["properties", "$defs"] {
        schema[keyword].as_object().into_iter().flatten().for_each(|(_, one)| strict(one, &BTreeSet::new()));
    }
}

fn texts(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Bodies with one value at a path, others beside.
fn bodies(wrap: impl Fn(Value) -> Value, values: &[Value]) -> Vec<Value> {
    values.iter().cloned().chain([Value::Null]).map(wrap).chain([json!({})]).collect()
}

fn timeout(value: Value) -> Value {
    json!({"externalCallTimeout": {"actualValue": value}})
}

fn mode(value: Value) -> Value {
    json!({"callForwardAllMode": {"actualValue": value}})
}

fn phone(value: Value) -> Value {
    json!({"followMe": [{"phoneNumber": "1", "timeout": 1, "usePin": true}, {"phoneNumber": value, "timeout": 1, "usePin": true}]})
}

fn rule(validator: &str, property: &str, parameters: &Value) -> Value {
    let mut rule = parameters.clone();
    rule["validator"] = validator.into();
    rule["property"] = property.into();
    rule
}

#[test]
fn bounds_multiples_and_comparisons_are_said() {
    let numbers: Vec<Value> = [-1, 0, 1, 2, 5, 10, 11, 300, 301].map(Value::from).into();
    let at = "externalCallTimeout.actualValue";
    for (validator, parameters) in [
        ("range", json!({"min": 1, "max": 300})),
        ("range", json!({"max": 10})),
        ("rangeFloat", json!({"min": 0.5, "max": 10.5})),
        ("multipleOf", json!({"divisor": 5, "offset": -5})),
        ("integerComparisonValidator", json!({"operator": "lt", "value": 10})),
        ("integerComparisonValidator", json!({"operator": "le", "value": 10})),
        ("integerComparisonValidator", json!({"operator": "eq", "value": 10})),
        ("integerComparisonValidator", json!({"operator": "ne", "value": 10})),
        ("integerComparisonValidator", json!({"operator": "ge", "value": 10})),
        ("integerComparisonValidator", json!({"operator": "gt", "value": 10})),
        ("validValues", json!({"values": [1, 300]})),
        ("requiredValue", json!({})),
    ] {
        agree(&json!([rule(validator, at, &parameters)]), &bodies(timeout, &numbers));
    }
}

#[test]
fn lengths_patterns_sets_and_formats_are_said() {
    let texts: Vec<Value> = [
        "",
        "a",
        "ab",
        "abc",
        "é",
        "日本",
        "😀😀",
        "a b",
        "1",
        "٣",
        "A-1",
        "a\nb",
        "ab\n",
        "Internal",
        "127.0.0.1",
        "::1",
        "host.example",
        "jane@host.example",
        "sip:jane@[::1]:5060",
        "ho--st",
        "-x",
        "6f1c2e4a-0b7d-4c51-9a8e-0123456789ab",
        "x/y?z#f",
        "a:b",
        "%zz",
    ]
    .map(Value::from)
    .into();
    let at = "callForwardAllMode.actualValue";
    for (validator, parameters) in [
        ("stringLength", json!({"min": 1, "max": 2})),
        ("regex", json!({"pattern": "^[a-z]+$"})),
        ("regex", json!({"pattern": "b|^é$"})),
        ("regex", json!({"pattern": "(?i)^(?:A|INTER.*)(\\-1)?$"})),
        ("regex", json!({"pattern": "^.{2,3}?$"})),
        ("regex", json!({"pattern": "[^\\x00-\\x7f]"})),
        ("invalidCharacters", json!({"characters": "-:/"})),
        ("invalidCharacters", json!({"characters": "b", "allowControl": true})),
        ("validValues", json!({"values": ["a", "Internal"]})),
        ("validFormat", json!({"format": "guid"})),
        ("validFormat", json!({"format": "ipv4"})),
        ("validFormat", json!({"format": "ipv6"})),
        ("validFormat", json!({"format": "uri"})),
        ("validFormat", json!({"format": "hostname"})),
        ("validFormat", json!({"format": "email"})),
        ("validFormat", json!({"format": "phoneNumber"})),
        ("requiredValue", json!({})),
    ] {
        agree(&json!([rule(validator, at, &parameters)]), &bodies(mode, &texts));
        let phones: Vec<_> = texts.iter().cloned().map(phone).collect();
        agree(
            &json!([rule(validator, "followMe[].phoneNumber", &parameters)]),
            &[&phones[..], &bodies(|_| phone("ab".into()), &[])].concat(),
        );
    }
}

#[test]
fn what_formats_of_others_overlook_in_uris_a_pattern_sees() {
    let set = json!({"rules": [rule("validFormat", "callForwardAllMode.actualValue", &json!({"format": "uri"}))]});
    let set = RuleSet::from_json(&set.to_string()).unwrap();
    let (under, rules) = (request_under(&set), Checker::for_requests(&set).unwrap());
    let validator = jsonschema::options().should_validate_formats(false).build(under.schema.as_value()).unwrap();
    for text in [
        "\"",
        "a?\"",
        "1:b",
        ":",
        "1/2:",
        "a:1:",
        "//a:b",
        "//a:1",
        "//a@b@c",
        "//a@b:/",
        "//\"",
        "//[::1]:80",
        "//[::1]x",
        "a b",
        "a\n",
        "//a\n",
    ] {
        let body = mode(text.into());
        assert_eq!(validator.is_valid(&body), rules.check_value(&body, &Context::default()).is_valid(), "{text}");
    }
}

#[test]
fn counts_items_groups_and_members_are_said() {
    let lists: Vec<Value> = (0..4)
        .map(|count| json!({"followMe": vec![json!({"phoneNumber": "12", "timeout": count, "usePin": true}); count]}))
        .collect();
    let all = [&lists[..], &[json!({}), json!({"followMe": null})]].concat();
    let inner = json!([{"validator": "range", "property": "timeout", "max": 2}]);
    agree(&json!([rule("collectionCount", "followMe", &json!({"min": 1, "max": 2}))]), &all);
    agree(&json!([rule("collectionItemValidator", "followMe", &json!({"rules": inner}))]), &all);
    agree(&json!([rule("requiredAttribute", "followMe", &json!({}))]), &all);
    agree(&json!([rule("attributeExistence", "", &json!({"required": ["followMe"]}))]), &all);
    agree(&json!([rule("attributeExistence", "", &json!({"forbidden": ["followMe"]}))]), &all);
    let mut timeouts = vec![json!({})];
    for inherited in [json!({}), json!({"inheritedValue": null}), json!({"inheritedValue": 1})] {
        let mut body = json!({"externalCallTimeout": inherited});
        body["externalCallTimeout"]["actualValue"] = 1.into();
        timeouts.push(body);
    }
    for names in [
        json!({"required": ["inheritedValue", "inheritedValue"]}),
        json!({"required": ["inheritedValue"], "forbidden": ["inheritedValue"]}),
        json!({"required": [], "forbidden": ["inheritedValue"]}),
    ] {
        agree(&json!([rule("attributeExistence", "externalCallTimeout", &names)]), &timeouts);
    }
    let group = json!([
        {"validator": "range", "property": "", "max": 2},
        {"validator": "validValues", "property": "", "values": [9]},
    ]);
    let numbers: Vec<Value> = [1, 2, 3, 9].map(Value::from).into();
    for mode in ["any", "all"] {
        let rule = rule("validatorGroup", "externalCallTimeout.actualValue", &json!({"rules": group, "mode": mode}));
        agree(&json!([rule]), &bodies(timeout, &numbers));
    }
}

#[test]
fn members_that_must_be_there_are_said() {
    let bodies = [
        json!({}),
        json!({"externalCallTimeout": null}),
        json!({"externalCallTimeout": {"actualValue": null}}),
        json!({"externalCallTimeout": {"actualValue": null, "inheritedValue": null}}),
    ];
    agree(&json!([rule("requiredAttribute", "externalCallTimeout", &json!({}))]), &bodies);
    // Where a parent is absent or null, there is nothing to check.
    agree(&json!([rule("requiredAttribute", "externalCallTimeout.inheritedValue", &json!({}))]), &bodies);
    // A group whose value is absent asks its rules all the same.
    let present = rule("requiredAttribute", "", &json!({}));
    let within = rule("requiredAttribute", "inheritedValue", &json!({}));
    for (rules, mode) in [(json!([present, within]), "all"), (json!([present]), "any"), (json!([within]), "any")] {
        let group = |property| rule("validatorGroup", property, &json!({"rules": rules, "mode": mode}));
        agree(&json!([group("externalCallTimeout")]), &bodies);
        let nested = rule("validatorGroup", "externalCallTimeout", &json!({"rules": [group("")]}));
        agree(&json!([nested]), &bodies);
    }
}

#[test]
fn what_a_schema_cannot_say_is_listed_with_its_reason() {
    let rules = json!({"rules": [
        rule("validFormat", "followMe[].phoneNumber", &json!({"format": "date"})),
        rule("existingExtension", "followMe[].phoneNumber", &json!({})),
        rule("stringLength", "followMe[].phoneNumber", &json!({"max": 5, "unit": "utf16"})),
        rule("regex", "followMe[].phoneNumber", &json!({"pattern": "\\bx"})),
        rule("collectionItemValidator", "followMe", &json!({"rules": [rule("wordValidator", "phoneNumber", &json!({}))]})),
        rule("validValues", "followMe[].phoneNumber", &json!({"values": ["a"], "ignoreCase": true})),
    ]});
    let under = request_under(&RuleSet::from_json(&rules.to_string()).unwrap());
    let unsaid: Vec<_> =
        under.unsaid.iter().map(|one| format!("{} {}: {}", one.rule, one.validator, one.reason)).collect();
    insta::assert_snapshot!("what_a_schema_cannot_say", unsaid.join("\n"));
}

#[test]
fn rule_and_directory_files_are_valid_against_their_schemas() {
    let rules = jsonschema::validator_for(schema::rule_file().as_value()).unwrap();
    let directories = jsonschema::validator_for(schema::directory_file().as_value()).unwrap();
    assert!(rules.is_valid(&RuleSet::recommended().to_json()));
    let mut counts = (0, 0);
    for (name, file) in validators() {
        for case in cases(&file).iter().filter(|case| case.get("expected").is_some()) {
            let by_number = case["rules"].to_string().contains("\"validator\":1") || case.get("rules").is_none();
            if !by_number {
                let set = RuleSet::from_json(&case["rules"].to_string());
                let saved = set.map_or_else(|_| case["rules"].clone(), |set| set.to_json());
                let errors: Vec<_> = rules.iter_errors(&saved).map(|error| error.to_string()).collect();
                assert!(errors.is_empty(), "{name}: {}: {errors:?}", case["name"]);
                counts.0 += 1;
            }
            if let Some(directory) = case.get("directory").filter(|directory| directory.is_object()) {
                assert!(directories.is_valid(directory), "{name}: {}", case["name"]);
                counts.1 += 1;
            }
        }
    }
    assert!(counts.0 > 400 && counts.1 > 100, "{counts:?}");
}

#[test]
fn a_rule_set_saves_and_loads_again() {
    let set = RuleSet::recommended();
    assert_eq!(RuleSet::from_json(&set.to_json().to_string()).unwrap(), set);
    let twice = RuleSet::documented().combine(&set).combine(&set);
    assert_eq!(twice.rules().len(), 12);
    assert!(set.rules().iter().all(|rule| rule.note.as_deref().is_some_and(|note| note.starts_with("An assumption"))));
}

#[test]
fn a_word_that_no_parameter_takes_is_no_word_of_the_schema_of_rule_files() {
    let schema = jsonschema::validator_for(schema::rule_file().as_value()).unwrap();
    let mut parameters = BTreeSet::new();
    for (name, file) in validators() {
        let sets =
            cases(&file).iter().filter(|case| case.get("expected").is_some()).filter_map(|case| case.get("rules"));
        for set in sets.filter(|set| schema.is_valid(set)) {
            for parameter in texts_of(&set["rules"][0]) {
                let mut other = set.clone();
                other["rules"][0][&parameter] = "no such word".into();
                // A path or a pattern is refused for what it says, which is no matter of words.
                let refused = !["property", "pattern"].contains(&parameter.as_str())
                    && RuleSet::from_json(&other.to_string()).is_err();
                if refused {
                    assert!(!schema.is_valid(&other), "{name}: {parameter}");
                    parameters.insert(parameter);
                }
            }
        }
    }
    assert!(
        ["format", "mode", "operator", "unit", "validator"].iter().all(|one| parameters.contains(*one)),
        "{parameters:?}"
    );
}

/// The parameters of a rule that are texts.
fn texts_of(rule: &Value) -> Vec<String> {
    let members = rule.as_object().into_iter().flatten();
    // The checks of validator 0 are the caller's.
    members.filter(|(name, value)| value.is_string() && *name != "check").map(|(name, _)| name.clone()).collect()
}
