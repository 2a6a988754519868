//! Case files in another form: what to write, and the problems of what is inside.

use icws_schema::cases::CaseFile;

/// The problems of a file, without their positions.
fn problems(file: &str) -> Vec<String> {
    let message = |line: String| line.splitn(3, ':').nth(2).unwrap().trim().to_owned();
    CaseFile::from_json(file).err().iter().flatten().map(ToString::to_string).map(message).collect()
}

#[test]
fn an_array_of_rules_in_place_of_a_rule_file_is_one_problem_and_is_read() {
    let file = r#"{"rules": [{"validator": "rnage", "property": "followMe[].timeout"}, {"type": "requiredValue", "path": "folowMe"}],
        "cases": [{"name": "a", "body": {}, "rules": [{"property": "followMe[].phoneNumber", "validator": "range", "max": 5}]}, {"name": "b", "body": {}}]}"#;
    let expected = "expected rules (an object), or the name of a set or of a file, found an array of";
    let help = "write `{\"rules\": ` before the array, and `}` after it";
    assert_eq!(
        problems(file),
        [
            &*format!("/rules: {expected} 2 items; {help}"),
            "/rules/0: validator: `rnage` is not a validator; did you mean `range`?",
            "/rules/1: `type` is not a property of a rule; did you mean `validator`?",
            "/rules/1: `path` is not a parameter of requiredValue, which has none; did you mean `property`?",
            "/rules/1: property: `folowMe` is not the path of a property of UserClientConfigurationProperties; did you mean `followMe`?",
            &*format!("/cases/0/rules: {expected} 1 item; {help}"),
            "/cases/0/rules/0: property: expected the path of an integer, found that of a string; `stringLength`, `regex`, `validFormat` and `validValues` check a string",
        ]
    );
    let files = r#"{"rules": [{"rules": []}, {"rules": [{"validator": "validatorGroup", "property": "", "mode": "all", "rules": []}]}], "cases": []}"#;
    assert!(problems(files).iter().all(|problem| !problem.contains("before the array")), "{:?}", problems(files));
}

