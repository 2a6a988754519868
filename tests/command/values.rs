use super::{LATE, checked, file, run_with};
use serde_json::Value;

#[test]
fn values_are_not_printed() {
    let ran = run_with(
        &["check", "-"],
        r#"{"callForwardAllMode": {"actualValue": ["secret"]}, "eFaqSearchOption": 4711, "followMe": "secret"}"#,
    );
    assert_eq!(ran.code, 1);
    assert!(!ran.out.contains("secret"), "{}", ran.out);
}

#[test]
fn values_are_shown_only_on_request() {
    let hidden = run_with(&["check", "--format", "short", "--rules", "recommended", "-"], LATE).out;
    let shown = run_with(&["check", "--format", "short", "--rules", "recommended", "--show-values", "-"], LATE).out;
    assert!(!hidden.contains("secret") && shown.contains("\"secret\""), "{hidden}{shown}");
    insta::assert_snapshot!("violations_for_people", shown);
}

const MALFORMED: &str = r#"{"callForwardAllMode": {"actualValue": ["canary"]}, "other": "canary", "eFaqSearchOption": 4711,
    "externalCallTimeout": {"actualValue": "canary", "actualValue": "canary"}, "followMe": "canary"}"#;

#[test]
fn output_that_is_not_to_a_terminal_has_no_values_in_any_format() {
    let rules = file(
        "canary.json",
        r#"{"rules": [{"validator": "validatorGroup", "property": "callForwardAllMode.actualValue", "rules": [
            {"validator": "validValues", "property": "", "values": ["All"]}]}]}"#,
    );
    for body in [r#"{"callForwardAllMode": {"actualValue": "canary"}}"#, MALFORMED] {
        for format in ["human", "short", "json", "ndjson", "github", "sarif", "gitlab", "junit"] {
            for option in [&[][..], &["--show-values=auto"], &["--show-values=never"]] {
                let ran = run_with(&[&["check", "--rules", &rules, "--format", format], option, &["-"]].concat(), body);
                assert!(ran.code == 1 && !ran.out.contains("canary"), "{}", ran.out);
            }
        }
    }
}

#[test]
fn every_problem_has_its_value_if_values_are_shown() {
    for option in ["--show-values", "--show-values=always"] {
        let line = checked(&[option], MALFORMED);
        let values: Vec<_> =
            line["problems"].as_array().unwrap().iter().map(|problem| &problem["foundValue"]).collect();
        assert_eq!(values, [r#"["canary"]"#, "4711", "\"canary\"", "\"canary\"", "\"canary\"", "\"canary\""]);
        let people = run_with(&["check", "--format", "short", option, "-"], MALFORMED).out;
        for value in [r#"; value ["canary"]"#, "; value 4711", r#"; value "canary""#] {
            assert!(people.contains(value), "{people}");
        }
    }
}

#[test]
fn a_missing_property_has_no_value() {
    let line = checked(&["--show-values"], r#"{"followMe": [{"phoneNumber": "1", "timeout": 1}]}"#);
    assert_eq!(line["problems"][0]["foundValue"], Value::Null);
}

#[test]
fn a_value_is_compact_json_of_at_most_200_characters() {
    let long = format!(r#"{{"followMe": {{"a" : [1, 2, "{}"]}}}}"#, "é".repeat(500));
    let line = checked(&["--show-values"], &long);
    let value = line["problems"][0]["foundValue"].as_str().unwrap();
    assert!(value.starts_with(r#"{"a":[1,2,"éé"#) && value.ends_with('…'), "{value}");
    assert_eq!(value.chars().count(), 201);
}

#[test]
fn the_body_of_the_response_is_in_the_output_only_if_values_are_shown() {
    let arguments = ["--rules", "recommended"];
    assert_eq!(checked(&arguments, LATE)["body"], Value::Null);
    let body = &checked(&["--rules", "recommended", "--show-values"], LATE)["body"];
    assert_eq!(body["validationErrors"][1]["propertyValue"], "secret");
}

#[test]
fn a_value_cannot_end_a_line() {
    let body = "{\"callForwardAllMode\": {\"actualValue\": [\"\u{202e}\u{2028}x\"]}}";
    let ran = run_with(&["check", "--format", "short", "--show-values", "-"], body);
    assert!(ran.out.contains(r#"; value ["\u{202e}\u{2028}x"]"#), "{}", ran.out);
}
