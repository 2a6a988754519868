//! Adversarial bodies: an error, never a panic, at a cost that is linear in the body. With a quadratic cost these sizes would take minutes.

use icws_schema::{ParseOptions, body::*, from_slice, from_value};

fn problems(body: &str) -> usize {
    ParseOptions::new().check::<UserClientConfigurationProperties>(body).problems().len()
}

fn object(members: impl Iterator<Item = String>) -> String {
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

#[test]
fn a_hundred_megabytes_of_brackets() {
    for bracket in ["[", "{\"a\":", "]"] {
        assert_eq!(problems(&bracket.repeat(100_000_000 / bracket.len())), 1);
    }
}

#[test]
fn many_unknown_and_many_duplicate_members() {
    assert_eq!(problems(&object((0..200_000).map(|i| format!("\"n{i}\":{i}")))), 200_000);
    assert_eq!(problems(&object((0..200_000).map(|_| "\"n\":1".to_owned()))), 200_000);
    assert_eq!(problems(&object((0..200_000).map(|_| "\"screenCalls\":null".to_owned()))), 199_999);
    let kept = object((0..200_000).map(|i| format!("\"n{}\":1", i % 100_000)));
    let report = from_slice::<Error>(format!(r#"{{"message":"m","kept":{kept}}}"#)).unwrap_err().into_report();
    assert_eq!(report.problems().len(), 100_000);
}

#[test]
fn many_invalid_items() {
    let items = vec!["1"; 300_000].join(",");
    assert_eq!(problems(&format!("{{\"followMe\":[{items}]}}")), 300_000);
    let entries = vec!["{}"; 100_000].join(",\n");
    assert_eq!(problems(&format!("{{\"followMe\":[{entries}]}}")), 300_000);
}

#[test]
fn many_unknown_members_compared() {
    let kept = |members: &mut dyn Iterator<Item = u32>| {
        let body = object(members.map(|i| format!("\"n{i}\":{i}")).chain(["\"message\":\"m\"".to_owned()]));
        from_slice::<Error>(body).unwrap()
    };
    assert_eq!(kept(&mut (0..200_000)), kept(&mut (0..200_000).rev()));
}

/// A long or deep path is stored once for all problems at its end.
#[test]
fn many_problems_below_one_long_name() {
    let (name, wrong) = ("n".repeat(1_000_000), vec!["1e400"; 300_000].join(","));
    let deep = format!("{}{wrong}{}", "[".repeat(125), "]".repeat(125));
    for kept in [format!(r#"{{"{name}":[{wrong}]}}"#), format!(r#"{{"{name}":{{"{name}":[{wrong}]}}}}"#), deep] {
        let report = ParseOptions::new().check::<Error>(format!(r#"{{"message":"m","kept":{kept}}}"#));
        assert_eq!(report.problems().len(), 300_000);
        assert!(report.problems()[299_999].pointer().ends_with("/299999"));
    }
}

#[test]
fn long_strings_of_escapes_and_of_quotes() {
    for escape in ["\\u0041", "\\ud83d\\ude00", "\\\\", "\\\""] {
        let body = format!(r#"{{"callForwardAllMode":{{"actualValue":"{}"}}}}"#, escape.repeat(500_000));
        assert_eq!(problems(&body), 0);
        assert_eq!(problems(&body[..body.len() - 3]), 1);
    }
}

#[test]
fn a_value_nested_too_deep() {
    let mut value = serde_json::Value::Null;
    for _ in 0..1_000 {
        value = serde_json::Value::Array(vec![value]);
    }
    let report = from_value::<Error>(&serde_json::json!({"message": "m", "kept": value})).unwrap_err().into_report();
    assert_eq!(report.to_string(), "(root): not JSON: expected a nesting depth of at most 127, found 128");
}
