//! One valid body, and a table of edits that each break one thing: the exact report of each.

use icws_schema::report::Problem;
use icws_schema::*;

/// The report of each broken body, beside it.
fn reports<T: Representation>(valid: &str, edits: &[(&str, &str, &str)]) -> String {
    assert!(Reader::new().check::<T>(valid).is_clean());
    let mut text = String::new();
    for (what, from, to) in edits {
        assert!(valid.contains(from), "{what}: no {from}");
        let body = valid.replacen(from, to, 1);
        let report = Reader::new().check::<T>(&body);
        assert_eq!(read::<T>(&body).err().unwrap_or_default().to_string(), report.to_string());
        text += &format!("# {what}\n{body}\n");
        for problem in report.problems() {
            let position = problem.position().unwrap();
            text += &format!(
                "  {} {:?}+{} {}:{} {:?}: {problem}\n",
                problem.pointer(),
                problem.offset().unwrap(),
                problem.length().unwrap(),
                position.line,
                position.column,
                problem.fault(),
            );
        }
        text.push('\n');
    }
    text
}

#[test]
fn requests() {
    let valid = r#"{"callForwardAll":{"actualValue":true},"eFaqSearchOption":2,"externalCallTimeout":{"actualValue":30},"followMe":[{"phoneNumber":"é1","timeout":15,"usePin":false}]}"#;
    insta::assert_snapshot!(
        "faults_of_requests",
        reports::<UserClientConfigurationProperties>(
            valid,
            &[
                ("a required member is absent", r#""actualValue":true"#, ""),
                ("a member of an entry is absent", r#","timeout":15"#, ""),
                ("null where it may not be", "\"é1\"", "null"),
                ("null in place of an entry", r#"{"phoneNumber":"é1","timeout":15,"usePin":false}"#, "null"),
                ("a text for a Boolean", "true", "\"true\""),
                ("a Boolean for a list", r#"[{"phoneNumber":"é1","timeout":15,"usePin":false}]"#, "true"),
                ("an object for a text", "\"é1\"", r#"{"a":[1]}"#),
                ("a list for an object", r#"{"actualValue":true}"#, "[true]"),
                ("a fraction", "30", "30.5"),
                ("beyond 32 bits", "30", "2147483648"),
                ("below 32 bits", "30", "-2147483649"),
                ("beyond 64 bits", "30", "99999999999999999999"),
                ("beyond a double", "15", "1e400"),
                ("a code that is not listed", ":2,", ":4,"),
                ("a code that is no number", ":2,", ":\"Best\","),
                ("a code with a fraction", ":2,", ":0.5,"),
                ("a member that is not listed", r#""usePin":false"#, r#""usePin":false,"pin~/":"x""#),
                ("a member in other case", "\"callForwardAll\"", "\"callforwardall\""),
                ("a repeated member", r#""usePin":false"#, r#""usePin":false,"usePin":true"#),
                ("a repeated member that is not listed", r#""usePin":false"#, r#""usePin":false,"x":1,"x":2"#),
                (
                    "another type",
                    r#"{"callForwardAll""#,
                    r#"{"__type":"urn:inin.com:configuration.people:followMe","callForwardAll""#
                ),
                ("a type that is no text", r#"{"callForwardAll""#, r#"{"__type":[],"callForwardAll""#),
                (
                    "a repeated type",
                    r#"{"callForwardAll""#,
                    r#"{"__type":"urn:inin.com:configuration.people:userClientConfigurationProperties","__type":1,"callForwardAll""#
                ),
                (
                    "several at once, in the order of the representation",
                    r#"{"callForwardAll":{"actualValue":true},"eFaqSearchOption":2"#,
                    r#"{"zzz":1,"aaa":2,"screenCalls":{"effectiveValue":1},"eFaqSearchOption":9,"callForwardAll":5"#
                ),
                ("no JSON", "true", "tru"),
                ("no JSON behind a problem", "false}]}", "0}]"),
            ],
        )
    );
}

#[test]
fn bodies_that_are_no_objects() {
    let mut text = String::new();
    for body in ["null", "[]", "\"x\"", "7", "true", "1e400", "", " \n", "\u{feff}{}"] {
        let report = Reader::new().check::<UserClientConfigurationProperties>(body);
        text += &format!("{body:?}\n  {report}\n");
    }
    insta::assert_snapshot!("bodies_that_are_no_objects", text);
}

#[test]
fn answers() {
    let view = r#"{"callForwardAllMode":{"effectiveValue":"All","inheritedFrom":[{"from":{"id":"Agent","displayName":null,"uri":""},"objectType":2,"values":"All"}]}}"#;
    let views = reports::<UserClientConfigurationView>(
        view,
        &[
            ("null in a member that is not nullable", "\"uri\":\"\"", "\"uri\":null"),
            ("a required member is absent", r#""id":"Agent","#, ""),
            ("a list of a source", r#""values":"All""#, r#""values":["All"]"#),
            ("a kept member holds a repetition", "}]}}", r#"}]},"new":[{"a":1,"a":2}]}"#),
            ("a kept member holds a number beyond a double", "}]}}", r#"}],"new":[0,{"a":-1e400}]}}"#),
        ],
    );
    let result = r#"{"id":"x","licenseProblems":[{"licenseErrorType":1,"license":{"id":"y"}}]}"#;
    let results = reports::<UpdateOperationResult>(
        result,
        &[
            ("null for a list", r#"[{"licenseErrorType":1,"license":{"id":"y"}}]"#, "null"),
            ("no license", r#","license":{"id":"y"}"#, ""),
            ("a code beyond 32 bits", ":1,", ":4294967296,"),
        ],
    );
    let error = r#"{"validationErrors":[{"validationErrorType":15,"propertyName":"a","propertyValue":""}],"message":"m","__type":"urn:inin.com:configuration:configurationError"}"#;
    let errors = reports::<ConfigurationError>(
        error,
        &[
            ("no type", r#","__type":"urn:inin.com:configuration:configurationError""#, ""),
            ("no message", r#","message":"m""#, ""),
            ("null for a message", r#""message":"m""#, r#""message":null"#),
        ],
    );
    insta::assert_snapshot!("faults_of_answers", format!("{views}{results}{errors}"));
}

#[test]
fn errors_of_whatever_type() {
    let unlisted =
        r#"{"__type":"urn:inin.com:common:missingPropertyError","propertyName":"id","message":"m","errorId":"x"}"#;
    let unlisted = reports::<AnyError>(
        unlisted,
        &[
            ("an unlisted error requires nothing, but has kinds", r#""m","errorId":"x""#, r#"[],"errorId":null"#),
            ("an unlisted type that is repeated", r#""id""#, r#""id","__type":"urn:x","errorId":1"#),
            ("a type of something else", "common:missingPropertyError", "configuration:licenseError"),
            ("a type of a code list", "common:missingPropertyError", "configuration:licenseErrorType"),
            (
                "the first type decides, and in other case it is another one",
                "common:missingPropertyError",
                "common:ERROR\",\"__type\":\"x",
            ),
            ("a type that is null", r#""urn:inin.com:common:missingPropertyError""#, "null"),
            (
                "a plain error without its message",
                r#"missingPropertyError","propertyName":"id","message":"m""#,
                "error\"",
            ),
            (
                "a configuration error with a wrong list",
                r#"common:missingPropertyError""#,
                r#"configuration:configurationError","validationErrors":[1],"licenseErrors":[{}]"#,
            ),
        ],
    );
    let validation = r#"{"validationErrorType":5,"propertyName":"a","propertyValue":""}"#;
    let validation = reports::<ValidationError>(
        validation,
        &[
            ("a name for a code", ":5,", ":\"range\","),
            ("null for a value", r#""propertyValue":"""#, r#""propertyValue":null"#),
            ("a number for a value", r#""propertyValue":"""#, r#""propertyValue":10"#),
        ],
    );
    insta::assert_snapshot!("faults_of_errors_of_whatever_type", format!("{unlisted}{validation}"));
}

/// Problems at a member, within it, at its repetition, and at what is not listed, wherever each stands in the text.
#[test]
fn the_order_of_problems_is_that_of_the_representation() {
    let pointers = |body: &str| {
        let report = Reader::new().check::<UserClientConfigurationProperties>(body);
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
    let report = Reader::new().check::<Error>(kept);
    let pointers: Vec<_> = report.problems().iter().map(Problem::pointer).collect();
    assert_eq!(pointers, ["/a/0/0", "/a/1", "/a/2", "/b/10", "/b/2/0", "/b/2/1/a"]);
}

#[test]
fn lines_and_columns_count_characters() {
    let body = "{\r\n  \"callForwardAllMode\": {\"actualValue\": \"é✓😀\", \"x\": 1},\n\t\"screenCalls\":\n7}";
    let report = Reader::new().check::<UserClientConfigurationProperties>(body);
    let positions: Vec<_> = report
        .problems()
        .iter()
        .map(|problem| (problem.pointer(), problem.position().unwrap().line, problem.position().unwrap().column))
        .collect();
    assert_eq!(positions, [("/callForwardAllMode/x".into(), 2, 48), ("/screenCalls".into(), 4, 1)]);
    assert_eq!(report.problems()[0].offset(), body.find("\"x\""));
}

#[test]
fn the_order_of_members_does_not_matter() {
    let one =
        r#"{"screenCalls":1,"callForwardAll":2,"followMe":[{"usePin":0,"phoneNumber":1},{"b":1,"a":2}],"z":1,"b":2}"#;
    let two =
        r#"{"b":2,"followMe":[{"phoneNumber":1,"usePin":0},{"a":2,"b":1}],"z":1,"callForwardAll":2,"screenCalls":1}"#;
    let pointers = |body: &str| {
        let report = Reader::new().check::<UserClientConfigurationProperties>(body);
        report.problems().iter().map(|problem| (problem.pointer(), problem.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(pointers(one), pointers(two));
}

#[test]
fn values_are_never_told() {
    let body = r#"{"callForwardAllMode":{"actualValue":["secret"]},"eFaqSearchOption":4711,"screenCalls":"secret","__type":"secret"}"#;
    let report = Reader::new().check::<UserClientConfigurationProperties>(body);
    assert_eq!(report.problems().len(), 4);
    for text in
        [report.to_string(), serde_json::from_str::<UserClientConfigurationProperties>(body).unwrap_err().to_string()]
    {
        assert!(!text.contains("secret") && !text.contains("4711"), "{text}");
    }
}
