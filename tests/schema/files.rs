//! The schemas of rule and directory files: they accept what loading accepts, except what JSON Schema cannot express, which is listed.

use super::{mutants, validator};
use crate::validators::{cases, checks, files, folder, text};
use icws_schema::directory::InMemoryDirectory;
use icws_schema::file::LoadError;
use icws_schema::rules::{CustomChecks, ObjectChecker};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Every case of every file.
fn all_cases() -> Vec<Value> {
    let validators = files(&folder()).into_values().filter(|file| file.get("validator").is_some());
    let parts = files(&folder().join("parts")).into_values();
    validators.chain(parts).flat_map(|file| cases(&file).to_vec()).collect()
}

/// Every object in a file.
fn objects(value: &Value) -> Vec<&Value> {
    let inner: Vec<&Value> = match value {
        Value::Object(members) => members.values().collect(),
        Value::Array(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    value.is_object().then_some(value).into_iter().chain(inner.into_iter().flat_map(objects)).collect()
}

/// The depth to which rules or conditions are nested.
fn depth(value: &Value) -> usize {
    let inner = |name: &str| {
        value.get(name).into_iter().flat_map(|inner| inner.as_array().cloned().unwrap_or_else(|| vec![inner.clone()]))
    };
    ["rules", "when", "all", "any", "not"]
        .iter()
        .flat_map(|name| inner(name))
        .map(|one| 1 + depth(&one))
        .max()
        .unwrap_or(0)
}

/// The part of a path up to its last `[]`.
fn items_of(path: &str) -> &str {
    path.rfind("[]").map_or("", |at| &path[..at + 2])
}

/// The paths of a rule besides its property.
fn second_paths(rule: &Value) -> Vec<&str> {
    let names = [
        "start",
        "spansDay",
        "other",
        "mailbox",
        "manufacturer",
        "registrationGroup",
        "primaryStation",
        "set",
        "workgroups",
        "recorderPolicies",
    ];
    let tested = rule.get("when").into_iter().flat_map(objects).filter_map(|one| one["property"].as_str());
    names.iter().filter_map(|name| rule[*name].as_str()).chain(tested).collect()
}

/// Why a schema accepts a rule file that loading rejects.
fn inexpressible(file: &Value, checks: &CustomChecks) -> Option<&'static str> {
    let any = |test: &dyn Fn(&Value) -> bool| objects(file).into_iter().any(test);
    let registered = format!("{checks:?}");
    if ObjectChecker::from_json_with_custom_checks(file.to_string(), checks).is_ok() {
        Some("duplicate members")
    } else if any(&|rule| rule["min"].as_f64() > rule["max"].as_f64() && rule["max"].is_number()) {
        Some("the order of bounds")
    } else if any(&|rule| rule.as_object().into_iter().flat_map(|rule| rule.values()).any(is_inexact)) {
        Some("numbers that only `arbitrary_precision` reads")
    } else if any(&|rule| rule["pattern"].as_str().is_some_and(|pattern| pattern.starts_with('/'))) {
        Some("patterns in slashes")
    } else if any(&|rule| rule["pattern"].as_str().is_some_and(|pattern| !compiles(pattern))) {
        Some("patterns that do not compile")
    } else if any(&|rule| rule["check"].as_str().is_some_and(|name| !registered.contains(&format!("{name:?}")))) {
        Some("names of checks")
    } else if any(&|rule| rule["pairDelimiter"].is_string() && rule["pairDelimiter"] == rule["keyDelimiter"]) {
        Some("equal delimiters")
    } else if any(&contains_separator) {
        Some("symbols that contain the separator")
    } else if depth(file) > 33 {
        Some("nesting")
    } else if any(&|rule| {
        let property = rule["property"].as_str().unwrap_or_default();
        second_paths(rule).iter().any(|path| !property.starts_with(items_of(path)))
    }) {
        Some("items of another array")
    } else {
        None
    }
}

/// Returns whether a number is not what a 64-bit float makes of it, an item of an array included.
fn is_inexact(value: &Value) -> bool {
    match value {
        Value::Number(number) if number.is_i64() || number.is_u64() => false,
        Value::Number(number) => {
            let (float, text) = (number.as_f64().unwrap_or(f64::INFINITY), number.to_string());
            !float.is_finite()
                || float.fract() == 0.0
                    && text.trim_end_matches('0').len() > text.find('.').map_or(text.len(), |at| at + 1)
        }
        Value::Array(items) => items.iter().any(is_inexact),
        _ => false,
    }
}

fn contains_separator(rule: &Value) -> bool {
    let separator = rule["separator"].as_str().unwrap_or(" ");
    let is_of_arpabet = || separator.chars().all(|one| one.is_ascii_uppercase() || one.is_ascii_digit());
    let symbols = rule["alphabet"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let is_in_symbol = symbols.into_iter().any(|symbol| symbol.contains(separator));
    !separator.is_empty() && (is_in_symbol || rule["alphabet"] == "arpabet" && is_of_arpabet())
}

fn compiles(pattern: &str) -> bool {
    regex::RegexBuilder::new(pattern).size_limit(2 << 20).build().is_ok()
}

/// Compares schema and loading; returns the reason of a difference.
#[track_caller]
fn compare(
    accepts: bool,
    loaded: Result<(), LoadError>,
    reason: impl FnOnce() -> Option<&'static str>,
    file: &Value,
) -> Option<&'static str> {
    match loaded {
        Ok(()) => {
            assert!(accepts, "the schema rejects {file}");
            None
        }
        Err(_) if !accepts => None,
        Err(error) => Some(reason().unwrap_or_else(|| panic!("the schema accepts {file}: {error}"))),
    }
}

#[test]
fn the_schema_of_rule_files_accepts_what_loading_accepts() {
    let schema = validator("ruleFile.json");
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut count, mut seen) = (0, BTreeSet::new());
    for case in all_cases() {
        let (text, checks) = (text(case.get("rulesText").unwrap_or(&case["rules"])), checks(&case));
        let load = |text: &str| ObjectChecker::from_json_with_custom_checks(text, &checks).map(|_| ());
        // A number beyond a double is JSON to loading, and to nobody else.
        let Ok(file) = serde_json::from_str::<Value>(&text) else { continue };
        let mut check = |text: &str, file: &Value| {
            let reason = compare(schema.is_valid(file), load(text), || inexpressible(file, &checks), file);
            reason.into_iter().for_each(|reason| *reasons.entry(reason).or_default() += 1);
            count += 1;
        };
        check(&text, &file);
        // One file of each kind, with one thing changed, for each thing in it.
        let kinds: Vec<_> = objects(&file).into_iter().map(|one| (one["validator"].clone(), names(one))).collect();
        if load(&text).is_ok() && depth(&file) < 5 && seen.insert(format!("{kinds:?}")) {
            mutants(&file).iter().for_each(|file| check(&file.to_string(), file));
        }
    }
    assert!(count > 5000 && seen.len() > 100, "{count} files of {} kinds", seen.len());
    let expected = [
        "duplicate members",
        "equal delimiters",
        "items of another array",
        "names of checks",
        "nesting",
        "patterns in slashes",
        "patterns that do not compile",
        "symbols that contain the separator",
        "the order of bounds",
    ];
    if crate::exact_numbers::are_kept() {
        reasons.remove("numbers that only `arbitrary_precision` reads");
    }
    assert!(reasons.keys().eq(expected.iter()), "{reasons:?}");
}

