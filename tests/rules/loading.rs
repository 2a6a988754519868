//! All problems of a rule file are reported at once, each with its location.

use icws_schema::file::{LoadError, LoadProblem, LoadProblemKind};
use icws_schema::rules::validators::{Range, Regex, UnknownValidator};
use icws_schema::rules::*;

/// Line, column, pointer, parameter and kind of each problem.
fn places(error: &LoadError) -> Vec<String> {
    let place = |problem: &icws_schema::file::LoadProblem| {
        let position = problem.position().map_or("-".to_owned(), |at| format!("{}:{}", at.line, at.column));
        format!("{position} {} {} {:?}", problem.pointer(), problem.parameter().unwrap_or("-"), problem.kind())
    };
    error.problems().iter().map(place).collect()
}

const FILE: &str = r#"{"rules": [
  {"validator": "range", "property": "folowMe[].timeout", "min": "1", "mx": 2},
  {"validator": "collectionItemValidator", "property": "followMe", "rules": [
    {"validator": "stringLength", "property": "timeout", "max": 5},
    {"validator": "regex", "property": "phoneNumber", "pattern": "("}]},
  {"validator": "propertyNotApplicable", "property": "followMe", "when": {"all": [
    {"property": "callForwardAll", "is": null}, {"property": "x", "present": true}]}},
  {"validator": "unknownValidator", "property": "followMe", "check": "mine"},
  {"validator": "attributeExistence", "required": ["followMe", "folowMe"], "note": 5}
], "more": 1}"#;

#[test]
fn all_problems_of_a_file_for_requests_are_reported_in_one_pass() {
    let error = RequestChecker::from_json(FILE).unwrap_err();
    assert_eq!(
        places(&error),
        [
            "2:38 /rules/0 property UnknownPath",
            "2:66 /rules/0 min InvalidValue",
            "2:71 /rules/0 mx UnknownMember",
            "4:47 /rules/1/rules/0 property PathType",
            "5:66 /rules/1/rules/1 pattern InvalidPattern",
            "7:42 /rules/2 when.all[0].is InvalidValue",
            "7:62 /rules/2 when.all[1].property UnknownPath",
            "8:70 /rules/3 check UnknownName",
            "9:64 /rules/4 required UnknownName",
            "9:84 /rules/4 note InvalidValue",
            "10:4  more UnknownMember",
        ]
    );
}

