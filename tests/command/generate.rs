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
fn generated_payloads_are_valid_or_have_one_problem() {
    for (kind, style) in ["request", "view", "user", "list", "result", "error"]
        .into_iter()
        .flat_map(|kind| [(kind, &[][..]), (kind, &["--awkward"])])
    {
        let generated = |arguments: &[&str]| generated(&[arguments, style].concat());
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
fn payloads_under_rules_violate_none_or_one() {
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

/// The JSON of many payloads.
fn json(arguments: &[&str]) -> Vec<Value> {
    generated(arguments).iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn payloads_have_typical_values() {
    let lines = generated(&["--count", "500"]);
    assert!(
        problems(&lines[..20], &["--rules", "recommended"]).iter().all(|problems| problems == &serde_json::json!([]))
    );
    for line in &lines {
        let is_plain = |character: char| character.is_ascii_graphic();
        assert!(line.chars().all(is_plain), "{line}");
        let request: Value = serde_json::from_str(line).unwrap();
        assert!(!request.as_object().unwrap().is_empty());
        let timeouts = request["followMe"].as_array().into_iter().flatten().map(|item| &item["timeout"]);
        for seconds in
            timeouts.chain(request.pointer("/externalCallTimeout/actualValue")).filter(|value| !value.is_null())
        {
            assert!((10..=60).contains(&seconds.as_i64().unwrap()), "{line}");
        }
    }
    // Few properties at once, and each of them now and then.
    let counts = lines.iter().map(|line| line.matches("actualValue").count() + line.matches("followMe").count());
    assert!(counts.filter(|count| *count > 12).count() < lines.len() / 4);
    let all = icws_schema::body::UserClientConfigurationProperties::members();
    let missing: Vec<_> =
        all.iter().map(|member| member.name).filter(|name| !lines.iter().any(|line| line.contains(name))).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn views_are_consistent_and_belong_to_one_person() {
    for user in json(&["--as", "user", "--count", "200"]) {
        let id = &user["configurationId"];
        assert_eq!(id["uri"], format!("/configuration/users/{}", id["id"].as_str().unwrap()));
        for property in user["clientConfigurationProperties"].as_object().unwrap().values() {
            if let Some(actual) = property.get("actualValue") {
                assert_eq!(actual, &property["effectiveValue"], "{property}");
            }
        }
    }
}

#[test]
fn awkward_payloads_have_edge_cases() {
    let lines = generated(&["--awkward", "--count", "200"]).concat();
    let missing: Vec<_> = [r#""\""#, "2147483647", r#""""#].into_iter().filter(|text| !lines.contains(text)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn payloads_fit_the_directory_of_the_site() {
    let site = run(&["generate", "--as", "directory"]);
    assert_eq!((site.code, site.err.as_str()), (0, ""));
    let directory = file("site.json", &site.out);
    let rules = file(
        "site-rules.json",
        r#"{"rules": [
            {"validator": "existingExtension", "property": "followMe[].phoneNumber"},
            {"validator": "range", "property": "followMe[].timeout", "min": 12, "max": 20}]}"#,
    );
    let against = ["--rules", rules.as_str(), "--directory", directory.as_str()];
    for style in [&[][..], &["--awkward"]] {
        let lines = generated(&[&against, &["--count", "40"][..], style].concat());
        assert!(lines.iter().any(|line| line.contains("\"phoneNumber\":\"80")));
        let strict = [&against[..], &["--strict"]].concat();
        assert!(problems(&lines, &strict).iter().all(|problems| problems == &serde_json::json!([])), "{lines:?}");
    }
    let invalid =
        generated(&[&against[..], &["--invalid", "--validator", "existingExtension", "--count", "5"]].concat());
    assert!(problems(&invalid, &against).iter().all(|problems| problems[0]["validator"] == 25));
}

#[test]
fn the_directory_of_the_site_has_every_section_and_every_internal_number() {
    let site: Value = serde_json::from_str(&run(&["generate", "--as", "directory"]).out).unwrap();
    let schema = icws_schema::schema::directory_file();
    let sections = schema.as_value()["properties"].as_object().unwrap().keys().filter(|key| *key != "$schema");
    assert_eq!(sections.filter(|section| site.get(section).is_none()).collect::<Vec<_>>(), [""; 0]);
    let extensions: Vec<_> = site["extensions"].as_array().unwrap().iter().map(|entry| &entry["extension"]).collect();
    for request in json(&["--count", "200"]) {
        let numbers = request["followMe"].as_array().into_iter().flatten().map(|item| &item["phoneNumber"]);
        let internal = numbers.filter(|number| number.as_str().unwrap().len() == 4);
        assert_eq!(internal.filter(|number| !extensions.contains(number)).count(), 0, "{request}");
    }
}

#[test]
fn problems_are_explained_on_standard_error() {
    let ran =
        run(&["generate", "--rules", "recommended", "--invalid", "--validator", "range", "--count", "5", "--explain"]);
    assert_eq!((ran.out.lines().count(), ran.err.lines().count()), (5, 5));
    for line in ran.err.lines() {
        assert!(line.contains(" where range accepts an integer from 1 to 300 (/rules/"), "{line}");
    }
}

#[test]
fn impossible_payloads_are_wrong_usage() {
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
        (&["--as", "view", "--directory", "d.json"], "error: `--directory` needs `--as request`\n"),
        (
            &["--rules", "documented", "--directory", "missing.json"],
            "error: missing.json: cannot be read: no such file\n",
        ),
        (&["--as", "directory", "--count", "2"], "error: `--count` does not apply to a directory file\n"),
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
fn a_closed_output_ends_generation_with_0() {
    let ended = run_as(&["generate", "--count", "1000000000"], "", |child| drop(child.stdout.take()));
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
}
