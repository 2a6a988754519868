use super::{FAULTY, LATE, VALID, checked, file, run, run_with};
use crate::sorted::sorted;
use serde_json::{Value, json};

#[test]
fn json_output_is_one_object_per_file() {
    let ran = run(&["check", "--format", "json", VALID, FAULTY]);
    assert_eq!(ran.code, 1);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["valid"], &lines[0]["errorId"]), (&true.into(), &Value::Null));
    assert_eq!((&lines[0]["body"], &lines[0]["problems"]), (&Value::Null, &serde_json::json!([])));
    insta::assert_snapshot!("faulty_payload_in_json", serde_json::to_string_pretty(&sorted(&lines[1])).unwrap());
}

#[test]
fn json_output_is_valid_against_its_schema() {
    let schema = jsonschema::validator_for(icws_schema::schema::report().as_value()).unwrap();
    let kinds = [("request", FAULTY), ("request", VALID), ("view", FAULTY), ("result", VALID), ("error", VALID)];
    for (kind, file) in kinds {
        let ran = run(&["check", "--as", kind, "--format", "json", file]);
        let line: Value = serde_json::from_str(&ran.out).unwrap();
        let errors: Vec<_> = schema.iter_errors(&line).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{kind}: {errors:?}");
    }
}

#[test]
fn the_response_to_a_body_that_is_not_malformed_is_a_configuration_error() {
    let ran = run_with(
        &["check", "--format", "json", "--show-values", "-"],
        r#"{"followMe": [{"phoneNumber": "1", "timeout": 5}]}"#,
    );
    let line: Value = serde_json::from_str(&ran.out).unwrap();
    insta::assert_snapshot!(
        "configuration_error_of_a_missing_member",
        serde_json::to_string_pretty(&sorted(&line["body"])).unwrap()
    );
}

#[test]
fn other_kinds_have_no_error_id_and_no_body() {
    for (kind, body, code) in [
        ("view", r#"{"callForwardAll": {"effectiveValue": true}, "new": 1}"#, 0),
        ("result", r#"{"id": "gcadmin"}"#, 0),
        ("result", "{}", 1),
        ("error", r#"{"message": "gone"}"#, 0),
        ("error", r#"{"message": "m", "__type": "urn:inin.com:configuration:configurationError"}"#, 0),
        ("error", r#"{"__type": "urn:inin.com:common:missingPropertyError", "propertyName": "id"}"#, 0),
        ("error", r#"{"message": "m", "__type": "urn:inin.com:configuration.people:followMe"}"#, 1),
    ] {
        let ran = run_with(&["check", "--as", kind, "--format", "json", "-"], body);
        let line: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((ran.code, &line["errorId"], &line["body"]), (code, &Value::Null, &Value::Null), "{body}");
    }
}

#[test]
fn rules_add_violations_to_the_response() {
    let ran = run_with(&["check", "--rules", "recommended", "--format", "json", "--show-values", "-"], LATE);
    let line: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!("violations_in_json", serde_json::to_string_pretty(&sorted(&line)).unwrap());
}

#[test]
fn the_command_prints_the_serialized_report_of_the_library() {
    let text = std::fs::read_to_string(FAULTY).unwrap();
    let report = icws_schema::rules::RequestChecker::documented().check(&text, &icws_schema::rules::Context::new());
    let mut printed: Value = serde_json::from_str(&run(&["check", "--format", "json", FAULTY]).out).unwrap();
    for member in ["file", "lineOfFile", "errorId", "isDocumented", "body"] {
        assert!(printed.as_object_mut().unwrap().remove(member).is_some(), "{member}");
    }
    assert_eq!(serde_json::to_value(&report).unwrap(), printed);
    let shown: Value = serde_json::from_str(&run(&["check", "--format", "json", "--show-values", FAULTY]).out).unwrap();
    let with_values = serde_json::to_value(report.with_values().of(text.as_bytes())).unwrap();
    assert_eq!(with_values["problems"], shown["problems"]);
}

#[test]
fn a_serialized_report_is_valid_against_its_schema() {
    use icws_schema::rules::{Context, RequestChecker};
    let schema = jsonschema::validator_for(icws_schema::schema::report().as_value()).unwrap();
    let checker = RequestChecker::recommended();
    for text in
        ["{}", LATE, "[", r#"{"screenCalls": {"actualvalue": 1}, "screenCalls": null}"#, "\u{feff}{\"followMe\": [{}]}"]
    {
        let report = checker.check(text, &Context::new().with_feature_version(5));
        for form in [serde_json::to_value(&report).unwrap(), serde_json::to_value(report.with_values()).unwrap()] {
            let errors: Vec<_> = schema.iter_errors(&form).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{text}: {errors:?}");
        }
    }
}

#[test]
fn a_rule_is_in_the_output_once_and_problems_refer_to_it() {
    let rules = file(
        "once.json",
        r#"{"rules": [{"validator": "validValues", "property": "a[]", "values": ["needle"], "note": "n"}]}"#,
    );
    let line = checked(&["--as", "object", "--rules", &rules], r#"{"a": [1, 2, 3]}"#);
    let expected = json!({"/rules/0": {"source": null, "sourcePointer": null, "rule":
        {"validator": "validValues", "property": "a[]", "values": ["needle"], "note": "n"}}});
    assert_eq!(line["rules"], expected);
    assert!(line["problems"].as_array().unwrap().iter().all(|problem| problem["rulePointer"] == "/rules/0"));
}

#[test]
fn a_long_rule_is_not_repeated_for_each_problem() {
    let size = |count: usize| {
        let values: Vec<_> = (0..count).map(|index| format!("value{index}")).collect();
        let rules = json!({"rules": [{"validator": "validValues", "property": "a[]", "values": values}]}).to_string();
        let rules = file("linear.json", &rules);
        let body = json!({"a": vec!["other"; count]}).to_string();
        run_with(&["check", "--as", "object", "--rules", &rules, "--format", "json", "-"], &body).out.len()
    };
    assert!(size(800) < size(400) * 9 / 4);
}

#[test]
fn with_several_rule_files_the_source_of_a_rule_is_named() {
    let site = file(
        "site.json",
        r#"{"rules": [{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 60}]}"#,
    );
    let rules = ["--rules", "recommended", "--rules", &site];
    let line = checked(&rules, LATE);
    let last = line["problems"].as_array().unwrap().last().unwrap();
    let rule = &line["rules"][last["rulePointer"].as_str().unwrap()];
    assert_eq!((&rule["source"], &rule["sourcePointer"]), (&json!(site), &json!("/rules/0")));
    assert_eq!(line["rules"]["/rules/4"]["source"], "recommended");
    let people = run_with(&[&["check", "--format", "short"][..], &rules, &["-"]].concat(), LATE).out;
    assert!(people.contains(&format!("(range, {site} /rules/0)")), "{people}");
    assert!(people.contains("(range, recommended /rules/4; "), "{people}");
}

#[test]
fn all_json_output_has_a_version() {
    for arguments in [
        &["check", "--format", "json", VALID, FAULTY, "no-such-file"][..],
        &["rules", "--format", "json"],
        &["rules", "--format", "json", "range"],
    ] {
        let out = run(arguments).out;
        let mut values = serde_json::Deserializer::from_str(&out).into_iter::<Value>();
        assert!(values.all(|value| value.unwrap()["version"] == 1), "{arguments:?}");
    }
}
