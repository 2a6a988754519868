use super::{checked, file, run_with};

#[test]
fn human_output_has_the_order_of_the_file_and_json_that_of_the_report() {
    let body = "{\"followMe\": 1,\n\"callForwardAll\": 2}";
    let ran = run_with(&["check", "--format", "short", "-"], body);
    let locations: Vec<_> = ran.out.lines().take(2).map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(locations, ["-:1:14", "-:2:19"]);
    let line = checked(&[], body);
    assert_eq!(
        (&line["problems"][0]["pointer"], &line["problems"][1]["pointer"]),
        (&"/callForwardAll".into(), &"/followMe".into())
    );
}

#[test]
fn human_output_has_paths_as_in_rule_files() {
    let ran = run_with(&["check", "--format", "short", "-"], r#"{"followMe": [{"phoneNumber": "1", "timeout": 1}]}"#);
    assert!(ran.out.starts_with("-:1:15: followMe[0].usePin: missing required property"), "{}", ran.out);
    assert!(run_with(&["check", "--format", "short", "-"], "[]").out.starts_with("-:1:1: (root): "));
}

#[test]
fn a_misspelt_required_property_is_two_problems_in_data_and_one_entry_for_people() {
    let body = r#"{"callForwardAll": {"actualvalue": true}}"#;
    assert_eq!(checked(&[], body)["problemCount"], 2);
    let ran = run_with(&["check", "--format", "short", "-"], body);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    assert!(
        ran.out.contains("callForwardAll.actualvalue: unknown property")
            && ran.out.contains("did you mean `actualValue`?")
    );
    assert!(ran.out.contains("-: 1 problem; "), "{}", ran.out);
}

#[test]
fn a_duplicate_has_the_position_of_the_first() {
    let body = "{\"callForwardAll\": null,\n \"x\": 1, \"callForwardAll\": null, \"x\": 2,\n \"a\": {\"b\": 1, \"b\": 2}, \"callForwardAll\": 1}";
    let ran = run_with(&["check", "--format", "short", "--allow-unknown", "-"], body);
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "-:2:10: callForwardAll: duplicate property; keep only one of them, with what is needed of both; the first one is at 1:2",
            "-:2:34: x: duplicate property; keep only one of them, with what is needed of both; the first one is at 2:2",
            "-:3:16: a.b: duplicate property; keep only one of them, with what is needed of both; the first one is at 3:8",
            "-:3:25: callForwardAll: duplicate property; keep only one of them, with what is needed of both; the first one is at 1:2",
        ]
    );
    let line = checked(&["--allow-unknown"], body);
    assert_eq!(line["problems"][0]["first"], serde_json::json!({"line": 1, "column": 2, "offset": 1}));
}

#[test]
fn a_duplicate_after_a_corrected_error_has_the_position_of_the_first() {
    let ran =
        run_with(&["check", "--format", "short", "-"], "{/* é */ \"callForwardAll\": None, \"callForwardAll\": null}");
    assert!(
        ran.out.contains(
            "duplicate property; keep only one of them, with what is needed of both; the first one is at 1:10\n"
        ),
        "{}",
        ran.out
    );
}

#[test]
fn what_is_not_checked_after_a_syntax_error_is_told() {
    for (body, verdict) in [
        ("{\n\"followMe\": []; Page 2\n\"x\": 1}", "2 problems, not checked after line 2;"),
        ("{\"followMe\": [", "problem; error"),
        ("{\"followMe\": [],}", "problem; error"),
    ] {
        let ran = run_with(&["check", "-"], body);
        assert!(ran.out.lines().last().is_some_and(|line| line.contains(verdict)), "{}", ran.out);
    }
    for (rules, verdict) in [
        ("{\"rules\": [\nfoo bar {\"validator\": \"range\"}]}", "1 problem in the rule file, not checked after line 2"),
        ("{\n\"rules\": [], x\n}", "1 problem in the rule file, not checked after line 2"),
        ("{\"rules\": [", "1 problem in the rule file"),
        ("", "1 problem in the rule file"),
        ("validator;property\nrange;x\n", "1 problem in the rule file"),
        ("{\"rules\": [],}", "1 problem in the rule file"),
    ] {
        let ran = run_with(&["rules", "--check", "-"], rules);
        assert_eq!(ran.out.lines().last(), Some(&*format!("-: {verdict}")), "{}", ran.out);
    }
}