fn names(object: &Value) -> Vec<&String> {
    let mut names: Vec<_> = object.as_object().into_iter().flat_map(|members| members.keys()).collect();
    names.sort_unstable();
    names
}

#[test]
fn the_schema_of_directory_files_accepts_what_loading_accepts() {
    let schema = validator("directoryFile.json");
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut count, mut seen) = (0, BTreeSet::new());
    for case in all_cases() {
        let Some(text) = case.get("directory").or(case.get("directoryText")).map(text) else { continue };
        let load = |text: &str| InMemoryDirectory::from_json(text).map(|_| ());
        // What is not JSON has no schema.
        let Ok(file) = serde_json::from_str::<Value>(&text) else { continue };
        let reason = |file: &Value| {
            let lower = |name: &str| {
                let ids = file[name].as_array().into_iter().flatten().filter_map(|one| one["id"].as_str());
                ids.map(str::to_lowercase).collect::<Vec<_>>()
            };
            let repeats = |ids: Vec<String>| ids.len() > ids.iter().collect::<BTreeSet<_>>().len();
            if load(&file.to_string()).is_ok() {
                Some("duplicate members")
            } else {
                let differ_in_case =
                    |one: &Value| repeats(names(one).into_iter().map(|name| name.to_lowercase()).collect());
                let ids = repeats(lower("keywordSets")) || repeats(lower("statuses"));
                let names = objects(file).into_iter().any(differ_in_case);
                ids.then_some("ids that occur twice").or(names.then_some("names that differ only in letter case"))
            }
        };
        let mut check = |text: &str, file: &Value| {
            let found = compare(schema.is_valid(file), load(text), || reason(file), file);
            found.into_iter().for_each(|reason| *reasons.entry(reason).or_default() += 1);
            count += 1;
        };
        check(&text, &file);
        let kinds: Vec<_> = objects(&file).into_iter().map(names).collect();
        if load(&text).is_ok() && seen.insert(format!("{kinds:?}")) {
            mutants(&file).iter().for_each(|file| check(&file.to_string(), file));
        }
    }
    assert!(count > 2000 && seen.len() > 30, "{count} files of {} kinds", seen.len());
    assert!(
        reasons
            .keys()
            .eq(["duplicate members", "ids that occur twice", "names that differ only in letter case"].iter()),
        "{reasons:?}"
    );
}

