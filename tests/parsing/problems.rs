//! The order and the locations of problems. Their messages are in `tests/messages`.

use icws_schema::ParseOptions;
use icws_schema::body::*;
use icws_schema::report::Problem;

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
