//! The request schema under rules: where constraints are, what they accept, and what is omitted.

use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::rules::{Context, RequestChecker, RuleSet};
use icws_schema::schema::{
    FileDiff, OmissionReason, Profile, diff_files, files_with_rules, request, request_with_rules,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The schema under rules accepts what the engine accepts under them. What it contains only in part it may accept as well.
#[track_caller]
fn agree(rules: &Value, bodies: &[Value]) {
    let set = RuleSet::from_json(json!({"rules": rules}).to_string()).unwrap();
    let with_rules = request_with_rules(&set);
    assert!(with_rules.omitted.iter().all(|rule| rule.is_partial), "{:?}", with_rules.omitted);
    let is_exact = with_rules.omitted.is_empty();
    strict(with_rules.schema.as_value(), &BTreeSet::new());
    let validator = jsonschema::validator_for(with_rules.schema.as_value()).unwrap();
    let rules = RequestChecker::new(&set).unwrap();
    let (mut accepted, mut rejected) = (0, 0);
    for body in bodies {
        let report = rules.parse_value(body, &Context::new()).report().clone();
        let is_valid = validator.is_valid(body);
        assert!(is_valid || !report.is_valid(), "{body}: {report}");
        assert!(is_valid == report.is_valid() || !is_exact, "{body}: {report}");
        *(if is_valid { &mut accepted } else { &mut rejected }) += 1;
    }
    assert!(accepted > 0 && rejected > 0, "{accepted} accepted, {rejected} rejected");
}

/// What ajv requires in its strict mode: no type that the schemas around a value exclude, and nothing required that is not declared.
fn strict(schema: &Value, around: &BTreeSet<&str>) {
    let named = schema["type"].as_str().into_iter().chain(strings(&schema["type"])).collect::<BTreeSet<_>>();
    assert!(around.is_empty() || named.is_subset(around), "{named:?} within {around:?}");
    assert!(named.iter().filter(|name| **name != "null").count() < 2, "{named:?}");
    assert!(strings(&schema["required"]).all(|name| schema["properties"].get(name).is_some()), "{schema}");
    let around = if named.is_empty() { around } else { &named };
    for keyword in ["allOf", "anyOf"] {
        schema[keyword].as_array().into_iter().flatten().for_each(|one| strict(one, around));
    }
    for keyword in ["not", "if", "then"] {
        schema.get(keyword).into_iter().for_each(|one| strict(one, around));
    }
    schema["dependentSchemas"].as_object().into_iter().flatten().for_each(|(_, one)| strict(one, around));
    schema.get("items").into_iter().for_each(|one| strict(one, &BTreeSet::new()));
    for keyword in ["properties", "$defs"] {
        schema[keyword].as_object().into_iter().flatten().for_each(|(_, one)| strict(one, &BTreeSet::new()));
    }
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Bodies with each of the values, with null, and without a value.
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
fn bounds_multiples_and_comparisons_are_contained() {
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
fn lengths_patterns_sets_and_formats_are_contained() {
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
fn a_uri_is_checked_without_a_format() {
    let set = json!({"rules": [rule("validFormat", "callForwardAllMode.actualValue", &json!({"format": "uri"}))]});
    let set = RuleSet::from_json(set.to_string()).unwrap();
    let (with_rules, rules) = (request_with_rules(&set), RequestChecker::new(&set).unwrap());
    let validator = jsonschema::options().should_validate_formats(false).build(with_rules.schema.as_value()).unwrap();
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
        "/a\u{301}",
    ] {
        let body = mode(text.into());
        assert_eq!(validator.is_valid(&body), rules.parse_value(&body, &Context::new()).report().is_valid(), "{text}");
    }
}

#[test]
fn counts_items_groups_and_members_are_contained() {
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
fn required_members_are_contained() {
    let bodies = [
        json!({}),
        json!({"externalCallTimeout": null}),
        json!({"externalCallTimeout": {"actualValue": null}}),
        json!({"externalCallTimeout": {"actualValue": null, "inheritedValue": null}}),
    ];
    agree(&json!([rule("requiredAttribute", "externalCallTimeout", &json!({}))]), &bodies);
    // Where a parent is absent or null, there is nothing to check.
    agree(&json!([rule("requiredAttribute", "externalCallTimeout.inheritedValue", &json!({}))]), &bodies);
    // A group evaluates its rules even if its value is absent.
    let present = rule("requiredAttribute", "", &json!({}));
    let within = rule("requiredAttribute", "inheritedValue", &json!({}));
    for (rules, mode) in [(json!([present, within]), "all"), (json!([present]), "any"), (json!([within]), "any")] {
        let group = |property| rule("validatorGroup", property, &json!({"rules": rules, "mode": mode}));
        agree(&json!([group("externalCallTimeout")]), &bodies);
        let nested = rule("validatorGroup", "externalCallTimeout", &json!({"rules": [group("")]}));
        agree(&json!([nested]), &bodies);
    }
}

/// Bodies with an item of follow-me of each kind.
fn items() -> Vec<Value> {
    let item = |phone: &str, timeout: i32, pin: bool| json!({"phoneNumber": phone, "timeout": timeout, "usePin": pin});
    let items = [item("1", 5, true), item("1", 5, false), item("2", 5, true), item("1", 6, true), item("", 0, false)];
    items.iter().map(|item| json!({"followMe": [item]})).chain([json!({}), json!({"followMe": []})]).collect()
}

#[test]
fn conditions_inside_an_item_are_contained() {
    let when = |condition: Value| rule("propertyNotApplicable", "followMe[].usePin", &json!({"when": condition}));
    let timeout = |test: Value| {
        let mut condition = test;
        condition["property"] = "followMe[].timeout".into();
        condition
    };
    let phone = json!({"property": "followMe[].phoneNumber", "is": "1"});
    for condition in [
        timeout(json!({"is": 5})),
        timeout(json!({"isNot": 5})),
        json!({"all": [timeout(json!({"is": 5})), phone]}),
        json!({"any": [timeout(json!({"is": 6})), phone]}),
        json!({"not": {"any": [timeout(json!({"absent": true})), phone]}}),
    ] {
        let omitted = omitted(&json!([when(condition.clone())]));
        assert!(omitted.is_empty(), "{omitted:?}");
        agree(&json!([when(condition)]), &items());
    }
    let expected = json!({"other": "followMe[].timeout", "expect": {"is": 5}});
    agree(&json!([rule("otherAttributeValue", "followMe[].phoneNumber", &expected)]), &items());
    let exclusive =
        json!([{"validator": "objectValidationErrorMutuallyExclusive", "properties": ["id", "displayName", "uri"]}]);
    let within =
        rule("validatorGroup", "callForwardAll.inheritedFrom[].from", &json!({"rules": exclusive, "mode": "all"}));
    let body = |from: Value| json!({"callForwardAll": {"actualValue": null, "inheritedFrom": [{"from": from, "objectType": 1, "values": true}]}});
    let ids = [json!({"id": "a"}), json!({"id": "a", "uri": ""}), json!({"id": "a", "displayName": null})];
    agree(&json!([within]), &ids.map(body));
}

#[test]
fn conditions_on_other_properties_are_contained_where_the_request_has_them() {
    let both = json!({"callForwardAll": {"actualValue": false}, "callForwardAllMode": {"actualValue": "All"}});
    let mut other = both.clone();
    other["callForwardAll"]["actualValue"] = true.into();
    let one = json!({"callForwardAllMode": {"actualValue": "All"}});
    let null = json!({"callForwardAll": null, "callForwardAllMode": {"actualValue": "All"}});
    let when = json!({"when": {"property": "callForwardAll.actualValue", "is": false}});
    let inapplicable = rule("propertyNotApplicable", "callForwardAllMode.actualValue", &when);
    let paths = json!(["callForwardAll.actualValue", "callForwardAllMode.actualValue"]);
    let exclusive = json!({"validator": "objectValidationErrorMutuallyExclusive", "properties": paths});
    for rule in [inapplicable, exclusive] {
        agree(&json!([rule]), &[both.clone(), other.clone(), one.clone(), null.clone(), json!({})]);
        let omitted = omitted(&json!([rule]));
        assert!(omitted == [(OmissionReason::OtherProperties, true)], "{omitted:?}");
    }
}

/// Why the rules of a set are omitted, and whether in part.
fn omitted(rules: &Value) -> Vec<(OmissionReason, bool)> {
    let set = RuleSet::from_json(json!({"rules": rules}).to_string()).unwrap();
    request_with_rules(&set).omitted.iter().map(|rule| (rule.reason, rule.is_partial)).collect()
}

fn schema_with(rules: &Value) -> Value {
    let set = RuleSet::from_json(json!({"rules": rules}).to_string()).unwrap();
    request_with_rules(&set).schema.to_value()
}

#[test]
fn constraints_are_at_their_properties_and_name_their_rules() {
    let with_rules = request_with_rules(&RuleSet::recommended());
    let schema = with_rules.schema.as_value();
    assert_eq!(schema.get("allOf"), None);
    let definitions = &schema["$defs"];
    let timeout = &definitions["FollowMeRequest"]["properties"]["timeout"];
    assert_eq!((&timeout["minimum"], &timeout["maximum"]), (&1.into(), &300.into()));
    let description = timeout["description"].as_str().unwrap();
    assert!(description.contains("\nRule /rules/2 (range): An assumption"), "{description}");
    let follow_me = &schema["properties"]["followMe"];
    assert_eq!(follow_me["maxItems"], 20);
    assert!(follow_me["description"].as_str().unwrap().contains("\nRule /rules/3 (collectionCount): "));
    let mode = &definitions["InheritableStringPropertyRequest"]["properties"]["actualValue"];
    assert_eq!(mode["enum"], json!(["Internal", "External", "Unknown", "All", null]));
    // Each definition is that of the plain schema but for its constraints.
    let plain = request::<UserClientConfigurationProperties>();
    let names = |schema: &Value| schema["$defs"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(schema), names(plain.as_value()));
    assert!(
        definitions
            .as_object()
            .unwrap()
            .values()
            .all(|one| one["type"] != "object" || one["additionalProperties"] == false)
    );
}

#[test]
fn a_shared_type_that_is_constrained_in_one_place_gets_a_definition_there() {
    let schema = schema_with(&json!([rule("requiredAttribute", "callForwardAll.inheritedValue", &json!({}))]));
    let name = "CallForwardAllInheritableBooleanPropertyRequest";
    let reference = format!("#/$defs/{name}");
    assert_eq!(schema["properties"]["callForwardAll"]["oneOf"][0]["$ref"], reference);
    assert_eq!(schema["$defs"][name]["title"], name);
    assert_eq!(schema["$defs"][name]["required"], json!(["actualValue", "inheritedValue"]));
    assert_eq!(schema["$defs"]["InheritableBooleanPropertyRequest"]["required"], json!(["actualValue"]));
    assert_eq!(schema["properties"]["screenCalls"]["oneOf"][0]["$ref"], "#/$defs/InheritableBooleanPropertyRequest");
}

#[test]
fn rules_of_one_property_have_common_keywords() {
    let at = "externalCallTimeout.actualValue";
    let bounds = |min: i32, max: i32| rule("range", at, &json!({"min": min, "max": max}));
    let values = rule("validValues", at, &json!({"values": [1, 5, 7, 99]}));
    let schema = schema_with(&json!([bounds(1, 50), bounds(0, 20), values, rule("requiredValue", at, &json!({}))]));
    let value = &schema["$defs"]["InheritableIntPropertyRequest"]["properties"]["actualValue"];
    let found = ["type", "minimum", "maximum", "enum"].map(|keyword| &value[keyword]);
    assert_eq!(found, [&json!("integer"), &json!(1), &json!(20), &json!([1, 5, 7, 99])]);
    assert_eq!(value.get("allOf"), None);
}

#[test]
fn code_generators_get_formats_and_the_names_of_allowed_codes() {
    let names = |schema: &Value| schema["$defs"]["EFaqSearchOptionsRequest"]["x-enum-varnames"].clone();
    let plain = Profile::Codegen.request::<UserClientConfigurationProperties>().to_value();
    assert_eq!(names(&plain), json!(["All", "Generous", "Best", "Strict"]));
    let rules = json!({"rules": [
        rule("validValues", "eFaqSearchOption", &json!({"values": [3, 0]})),
        rule("validFormat", "followMe[].phoneNumber", &json!({"format": "ipv6"})),
        rule("requiredAttribute", "screenCalls", &json!({})),
    ]});
    let set = RuleSet::from_json(rules.to_string()).unwrap();
    let schema = Profile::Codegen.request_with_rules(&set).schema.to_value();
    assert_eq!(names(&schema), json!(["All", "Strict"]));
    let follow_me = &schema["$defs"]["FollowMeRequest"]["properties"];
    assert_eq!(
        (&follow_me["phoneNumber"]["format"], &follow_me["timeout"]["format"]),
        (&"ipv6".into(), &"int32".into())
    );
    assert_eq!(follow_me["__type"]["const"], "urn:inin.com:configuration.people:followMe");
    // No example satisfies the rules.
    assert_eq!(schema.get("examples"), None);
}

#[test]
fn a_schema_with_rules_has_no_id() {
    let (files, omitted) = files_with_rules(&RuleSet::recommended());
    assert_eq!(omitted.len(), 1);
    let name = "userClientConfigurationProperties.request.json";
    let present = super::folder().into_iter().filter(|(name, _)| !name.contains('/'));
    assert_eq!(diff_files(present, &files), [FileDiff::Changed(name.into())]);
    let file = files.iter().find(|file| file.name == name).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&file.text).unwrap().get("$id"), None);
}

/// The lower case of `İ` has two characters, the Kelvin sign has the lower case of `K`, and `ſ` is in lower case.
#[test]
fn values_in_any_case_are_contained() {
    let texts = ["skip", "SKIP", "s\u{212a}ip", "\u{17f}kip", "sk\u{130}p", "é.", "É.", "éx", "", "Skip ", "1"]
        .map(Value::from);
    let values = |values: Value| {
        json!([rule("validValues", "callForwardAllMode.actualValue", &json!({"values": values, "ignoreCase": true}))])
    };
    agree(&values(json!(["Skip", "É.", 1])), &bodies(mode, &texts));
    agree(&values(json!([1])), &bodies(mode, &texts));
}

#[test]
fn what_a_schema_omits_is_listed_with_its_reason() {
    let rules = json!({"rules": [
        rule("validFormat", "followMe[].phoneNumber", &json!({"format": "date"})),
        rule("existingExtension", "followMe[].phoneNumber", &json!({})),
        rule("stringLength", "followMe[].phoneNumber", &json!({"max": 5, "unit": "utf16"})),
        rule("regex", "followMe[].phoneNumber", &json!({"pattern": "\\bx"})),
        rule("collectionItemValidator", "followMe", &json!({"rules": [rule("wordValidator", "phoneNumber", &json!({}))]})),
        rule("validValues", "followMe[].phoneNumber", &json!({"values": ["ς"], "ignoreCase": true})),
        rule("propertyNotApplicable", "callForwardAllMode", &json!({"when": {"property": "followMe", "present": true}})),
        rule("integerComparisonValidator", "externalCallTimeout.actualValue",
            &json!({"operator": "lt", "other": "externalCallTimeout.inheritedValue"})),
    ]});
    let with_rules = request_with_rules(&RuleSet::from_json(rules.to_string()).unwrap());
    let omitted: Vec<_> = with_rules.omitted.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!("what_a_schema_omits", omitted.join("\n"));
}

#[test]
fn a_rule_set_saves_and_loads_again() {
    let set = RuleSet::recommended();
    assert_eq!(RuleSet::from_json(set.to_json()).unwrap(), set);
    let twice = RuleSet::new(set.clone().into_iter().chain(set.clone())).unwrap();
    assert_eq!(twice.rules().len(), 12);
    assert!(set.rules().iter().all(|rule| rule.note.as_deref().is_some_and(|note| note.starts_with("An assumption"))));
}