/// The errors of a rule file, those of alternatives included.
fn errors(rules: Value) -> Vec<String> {
    fn each(error: &jsonschema::ValidationError<'_>, errors: &mut Vec<String>) {
        errors.push(format!("{}: {error}", error.instance_path()));
        if let jsonschema::error::ValidationErrorKind::OneOfNotValid { context } = error.kind() {
            context.iter().flatten().for_each(|error| each(error, errors));
        }
    }
    let (schema, file) = (validator("ruleFile.json"), json!({"rules": rules}));
    let mut found = Vec::new();
    schema.iter_errors(&file).for_each(|error| each(&error, &mut found));
    found
}

#[test]
fn an_error_in_a_rule_is_reported_with_few_others() {
    let mistyped = errors(json!([{"validator": "rnage", "property": "v", "min": 1}]));
    assert!(
        mistyped.len() <= 4 && mistyped.iter().all(|error| error.starts_with("/rules/0/validator: ")),
        "{mistyped:#?}"
    );
    let parameter = errors(json!([{"validator": "range", "property": "v", "min": 1, "mix": 2}]));
    assert!(parameter.len() == 1 && parameter[0].contains("'mix'"), "{parameter:#?}");
    let missing = errors(json!([{"validator": 5, "property": "v"}]));
    assert!(missing.len() == 1 && missing[0].starts_with("/rules/0: "), "{missing:#?}");
    let none = errors(json!([{"property": "v", "min": 1}]));
    assert!(none.len() == 1 && none[0].contains("\"validator\" is a required property"), "{none:#?}");
    let inner = json!([{"validator": "range", "property": "", "min": "1"}]);
    let inner = errors(json!([{"validator": "collectionItemValidator", "property": "v", "rules": inner}]));
    assert!(inner.len() == 1 && inner[0].starts_with("/rules/0/rules/0/min: "), "{inner:#?}");
}

#[test]
fn a_validator_is_a_name_or_a_number() {
    let schema = validator("ruleFile.json");
    for (validator, accepts) in [
        (json!("range"), true),
        (json!(5), true),
        (json!(5.0), true),
        (json!("5"), false),
        (json!(8), false),
        (json!(1000), false),
    ] {
        let file = json!({"rules": [{"validator": validator, "property": "v", "min": 1}]});
        assert_eq!(schema.is_valid(&file), accepts, "{file}");
    }
}

/// The rules for the items of a delimited string need no property.
#[test]
fn a_rule_for_an_item_has_no_property_or_an_empty_one() {
    let schema = validator("ruleFile.json");
    let file = |rule: Value| json!({"rules": [{"validator": "characterDelimitedValue", "property": "v", "delimiter": ";", "rules": [rule]}]});
    assert!(schema.is_valid(&file(json!({"validator": "requiredValue"}))));
    assert!(schema.is_valid(&file(json!({"validator": "requiredValue", "property": ""}))));
    assert!(!schema.is_valid(&file(json!({"validator": "requiredValue", "property": "name"}))));
}