#[test]
fn our_choices_are_not_attributed_to_the_server() {
    for (body, verdict) in [
        (r#"{"new": 1}"#, "1 problem; error.request.invalidRepresentation.malformed (not documented)"),
        ("\u{feff}{}", "1 problem; error.request.invalidRepresentation.malformed (not documented)"),
        (
            r#"{"screenCalls": null, "screenCalls": null}"#,
            "1 problem; error.request.invalidRepresentation.malformed (not documented)",
        ),
        (r#"{"screenCalls": 1}"#, "1 problem; error.request.invalidRepresentation.malformed (documented)"),
        (
            r#"{"eFaqSearchOption": 5000000000}"#,
            "1 problem; error.request.invalidRepresentation.malformed (not documented)",
        ),
        (r#"{"screenCalls": {}}"#, "1 problem; error.request.configuration.update (documented)"),
        (r#"{"eFaqSearchOption": 5}"#, "1 problem; error.request.configuration.update (not documented)"),
        (
            r#"{"externalCallTimeout": {"actualValue": 301}}"#,
            "1 problem; error.request.configuration.update (not documented)",
        ),
    ] {
        let ran = run_with(&["check", "--format", "short", "--rules", "recommended", "-"], body);
        assert_eq!(ran.out.lines().last().unwrap(), format!("-: {verdict}"), "{body}");
        assert!(!ran.out.contains("server would"), "{}", ran.out);
        let line = checked(&["--rules", "recommended"], body);
        assert_eq!(line["isDocumented"], !verdict.contains("not documented"));
    }
    let view = run_with(&["check", "--format", "short", "--as", "view", "-"], r#"{"screenCalls": 1}"#);
    assert_eq!(view.out.lines().last(), Some("-: 1 problem"));
}

#[test]
fn causes_are_indented_below_their_violation() {
    let rules = file(
        "causes.json",
        r#"{"rules": [{"validator": "validatorGroup", "property": "a", "rules": [
            {"validator": "range", "property": "", "max": 1}, {"validator": "range", "property": "", "min": 9}]}]}"#,
    );
    let ran = run_with(&["check", "--format", "short", "--as", "object", "--rules", &rules, "-"], r#"{"a": 5}"#);
    let lines: Vec<_> = ran.out.lines().collect();
    assert!(
        lines[0].starts_with("-:1:7: a: ")
            && lines[1].starts_with("  -:1:7: a: ")
            && lines[2].starts_with("  -:1:7: a: ")
    );
    assert!(lines[2].ends_with("(range, /rules/0/rules/1)"), "{}", ran.out);
}

#[test]
fn an_unchecked_rule_has_help() {
    let rules = super::file(
        "unchecked-help.json",
        r#"{"rules": [{"validator": "extension", "property": "followMe[].phoneNumber"},
            {"validator": "propertyNotApplicable", "property": "callForwardAll", "when": {"property": "screenCalls.actualValue", "is": true}}]}"#,
    );
    let body = r#"{"callForwardAll": {"actualValue": true}, "followMe": [{"phoneNumber": "1", "timeout": 5, "usePin": true}]}"#;
    let out = run_with(&["check", "--rules", &rules, "-"], body).out;
    let lines: Vec<_> = out.lines().collect();
    assert!(
        lines[0].contains("no directory has `extensions`; provide a directory that has it (`--directory`) ("),
        "{out}"
    );
    assert!(lines[1].contains("on the server; provide the current object, if that has it (`--current`) ("), "{out}");
}

#[test]
fn the_only_property_of_an_inheritable_object_is_one_mistake() {
    let out = run_with(&["check", "-"], r#"{"callForwardAll": {"value": true}}"#).out;
    assert!(out.contains("help: did you mean `actualValue`?") && out.contains("\n-: 1 problem;"), "{out}");
}

#[test]
fn an_id_that_no_url_has_is_rejected() {
    for id in ["", ".", ".."] {
        let ran = run_with(&["check", "--rules", "recommended", "--id", id, "-"], "{}");
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{id}: {}", ran.err);
        assert!(ran.err.starts_with("error: --id: "), "{}", ran.err);
    }
    assert_eq!(run_with(&["check", "--rules", "recommended", "--id", "jane.doe", "-"], "{}").code, 0);
}

#[test]
fn every_format_tells_that_problems_are_truncated() {
    let body = r#"{"a": 1, "b": 1, "c": 1}"#;
    for format in ["human", "short", "json", "ndjson", "sarif", "github", "gitlab", "junit"] {
        let run = |max: &str| run_with(&["check", "--format", format, "--max-problems", max, "-"], body).out;
        let words = ["truncated: ", "truncated\":true", "1 more problem is not listed"];
        assert!(words.iter().any(|word| run("2").contains(word)), "{format}: {}", run("2"));
        assert!(!words.iter().any(|word| run("3").contains(word)), "{format}: {}", run("3"));
    }
    let body = |max: &str| checked(&["--show-values", "--max-problems", max], body)["body"].clone();
    assert!(body("2").is_null() && body("3").is_object());
}
