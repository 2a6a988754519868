//! Reports are equal where all that they report is: each part of a problem counts.

use icws_schema::ParseOptions;
use icws_schema::body::{ErrorBody, UserClientConfigurationProperties};
use icws_schema::report::{Origin, Report};
use icws_schema::rules::{Context, RequestChecker};

fn request(body: &str) -> Report {
    ParseOptions::new().check::<UserClientConfigurationProperties>(body)
}

fn with_rules(rules: &str, timeout: i32) -> Report {
    let checker = RequestChecker::from_json(format!(r#"{{"rules": [{rules}]}}"#)).unwrap();
    checker.check(format!(r#"{{"externalCallTimeout": {{"actualValue": {timeout}}}}}"#), &Context::new())
}

#[track_caller]
fn differ(one: &Report, other: &Report) {
    assert_eq!((one.problems().len(), other.problems().len()), (1, 1));
    assert!(one == &one.clone() && other == &other.clone() && one != other, "{one}\n{other}");
}

#[test]
fn each_part_of_a_problem_counts() {
    let range =
        |bounds: &str| format!(r#"{{"validator": "range", "property": "externalCallTimeout.actualValue", {bounds}}}"#);
    let passes = range(r#""min": 0"#);
    // The location, the kind, what was found, and where it is.
    differ(&request(r#"{"a": 1}"#), &request(r#"{"b": 1}"#));
    differ(&request(r#"{"screenCalls": {}}"#), &request(r#"{"screenCalls": {"actualValue": 1}}"#));
    differ(&request(r#"{"screenCalls": {"actualValue": 1}}"#), &request(r#"{"screenCalls": {"actualValue": []}}"#));
    differ(&request(r#"{"a": 1}"#), &request(r#"{ "a": 1}"#));
    differ(&request(r#"{"a": 1}"#), &request(r#"{"a": 1}"#).with_origin(Origin::new().with_pointer("/body")));
    // What was expected, the value, what the mistake probably is, and the rule.
    differ(&with_rules(&range(r#""max": 1"#), 5), &with_rules(&range(r#""max": 2"#), 5));
    differ(&with_rules(&range(r#""max": 1"#), 5), &with_rules(&range(r#""max": 1"#), 6));
    differ(&request(r#"{"eFaqSearchOption": "Best"}"#), &request(r#"{"eFaqSearchOption": "None"}"#));
    let max = range(r#""max": 1"#);
    differ(&with_rules(&max, 5), &with_rules(&format!("{passes}, {max}"), 5));
    let group = |max: i32| {
        let inner = format!(r#"{{"validator": "range", "property": "", "max": {max}}}"#);
        let rule = format!(
            r#"{{"validator": "validatorGroup", "mode": "all", "property": "externalCallTimeout.actualValue", "rules": [{inner}]}}"#
        );
        let report = with_rules(&rule, 5);
        report.problems()[0].causes().to_vec()
    };
    assert!(group(1) == group(1) && group(1) != group(2));
}

#[test]
fn positions_after_the_first_line_keep_their_column_in_a_larger_text() {
    assert_eq!(request("{}").with_origin(Origin::new().with_line(7)), request("{}"));
    let report = request("{\n \"a\": 1}").with_origin(Origin::new().with_line(7).with_column(30));
    assert_eq!(report.problems()[0].position().unwrap().to_string(), "8:2");
    let report = request("{ \"a\": 1}").with_origin(Origin::new().with_line(7).with_column(30));
    assert_eq!(report.problems()[0].position().unwrap().to_string(), "7:32");
}

#[test]
fn a_line_of_debug_output_is_cut_between_characters() {
    for start in ["", "a", "aa"] {
        let report = request(&format!(r#"{{"{start}{}": 1}}"#, "€".repeat(100)));
        let line = format!("{report:?}");
        assert!(line.len() <= 200 && line.len() > 195 && line.ends_with('…'), "{line}");
    }
}

#[test]
fn nested_arrays_and_objects_of_a_value_are_bounded() {
    let nested = |array: bool, depth: usize| {
        let one = |value| if array { serde_json::json!([value]) } else { serde_json::json!({"a": value}) };
        (0..depth).fold(serde_json::json!(1), |value, _| one(value))
    };
    for array in [true, false] {
        let body = |depth| serde_json::json!({"message": "m", "kept": nested(array, depth)});
        assert!(ParseOptions::new().parse_value::<ErrorBody>(&body(126)).into_result().is_ok());
        assert!(ParseOptions::new().parse_value::<ErrorBody>(&body(127)).into_result().is_err());
    }
}

#[test]
fn a_float_that_is_infinite_is_out_of_range() {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, F64Deserializer};
    let number: F64Deserializer<Error> = f64::INFINITY.into_deserializer();
    let error = icws_schema::codes::EFaqSearchOptions::deserialize(number).unwrap_err();
    assert!(error.to_string().contains("out of range for a 64-bit float"), "{error}");
}
