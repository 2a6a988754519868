use super::{checked, file, run, run_with};
use serde_json::json;

/// A request with 4 problems for each item but the last of the array.
fn bad_items(count: usize) -> String {
    format!(r#"{{"followMe": [{}], "callForwardAll": 1}}"#, vec![r#"{"a": 1}"#; count].join(", "))
}

#[test]
fn the_first_1000_problems_are_listed_and_all_are_counted() {
    let line = checked(&[], &bad_items(600));
    assert_eq!((&line["problemCount"], &line["truncated"]), (&json!(2401), &json!(true)));
    let problems = line["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 1000);
    assert_eq!(problems[0]["pointer"], "/callForwardAll", "the order of the report is not that of the body");
    assert_eq!(problems[999]["pointer"], "/followMe/249/usePin");
    assert_eq!(checked(&["--max-problems", "3000"], &bad_items(600))["truncated"], false);
}

#[test]
fn the_listed_problems_are_the_first_of_all() {
    for rules in ["documented", "recommended"] {
        let body = r#"{"screenCalls": 1, "followMe": [{}, {"timeout": -1, "usePin": null, "phoneNumber": ""}, {"b": 1, "a": 1}],
            "externalCallTimeout": {"actualValue": 301}, "callForwardAllMode": {"actualValue": "x"}, "eFaqSearchOption": 9}"#;
        let all = checked(&["--rules", rules], body);
        let problems = all["problems"].as_array().unwrap();
        for max in 1..=problems.len() {
            let first = checked(&["--rules", rules, "--max-problems", &max.to_string()], body);
            assert_eq!(first["problems"].as_array().unwrap()[..], problems[..max]);
            for member in ["valid", "malformed", "errorId", "isDocumented", "problemCount"] {
                assert_eq!(first[member], all[member], "{member} {max}");
            }
        }
    }
}

#[test]
fn omitted_problems_affect_the_error_id() {
    let body = r#"{"followMe": [{}, {"phoneNumber": 1}]}"#;
    let line = checked(&["--max-problems", "1"], body);
    assert_eq!(line["problems"][0]["validator"], 15);
    assert_eq!((&line["malformed"], &line["problemCount"]), (&json!(true), &json!(6)));
    assert_eq!(line["errorId"], "error.request.invalidRepresentation.malformed");
}

#[test]
fn people_are_told_that_the_list_is_truncated() {
    let ran = run_with(&["check", "--format", "short", "--max-problems", "2", "-"], &bad_items(1));
    assert_eq!((ran.code, ran.out.lines().count()), (1, 3), "{}", ran.out);
    assert!(ran.out.contains("-: 5 problems (truncated: the first 2 are listed); "), "{}", ran.out);
    assert_eq!(run(&["check", "--max-problems", "0", "-"]).code, 2);
}

#[test]
fn unchecked_rules_and_objects_have_the_same_maximum() {
    let rules = file(
        "many.json",
        r#"{"rules": [{"validator": "existingExtension", "property": "a[]"}, {"validator": "requiredAttribute", "property": "b[].c"}]}"#,
    );
    let body = r#"{"a": ["1", "2", "3"], "b": [{}, {}, {}]}"#;
    let line = checked(&["--as", "object", "--rules", &rules, "--max-problems", "2"], body);
    assert_eq!((&line["uncheckedCount"], line["unchecked"].as_array().unwrap().len()), (&json!(3), 2));
    assert_eq!((&line["problemCount"], line["problems"].as_array().unwrap().len()), (&json!(3), 2));
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_problems() {
    let peak = |count: usize| {
        let body = format!(r#"{{"followMe": [{}]}}"#, vec!["{}"; count].join(","));
        let path = file("memory.json", &body);
        let line = format!("ulimit -v 250000; \"$0\" check --rules recommended {path} | tail -1");
        let output =
            std::process::Command::new("sh").args(["-c", &line, env!("CARGO_BIN_EXE_icws-schema")]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(peak(400_000).contains(": 1200001 problems (truncated"), "{}", peak(400_000));
}

#[test]
fn deferred_rules_count_as_if_all_problems_were_listed() {
    let rules = file(
        "deferred.json",
        r#"{"rules": [
            {"validator": "range", "property": "followMe[].timeout", "max": 10},
            {"validator": "requiredValue", "property": "followMe[].phoneNumber"},
            {"validator": "integerComparisonValidator", "property": "followMe[].timeout", "operator": "lt", "other": "externalCallTimeout.actualValue"},
            {"validator": "validatorGroup", "property": "followMe[].usePin", "mode": "all", "rules": [{"validator": "requiredAttribute", "property": ""}]},
            {"validator": "existingExtension", "property": "followMe[].phoneNumber"},
            {"validator": "collectionItemValidator", "property": "followMe", "rules": [{"validator": "range", "property": "timeout", "min": 3}]}]}"#,
    );
    let items = [
        r#"{"phoneNumber": 1, "timeout": 20, "usePin": true}"#,
        r#"{"phoneNumber": null, "timeout": "x", "usePin": 1}"#,
        r#"{"timeout": 2}"#,
        r#"{"phoneNumber": "", "timeout": null, "usePin": null, "a": 1}"#,
        r#"{"phoneNumber": "8001", "timeout": 1, "timeout": 2}"#,
        "5",
    ];
    let body = format!(
        r#"{{"followMe": [{}], "externalCallTimeout": {{"actualValue": 2}}, "eFaqSearchOption": 9}}"#,
        vec![items.join(", "); 3].join(", ")
    );
    let all = checked(&["--rules", &rules], &body);
    let (problems, unchecked) = (all["problems"].as_array().unwrap(), all["unchecked"].as_array().unwrap());
    assert!(problems.len() > 60 && !unchecked.is_empty(), "{} {}", problems.len(), unchecked.len());
    for max in 1..=problems.len() {
        let first = checked(&["--rules", &rules, "--max-problems", &max.to_string()], &body);
        assert_eq!(first["problems"].as_array().unwrap()[..], problems[..max], "{max}");
        for member in ["problemCount", "uncheckedCount", "valid", "malformed", "errorId", "isDocumented"] {
            assert_eq!(first[member], all[member], "{member} {max}");
        }
    }
}

#[test]
fn rules_that_reject_one_value_are_counted_at_the_maximum() {
    let rule = |max| json!({"validator": "range", "property": "externalCallTimeout.actualValue", "max": max});
    let rules = file("same_value.json", &json!({"rules": [rule(1), rule(2), rule(3), rule(4)]}).to_string());
    let line = checked(&["--rules", &rules, "--max-problems", "1"], r#"{"externalCallTimeout": {"actualValue": 9}}"#);
    assert_eq!((&line["problemCount"], line["problems"].as_array().unwrap().len()), (&json!(4), 1));
}
