//! What people get wrong, each with the data from which a program can say what to do, in whatever language.

use icws_schema::ParseOptions;
use icws_schema::body::{FollowMe, UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::report::{Comment, Encoding, Hint, Problem, ProblemKind, Report, SyntaxError, UnexpectedToken};

fn request(body: &str) -> Report {
    ParseOptions::new().check::<UserClientConfigurationProperties>(body)
}

/// The pointer and the hint of each problem.
fn hints(report: &Report) -> Vec<(String, Option<Hint>)> {
    report.iter().map(|problem| (problem.pointer(), problem.hint())).collect()
}

/// The syntax errors, each with line and column.
fn errors(report: &Report) -> Vec<(SyntaxError, String)> {
    let error = |problem: &Problem| match problem.kind() {
        ProblemKind::Syntax(error) => Some((error, problem.position().unwrap().to_string())),
        _ => None,
    };
    report.iter().filter_map(error).collect()
}

#[track_caller]
fn is_syntax(body: &str, position: &str, expected: SyntaxError, help: &str) {
    let errors = errors(&request(body));
    assert_eq!(errors, [(expected, position.to_owned())], "{body}");
    assert!(expected.help().unwrap().contains(help), "{:?}", expected.help());
}

#[test]
fn a_syntax_error_has_a_position_and_help() {
    use SyntaxError::{ExpectedKey, ExpectedValue, TrailingComma};
    use UnexpectedToken::{Character, Html, UnknownWord, Word};
    is_syntax("{\"followMe\":[],\n}", "1:15", TrailingComma, "remove the comma");
    is_syntax("{\"followMe\":[\n1,\n]}", "2:2", TrailingComma, "remove the comma");
    is_syntax("{\n// a\n}", "2:1", SyntaxError::Comment(Comment::Line), "JSON has no comments");
    is_syntax("{/* a */}", "1:2", SyntaxError::Comment(Comment::Block), "JSON has no comments");
    is_syntax("# a\n{}", "1:1", SyntaxError::Comment(Comment::Hash), "JSON has no comments");
    is_syntax("{'followMe':[]}", "1:2", ExpectedKey(Character('\'')), "double quotes");
    is_syntax("{\"followMe\":'a'}", "1:13", ExpectedValue(Character('\'')), "double quotes");
    is_syntax("{\"followMe\":True}", "1:13", ExpectedValue(Word("True")), "in JSON, write `true`");
    is_syntax("{\"followMe\":None}", "1:13", ExpectedValue(Word("None")), "in JSON, write `null`");
    is_syntax("{followMe:[]}", "1:2", ExpectedKey(UnknownWord), "double quotes");
    is_syntax("{\u{201c}followMe\u{201d}:[]}", "1:2", ExpectedKey(Character('\u{201c}')), "double quotes");
    is_syntax("{\u{a0}\"followMe\":[]}", "1:2", ExpectedKey(Character('\u{a0}')), "an ordinary space");
    is_syntax("<html>", "1:1", ExpectedValue(Html), "HTML, not JSON");
    is_syntax("{\0}", "1:2", ExpectedKey(Character('\0')), "remove it");
}

#[test]
fn parsing_continues_after_errors_with_only_one_meaning() {
    let body = "{\"followMe\": [{\"timeout\": \"5\", \"usePin\": True, \"phoneNumber\": null},],\n // a\n \"x\": 1}";
    let report = ParseOptions::new().recover().check::<UserClientConfigurationProperties>(body);
    assert_eq!(errors(&report).len(), 3);
    let others: Vec<_> = report.iter().skip(3).map(Problem::pointer).collect();
    assert_eq!(others, ["/followMe/0/phoneNumber", "/followMe/0/timeout", "/x"]);
}

#[test]
fn problems_before_a_fatal_syntax_error_are_reported() {
    let report =
        ParseOptions::new().recover().check::<UserClientConfigurationProperties>("{\"x\": 1, \"followMe\": [}");
    assert_eq!(report.iter().map(Problem::pointer).collect::<Vec<_>>(), ["", "/x"]);
}

#[test]
fn an_unclosed_value_has_the_position_of_its_start() {
    for (body, delimiter, place) in [
        ("{\n  \"followMe\": [\n", '[', "2:15"),
        ("{\n  \"followMe\": []", '{', "1:1"),
        ("{\"followMe\": [\"a", '"', "1:15"),
        ("{\"followMe\": [1}", '[', "1:14"),
        ("{\"a\": \"b\n}", '"', "1:7"),
    ] {
        let unclosed = errors(&request(body))[0].0.unclosed().unwrap();
        assert_eq!((unclosed.delimiter, unclosed.position.to_string()), (delimiter, place.to_owned()), "{body}");
    }
}

#[test]
fn empty_input_and_other_encodings_are_named() {
    let error = |bytes: &[u8]| errors(&ParseOptions::new().check::<UserClientConfigurationProperties>(bytes))[0].0;
    assert_eq!(error(b" \n"), SyntaxError::Empty);
    let utf_16 = |bytes: fn(u16) -> [u8; 2], mark| -> Vec<u8> {
        format!("{mark}{{\"timeout\": 1}}").encode_utf16().flat_map(bytes).collect()
    };
    for mark in ["\u{feff}", ""] {
        assert_eq!(error(&utf_16(u16::to_le_bytes, mark)), SyntaxError::OtherEncoding(Encoding::Utf16Le));
        assert_eq!(error(&utf_16(u16::to_be_bytes, mark)), SyntaxError::OtherEncoding(Encoding::Utf16Be));
    }
    let latin = SyntaxError::OtherEncoding(Encoding::Windows1252);
    assert_eq!(error(b"{\"phoneNumber\": \"B\xfcro\"}"), latin);
    assert!(latin.help().unwrap().contains("UTF-8"));
}

#[test]
fn several_values_in_one_input_are_called_ndjson() {
    let [(error, _)] = errors(&request("{}\n{}"))[..] else { panic!() };
    assert!(error.help().unwrap().contains("NDJSON"));
}

#[test]
fn a_bare_value_is_suggested_as_an_object_with_actual_value() {
    use Hint::{BareBoolean, BareInteger, BareString, BareValue, QuotedBareValue};
    for (bare, boolean, string, integer) in [
        ("true", BareValue, BareString, BareInteger),
        ("5", BareBoolean, BareString, BareValue),
        ("5.5", BareBoolean, BareString, BareValue),
        ("[]", BareBoolean, BareString, BareInteger),
        (r#""a""#, BareBoolean, BareValue, BareInteger),
        (r#""true""#, QuotedBareValue, BareValue, BareInteger),
        (r#""5""#, BareBoolean, BareValue, QuotedBareValue),
    ] {
        let body =
            format!(r#"{{"callForwardAll": {bare}, "callForwardAllMode": {bare}, "externalCallTimeout": {bare}}}"#);
        let expected = [boolean, string, integer].map(Some);
        assert_eq!(request(&body).iter().map(Problem::hint).collect::<Vec<_>>(), expected, "{bare}");
    }
    let report = request(r#"{"callForwardAll": true}"#);
    assert!(report.to_string().ends_with("found a boolean; write the value as `{\"actualValue\": ...}`"), "{report}");
    // A view has no `actualValue` to send.
    let view = ParseOptions::new().check::<UserClientConfigurationView>(r#"{"callForwardAll": true}"#);
    assert_eq!(hints(&view), [("/callForwardAll".to_owned(), None)]);
}

#[test]
fn properties_of_a_get_are_distinguished_from_those_of_a_put() {
    let report = request(r#"{"callForwardAll": {"effectiveValue": true}, "followMe": []}"#);
    assert_eq!(hints(&report), [("/callForwardAll/actualValue".to_owned(), Some(Hint::EffectiveValue))]);
    assert!(report.to_string().contains("write `actualValue` for `effectiveValue`, which is what a GET returns"));
    let value = serde_json::json!({"callForwardAll": {"effectiveValue": true}});
    let parsed = ParseOptions::new().parse_value::<UserClientConfigurationProperties>(&value);
    assert_eq!(parsed.report().problems()[0].hint(), Some(Hint::EffectiveValue));
    assert_eq!(hints(&request(r#"{"callForwardAll": {}}"#)), [("/callForwardAll/actualValue".to_owned(), None)]);
}

#[cfg(feature = "rules")]
#[test]
fn a_typed_value_has_the_same_hints() {
    use icws_schema::body::InheritableProperty;
    use icws_schema::rules::{Context, RequestChecker};
    let update =
        UserClientConfigurationProperties::new().with_call_forward_all(InheritableProperty::from_effective(true));
    let report = RequestChecker::documented().check_value(&update, &Context::new());
    assert_eq!(hints(&report), [("/callForwardAll/actualValue".to_owned(), Some(Hint::EffectiveValue))]);
}

#[test]
fn a_whole_user_has_a_hint() {
    let wrapped = request(r#"{"clientConfigurationProperties": {"callForwardAll": {"actualValue": true}}}"#);
    assert_eq!(hints(&wrapped), [("/clientConfigurationProperties".to_owned(), Some(Hint::WholeUser))]);
    let user = request(r#"{"configurationId": {"id": "a"}, "clientConfigurationProperties": {}, "extension": "1"}"#);
    let found: Vec<_> = user.iter().filter(|problem| problem.hint() == Some(Hint::WholeUser)).collect();
    assert_eq!((user.problems().len(), found.len()), (3, 2));
    // Further inside it is any unknown property.
    let inside = request(r#"{"callForwardAll": {"actualValue": true, "clientConfigurationProperties": 1}}"#);
    assert_eq!(hints(&inside)[0].1, None);
}

#[test]
fn an_array_of_bodies_has_a_hint() {
    assert_eq!(hints(&request("[{}, {}]")), [(String::new(), Some(Hint::ArrayOfBodies))]);
    assert_ne!(hints(&request(r#"{"callForwardAll": []}"#))[0].1, Some(Hint::ArrayOfBodies));
}

#[test]
fn code_names_and_quoted_values_have_hints() {
    let hint = |member: &str, value: &str| hints(&request(&format!("{{\"{member}\": {value}}}")))[0].1.clone();
    for name in ["\"Best\"", "\"best\"", "\"BEST\""] {
        assert_eq!(hint("eFaqSearchOption", name), Some(Hint::CodeName { code: 2, name: "Best" }));
    }
    assert_eq!(hint("eFaqSearchOption", "\"2\""), Some(Hint::Quoted));
    assert_eq!(hint("eFaqSearchOption", "\"other\""), None);
    assert_eq!(hint("externalCallTimeout", r#"{"actualValue": "15"}"#), Some(Hint::Quoted));
    assert_eq!(hint("externalCallTimeout", r#"{"actualValue": "+15"}"#), Some(Hint::Integer));
    assert_eq!(hint("callForwardAll", r#"{"actualValue": "true"}"#), Some(Hint::Quoted));
    assert_eq!(hint("callForwardAll", r#"{"actualValue": "yes"}"#), Some(Hint::Boolean));
    assert_eq!(hint("followMe", "\"8010\""), Some(Hint::FollowMeArray));
    assert_eq!(hints(&request(r#""{\"screenCalls\": null}""#))[0].1, Some(Hint::EscapedJson));
    let report =
        request(r#"{"eFaqSearchOption": "Best", "followMe": [{"phoneNumber": "1", "timeout": "15", "usePin": true}]}"#);
    let told = report.to_string();
    assert!(told.contains("found a string of 4 characters; the code of `Best` is 2"), "{told}");
    assert!(told.contains("found a string of 2 characters; write it without quotes"), "{told}");
}

#[test]
fn a_duplicate_has_the_position_of_the_first() {
    let body =
        "{\n \"followMe\": [],\n \"followMe\": null, \"x\": {\"a\": 1, \"a\": 2}, \"x\": 3,\n \"\\u0066ollowMe\": []}";
    let report = ParseOptions::new().allow_unknown_members(true).check::<UserClientConfigurationProperties>(body);
    let place = |problem: &Problem| {
        let first = problem.first_position().unwrap().to_string();
        assert_eq!(body.as_bytes()[usize::try_from(problem.first_offset().unwrap()).unwrap()], b'"');
        (problem.pointer(), problem.position().unwrap().to_string(), first)
    };
    let places: Vec<_> = report.iter().map(place).collect();
    let expected =
        [("/followMe", "3:2", "2:2"), ("/followMe", "4:2", "2:2"), ("/x", "3:43", "3:20"), ("/x/a", "3:34", "3:26")];
    assert_eq!(places, expected.map(|(pointer, at, first)| (pointer.to_owned(), at.to_owned(), first.to_owned())));
    assert!(
        report
            .to_string()
            .contains("3:2: followMe: duplicate property; keep only one of them, with what is needed of both; the first one is at 2:2"),
        "{report}"
    );
}

#[test]
fn the_first_of_a_duplicate_is_located_in_corrected_input_and_in_a_larger_text() {
    let options =
        ParseOptions::new().recover().origin(icws_schema::report::Origin::new().with_offset(100).with_line(7));
    let report = options.check::<FollowMe>(r#"{"usePin": True, "usePin": False, "phoneNumber": "1", "timeout": 1,}"#);
    let duplicate = report.iter().find(|problem| problem.kind() == ProblemKind::DuplicateMember).unwrap();
    assert_eq!((duplicate.offset(), duplicate.first_offset()), (Some(117), Some(101)));
    assert_eq!(duplicate.first_position().unwrap().to_string(), "7:2");
}

#[test]
fn a_missing_property_is_explained_by_the_misspelt_one() {
    let report = request(
        r#"{"callForwardAll": {"actualvalue": true}, "followMe": [{"phonenumber": "1", "timeout": 1, "usePin": true}]}"#,
    );
    let misspelt = |name: &str| Some(Hint::Misspelt { name: name.to_owned() });
    let similar = |name| Some(Hint::SimilarProperty { name });
    let expected = [
        ("/callForwardAll/actualValue", misspelt("actualvalue")),
        ("/callForwardAll/actualvalue", similar("actualValue")),
        ("/followMe/0/phoneNumber", misspelt("phonenumber")),
        ("/followMe/0/phonenumber", similar("phoneNumber")),
    ];
    assert_eq!(hints(&report), expected.map(|(pointer, hint)| (pointer.to_owned(), hint)));
    // A misspelt name explains only what it is nearest to, and the first of several by name does.
    let report = request(r#"{"callForwardAll": {"efectiveValue": true, "actualValu": 1, "actualVale": 2}}"#);
    assert_eq!(hints(&report)[0].1, misspelt("actualVale"));
    let report = request(r#"{"callForwardAll": {"efectiveValue": true}}"#);
    assert_eq!(hints(&report)[0].1, None);
}

/// An unknown name that has words of a known one is probably that one.
#[test]
fn a_name_with_the_words_of_a_known_one_suggests_it() {
    let suggestion = |name: &str| match request(&format!(r#"{{"{name}": null}}"#)).problems()[0].hint() {
        Some(Hint::SimilarProperty { name }) => Some(name),
        _ => None,
    };
    assert_eq!(suggestion("forward_all"), Some("callForwardAll"));
    assert_eq!(suggestion("follow_me_numbers"), Some("followMe"));
    assert_eq!(suggestion("timeouts"), Some("externalCallTimeout"));
    assert_eq!(suggestion("new"), None);
    assert_eq!(suggestion("change"), None);
    let report = request(r#"{"followMe": [{"number": "8001", "timeout": 1, "usePin": true}]}"#);
    assert_eq!(hints(&report)[1].1, Some(Hint::SimilarProperty { name: "phoneNumber" }));
    // A body with other names is found inside of another property.
    let report = ParseOptions::new()
        .follow_suggestions()
        .check::<UserClientConfigurationProperties>(r#"{"config": {"call_forward_all": {"actual_value": 1}}}"#);
    let found: Vec<_> = report.iter().map(|problem| problem.location().to_string()).collect();
    assert_eq!(found[0], "config");
    assert!(found.contains(&"config.call_forward_all.actual_value".to_owned()), "{found:?}");
}

#[cfg(feature = "rules")]
mod directory_files {
    use icws_schema::directory::InMemoryDirectory;

    #[test]
    fn objects_in_other_places_say_where_they_belong() {
        let problems = |file: &str| InMemoryDirectory::from_json(file).unwrap_err().to_string();
        assert_eq!(
            problems(r#"{"users": ["jane"], "items": []}"#),
            "1:2: `users` is not a property of a directory file; `objects` has the objects of each type: `\"objects\": {\"user\": [{\"id\": \"...\", \"attributes\": {...}}]}`; `attributes` may be left out\n\
             1:21: `items` is not a property of a directory file; a GET returns this: write the `id` of each object into `objects`, under its type, such as `\"objects\": {\"workgroup\": [{\"id\": \"...\"}]}`; each extension into `extensions`, with its owner: `\"extensions\": [{\"extension\": \"...\", \"objectType\": \"workgroup\", \"id\": \"...\"}]`; leave `displayName` and `uri` out; other properties may be `attributes` of the object"
        );
        assert_eq!(
            problems(r#"{"directory": {"Languages": [1]}}"#),
            "1:2: `directory` is not a property of a directory file; the file is inside of this property: keep only its value\n\
             1:16: /directory: `Languages` is not a property of a directory file; did you mean `languages`?\n\
             1:30: /directory/Languages/0: expected a string, found 1; write it in double quotes"
        );
        let entry = problems(r#"{"objects": {"user": [{"id": "jane", "active": true}]}}"#);
        assert!(entry.ends_with("an object has `id` and, with all other properties, `attributes`"), "{entry}");
        let transport = problems(r#"{"registrationGroups": {"g": [{"line": "a", "transport": "TLS"}]}}"#);
        assert!(
            transport.ends_with("`transport` is 2 for TLS, and any other integer, such as 0, for another transport"),
            "{transport}"
        );
        let host = problems(r#"{"registrationGroups": {"g": [{"host": "a"}]}}"#);
        assert!(host.contains("another entry has its address in `manual`, `proxy` or `dns`"), "{host}");
        let name = problems(r#"{"objects": {"user": [{"id": "jane", "name": "Jane"}]}, "licences": []}"#);
        assert!(
            name.contains("`attributes`")
                && name.contains(r#"`"objects": {"license": [{"id": "...", "attributes": {...}}]}`"#),
            "{name}"
        );
        for users in [r#"{"jane": {}}"#, r#"["jane"]"#] {
            let file = format!(
                r#"{{"objects": {{"user": {users}}}, "extensions": [{{"extension": 1, "id": "jane"}}, {{"extension": 2, "id": "jnae"}}]}}"#
            );
            let error = InMemoryDirectory::from_json(file).unwrap_err();
            let warnings: Vec<_> = error.warnings().iter().map(|warning| warning.suggestion()).collect();
            assert_eq!((error.problems().len(), warnings), (1, vec![Some("jane")]), "{error}");
        }
        let profiles = problems(r#"{"attendantProfiles": {"a": "inbound"}}"#);
        assert!(profiles.ends_with("`kind` is one of `inbound`, `outbound`, `operator`, `email`"), "{profiles}");
        let two = problems("{} {}");
        assert!(two.ends_with("a file has one value: write the contents of both into one"), "{two}");
    }
}

#[cfg(feature = "rules")]
mod rule_files {
    use icws_schema::file::{LoadProblem, LoadProblemKind};
    use icws_schema::rules::RequestChecker;

    #[test]
    fn paths_and_patterns_in_another_notation_have_suggestions() {
        let suggestion = |rule: &str| {
            let error = RequestChecker::from_json(format!("{{\"rules\": [{rule}]}}")).unwrap_err();
            let [problem] = error.problems() else { panic!("{error}") };
            (problem.kind(), problem.suggestion().unwrap_or_default().to_owned())
        };
        let of_path =
            |path: &str| suggestion(&format!(r#"{{"validator": "range", "property": "{path}", "max": 1}}"#)).1;
        assert_eq!(of_path("/followMe/0/timeout"), "followMe[].timeout");
        assert_eq!(of_path("$.followMe[*].timeout"), "followMe[].timeout");
        assert_eq!(of_path("$.externalCallTimeout"), "externalCallTimeout.actualValue");
        assert_eq!(of_path("ExternalCallTimeout"), "externalCallTimeout.actualValue");
        assert_eq!(of_path("externalCallTimeout.value"), "externalCallTimeout.actualValue");
        assert_eq!(of_path("eFaqSearchOption.actualValue"), "eFaqSearchOption");
        assert_eq!(of_path("timeout"), "followMe[].timeout");
        assert_eq!(of_path("followMe[.timeout"), "followMe[].timeout");
        assert_eq!(of_path("followMe.timeout"), "followMe[].timeout");
        assert_eq!(of_path("followMe[0].timeout"), "followMe[].timeout");
        assert_eq!(of_path("externalCallTimeout"), "externalCallTimeout.actualValue");
        let pattern = r#"{"validator": "regex", "property": "callForwardAllMode.actualValue", "pattern": "/^a$/i"}"#;
        assert_eq!(suggestion(pattern), (LoadProblemKind::InvalidPattern, "(?i)^a$".to_owned()));
    }

    #[test]
    fn synonyms_have_suggestions() {
        let suggestion = |rule: &str| {
            let error = RequestChecker::from_json(format!("{{\"rules\": [{rule}]}}")).unwrap_err();
            error.problems()[0].suggestion().map(str::to_owned)
        };
        for (rule, name) in [
            (r#"{"validator": "5", "property": "eFaqSearchOption", "max": 1}"#, "5"),
            (r#"{"validator": "range", "property": "eFaqSearchOption", "maximum": 1}"#, "max"),
            (r#"{"validator": "range", "property": "eFaqSearchOption", "comment": "x", "max": 1}"#, "note"),
            (r#"{"validator": "length", "property": "eFaqSearchOption"}"#, "stringLength"),
            (r#"{"validator": "enum", "property": "eFaqSearchOption"}"#, "validValues"),
            (r#"{"validator": "pattern", "property": "eFaqSearchOption"}"#, "regex"),
            (
                r#"{"validator": "validatorGroup", "mode": "all", "property": "followMe[].phoneNumber",
                    "rules": [{"validator": "regex", "property": "followMe[].phoneNumber", "pattern": "a"}]}"#,
                "",
            ),
        ] {
            assert_eq!(suggestion(rule).as_deref(), Some(name), "{rule}");
        }
    }

    /// Writes the problems of a rule file, each with what to do.
    fn problems(file: &str) -> Vec<String> {
        let error = RequestChecker::from_json(file).unwrap_err();
        error.problems().iter().map(|problem| problem.to_string()[..].split_once(": ").unwrap().1.to_owned()).collect()
    }

    #[test]
    fn a_rule_with_a_misspelt_validator_is_read_with_the_one_that_is_meant() {
        let file = r#"{"rules": [
            {"validator": "maxLength", "property": "followMe[].phoneNumber", "maxLength": "5"},
            {"validator": "rnage", "property": "followMe[].timout"},
            {"validator": "unheardOf", "property": "followMe[].timeout", "parameter": 1}]}"#;
        assert_eq!(
            problems(file),
            [
                "/rules/0: validator: `maxLength` is not a validator; did you mean `stringLength`?",
                "/rules/0: `maxLength` is not a parameter of stringLength (`min`, `max`, `unit`); did you mean `max`?",
                "/rules/0: max: expected an integer of at least 0, found \"5\"; write it without quotes",
                "/rules/1: validator: `rnage` is not a validator; did you mean `range`?",
                "/rules/1: property: `followMe[].timout` is not the path of a property of UserClientConfigurationProperties; did you mean `followMe[].timeout`?",
                "/rules/2: validator: `unheardOf` is not a validator",
            ]
        );
    }

    #[test]
    fn rules_inside_of_another_property_are_read() {
        let inside = problems(r#"{"ruleFile": {"rules": [{"validator": "range", "property": "timeout", "max": 1}]}}"#);
        assert_eq!(
            inside[0],
            "`ruleFile` is not a property of a rule file; the file is inside of this property: keep only its value"
        );
        assert_eq!(inside.len(), 2, "{inside:?}");
        let one = problems(r#"{"rules": {"validator": "range", "property": "timeout", "max": 1}}"#);
        assert!(one[0].starts_with("rules: expected an array of rules, found an object") && one.len() == 2, "{one:?}");
        let inner = r#"{"validator": "collectionItemValidator", "property": "followMe", "rule": {"validator": "range", "property": "followMe[].timeout", "max": 1}}"#;
        let inner = problems(&format!("{{\"rules\": [{inner}]}}"));
        assert!(
            inner.iter().any(|problem| problem.contains("did you mean `timeout`?")) && inner.len() == 3,
            "{inner:?}"
        );
    }

    #[test]
    fn conditions_and_patterns_in_other_forms_say_what_to_write() {
        let condition = |condition: &str| {
            problems(&format!(r#"{{"rules": [{{"validator": 31, "property": "eFaqSearchOption", {condition}}}]}}"#))
                .join("\n")
        };
        for wrong in [r#""when": "forwarded""#, r#""when": {"callForwardAll.actualValue": true}"#] {
            assert!(
                condition(wrong)
                    .contains(r#"a condition is an object: `{"property": "callForwardAll.actualValue", "is": true}`"#),
                "{wrong}"
            );
        }
        assert!(condition(r#""unless": {}"#).contains(r#"write the opposite: `"when": {"not": {...}}`"#));
        let pattern = |parameters: &str| {
            problems(&format!(
                r#"{{"rules": [{{"validator": 7, "property": "callForwardAllMode.actualValue", {parameters}}}]}}"#
            ))
            .join("\n")
        };
        assert!(
            pattern(r#""pattern": "a", "flags": "i""#)
                .ends_with("write flags at the start of the pattern: `(?i)` ignores case")
        );
        let slashes = pattern(r#""pattern": "/^(?!a)$/""#);
        assert!(
            slashes.contains("write it without the slashes") && slashes.contains("write it without `(?=`"),
            "{slashes}"
        );
        assert!(pattern(r#""pattern": "a\\Z""#).contains(r"write `\z` for `\Z`"));
        assert!(
            pattern(r#""like": "a%""#)
                .contains("missing required property `pattern`; the pattern, in the syntax of the crate `regex`")
        );
        let arrays = problems(r#"{"rules": [{"validator": ["range"], "property": ["timeout"]}]}"#);
        assert!(
            arrays[0].ends_with("write a rule for each validator") && arrays[1].ends_with("write a rule for each path"),
            "{arrays:?}"
        );
        let keys = problems(r#"{"rules": [{"property": "timeout", "range": {"max": 1}}]}"#);
        assert!(
            keys[0].ends_with(r#"write it as `{"validator": "range", "property": "timeout", "max": 1}`"#),
            "{keys:?}"
        );
        assert!(
            condition(r#""when": {"property": "/callForwardAll", "is": true}"#)
                .contains("did you mean `callForwardAll.actualValue`?")
        );
        assert!(problems("{}")[0].contains(r#"write the rules as `{"rules": [{"validator": "range""#));
    }

    #[test]
    fn members_of_other_formats_say_what_to_write() {
        let help = |rule: &str| {
            let problems = problems(&format!(r#"{{"rules": [{{{rule}}}]}}"#));
            problems.into_iter().find(|problem| problem.contains(" is not a p")).unwrap()
        };
        for (member, expected) in [
            (r#""notes": "x""#, "did you mean `note`?"),
            (r#""comment": "x""#, "did you mean `note`?"),
            (r#""note": "x", "description": "y""#, "a parameter of range (`min`, `max`)"),
            (r#""//": "x""#, "did you mean `note`?"),
            (r#""title": "x""#, "write it in `note`"),
            (r#""Severity": "error""#, "a rule has no severity"),
            (r#""enabled": true"#, "every rule of the file is in force"),
            (r#""unit": "s""#, "timeouts are in seconds"),
            (r#""value": 5"#, "`validValues` compares with values"),
            (r#""equals": 5"#, "`validValues` compares with values"),
            (r#""operator": ">""#, "`integerComparisonValidator` an operator"),
            (r#""required": true"#, "`requiredAttribute` is for"),
            (r#""caseSensitive": false"#, "`validValues` has `ignoreCase`"),
            (r#""exclusiveMaximum": 5"#, "are inclusive"),
            (r#""default": 5"#, "does not change a body"),
        ] {
            let found = help(&format!(r#""validator": "range", "property": "followMe[].timeout", "max": 9, {member}"#));
            assert!(found.contains(expected), "{found}");
        }
        let pattern = r#""validator": "regex", "property": "callForwardAllMode.actualValue", "pattern": "a""#;
        assert!(help(&format!(r#"{pattern}, "caseSensitive": false"#)).contains("(?i)"));
        for (member, expected) in [
            (r#""value": true"#, "write `is`"),
            (r#""expect": true"#, "write `is`"),
            (r#""equals": true"#, "did you mean `is`?"),
            (r#""operator": "ne""#, "the name is the operator"),
            (r#""is": true, "note": "x""#, "the `note` of the rule"),
            (r#""in": [true]"#, "write a test for each value"),
            (r#""isNull": true"#, "`\"absent\": true` is for"),
            (r#""gt": 5"#, "only compares for equality"),
            (r#""is": true, "ignoreCase": true"#, "compared exactly"),
        ] {
            let test = format!(r#"{{"property": "callForwardAll.actualValue", {member}}}"#);
            let found = help(&format!(r#""validator": 31, "property": "eFaqSearchOption", "when": {test}"#));
            assert!(found.contains(expected), "{found}");
        }
        let expect = r#"{"rules": [{"validator": "otherAttributeValue", "property": "eFaqSearchOption",
            "other": "callForwardAll.actualValue", "expect": true}]}"#;
        assert!(problems(expect)[0].ends_with("write it as `{\"is\": ...}`"));
    }

    #[test]
    fn all_problems_of_a_file_are_reported_in_one_pass_with_positions() {
        let file = "{\"rules\": [\n {\"validator\": \"rnage\", \"property\": \"followMe\"},\n {\"validator\": \"range\", \
            \"property\": \"/followMe/0/timeout\", \"min\": \"1\"},\n {\"validator\": \"regex\", \"property\": \"x\", \"pattern\": \"/^a$/i\"},\n 5]}";
        let error = RequestChecker::from_json(file).unwrap_err();
        let place = |problem: &LoadProblem| (problem.position().unwrap().to_string(), problem.pointer().to_owned());
        let places: Vec<_> = error.problems().iter().map(place).collect();
        let expected = [
            ("2:16", "/rules/0"),
            ("2:37", "/rules/0"),
            ("3:37", "/rules/1"),
            ("3:67", "/rules/1"),
            ("4:37", "/rules/2"),
            ("4:53", "/rules/2"),
            ("5:2", "/rules/3"),
        ];
        assert_eq!(places, expected.map(|(at, pointer)| (at.to_owned(), pointer.to_owned())));
    }
}
