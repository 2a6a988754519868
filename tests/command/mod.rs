//! The command, as a person or a script meets it.

use crate::sorted::sorted;
use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

#[track_caller]
pub(crate) fn run(arguments: &[&str]) -> Ran {
    run_with(arguments, "")
}

#[track_caller]
fn run_with(arguments: &[&str], input: &str) -> Ran {
    run_as(arguments, input, |_| ())
}

/// Runs the command, whose input comes after something was done to it.
#[track_caller]
fn run_as(arguments: &[&str], input: &str, first: impl FnOnce(&mut Child)) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_icws-schema"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    first(&mut child);
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    Ran {
        code: status.code().unwrap(),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

const VALID: &str = "tests/payloads/valid.json";
const FAULTY: &str = "tests/payloads/invalid.json";

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
fn json_output_is_one_object_a_file() {
    let ran = run(&["check", "--format", "json", VALID, FAULTY]);
    assert_eq!(ran.code, 1);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["valid"], &lines[0]["status"]), (&true.into(), &200.into()));
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
fn a_body_that_is_not_malformed_is_answered_with_a_configuration_error() {
    let ran = run_with(&["check", "--format", "json", "-"], r#"{"followMe": [{"phoneNumber": "1", "timeout": 5}]}"#);
    let line: Value = serde_json::from_str(&ran.out).unwrap();
    insta::assert_snapshot!(
        "configuration_error_of_a_missing_member",
        serde_json::to_string_pretty(&sorted(&line["body"])).unwrap()
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
fn input_that_is_not_json_is_read_as_far_as_possible() {
    for (body, problems) in [
        ("", 1),
        ("{", 1),
        ("\u{feff}{}", 1),
        ("{\"callForwardAll\": }", 1),
        ("{\"a\": }", 2),
        ("[1,]", 2),
        ("{\"a\": True, // b\n}", 4),
    ] {
        let ran = run_with(&["check", "-"], body);
        assert_eq!((ran.code, ran.out.lines().count()), (1, problems + 1), "{body}: {}", ran.out);
        assert!(ran.out.lines().next().is_some_and(|line| line.contains(": not JSON: expected ")), "{}", ran.out);
    }
}

#[test]
fn what_comes_from_outside_ends_no_line_and_hides_nothing() {
    let ran = run_with(&["check", "-"], "{\"\u{202e}a\u{200b}\\n\\u001b[31m\": 1}");
    assert!(ran.out.contains(r": /\u{202e}a\u{200b}\n\u{1b}[31m: unknown property"), "{}", ran.out);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
}

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
fn wrong_usage_ends_with_2() {
    for arguments in
        [&[][..], &["check"], &["check", "--as", "user", VALID], &["check", "--format", "xml", VALID], &["nothing"]]
    {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains("Usage") || ran.err.contains("help"), "{}", ran.err);
    }
}

/// A file of its own for what a test writes.
fn file(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("command-{name}"));
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const LATE: &str = r#"{"externalCallTimeout": {"actualValue": 301}, "callForwardAllMode": {"actualValue": "secret"}}"#;

#[test]
fn rules_add_violations_to_the_answer() {
    let ran = run_with(&["check", "--rules", "recommended", "--format", "json", "-"], LATE);
    let line: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!("violations_in_json", serde_json::to_string_pretty(&sorted(&line)).unwrap());
}

#[test]
fn values_are_shown_on_request_alone() {
    let hidden = run_with(&["check", "--rules", "recommended", "-"], LATE).out;
    let shown = run_with(&["check", "--rules", "recommended", "--show-values", "-"], LATE).out;
    assert!(!hidden.contains("secret") && shown.contains("\"secret\""), "{hidden}{shown}");
    insta::assert_snapshot!("violations_for_people", shown);
}

#[test]
fn rules_are_told_directory_subject_current_object_and_version() {
    let rules = file(
        "rules.json",
        r#"{"rules": [
            {"validator": "extension", "property": "followMe[].phoneNumber"},
            {"validator": "integerComparisonValidator", "property": "externalCallTimeout.actualValue", "operator": "le", "other": "externalCallTimeout.effectiveValue"}]}"#,
    );
    let directory = file("directory.json", r#"{"extensions": [{"extension": "8001", "id": "gcadmin"}]}"#);
    let current = file("current.json", r#"{"externalCallTimeout": {"effectiveValue": 20}}"#);
    let body = r#"{"followMe": [{"phoneNumber": "8001", "timeout": 5, "usePin": false}], "externalCallTimeout": {"actualValue": 30}}"#;
    let check = |arguments: &[&str]| {
        let ran = run_with(&[&["check", "--rules", &rules, "--format", "json"], arguments, &["-"]].concat(), body);
        let line: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
        (ran.code, line["problems"].as_array().unwrap().len(), line["unchecked"].as_array().unwrap().len())
    };
    assert_eq!(check(&[]), (0, 0, 2));
    assert_eq!(check(&["--strict"]), (1, 0, 2));
    assert_eq!(check(&["--directory", &directory]), (1, 1, 1));
    assert_eq!(check(&["--directory", &directory, "--id", "GCADMIN"]), (0, 0, 1));
    assert_eq!(check(&["--directory", &directory, "--id", "gcadmin", "--object-type", "station"]), (1, 1, 1));
    assert_eq!(check(&["--current", &current, "--directory", &directory, "--id", "gcadmin"]), (1, 1, 0));
    assert_eq!(
        check(&[
            "--current",
            &current,
            "--directory",
            &directory,
            "--id",
            "gcadmin",
            "--feature-version",
            "7",
            "--strict"
        ]),
        (1, 0, 1)
    );
}

#[test]
fn any_object_is_checked_under_rules_whole_or_partial() {
    let rules = file(
        "object.json",
        r#"{"rules": [{"validator": "propertyNotApplicable", "property": "a", "when": {"property": "b", "absent": true}}]}"#,
    );
    let ran = |arguments: &[&str]| {
        run_with(&[&["check", "--as", "object", "--rules", &rules], arguments, &["-"]].concat(), r#"{"a": 1}"#).code
    };
    assert_eq!(ran(&[]), 1);
    assert_eq!(ran(&["--partial"]), 0);
    assert_eq!(ran(&["--partial", "--strict"]), 1);
}

#[test]
fn of_a_list_the_number_of_items_is_told() {
    let rules = file("count.json", r#"{"rules": [{"validator": "collectionCount", "property": "a[]", "max": 0}]}"#);
    let ran = run_with(&["check", "--as", "object", "--rules", &rules, "-"], r#"{"a": [["x"], ["x", "y"]]}"#);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("of at most 0 items, found an array of 1 item ("), "{}", ran.out);
    assert!(ran.out.contains("of at most 0 items, found an array of 2 items ("), "{}", ran.out);
}

#[test]
fn what_does_not_go_together_is_wrong_usage() {
    for arguments in [
        &["check", "--as", "object", VALID][..],
        &["check", "--as", "view", "--rules", "recommended", VALID],
        &["check", "--as", "error", "--rules", "documented", VALID],
        &["check", "--partial", VALID],
        &["check", "--rules", "tests/no-such-file.json", VALID],
        &["check", "--rules", VALID, VALID],
        &["check", "--directory", VALID, VALID],
        &["check", "--current", FAULTY, VALID],
        &["rules", "nothing"],
        &["rules", "8"],
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.starts_with("error: "), "{}", ran.err);
    }
}

#[test]
fn a_refused_rule_file_says_where_and_what_was_meant() {
    let rules = file(
        "refused.json",
        "{\"rules\": [\n  {\"validator\": \"range\", \"property\": \"folowMe[].timeout\", \"min\": 1},\n  {\"validator\": \"rnage\"}]}",
    );
    let ran = run(&["check", "--rules", &rules, VALID]);
    assert_eq!(
        ran.err.replace(&rules, "rules.json"),
        "error: rules.json: 2:38: /rules/0: property: `folowMe[].timeout` is not the path of a property of \
         UserClientConfigurationProperties; did you mean `followMe[].timeout`?\nrules.json: 3:17: /rules/1: validator: `rnage` is \
         not a validator; did you mean `range`?\n"
    );
    let rules = file("lacks.json", r#"{"rules": [{"validator": "range", "property": "folowMe[].timeout", "min": 1}]}"#);
    let ran = run(&["check", "--rules", &rules, VALID]);
    assert_eq!(
        ran.err.replace(&rules, "rules.json"),
        "error: rules.json: 1:47: /rules/0: property: `folowMe[].timeout` is not the path of a property of \
         UserClientConfigurationProperties; did you mean `followMe[].timeout`?\n"
    );
}

#[test]
fn a_refused_directory_file_says_each_thing_once() {
    let directory = file("entries", r#"{"objects": {"user": ["gcadmin"]}, "statuses": [{"idd": "Available"}]}"#);
    let ran = run(&["check", "--directory", &directory, VALID]);
    assert_eq!(ran.code, 2);
    let said = ran.err.replace(&directory, "entries.json");
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "error: entries.json: 1:23: /objects/user/0: user: expected an object, found \"gcadmin\"",
            "entries.json: 1:50: /statuses/0: `idd` is not a property of a status; did you mean `id`?",
        ]
    );
}

#[test]
fn a_mistyped_validator_is_told_the_nearest_name() {
    let told = |wanted: &str| run(&["rules", wanted]).err;
    assert_eq!(told("Range"), "error: `Range` is no validator; did you mean `range`?\n");
    assert_eq!(told("stringLenght"), "error: `stringLenght` is no validator; did you mean `stringLength`?\n");
    assert_eq!(told("8"), "error: `8` is no validator; `icws-schema rules` lists them\n");
    assert_eq!(run(&["rules", "8"]).code, 2);
}

#[test]
fn the_catalogue_lists_every_validator() {
    let list = run(&["rules"]);
    assert_eq!((list.code, list.out.lines().count()), (0, 46));
    assert_eq!(run(&["rules", "5"]).out, run(&["rules", "range"]).out);
    let catalogue: Value = serde_json::from_str(&run(&["rules", "--format", "json"]).out).unwrap();
    assert_eq!(catalogue.as_array().unwrap().len(), 46);
}

#[test]
fn schemas_are_written_and_compared() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-schemas");
    let out = folder.to_str().unwrap();
    assert_eq!(run(&["schema", "--check", "--out", out]).code, 1);
    let written = run(&["schema", "--out", out]);
    assert_eq!((written.code, written.out.lines().count()), (0, icws_schema::schema::published_files().len()));
    assert_eq!((run(&["schema", "--check", "--out", out]).code, run(&["schema", "--check"]).code), (0, 0));
    let set = r#"{"rules": [{"validator": "validFormat", "property": "followMe[].phoneNumber", "format": "date"},
        {"validator": "range", "property": "followMe[].timeout", "min": 1}]}"#;
    let ruled = run(&["schema", "--check", "--out", out, "--rules", &file("dates.json", set)]);
    assert_eq!(ruled.code, 1);
    assert!(ruled.out.ends_with("userClientConfigurationProperties.request.json: changed\n"), "{}", ruled.out);
    assert!(ruled.err.contains("/rules/0: validFormat is only partly in the schema: "), "{}", ruled.err);
    let codegen = run(&["schema", "--check", "--out", out, "--profile", "codegen"]);
    assert!(codegen.code == 1 && codegen.out.contains("followMe.view.json: changed\n"), "{}", codegen.out);
    std::fs::write(folder.join("followMe.view.json"), "{}").unwrap();
    std::fs::write(folder.join("other.json"), "{}").unwrap();
    std::fs::remove_file(folder.join("error.json")).unwrap();
    let checked = run(&["schema", "--check", "--out", out]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(checked.code, 1);
    let said: Vec<_> = checked.out.lines().map(|line| line.rsplit('/').next().unwrap()).collect();
    assert_eq!(said, ["followMe.view.json: changed", "error.json: missing", "other.json: extra"]);
}

/// What `generate` prints, a line each.
#[track_caller]
fn generated(arguments: &[&str]) -> Vec<String> {
    let ran = run(&[&["generate"], arguments].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out.lines().map(str::to_owned).collect()
}

/// The problems that `check` finds in each line.
fn problems(lines: &[String], arguments: &[&str]) -> Vec<Value> {
    let checked = |line: &String| {
        let ran = run_with(&[&["check", "--format", "json"], arguments, &["-"]].concat(), line);
        serde_json::from_str::<Value>(&ran.out).unwrap()["problems"].clone()
    };
    lines.iter().map(checked).collect()
}

#[test]
fn what_is_generated_is_valid_or_has_one_fault() {
    for kind in ["request", "view", "result", "error"] {
        let valid = generated(&["--as", kind]);
        assert_eq!(valid.len(), 10);
        assert!(
            problems(&valid, &["--as", kind]).iter().all(|problems| problems == &serde_json::json!([])),
            "{valid:?}"
        );
        let invalid = generated(&["--as", kind, "--invalid", "--count", "12", "--seed", "3"]);
        assert_eq!(invalid.len(), 12);
        for problems in problems(&invalid, &["--as", kind]) {
            assert_eq!(problems.as_array().unwrap().len(), 1, "{problems}");
            assert_ne!(problems[0]["fault"], "syntax");
        }
    }
}

#[test]
fn what_is_generated_under_rules_breaks_none_or_one() {
    let rules = ["--rules", "recommended"];
    let valid = generated(&[&rules[..], &["--count", "8"]].concat());
    assert!(problems(&valid, &rules).iter().all(|problems| problems == &serde_json::json!([])), "{valid:?}");
    for (validator, number) in [("6", 6), ("range", 5), ("collectionCount", 10), ("13", 13), ("15", 15)] {
        let invalid = generated(&[&rules[..], &["--invalid", "--validator", validator, "--count", "3"]].concat());
        for problems in problems(&invalid, &rules) {
            assert_eq!((problems.as_array().unwrap().len(), &problems[0]["validator"]), (1, &number.into()));
        }
    }
}

#[test]
fn a_seed_generates_the_same_bytes() {
    let out = |seed: &str| run(&["generate", "--rules", "recommended", "--invalid", "--seed", seed]).out;
    assert_eq!(out("5"), out("5"));
    assert_ne!(out("5"), out("6"));
    assert_eq!(run(&["generate"]).out, run(&["generate", "--seed", "0", "--count", "10", "--rules", "documented"]).out);
    insta::assert_snapshot!(
        "generated",
        run(&["generate", "--rules", "recommended", "--count", "3", "--seed", "1"]).out
    );
}

#[test]
fn what_is_wrong_is_explained_beside_the_payloads() {
    let ran =
        run(&["generate", "--rules", "recommended", "--invalid", "--validator", "range", "--count", "5", "--explain"]);
    assert_eq!((ran.out.lines().count(), ran.err.lines().count()), (5, 5));
    for line in ran.err.lines() {
        assert!(line.contains(" where range accepts an integer from 1 to 300 (/rules/"), "{line}");
    }
}

#[test]
fn what_cannot_be_generated_is_wrong_usage() {
    let unknown =
        file("unknown.json", r#"{"rules": [{"validator": "extension", "property": "followMe[].phoneNumber"}]}"#);
    let none = file(
        "none.json",
        r#"{"rules": [
            {"validator": "requiredAttribute", "property": "callForwardAll"},
            {"validator": "requiredValue", "property": "callForwardAll"},
            {"validator": "attributeExistence", "property": "", "forbidden": ["callForwardAll"]}]}"#,
    );
    for (arguments, said) in [
        (&["--as", "view", "--rules", "recommended"][..], "error: `--rules` is for `--as request`\n"),
        (&["--as", "error", "--invalid", "--validator", "4"], "error: `--validator` is for `--as request`\n"),
        (&["--invalid", "--validator", "rnage"], "error: `rnage` is no validator; did you mean `range`?\n"),
        (&["--invalid", "--validator", "5"], "error: documented: no rule raises range by itself\n"),
        (
            &["--rules", &unknown, "--invalid", "--validator", "extension"],
            "error: RULES: /rules/0: extension: no directory has `extensions`\n",
        ),
        (&["--rules", &none], "error: no request was found that the rules take\n"),
    ] {
        let ran = run(&[&["generate"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert_eq!(ran.err.replace(&unknown, "RULES"), said);
    }
    assert_eq!(run(&["generate", "--validator", "5"]).code, 2);
}

#[test]
fn who_reads_no_more_ends_it_well() {
    let ended = run_as(&["generate", "--count", "1000000000"], "", |child| drop(child.stdout.take()));
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
}

#[test]
fn a_reader_who_has_enough_changes_no_verdict() {
    let unread = |arguments: &[&str], input: &str| run_as(arguments, input, |child| drop(child.stdout.take())).code;
    assert_eq!(unread(&["check", "-"], "{}"), 0);
    assert_eq!(unread(&["rules", "--format", "json"], ""), 0);
    assert_eq!(unread(&["check", "-", VALID, "--format", "json"], "[]"), 1);
    assert_eq!(unread(&["generate", "--rules", "-"], r#"{"rules": []}"#), 0);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unread-schemas");
    let folder = folder.to_str().unwrap();
    let _ = std::fs::remove_dir_all(folder);
    assert_eq!(unread(&["schema", "--rules", "-", "--out", folder], r#"{"rules": []}"#), 0);
    assert_eq!(run(&["schema", "--check", "--rules", "documented", "--out", folder]).code, 0);
}

#[test]
fn complaints_that_nobody_reads_end_the_command_as_any_other() {
    let unread = |arguments: &[&str], input: &str| run_as(arguments, input, |child| drop(child.stderr.take())).code;
    assert_eq!(unread(&["check", "--current", "-", VALID], "["), 2);
    assert_eq!(unread(&["check", "-", "tests/no-such-file.json"], "{}"), 2);
    assert_eq!(unread(&["generate", "--rules", "-"], ""), 2);
    assert_eq!(unread(&["generate", "--rules", "-", "--invalid", "--explain"], r#"{"rules": []}"#), 0);
}
