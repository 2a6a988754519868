//! The order and the locations of problems. Their messages are in `tests/messages`.

use icws_schema::body::*;
use icws_schema::report::{Origin, Position, Problem};
use icws_schema::rules::{Context, RequestChecker};
use icws_schema::{EnclosingText, ParseOptions, from_value};
use serde_json::json;

/// Problems at a member, inside it, at its duplicate, and at an unknown member, in any order in the input.
#[test]
fn the_order_of_problems_is_that_of_the_representation() {
    let pointers = |body: &str| {
        let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
        report.problems().iter().map(Problem::pointer).collect::<Vec<_>>()
    };
    assert_eq!(
        pointers(
            r#"{"é":1,"~":1,"__type":1,"Z":1,"a":1,"":1,"screenCalls":1,"followMe":[{"b":1,"usePin":1,"a":1,"__type":2,"A":1},null,{"timeout":null,"usePin":true}],"externalCallTimeout":{"inheritedFrom":[{"x":1,"from":{"z":1,"id":null}}],"effectiveValue":"","unlisted":1},"externalCallTimeout":1}"#
        ),
        [
            "/externalCallTimeout",
            "/externalCallTimeout/actualValue",
            "/externalCallTimeout/effectiveValue",
            "/externalCallTimeout/inheritedFrom/0/from/id",
            "/externalCallTimeout/inheritedFrom/0/from/z",
            "/externalCallTimeout/inheritedFrom/0/objectType",
            "/externalCallTimeout/inheritedFrom/0/values",
            "/externalCallTimeout/inheritedFrom/0/x",
            "/externalCallTimeout/unlisted",
            "/followMe/0/phoneNumber",
            "/followMe/0/timeout",
            "/followMe/0/usePin",
            "/followMe/0/A",
            "/followMe/0/__type",
            "/followMe/0/a",
            "/followMe/0/b",
            "/followMe/1",
            "/followMe/2/phoneNumber",
            "/followMe/2/timeout",
            "/screenCalls",
            "/",
            "/Z",
            "/__type",
            "/a",
            "/~0",
            "/é",
        ]
    );
    let kept = r#"{"b":{"2":[1e400,{"a":1,"a":2}],"10":1e400},"message":"m","a":[[1e400],1e400,1e400]}"#;
    let report = ParseOptions::new().check::<Error>(kept);
    let pointers: Vec<_> = report.problems().iter().map(Problem::pointer).collect();
    assert_eq!(pointers, ["/a/0/0", "/a/1", "/a/2", "/b/10", "/b/2/0", "/b/2/1/a"]);
}

/// The locations and offsets of all problems.
fn located(options: &ParseOptions, body: &str) -> Vec<(String, Option<u64>)> {
    let report = options.check::<UserClientConfigurationProperties>(body);
    report.problems().iter().map(|problem| (problem.pointer(), problem.offset())).collect()
}

/// Checks the pointer of each problem and the text at its offset, and that every way to read the body reports the same.
#[track_caller]
fn reports(body: &str, expected: &[(&str, &str)]) {
    let options = ParseOptions::new();
    let report = options.check::<UserClientConfigurationProperties>(body);
    let found: Vec<_> = report
        .problems()
        .iter()
        .map(|problem| {
            let at = usize::try_from(problem.offset().unwrap()).unwrap();
            let len = usize::try_from(problem.length().unwrap()).unwrap();
            (problem.pointer(), &body[at..at + len])
        })
        .collect();
    assert_eq!(found.iter().map(|(pointer, text)| (pointer.as_str(), *text)).collect::<Vec<_>>(), expected);
    assert!(report.is_malformed());
    assert_eq!(options.parse::<UserClientConfigurationProperties>(body).report(), &report);
    assert_eq!(RequestChecker::documented().check(body, &Context::new()), report);
    for max in 1..=expected.len() {
        let first = options.clone().max_problems(max).check::<UserClientConfigurationProperties>(body);
        assert_eq!((first.problems(), first.problem_count()), (&report.problems()[..max], expected.len()), "{max}");
    }
    let by_serde_json = serde_json::from_str::<UserClientConfigurationProperties>(body).unwrap_err().to_string();
    assert_eq!(by_serde_json.lines().count(), expected.len());
    for (problem, line) in report.iter().zip(by_serde_json.lines()) {
        assert!(line.contains(&problem.to_string()), "{line}");
    }
}

