use super::{file, run, run_as, run_with};
use serde_json::Value;

#[track_caller]
pub(crate) fn generated(arguments: &[&str]) -> Vec<String> {
    let ran = run(&[&["generate"], arguments].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out.lines().map(str::to_owned).collect()
}

/// The problems that `check` finds in each line.
pub(crate) fn problems(lines: &[String], arguments: &[&str]) -> Vec<Value> {
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
            assert_ne!(problems[0]["kind"], "syntax");
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
        (&["--as", "view", "--rules", "recommended"][..], "error: `--rules` needs `--as request`\n"),
        (&["--as", "error", "--invalid", "--validator", "4"], "error: `--validator` needs `--as request`\n"),
        (&["--invalid", "--validator", "rnage"], "error: `rnage` is not a validator; did you mean `range`?\n"),
        (&["--invalid", "--validator", "5"], "error: documented: no rule uses range by itself\n"),
        (
            &["--rules", &unknown, "--invalid", "--validator", "extension"],
            "error: RULES: /rules/0: extension: no directory has `extensions`\n",
        ),
        (&["--rules", &none], "error: no request was found that satisfies the rules\n"),
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
