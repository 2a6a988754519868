use super::{VALID, file, run};
use serde_json::Value;

#[test]
fn a_rejected_rule_file_has_positions_and_suggestions() {
    let rules = file(
        "refused.json",
        "{\"rules\": [\n  {\"validator\": \"range\", \"property\": \"folowMe[].timeout\", \"min\": 1},\n  {\"validator\": \"rnage\"}]}",
    );
    let ran = run(&["check", "--rules", &rules, VALID]);
    assert_eq!(
        ran.err.replace(&rules, "rules.json"),
        "error: rules.json: 2:38: /rules/0: property: `folowMe[].timeout` is not the path of a property of \
         UserClientConfigurationProperties; did you mean `followMe[].timeout`?\nerror: rules.json: 3:17: /rules/1: validator: `rnage` is \
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
fn each_problem_of_a_directory_file_is_reported_once() {
    let directory = file("entries", r#"{"objects": {"user": ["gcadmin"]}, "statuses": [{"idd": "Available"}]}"#);
    let ran = run(&["check", "--rules", "recommended", "--directory", &directory, VALID]);
    assert_eq!(ran.code, 2);
    let said = ran.err.replace(&directory, "entries.json");
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "error: entries.json: 1:23: /objects/user/0: expected an object, found \"gcadmin\"; for example `\"objects\": {\"user\": [{\"id\": \"jane.doe\"}, {\"id\": \"john.roe\", \"attributes\": {\"homeSite\": \"Bern\"}}]}`",
            "error: entries.json: 1:50: /statuses/0: `idd` is not a property of a status; did you mean `id`?",
        ]
    );
}

#[test]
fn a_file_that_is_not_json_is_a_rule_file_that_is_not() {
    for (text, help) in
        [("", "not JSON: expected a JSON value, found empty input"), ("name,extension\njane,8001\n", "found CSV")]
    {
        let ran = run(&["rules", "--check", &file("not-json.txt", text)]);
        assert!(
            ran.code == 1 && ran.out.contains(help) && ran.out.contains("1 problem in the rule file"),
            "{}",
            ran.out
        );
    }
}

#[test]
fn a_file_of_unknown_kind_is_not_taken_for_a_rule_file() {
    for text in ["{}", r#"{"directory": {}}"#, r#"{"screenCalls": null}"#, "[1, 2]"] {
        let path = file("unknown-kind.json", text);
        let ran = run(&["rules", "--check", &path]);
        let error = format!(
            "{path}: the kind of the file is not known: a rule file has `rules`, a directory file has sections such as `extensions`, a \
             case file has `cases`, and a state file has `version`; `--as` sets the kind; if the file is inside another object, remove that\n"
        );
        assert_eq!((ran.code, ran.err), (2, error), "{text}");
        let ran = run(&["rules", "--check", "--as", "directory", &path]);
        assert!(ran.code == i32::from(text != "{}") && ran.out.contains("directory file"), "{text}: {}", ran.out);
    }
    for text in [r#"[{"validator": "requiredValue", "property": "a"}]"#, r#"{"validator": 4, "property": "a"}"#] {
        let ran = run(&["rules", "--check", "--format", "short", &file("unknown-kind.json", text)]);
        assert!(ran.code == 1 && ran.out.contains("expected a rule file"), "{}", ran.out);
    }
}

#[test]
fn a_misspelled_validator_has_a_suggestion() {
    let told = |wanted: &str| run(&["rules", wanted]).err;
    assert_eq!(told("Range"), "error: `Range` is not a validator; did you mean `range`?\n");
    assert_eq!(told("stringLenght"), "error: `stringLenght` is not a validator; did you mean `stringLength`?\n");
    assert_eq!(told("8"), "error: `8` is not a validator; `icws-schema rules` lists them\n");
    assert_eq!(run(&["rules", "8"]).code, 2);
}

#[test]
fn the_catalogue_lists_every_validator() {
    let list = run(&["rules"]);
    assert_eq!((list.code, list.out.lines().count()), (0, 46));
    assert_eq!(run(&["rules", "5"]).out, run(&["rules", "range"]).out);
    let catalogue: Value = serde_json::from_str(&run(&["rules", "--format", "json"]).out).unwrap();
    assert_eq!(catalogue["validators"].as_array().unwrap().len(), 46);
}

#[test]
fn a_misspelled_rule_set_has_a_suggestion() {
    let ran = run(&["check", "--rules", "recommmended", VALID]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("error: recommmended: cannot be read: "), "{}", ran.err);
    assert!(ran.err.ends_with("; did you mean `recommended`?\n"), "{}", ran.err);
}

#[test]
fn problems_of_several_rule_files_name_the_file() {
    let bad = file("second.json", r#"{"rules": [{"validator": "rnage"}]}"#);
    let ran = run(&["check", "--rules", "recommended", "--rules", &bad, VALID]);
    assert!(ran.code == 2 && ran.err.starts_with(&format!("error: {bad}: 1:26: /rules/0: validator: ")), "{}", ran.err);
}