#[test]
fn problems_inside_a_value_of_another_type_are_reported_after_it() {
    let body = r#"{"followMe":{"a":1,"a":2}}"#;
    reports(body, &[("/followMe", r#"{"a":1,"a":2}"#), ("/followMe/a", r#""a""#)]);
    let body = r#"{"callForwardAll":{"actualValue":{"x":1e400}}}"#;
    let actual = "/callForwardAll/actualValue";
    reports(body, &[(actual, r#"{"x":1e400}"#), ("/callForwardAll/actualValue/x", "1e400")]);
    let body = r#"{"externalCallTimeout":[1e400,{"b":1,"b":1}]}"#;
    reports(
        body,
        &[
            ("/externalCallTimeout", r#"[1e400,{"b":1,"b":1}]"#),
            ("/externalCallTimeout/0", "1e400"),
            ("/externalCallTimeout/1/b", r#""b""#),
        ],
    );
    let body = r#"{"followMe":[[{"z":[-1e400]}],{"phoneNumber":{"":1,"":2},"timeout":1,"usePin":true},1]}"#;
    reports(
        body,
        &[
            ("/followMe/0", r#"[{"z":[-1e400]}]"#),
            ("/followMe/0/0/z/0", "-1e400"),
            ("/followMe/1/phoneNumber", r#"{"":1,"":2}"#),
            ("/followMe/1/phoneNumber/", r#""""#),
            ("/followMe/2", "1"),
        ],
    );
    reports("[1e400]", &[("", "[1e400]"), ("/0", "1e400")]);
}

#[test]
fn problems_inside_an_unknown_member_are_reported_after_it() {
    let body = r#"{"x":{"a":1,"a":2,"n":1e400},"w":1e400}"#;
    reports(body, &[("/w", r#""w""#), ("/w", "1e400"), ("/x", r#""x""#), ("/x/a", r#""a""#), ("/x/n", "1e400")]);
    let hints = |body: &str| {
        let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
        report.problems().iter().filter_map(Problem::hint).collect::<Vec<_>>()
    };
    let wrong = r#"{"callForwardAll":{"new":[1e400]}}"#;
    assert_eq!(hints(wrong), hints(&wrong.replace("1e400", "1")));
    assert_eq!(hints(wrong).len(), 2);
}

#[test]
fn problems_inside_a_wrong_type_tag_are_reported_after_it() {
    let body = r#"{"callForwardAll":{"__type":{"u":1,"u":2},"actualValue":null},"__type":[1e400]}"#;
    reports(
        body,
        &[
            ("/callForwardAll/__type", r#"{"u":1,"u":2}"#),
            ("/callForwardAll/__type/u", r#""u""#),
            ("/__type", "[1e400]"),
            ("/__type/0", "1e400"),
        ],
    );
}

#[test]
fn nothing_inside_a_duplicate_is_reported() {
    let inner = r#"{"a":1,"a":1e400}"#;
    let body = format!(
        r#"{{"followMe":[],"followMe":{inner},"x":{{"b":1,"b":{inner}}},"x":{inner},"__type":1,"__type":{inner}}}"#
    );
    reports(
        &body,
        &[
            ("/followMe", r#""followMe""#),
            ("/__type", "1"),
            ("/__type", r#""__type""#),
            ("/x", r#""x""#),
            ("/x", r#""x""#),
            ("/x/b", r#""b""#),
        ],
    );
}

#[test]
fn a_type_that_is_null_is_malformed_in_every_representation() {
    for report in [
        ParseOptions::new().check::<User>(r#"{"__type": null}"#),
        ParseOptions::new().check::<UserList>(r#"{"items": [], "__type": null}"#),
        ParseOptions::new().check::<UserClientConfigurationView>(r#"{"__type": null}"#),
    ] {
        assert_eq!((report.problems().len(), report.problems()[0].validator()), (1, None), "{report}");
    }
}

#[test]
fn problems_inside_malformed_values_are_found_in_corrected_input() {
    let options = ParseOptions::new().recover();
    let body = r#"{"followMe":{"a":1,/**/"a":[1e400,],},"x":[1e400,{"b":None,"b":2}]}"#;
    let corrected = r#"{"followMe":{"a":1,    "a":[1e400 ] },"x":[1e400,{"b":null,"b":2}]}"#;
    let found = located(&options, body);
    let expected = located(&ParseOptions::new(), corrected);
    assert_eq!(expected.len(), 5);
    assert_eq!(found.iter().filter(|(pointer, _)| !pointer.is_empty()).cloned().collect::<Vec<_>>(), expected);
}

#[test]
fn a_duplicate_inside_a_malformed_value_has_the_position_of_the_first() {
    let report = ParseOptions::new().check::<UserClientConfigurationProperties>(r#"{"followMe":{"a":1,"a":2}}"#);
    let [value, duplicate] = report.problems() else { panic!("{report}") };
    assert_eq!((value.offset(), value.first_offset()), (Some(12), None));
    assert_eq!((duplicate.offset(), duplicate.first_offset()), (Some(19), Some(13)));
}

#[test]
fn lines_and_columns_count_characters() {
    let body = "{\r\n  \"callForwardAllMode\": {\"actualValue\": \"é✓😀\", \"x\": 1},\n\t\"screenCalls\":\n7}";
    let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
    let positions: Vec<_> = report
        .problems()
        .iter()
        .map(|problem| (problem.pointer(), problem.position().unwrap().line, problem.position().unwrap().column))
        .collect();
    assert_eq!(positions, [("/callForwardAllMode/x".into(), 2, 48), ("/screenCalls".into(), 4, 1)]);
    assert_eq!(report.problems()[0].offset(), body.find("\"x\"").map(|at| at as u64));
}

#[test]
fn the_order_of_members_does_not_matter() {
    let one =
        r#"{"screenCalls":1,"callForwardAll":2,"followMe":[{"usePin":0,"phoneNumber":1},{"b":1,"a":2}],"z":1,"b":2}"#;
    let two =
        r#"{"b":2,"followMe":[{"phoneNumber":1,"usePin":0},{"a":2,"b":1}],"z":1,"callForwardAll":2,"screenCalls":1}"#;
    let pointers = |body: &str| {
        let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
        report.problems().iter().map(|problem| (problem.pointer(), problem.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(pointers(one), pointers(two));
}

#[test]
fn problems_never_show_values() {
    let body = r#"{"callForwardAllMode":{"actualValue":["secret"]},"eFaqSearchOption":4711,"screenCalls":"secret","__type":"secret"}"#;
    let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
    assert_eq!(report.problems().len(), 4);
    for text in
        [report.to_string(), serde_json::from_str::<UserClientConfigurationProperties>(body).unwrap_err().to_string()]
    {
        assert!(!text.contains("secret"), "{text}");
    }
}

/// A problem is documented if a public source states the violated constraint, and not if it is our choice.
#[test]
fn only_what_a_public_source_states_is_documented() {
    let is_documented = |body: &[u8]| {
        let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
        assert_eq!(report.problem_count(), 1, "{report}");
        assert_eq!(report.is_documented(), report.problems()[0].is_documented(), "{report}");
        report.is_documented()
    };
    for body in [
        r#"{"screenCalls": 1}"#,
        r#"{"screenCalls": {}}"#,
        r#"{"followMe": [null]}"#,
        r#"{"eFaqSearchOption": "1"}"#,
        r#"{"eFaqSearchOption": 1.5}"#,
        r#"{"externalCallTimeout": {"actualValue": 1.5}}"#,
        r#"{"externalCallTimeout": {"actualValue": 5000000000}}"#,
        r#"{"screenCalls": {"actualValue": 1e400}}"#,
        r#"{"screenCalls": NaN}"#,
        r#"{"screenCalls": null,}"#,
        "[]",
        "",
    ] {
        assert!(is_documented(body.as_bytes()), "{body}");
    }
    for body in [
        r#"{"x": 1}"#,
        r#"{"screenCalls": null, "screenCalls": null}"#,
        r#"{"__type": "x"}"#,
        r#"{"eFaqSearchOption": 5}"#,
        r#"{"eFaqSearchOption": 5000000000}"#,
        r#"{"externalCallTimeout": {"actualValue": 10.00000000000000000000001}}"#,
        r#"{"externalCallTimeout": {"actualValue": 1e-400}}"#,
        r#"{"externalCallTimeout": {"actualValue": 1e400}}"#,
        r#"{"callForwardAllMode": {"actualValue": "\ud800"}}"#,
        "\u{feff}{}",
    ] {
        assert!(!is_documented(body.as_bytes()), "{body}");
    }
    let allowed = ParseOptions::new().allow_unknown_members(true);
    assert!(!allowed.check::<UserClientConfigurationProperties>(r#"{"x": 1e400}"#).is_documented());
    assert!(is_documented(b"{\"callForwardAllMode\": \"\xff\"}"), "that JSON is Unicode");
    for utf_16 in [&b"\xff\xfe{\0}\0"[..], b"{\0}\0", b"\xfe\xff\0{\0}", b"\xff\xfe\0\0{\0\0\0}\0\0\0"] {
        assert!(!is_documented(utf_16), "{utf_16:?}");
    }
}

#[test]
fn the_places_of_a_body_in_a_larger_text() {
    let text = "[\n {\"a\": {\"screenCalls\": null, \"screenCalls\": null, \"followMe\": [}}]";
    let (start, end) = (text.find("{\"screenCalls").unwrap(), text.len() - 2);
    let body = &text[start..end];
    let check = |body: &str| ParseOptions::new().recover().check::<UserClientConfigurationProperties>(body);
    let around = |report| EnclosingText::new(text.as_bytes()).around(&(start..end), report, Origin::new());
    let at = |position: Option<Position>| position.map(|position| (position.line, position.column));
    let report = around(check(body));
    let [syntax, duplicate] = report.problems() else { panic!("{report}") };
    assert_eq!(at(syntax.position()), Some((2, 64)), "{report}");
    assert_eq!((at(duplicate.position()), at(duplicate.first_position())), (Some((2, 30)), Some((2, 9))));
    // What is not read from text has no place in it.
    let error = from_value::<UserClientConfigurationProperties>(&json!({"screenCalls": 1})).unwrap_err();
    assert_eq!(at(around(error.into_report()).problems()[0].position()), None);
}
