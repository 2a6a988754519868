//! The command, as a person or a script meets it.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

struct Ran {
    code: i32,
    out: String,
    err: String,
}

#[track_caller]
fn run(arguments: &[&str]) -> Ran {
    run_with(arguments, "")
}

#[track_caller]
fn run_with(arguments: &[&str], input: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_icws-schema"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    Ran {
        code: status.code().unwrap(),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

const VALID: &str = "tests/payloads/valid.json";
const FAULTY: &str = "tests/payloads/faulty.json";

#[test]
fn a_valid_file_ends_well() {
    let ran = run(&["check", VALID]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "tests/payloads/valid.json: valid\n"));
}

#[test]
fn the_readme_shows_what_is_printed() {
    let ran = run(&["check", FAULTY]);
    assert_eq!(ran.code, 1);
    assert!(include_str!("../../README.md").contains(&ran.out), "{}", ran.out);
}

#[test]
fn one_object_a_file_in_json() {
    let ran = run(&["check", "--format", "json", VALID, FAULTY]);
    assert_eq!(ran.code, 1);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["valid"], &lines[0]["status"]), (&true.into(), &200.into()));
    assert_eq!((&lines[0]["body"], &lines[0]["problems"]), (&Value::Null, &serde_json::json!([])));
    insta::assert_snapshot!("faulty_payload_in_json", serde_json::to_string_pretty(&lines[1]).unwrap());
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
fn the_body_of_an_answer_that_is_not_malformed() {
    let ran = run_with(&["check", "--format", "json", "-"], r#"{"followMe": [{"phoneNumber": "1", "timeout": 5}]}"#);
    let line: Value = serde_json::from_str(&ran.out).unwrap();
    insta::assert_snapshot!(
        "configuration_error_of_a_missing_member",
        serde_json::to_string_pretty(&line["body"]).unwrap()
    );
}

#[test]
fn other_kinds_have_no_status_and_no_body() {
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
        assert_eq!((ran.code, &line["status"], &line["body"]), (code, &Value::Null, &Value::Null), "{body}");
    }
}

#[test]
fn members_that_nobody_lists_are_taken_on_request() {
    let body = r#"{"new": 1}"#;
    assert_eq!(run_with(&["check", "-"], body).code, 1);
    assert_eq!(run_with(&["check", "--allow-unknown", "-"], body).code, 0);
}

#[test]
fn an_unreadable_file_does_not_keep_the_others_from_being_checked() {
    let ran = run(&["check", "tests/payloads/no-such-file.json", FAULTY, "tests"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("5 problems"));
    assert_eq!(ran.err.lines().count(), 2);
    assert!(ran.err.starts_with("tests/payloads/no-such-file.json: cannot be read: "));
}

#[test]
fn text_that_is_no_json_is_one_problem() {
    for body in ["", "{", "\u{feff}{}", "{\"a\": }", "[1,]"] {
        let ran = run_with(&["check", "-"], body);
        assert_eq!((ran.code, ran.out.lines().count()), (1, 2), "{body}: {}", ran.out);
        assert!(ran.out.contains(": the body: not JSON: expected "), "{}", ran.out);
    }
}

#[test]
fn values_are_not_printed() {
    let ran = run_with(
        &["check", "-"],
        r#"{"callForwardAllMode": {"actualValue": ["secret"]}, "eFaqSearchOption": 4711, "followMe": "secret"}"#,
    );
    assert_eq!(ran.code, 1);
    assert!(!ran.out.contains("secret") && !ran.out.contains("4711"), "{}", ran.out);
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in
        [&[][..], &["check"], &["check", "--as", "user", VALID], &["check", "--format", "xml", VALID], &["nothing"]]
    {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains("Usage") || ran.err.contains("help"), "{}", ran.err);
    }
}