#[test]
fn cases_in_an_object_are_read() {
    let file = r#"{"cases": {"a case": {"bdy": {}}, "b": {"name": "c", "body": {}, "expected": {"problem": []}}, "d": {"body": 5}}}"#;
    assert_eq!(
        problems(file),
        [
            "/cases: expected an array, found an object; write `[{\"name\": \"a case\", \"body\": ...}, ...]`",
            "/cases/a case: `bdy` is not a property of a case; did you mean `body`?",
            "/cases/b/expected: `problem` is not a property of the expected result of a case; did you mean `problems`?",
        ]
    );
    let one = problems(r#"{"cases": {"title": "a", "body": {}}}"#);
    assert_eq!(
        one,
        [
            "/cases: expected an array, found an object; write `[` before it and `]` after it",
            "/cases: `title` is not a property of a case; did you mean `name`?",
        ]
    );
    let many: Vec<_> = (0..10_000).map(|index| format!(r#""{index}": {{"body": {{}}}}"#)).collect();
    assert_eq!(problems(&format!(r#"{{"cases": {{{}}}}}"#, many.join(","))).len(), 1);
}

#[test]
fn what_is_in_a_misspelt_member_is_read() {
    let file = r#"{"tests": [{"title": "a", "body": {}, "expected": {"errors": [{"code": "15", "pointer": "a.b"}, {"type": 5, "pointer": ""}]}}],
        "object_": "anny", "version": 1}"#;
    let problems = problems(file);
    let expected = [
        "`tests` is not a property of a case file; did you mean `cases`?",
        "/tests/0: `title` is not a property of a case; did you mean `name`?",
        "/tests/0/expected: `errors` is not a property of the expected result of a case; did you mean `problems`?",
        "/tests/0/expected/problems/0: `code` is not a property of a problem; did you mean `validator`?",
        "/tests/0/expected/problems/0/validator: expected the name or number of a validator, found \"15\"; write it without quotes",
        "/tests/0/expected/problems/0/pointer: expected a JSON Pointer: `/` before each name or index, or `\"\"`, found \"a.b\"; did you mean `/a/b`?",
        "/tests/0/expected/problems/1: `type` is not a property of a problem; did you mean `validator`?",
        "`object_` is not a property of a case file; did you mean `object`?",
    ];
    assert_eq!(problems[..expected.len()], expected);
    assert!(problems[8].starts_with("/object_: expected one of `request`"), "{problems:?}");
    assert_eq!(problems[9], "`version` is not a property of a case file; remove it: the file has no version");
}

fn of_expected(expected: &str) -> Vec<String> {
    problems(&format!(r#"{{"cases": [{{"name": "a", "body": {{}}, "expected": {expected}}}]}}"#))
}

#[test]
fn an_expectation_in_words_is_explained() {
    for valid in [r#""valid""#, "true", r#""OK""#, "[]", "null", "0"] {
        let problems = of_expected(valid);
        assert!(problems[0].ends_with("; a case whose body is valid has no `expected`: leave it out"), "{problems:?}");
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
    for invalid in [r#""Invalid""#, "false", r#""failure""#] {
        assert!(
            of_expected(invalid)[0].contains("; write the problems that are expected: `{\"problems\": ["),
            "{invalid}"
        );
    }
    let list = of_expected(r#"[{"validator": "rnage", "pointer": ""}]"#);
    assert!(list[0].ends_with("; write `{\"problems\": ` before it, and `}` after it"), "{list:?}");
    assert_eq!(list[1], "/cases/0/expected/0/validator: `rnage` is not a validator; did you mean `range`?");
    let one = of_expected(r#"{"problems": {"validator": 5, "pointer": "$.a"}}"#);
    assert!(one[0].ends_with("found an object; write `[` before it and `]` after it"), "{one:?}");
    assert!(one[1].ends_with("did you mean `/a`?"), "{one:?}");
}

#[test]
fn a_path_in_place_of_a_pointer_suggests_the_pointer() {
    let pointer = |validator: &str, pointer: &str| {
        let problems =
            of_expected(&format!(r#"{{"problems": [{{"validator": {validator}, "pointer": "{pointer}"}}]}}"#));
        problems.first().map(|problem| problem.rsplit_once("; ").unwrap().1.to_owned())
    };
    for (path, meant) in [
        ("/followMe[0]/phoneNumber", "/followMe/0/phoneNumber"),
        ("followMe[0].phoneNumber", "/followMe/0/phoneNumber"),
        ("#/followMe/0/usePin", "/followMe/0/usePin"),
        ("externalCallTimeout.actualValue", "/externalCallTimeout/actualValue"),
        ("followMe/0/usePin", "/followMe/0/usePin"),
        ("$.followMe[*].usePin", "/followMe/0/usePin"),
        ("$['followMe'][1]", "/followMe/1"),
        ("/followMe[]", "/followMe/0"),
    ] {
        assert_eq!(pointer("5", path), Some(format!("did you mean `{meant}`?")), "{path}");
    }
    // The name of an unknown property can be anything.
    for (validator, path) in [("null", "/followMe[0]"), ("5", "/a.b"), ("5", "/a[b]/0"), ("5", "/followMe[0].timeout")]
    {
        assert_eq!(pointer(validator, path), None, "{path}");
    }
}

#[test]
fn a_body_that_is_json_inside_of_a_string_is_a_problem_unless_the_case_expects_it() {
    let of_body =
        |body: &str, expected: &str| problems(&format!(r#"{{"cases": [{{"name": "a", "body": {body}{expected}}}]}}"#));
    let problems = of_body(r#""{\"followMe\": []}""#, "");
    assert!(
        problems[0].starts_with("/cases/0/body: expected an object, found \"{")
            && problems[0]
                .ends_with("; this is JSON inside of a string: take away the quotes around it and the backslashes"),
        "{problems:?}"
    );
    let expected = r#", "expected": {"problems": [{"validator": null, "pointer": ""}]}"#;
    for (body, expected) in [(r#""{\"followMe\": []}""#, expected), (r#""jane""#, ""), (r#""{a""#, "")] {
        assert!(of_body(body, expected).is_empty(), "{body}");
    }
}