/// What is wrong with one parameter hides nothing of another one, of the same rule or condition.
#[test]
fn all_problems_of_one_rule_are_reported_in_one_pass() {
    for (rule, problems) in [
        (r#""range", "property": "a[0]", "min": 3, "max": 2"#, ["property InvalidPath", "min Conflict"].as_slice()),
        (r#""range", "property": "a", "min": 3, "max": 2, "note": 5"#, &["min Conflict", "note InvalidValue"]),
        (r#""range", "property": "a", "maximum": 1"#, &["maximum UnknownMember"]),
        (
            r#""wrapUpStatusTimeout", "property": [1], "status": "a[].b", "timeout": "c""#,
            &["property InvalidValue", "status InvalidPath"],
        ),
        (r#"true, "property": "a", "max": 3, "max": 4"#, &["validator InvalidValue", "max DuplicateMember"]),
        (r#""range", "property": "a", "mxa": 1"#, &["mxa UnknownMember"]),
        (r#""range", "property": "a", "max": "1""#, &["max InvalidValue"]),
        (
            r#""multipleOf", "property": "a", "divisor": 0, "offset": 0.5"#,
            &["divisor InvalidValue", "offset InvalidValue"],
        ),
        (
            r#""characterDelimitedKVPairs", "property": "a", "pairDelimiter": "", "keyDelimiter": """#,
            &["pairDelimiter InvalidValue", "keyDelimiter InvalidValue"],
        ),
        (
            r#""characterDelimitedKVPairs", "property": "a", "pairDelimiter": "", "keyDelimiter": 5"#,
            &["pairDelimiter InvalidValue", "keyDelimiter InvalidValue"],
        ),
        (
            r#""integerComparisonValidator", "property": "a", "operator": "<", "other": "b", "value": 1"#,
            &["operator InvalidValue", "other Conflict"],
        ),
        (
            r#""propertyNotApplicable", "property": "a", "when": {"property": "b[0]", "is": null, "x": 1}"#,
            &["when.property InvalidPath", "when.is InvalidValue", "when.x UnknownMember"],
        ),
        (
            r#""propertyNotApplicable", "property": "a", "when": {"all": [], "not": {"property": "b", "present": 1}}"#,
            &["when Conflict", "when.all InvalidValue", "when.not.present InvalidValue"],
        ),
        (
            r#""otherAttributeValue", "property": "a", "other": "b", "expect": {"is": null, "absent": true}"#,
            &["expect Conflict", "expect.is InvalidValue"],
        ),
    ] {
        let file = format!(r#"{{"rules": [{{"validator": {rule}}}]}}"#);
        let error = ObjectChecker::from_json(&file).unwrap_err();
        let kinds = error.problems().iter().map(|one| format!("{} {:?}", one.parameter().unwrap_or("-"), one.kind()));
        assert_eq!(kinds.collect::<Vec<_>>(), problems, "{rule}");
    }
}

#[test]
fn rules_for_objects_accept_any_path() {
    let error = ObjectChecker::from_json(FILE).unwrap_err();
    let kinds = error.problems().iter().map(icws_schema::file::LoadProblem::kind);
    let of_paths = [LoadProblemKind::UnknownPath, LoadProblemKind::PathType];
    assert_eq!(kinds.filter(|kind| of_paths.contains(kind)).count(), 0);
    assert_eq!(error.problems().len(), 7);
}

#[test]
fn a_loaded_set_keeps_the_lines_of_its_file() {
    let file = "{\"rules\": [\n  {\"validator\": \"range\", \"property\": \"timeout\", \"min\": 1}]}";
    let set = RuleSet::from_json(file).unwrap();
    assert_eq!(places(&RequestChecker::new(&set).unwrap_err()), ["2:38 /rules/0 property UnknownPath"]);
    assert_eq!(RequestChecker::new(&set).unwrap_err(), RequestChecker::from_json(file).unwrap_err());
}

#[test]
fn a_set_built_in_code_has_no_lines() {
    let rules = [
        Rule::new("a..b", Range::new().with_min(2).with_max(1)),
        Rule::new("a", Regex::new("a{2")),
        Rule::new("a", UnknownValidator::new("mine")),
    ];
    let error = RuleSet::new(rules).unwrap_err();
    assert_eq!(
        places(&error),
        ["- /rules/0 property InvalidPath", "- /rules/0 min Conflict", "- /rules/1 pattern InvalidPattern",]
    );
    let set = RuleSet::new([Rule::new("a", UnknownValidator::new("mine"))]).unwrap();
    let checks = CustomChecks::new().with("mined", |_| true);
    let error = ObjectChecker::with_custom_checks(&set, &checks).unwrap_err();
    assert_eq!(places(&error), ["- /rules/0 check UnknownName"]);
    assert_eq!(error.problems()[0].suggestion(), Some("mined"));
}

#[test]
fn a_misspelled_parameter_is_one_problem() {
    let file = r#"{"rules": [{"validator": "multipleOf", "property": "v", "divizor": 5}]}"#;
    assert_eq!(places(&RuleSet::from_json(file).unwrap_err()), ["1:57 /rules/0 divizor UnknownMember"]);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(RuleSet::from_json("\u{feff}{\"rules\": []}").unwrap(), RuleSet::documented());
    assert!(RuleSet::from_json(b"{\"rules\": [\"\xff\"]}").is_err());
}

#[test]
fn an_error_of_a_file_serializes_with_offset_and_length_and_one_of_a_built_set_without() {
    let problem = |error: LoadError| serde_json::to_value(&error).unwrap()["problems"][0].clone();
    let loaded =
        problem(RuleSet::from_json("{\"rules\": [\n {\"validator\": \"rnage\", \"property\": \"é\"}]}").unwrap_err());
    let places = ["line", "column", "offset", "length"].map(|place| loaded[place].as_u64());
    assert_eq!(places, [Some(2), Some(16), Some(27), Some(7)]);
    assert_eq!(loaded["message"], "`rnage` is not a validator; did you mean `range`?");

    let built = problem(RuleSet::new([Rule::new("a", Range::new().with_min(2).with_max(1))]).unwrap_err());
    assert_eq!((&built["line"], &built["length"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    assert_eq!((&built["pointer"], &built["parameter"]), (&"/rules/0".into(), &"min".into()));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn a_rule_that_compares_with_a_value_that_no_request_has_is_a_warning() {
    let warnings = |rule: serde_json::Value| {
        let checker = RequestChecker::from_json(serde_json::json!({"rules": [rule]}).to_string()).unwrap();
        let warnings = checker.warnings().iter().map(|warning| {
            assert_eq!(warning.kind(), LoadProblemKind::ImpossibleValue);
            assert!(warning.position().is_some());
            let line = warning.to_string();
            line.split_once(": /rules/0: ").unwrap().1.to_owned()
        });
        warnings.collect::<Vec<_>>()
    };
    let when = |property: &str, value: serde_json::Value| {
        serde_json::json!({"validator": "propertyNotApplicable", "property": "followMe",
            "when": {"any": [{"property": property, "is": value}, {"property": property, "present": true}]}})
    };
    let rule = |validator: &str, property: &str, parameters: serde_json::Value| {
        let mut rule = serde_json::json!({"validator": validator, "property": property});
        rule.as_object_mut().unwrap().extend(parameters.as_object().unwrap().clone());
        rule
    };
    let codes = "a code of EFaqSearchOptions (0 All, 1 Generous, 2 Best, 3 Strict)";
    let (forwarded, timeout) = ("callForwardAll.actualValue", "externalCallTimeout.actualValue");
    for (rule, expected) in [
        (
            when(forwarded, "true".into()),
            vec!["when.any[0].is: expected a boolean, found \"true\"; write it without quotes".to_owned()],
        ),
        (when(timeout, 1.5.into()), vec!["when.any[0].is: expected a 32-bit integer, found 1.5".to_owned()]),
        (
            when("eFaqSearchOption", "best".into()),
            vec![format!("when.any[0].is: expected {codes}, found \"best\"; did you mean `2`?")],
        ),
        (
            when("callForwardAll", true.into()),
            vec![
                "when.any[0].property: expected the path of a string, a number or a boolean, found that of an object \
             (InheritableBooleanProperty); did you mean `callForwardAll.actualValue`?"
                    .to_owned(),
            ],
        ),
        (
            serde_json::json!({"validator": "propertyNotApplicable", "property": "followMe",
                "when": {"any": [{"property": forwarded, "present": true}, {"property": "callForwardAll", "is": true}]}}),
            vec![
                "when.any[1].property: expected the path of a string, a number or a boolean, found that of an object \
             (InheritableBooleanProperty); did you mean `callForwardAll.actualValue`?"
                    .to_owned(),
            ],
        ),
        (when(forwarded, true.into()), vec![]),
        (
            rule("validValues", "eFaqSearchOption", serde_json::json!({"values": [0, 9]})),
            vec![format!("values: expected {codes}, found 9")],
        ),
        (
            rule("validValues", timeout, serde_json::json!({"values": [10, "20"]})),
            vec!["values: expected a 32-bit integer, found \"20\"; write it without quotes".to_owned()],
        ),
        (rule("validValues", timeout, serde_json::json!({"values": [10, 20]})), vec![]),
        (
            rule("range", timeout, serde_json::json!({"min": 3_000_000_000_u64})),
            vec!["min: expected a 32-bit integer, found 3000000000".to_owned()],
        ),
        (
            rule("range", "eFaqSearchOption", serde_json::json!({"min": 7})),
            vec![format!("min: expected {codes}, found 7")],
        ),
        (
            rule("rangeFloat", timeout, serde_json::json!({"min": 1.2, "max": 1.8})),
            vec!["min: expected a 32-bit integer, found 1.2".to_owned()],
        ),
        (rule("range", timeout, serde_json::json!({"min": 1, "max": 300})), vec![]),
        (
            rule("integerComparisonValidator", "followMe[].timeout", serde_json::json!({"operator": "le", "other": "externalCallTimeout"})),
            vec![
                "other: expected the path of an integer, found that of an object (InheritableIntProperty); did you \
             mean `externalCallTimeout.actualValue`?"
                    .to_owned(),
            ],
        ),
        (rule("integerComparisonValidator", "followMe[].timeout", serde_json::json!({"operator": "le", "other": timeout})), vec![]),
        (
            rule("unsupportedModel", "callForwardAllMode.actualValue", serde_json::json!({"manufacturer": "followMe"})),
            vec!["manufacturer: expected the path of an id (a string or a ConfigurationId), found that of an array of FollowMe".to_owned()],
        ),
        (
            rule("endDateTimeValidator", "callForwardAllMode.actualValue", serde_json::json!({"spansDay": "callForwardAll", "start": "callForwardAllMode"})),
            vec![
                "spansDay: expected the path of a boolean, found that of an object (InheritableBooleanProperty); did you mean `callForwardAll.actualValue`?".to_owned(),
                "start: expected the path of a string, found that of an object (InheritableStringProperty); did you mean `callForwardAllMode.actualValue`?".to_owned(),
            ],
        ),
        (rule("otherAttributeValue", "followMe", serde_json::json!({"other": "callForwardAll", "expect": {"present": true}})), vec![]),
        (
            rule("otherAttributeValue", "followMe", serde_json::json!({"other": "callForwardAll", "expect": {"is": true}})),
            vec![
                "other: expected the path of a string, a number or a boolean, found that of an object (InheritableBooleanProperty); did you mean `callForwardAll.actualValue`?".to_owned(),
            ],
        ),
        (
            rule("otherAttributeValue", "followMe", serde_json::json!({"other": forwarded, "expect": {"isNot": 1}})),
            vec!["expect.isNot: expected a boolean, found 1".to_owned()],
        ),
    ] {
        assert_eq!(warnings(rule.clone()), expected, "{rule}");
    }
    assert!(RequestChecker::recommended().warnings().is_empty());
    // In a file with problems, too.
    let file = r#"{"rules": [{"validator": "propertyNotApplicable", "property": "followMe", "when": {"property": "callForwardAll", "equals": true}}]}"#;
    let error = RequestChecker::from_json(file).unwrap_err();
    assert_eq!((error.problems().len(), error.warnings().len()), (1, 1));
}

#[test]
fn rules_of_which_no_value_satisfies_both_are_a_warning() {
    let rule = |limit: &str| match limit.chars().next() {
        Some('[') => format!(
            r#"{{"validator": "validValues", "property": "externalCallTimeout.actualValue", "values": {limit}}}"#
        ),
        _ => format!(r#"{{"validator": "range", "property": "externalCallTimeout.actualValue", {limit}}}"#),
    };
    let warnings = |rules: &[String]| {
        let checker = RequestChecker::from_json(format!(r#"{{"rules": [{}]}}"#, rules.join(", "))).unwrap();
        let warnings = checker.warnings().iter();
        warnings.map(|warning| format!("{} {}", warning.pointer(), warning.expected())).collect::<Vec<_>>()
    };
    for (one, other, is_warned) in [
        (r#""max": 5"#, r#""min": 6"#, true),
        (r#""min": 6"#, r#""max": 5"#, true),
        (r#""min": 5"#, r#""max": 5"#, false),
        (r#""min": 5, "max": 9"#, r#""min": 1, "max": 5"#, false),
        ("[1, 2]", r#""min": 3"#, true),
        (r#""max": 2"#, "[3, 1]", false),
        ("[1, 2]", "[3, 4]", true),
        ("[1, 2]", "[2.0, 3]", false),
    ] {
        let expected: &[_] =
            if is_warned { &["/rules/1 values that the rule at `/rules/0` allows as well"] } else { &[] };
        assert_eq!(warnings(&[rule(one), rule(other)]), expected, "{one} {other}");
    }
    let mode = |values: &str, more: &str| {
        format!(
            r#"{{"validator": "validValues", "property": "callForwardAllMode.actualValue", "values": {values}{more}}}"#
        )
    };
    assert_eq!(warnings(&[mode(r#"["All"]"#, ""), mode(r#"["all"]"#, r#", "ignoreCase": true"#)]), [""; 0]);
    assert_eq!(warnings(&[mode(r#"["All"]"#, ""), mode(r#"["None"]"#, "")]).len(), 1);
    // Many values are not compared.
    let many = |from: usize| format!("{:?}", (from..from + 101).collect::<Vec<_>>());
    assert_eq!(warnings(&[rule(&many(0)), rule(&many(101))]), [""; 0]);
    // Of a group, one of the rules may be enough.
    let group = |mode: &str| {
        let [one, other] =
            [r#""max": 5"#, r#""min": 6"#].map(|limit| rule(limit).replace("externalCallTimeout.actualValue", ""));
        format!(
            r#"{{"validator": "validatorGroup", "mode": "{mode}", "property": "externalCallTimeout.actualValue", "rules": [{one}, {other}]}}"#
        )
    };
    assert_eq!(warnings(&[group("any")]), [""; 0]);
}

#[test]
fn a_path_to_another_value_suggests_the_one_that_is_meant() {
    let suggestion = |rule: serde_json::Value| {
        let error = RequestChecker::from_json(serde_json::json!({"rules": [rule]}).to_string()).unwrap_err();
        assert_eq!(error.problems().len(), 1, "{error}");
        error.problems()[0].suggestion().map(str::to_owned)
    };
    let rule =
        |validator: &str, property: &str| serde_json::json!({"validator": validator, "property": property, "max": 3});
    assert_eq!(suggestion(rule("collectionCount", "followMe[]")).as_deref(), Some("followMe"));
    assert_eq!(suggestion(rule("range", "externalCallTimeout")).as_deref(), Some("externalCallTimeout.actualValue"));
    let timeout = Some("followMe[].timeout");
    assert_eq!(suggestion(rule("range", "followMe.0.timeout")).as_deref(), timeout);
    assert_eq!(suggestion(rule("range", "followMe.timeout.value")).as_deref(), timeout);
    let required = |name: &str| {
        suggestion(serde_json::json!({"validator": "attributeExistence", "property": "", "required": [name]}))
    };
    assert_eq!(required("callForwardAll.actualValue").as_deref(), Some("callForwardAll"));
    assert_eq!(required("followMe[0].timeout").as_deref(), Some("followMe"));
    assert_eq!(required("callforwardall").as_deref(), Some("callForwardAll"));
    assert_eq!(required("somethingElse"), None);
}

#[test]
fn mistakes_inside_what_has_another_name_are_reported_in_the_same_pass() {
    let error = RequestChecker::from_json(
        r#"{"rules": [
{"type": "range", "property": "timeout", "maximum": "5"},
{"validator": "propertyNotApplicable", "path": "screenCalls.actualValue", "if": {"AND": [
 {"field": "callForwardAl", "eq": []}, {"or": [{"property": "a..b", "exists": "yes"}]}]}},
{"validator": "otherAttributeValue", "property": "followMe", "other": "screenCalls", "expect": {"equals": null}}]}"#,
    )
    .unwrap_err();
    let problem = |problem: &LoadProblem| {
        let position = problem.position().unwrap();
        format!("{}:{} {}", position.line, position.column, problem.kind().as_str())
    };
    assert_eq!(
        error.iter().map(problem).collect::<Vec<_>>(),
        [
            "2:2 unknownMember",
            "2:31 unknownPath",
            "2:42 unknownMember",
            "2:53 invalidValue",
            "3:40 unknownMember",
            "3:75 unknownMember",
            "3:82 unknownMember",
            "4:3 unknownMember",
            "4:12 unknownPath",
            "4:29 unknownMember",
            "4:35 invalidValue",
            "4:41 unknownMember",
            "4:61 invalidPath",
            "4:69 unknownMember",
            "4:79 invalidValue",
            "5:97 unknownMember",
            "5:107 invalidValue",
        ]
    );
}

#[test]
fn a_rule_whose_validator_has_another_name_is_rejected() {
    for name in ["validatr", "Validator", "type", "rule", "name"] {
        let rule = format!(r#"{{"{name}": "requiredValue", "property": "followMe"}}"#);
        let error = RuleSet::from_json(format!(r#"{{"rules": [{rule}]}}"#)).unwrap_err();
        assert_eq!(error.problems().len(), 1, "{error}");
        assert_eq!(error.problems()[0].suggestion(), Some("validator"), "{error}");
    }
}

#[test]
fn a_wrong_path_in_a_rule_for_items_of_a_string_is_one_problem() {
    for property in ["name", "a..b", "callForwardAllMode.actualValue", "/0", "[]"] {
        let rules = format!(
            r#"{{"rules": [{{"validator": "characterDelimitedValue", "property": "callForwardAllMode.actualValue", "delimiter": ";",
                "rules": [{{"validator": "stringLength", "property": "{property}", "max": 5}}]}}]}}"#
        );
        let error = RequestChecker::from_json(rules).unwrap_err();
        assert_eq!(error.problems().len(), 1, "{error}");
    }
}

#[test]
fn a_string_where_an_array_of_strings_is_expected_suggests_the_array() {
    let help = |rule: &str| RuleSet::from_json(format!(r#"{{"rules": [{rule}]}}"#)).unwrap_err().to_string();
    for (rule, array) in [
        (
            r#"{"validator": "validValues", "property": "v", "values": "All, \"Best\""}"#,
            r#"such as `["All", "\"Best\""]`"#,
        ),
        (r#"{"validator": "validValues", "property": "v", "values": "1;2"}"#, "in brackets: `[...]`"),
        (r#"{"validator": "attributeExistence", "property": "v", "required": "a | b"}"#, r#"such as `["a", "b"]`"#),
    ] {
        assert!(help(rule).ends_with(array), "{}", help(rule));
    }
}

#[test]
fn a_suggested_path_loads() {
    let validators = [
        serde_json::json!({"validator": "range", "max": 3}),
        serde_json::json!({"validator": "stringLength", "max": 3}),
        serde_json::json!({"validator": "requiredValue"}),
        serde_json::json!({"validator": "attributeExistence", "required": []}),
        serde_json::json!({"validator": "collectionCount", "max": 3}),
        serde_json::json!({"validator": "otherAttributeValue", "other": "screenCalls.actualValue", "expect": {"present": true}}),
    ];
    let load = |rule: &serde_json::Value| {
        RequestChecker::from_json(serde_json::json!({"rules": [rule]}).to_string()).map(drop)
    };
    let mut suggestions = 0;
    for path in [
        "followMe..timeout",
        "followMe.0.timeout",
        "followMe[0].timeout",
        "followMe[i].timeout",
        "followMe[*]/timeout",
        "followMe[] .timeout",
        "/followMe/0/timeout",
        "/followMe[0]/timeout",
        "#/followMe/0",
        "$.followMe[*].timeout",
        "$..timeout",
        "$.followMe[?(@.usePin)].timeout",
        "$.followMe[0:2].phoneNumber",
        "timeOut",
        "usePin",
        "folowMe",
        "externalCallTimeout.",
        "externalCallTimeout/actualValue",
        "externalCallTimeout.actual_value",
        "callForwardAl",
        "callForwardAll..actualValue",
        "body.callForwardAll",
        "a..b",
        "a/b[0]",
        "/a/b[",
        ".",
        "/",
        "$",
        "[",
        " ",
        "-",
    ] {
        for validator in &validators {
            for parameter in
                ["property", "other"].into_iter().filter(|name| *name == "property" || validator.get(name).is_some())
            {
                let mut rule = validator.clone();
                rule["property"] = "followMe[].timeout".into();
                rule[parameter] = path.into();
                let error = load(&rule).unwrap_err();
                let problem = error.iter().find(|problem| problem.parameter() == Some(parameter)).unwrap();
                if let Some(suggestion) = problem.suggestion() {
                    suggestions += 1;
                    rule[parameter] = suggestion.into();
                    assert_eq!(load(&rule), Ok(()), "{path}: {rule}");
                }
            }
        }
    }
    assert!(suggestions > 60, "{suggestions}");
}

#[test]
fn an_unknown_parameter_has_the_parameters_that_the_validator_has() {
    use icws_schema::file::LoadExpected;
    let problem =
        |rule: &str| RuleSet::from_json(format!("{{\"rules\": [{rule}]}}")).unwrap_err().into_problems().remove(0);
    let unlike = problem(r#"{"validator": "range", "property": "v", "min": 1, "step": 2}"#);
    let LoadExpected::ParameterOf { validator: "range", parameters } = unlike.expected() else { panic!("{unlike}") };
    assert_eq!((parameters.names(), unlike.suggestion()), (&["min", "max"][..], None));
    let none = problem(r#"{"validator": "requiredValue", "property": "v", "step": 2}"#);
    assert!(none.to_string().ends_with("`step` is not a parameter of requiredValue, which has none"), "{none}");
}

#[test]
fn the_error_of_a_pattern_is_data() {
    use icws_schema::file::{LoadFound, PatternError};
    for (pattern, error, at) in [
        ("ab(", PatternError::GroupUnclosed, 2),
        ("[a", PatternError::ClassUnclosed, 0),
        ("é*+?{1,", PatternError::RepetitionCountUnclosed, 5),
        ("a(?=b)", PatternError::UnsupportedLookAround, 1),
        (r"(a)\1", PatternError::UnsupportedBackreference, 3),
        (r"a\p{Klingon}", PatternError::UnicodePropertyNotFound, 1),
        ("a(?-u:.)", PatternError::InvalidUtf8, 6),
        ("a{2,1}", PatternError::RepetitionCountInvalid, 1),
    ] {
        let problem = RuleSet::new([Rule::new("v", Regex::new(pattern))]).unwrap_err().into_problems().remove(0);
        assert_eq!(
            (problem.kind(), problem.found()),
            (LoadProblemKind::InvalidPattern, &LoadFound::InvalidPattern { error, at }),
            "{pattern}"
        );
        assert!(problem.to_string().contains(&format!("found an invalid one: {error}")), "{problem}");
    }
}
