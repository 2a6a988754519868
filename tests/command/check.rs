use super::{VALID, checked, file, run, run_with};
use serde_json::Value;

#[test]
fn a_valid_file_exits_with_0() {
    let ran = run(&["check", VALID]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "tests/payloads/valid.json: valid\n"));
}

#[test]
fn unknown_members_are_accepted_on_request() {
    let body = r#"{"new": 1}"#;
    assert_eq!(run_with(&["check", "-"], body).code, 1);
    assert_eq!(run_with(&["check", "--allow-unknown", "-"], body).code, 0);
}

#[test]
fn invalid_json_is_parsed_as_far_as_possible() {
    for (body, problems) in [
        ("", 1),
        ("{", 1),
        ("\u{feff}{}", 1),
        ("{\"callForwardAll\": }", 1),
        ("{\"a\": }", 2),
        ("[1,]", 2),
        ("{\"a\": True, // b\n}", 4),
    ] {
        let ran = run_with(&["check", "--format", "short", "-"], body);
        assert_eq!((ran.code, ran.out.lines().count()), (1, problems + 1), "{body}: {}", ran.out);
        assert!(ran.out.contains(": not JSON: expected "), "{}", ran.out);
    }
}

#[test]
fn rules_use_directory_subject_current_object_and_version() {
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
fn any_object_is_checked_under_rules_complete_or_partial() {
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
fn the_number_of_items_of_an_array_is_reported() {
    let rules = file("count.json", r#"{"rules": [{"validator": "collectionCount", "property": "a[]", "max": 0}]}"#);
    let ran = run_with(
        &["check", "--format", "short", "--as", "object", "--rules", &rules, "-"],
        r#"{"a": [["x"], ["x", "y"]]}"#,
    );
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("of at most 0 items, found an array of 1 item ("), "{}", ran.out);
    assert!(ran.out.contains("of at most 0 items, found an array of 2 items ("), "{}", ran.out);
}

const VIEW: &str = r#"{"callForwardAll": {"effectiveValue": true}}"#;

#[test]
fn views_users_and_lists_are_checked_as_each_kind() {
    let user = format!(r#"{{"clientConfigurationProperties": {VIEW}}}"#);
    let list = format!(r#"{{"items": [{user}]}}"#);
    let wrong = r#"{"items": [{"clientConfigurationProperties": {"callForwardAll": {"effectiveValue": "yes"}}}]}"#;
    for kind in ["view", "user", "list"] {
        for document in [VIEW, &user, &list] {
            let line = checked(&["--as", kind], document);
            assert_eq!(
                (&line["valid"], &line["warnings"]),
                (&true.into(), &serde_json::json!([])),
                "{kind}: {document}"
            );
        }
        let pointer = &checked(&["--as", kind], wrong)["problems"][0]["pointer"];
        assert_eq!(pointer, "/items/0/clientConfigurationProperties/callForwardAll/effectiveValue");
    }
}

#[test]
fn a_warning_is_printed_and_does_not_make_a_file_invalid() {
    let error = r#"{"errorId": "x", "message": "m"}"#;
    let ran = run_with(&["check", "--format", "short", "--as", "view", "-"], error);
    let warning = "none of the 25 client configuration properties is present";
    assert_eq!((ran.code, ran.out.as_str()), (0, format!("-: warning: {warning}\n-: valid\n").as_str()));
    let line = checked(&["--as", "view"], error);
    assert_eq!(line["warnings"], serde_json::json!([{"pointer": "", "kind": "noKnownProperty", "message": warning}]));
    let ran = run_with(&["check", "--format", "short", "--feature-version", "5", "-"], "{}");
    assert!(ran.code == 0 && ran.out.starts_with("-: warning: feature version 5 of `configuration` "), "{}", ran.out);
}

#[test]
fn the_current_object_is_a_view_a_user_or_a_list_with_one_user() {
    let rules = file(
        "compare.json",
        r#"{"rules": [{"validator": "propertyNotApplicable", "property": "callForwardAllMode",
            "when": {"property": "callForwardAll.actualValue", "is": false}}]}"#,
    );
    let view = r#"{"callForwardAll": {"actualValue": false}}"#;
    let user = format!(r#"{{"clientConfigurationProperties": {view}}}"#);
    let body = r#"{"callForwardAllMode": {"actualValue": "External"}}"#;
    let current = |document: &str| {
        let current = file("current-document.json", document);
        run_with(&["check", "--rules", &rules, "--current", &current, "-"], body)
    };
    for document in [view, &user, &format!(r#"{{"items": [{user}]}}"#)] {
        assert_eq!(current(document).code, 1, "{document}");
    }
    let two = current(&format!(r#"{{"items": [{user}, {user}]}}"#));
    assert!(
        two.code == 2 && two.err.contains("expected the client configuration of one user, found 2 users"),
        "{}",
        two.err
    );
    let none = current(r#"{"items": [{"configurationId": {"id": "jane"}}]}"#);
    assert!(none.code == 2 && none.err.contains("request it with `select="), "{}", none.err);
    let error = current(r#"{"errorId": "x", "message": "m"}"#);
    assert!(error.code == 2 && error.err.contains("request it with `select="), "{}", error.err);
}

#[test]
fn a_current_object_without_actual_values_names_the_query() {
    let rules = file(
        "effective.json",
        r#"{"rules": [{"validator": "propertyNotApplicable", "property": "callForwardAllMode",
            "when": {"property": "callForwardAll.actualValue", "is": false}}]}"#,
    );
    let current = file("effective-current.json", VIEW);
    let body = r#"{"callForwardAllMode": {"actualValue": "External"}}"#;
    let ran = run_with(&["check", "--format", "short", "--rules", &rules, "--current", &current, "-"], body);
    assert!(ran.out.contains("request it with `actualValues=true`"), "{}", ran.out);
}

#[test]
fn a_current_object_with_a_duplicate_or_that_is_an_array_is_rejected() {
    let rules = file("any.json", r#"{"rules": [{"validator": "range", "property": "a", "min": 1}]}"#);
    for (current, message) in
        [(r#"{"a": 1, "a": 2}"#, "duplicate property"), ("[1]", "expected an object, found an array")]
    {
        let current = file("rejected-current.json", current);
        let ran = run_with(&["check", "--as", "object", "--rules", &rules, "--current", &current, "-"], "{}");
        assert!(ran.code == 2 && ran.err.contains(message), "{}", ran.err);
    }
}

#[test]
fn other_encodings_are_named() {
    let utf_16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, encoding) in
        [(&utf_16[..], "UTF-16 (little endian)"), (b"{\"a\": \"\xe9\"}", "Windows-1252 or Latin-1")]
    {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-encoding.json");
        std::fs::write(&path, bytes).unwrap();
        let ran = run(&["check", "--format", "short", path.to_str().unwrap()]);
        assert!(ran.code == 1 && ran.out.contains(encoding), "{}", ran.out);
        let ran = run(&["check", path.to_str().unwrap()]);
        assert!(ran.out.contains("`Set-Content -Encoding utf8`"), "{}", ran.out);
        assert!(!ran.out.contains(" | ") && !ran.out.contains('\u{fffd}'), "no source line: {}", ran.out);
    }
}

#[test]
fn an_empty_answer_is_a_missing_body() {
    for kind in ["error", "result", "view", "user", "list"] {
        let ran = run_with(&["check", "--as", kind, "--format", "short", "-"], "");
        assert!(ran.code == 1 && ran.out.contains("missing body, expected "), "{kind}: {}", ran.out);
        assert!(!ran.out.contains("actualValue") && !ran.out.contains("not JSON"), "{kind}: {}", ran.out);
    }
}

#[test]
fn a_user_whose_view_is_not_there_is_a_user() {
    let user = r#"{"__type": "urn:inin.com:configuration.people:user", "configurationId": {"id": "anna"}}"#;
    let ran = run_with(&["check", "--as", "user", "--format", "short", "-"], user);
    assert_eq!((ran.code, &*ran.out), (0, "-: valid\n"));
    let ran = run_with(
        &["check", "--as", "user", "--format", "short", "-"],
        r#"{"__type": "u", "configurationId": {"id": 7}}"#,
    );
    assert!(ran.code == 1 && ran.out.contains("configurationId.id: expected a string"), "{}", ran.out);
    let ran = run_with(&["check", "--as", "user", "--format", "short", "-"], r#"{"screenCalls": 1}"#);
    assert!(ran.code == 1 && ran.out.contains("screenCalls: "), "{}", ran.out);
}
