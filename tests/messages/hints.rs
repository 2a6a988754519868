//! What a mistake probably is: a test for each kind, with its data, its English, and how it is in JSON.

use icws_schema::ParseOptions;
use icws_schema::body::{FollowMe, UserClientConfigurationProperties, UserClientConfigurationView};
use icws_schema::report::{Hint, Problem, Report};
use serde_json::{Value, json};

fn request(body: &str) -> Report {
    ParseOptions::new().check::<UserClientConfigurationProperties>(body)
}

/// The pointer of each problem that has a hint, and the English of the hint.
fn messages(report: &Report) -> Vec<(String, String)> {
    report.iter().filter_map(|problem| Some((problem.pointer(), problem.hint()?.to_string()))).collect()
}

/// The hints as in JSON output.
fn in_json(report: &Report) -> Vec<Value> {
    let report = serde_json::to_value(report).unwrap();
    report["problems"].as_array().unwrap().iter().map(|problem| problem["hint"].clone()).collect()
}

#[track_caller]
fn has(body: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> =
        expected.iter().map(|(pointer, message)| (pointer.to_string(), message.to_string())).collect();
    assert_eq!(messages(&request(body)), expected, "{body}");
    // The same from a value in memory.
    let value: Value = serde_json::from_str(body).unwrap();
    let parsed = ParseOptions::new().parse_value::<UserClientConfigurationProperties>(&value);
    assert_eq!(messages(parsed.report()), expected, "{body}");
}

#[test]
fn the_only_property_of_an_inheritable_object_is_probably_its_actual_value() {
    let meant = |name: &str| format!("probably written as `{name}`");
    for name in ["value", "enabled", "callForwardAll", "effective"] {
        let body = format!(r#"{{"callForwardAll": {{"{name}": true}}}}"#);
        let unknown = format!("/callForwardAll/{name}");
        let expected = [("/callForwardAll/actualValue", &*meant(name)), (&*unknown, "did you mean `actualValue`?")];
        has(&body, &expected);
    }
    // With its type, it is the only one all the same; one of several is not.
    let urn = "urn:inin.com:configuration:inheritableBooleanProperty";
    let report = request(&format!(r#"{{"callForwardAll": {{"__type": "{urn}", "value": true}}}}"#));
    assert!(
        messages(&report).contains(&("/callForwardAll/value".to_owned(), "did you mean `actualValue`?".to_owned()))
    );
    has(r#"{"callForwardAll": {"value": true, "other": 1}}"#, &[]);
    has(r#"{"callForwardAll": {"value": true, "inheritedFrom": []}}"#, &[]);
    has(r#"{"callForwardAll": {"__Type": true}}"#, &[]);
    let long = "v".repeat(101);
    has(&format!(r#"{{"callForwardAll": {{"{long}": true}}}}"#), &[]);
    // In an entry of followMe several are missing.
    has(r#"{"followMe": [{"value": "8001"}]}"#, &[]);
}

#[test]
fn the_missing_property_has_the_hint_if_unknown_ones_are_allowed() {
    let options = ParseOptions::new().allow_unknown_members(true);
    let report = options.check::<UserClientConfigurationProperties>(r#"{"callForwardAll": {"value": true}}"#);
    assert_eq!(
        report.iter().map(Problem::hint).collect::<Vec<_>>(),
        [Some(Hint::Misspelt { name: "value".to_owned() })]
    );
}

#[test]
fn a_number_where_a_string_is_expected_gets_quotes() {
    let hint = "write it in double quotes";
    has(r#"{"followMe": [{"phoneNumber": 8001, "timeout": 5, "usePin": true}]}"#, &[("/followMe/0/phoneNumber", hint)]);
    has(r#"{"callForwardAllMode": {"actualValue": 1.5}}"#, &[("/callForwardAllMode/actualValue", hint)]);
    // What else is no string is another mistake, and a response is as the server writes it.
    has(r#"{"callForwardAllMode": {"actualValue": true}}"#, &[]);
    has(r#"{"callForwardAllMode": {"actualValue": []}}"#, &[]);
    let view =
        ParseOptions::new().check::<UserClientConfigurationView>(r#"{"callForwardAllMode": {"effectiveValue": 1}}"#);
    assert_eq!((view.problems().len(), messages(&view)), (1, vec![]));
}

#[test]
fn a_property_that_is_not_inheritable_has_no_actual_value() {
    let hint = "write the value itself, without the object around it";
    has(r#"{"eFaqSearchOption": {"actualValue": 1}}"#, &[("/eFaqSearchOption", hint)]);
    has(r#"{"followMe": { "actualValue" : []}}"#, &[("/followMe", hint)]);
    has(r#"{"callForwardAll": {"actualValue": {"actualValue": true}}}"#, &[("/callForwardAll/actualValue", hint)]);
    has(r#"{"eFaqSearchOption": {}}"#, &[("/eFaqSearchOption", hint)]);
    has(r#"{"eFaqSearchOption": {"code": {"actualValue": 1}}}"#, &[("/eFaqSearchOption", hint)]);
    has(r#"{"eFaqSearchOption": {"effectiveValue": {"a": 2}, "\u0061ctualValue": 1}}"#, &[("/eFaqSearchOption", hint)]);
    let view = ParseOptions::new().check::<UserClientConfigurationView>(r#"{"eFaqSearchOption": {"actualValue": 1}}"#);
    assert_eq!((view.problems().len(), messages(&view)), (1, vec![]));
}

#[test]
fn bodies_of_other_kinds_name_their_representation() {
    let user = "a request is only what is inside `clientConfigurationProperties` of a user; check what a GET returned as a user";
    let list = "a request is only what is inside `clientConfigurationProperties` of one user; check what a GET returned as a list of users";
    has(r#"{"clientConfigurationProperties": {}}"#, &[("/clientConfigurationProperties", user)]);
    has(r#"{"configurationId": {"id": "a"}}"#, &[("/configurationId", user)]);
    has(r#"{"items": [{"configurationId": {"id": "a"}}]}"#, &[("/items", list)]);
    has(
        r#"{"errorId": "x", "message": "m"}"#,
        &[("/errorId", "this is the body of an error response: check it as one")],
    );
    let result = "this is the body of the response to an update: check it as one";
    has(r#"{"id": "a", "licenseProblems": []}"#, &[("/licenseProblems", result)]);
    let view = "to set the value, write `actualValue` for `effectiveValue`, which is what a GET returns; leave out what you do not want to set; check what a GET returned as a view";
    has(r#"{"callForwardAll": {"effectiveValue": true}}"#, &[("/callForwardAll/actualValue", view)]);
    let file = "this is a property of a rule, case or directory file, which is not a body";
    for name in ["rules", "cases", "extensions", "objects"] {
        has(&format!(r#"{{"{name}": []}}"#), &[(&format!("/{name}"), file)]);
    }
    // Further inside they are any unknown properties.
    has(r#"{"callForwardAll": {"actualValue": true, "items": []}}"#, &[]);
}

#[test]
fn names_that_differ_only_in_case_refer_to_the_first() {
    let already = |name: &str| format!("the property is already present as `{name}`: keep only one of them");
    let second = already("ACTUALVALUE");
    let expected = [
        ("/callForwardAll/actualValue", "probably written as `ACTUALVALUE`"),
        ("/callForwardAll/ACTUALVALUE", "did you mean `actualValue`?"),
        ("/callForwardAll/actualvalue", &*second),
    ];
    has(r#"{"callForwardAll": {"actualvalue": true, "ACTUALVALUE": false}}"#, &expected);
    has(r#"{"callForwardAll": {"ACTUALVALUE": true, "actualvalue": false}}"#, &expected);
    has(r#"{"straße": 1, "STRASSE": 2, "ÉTÉ": 1, "été": 2}"#, &[("/été", &already("ÉTÉ"))]);
    // Objects next to each other are others.
    has(r#"{"callForwardAll": {"a": 1, "b": 1}, "callForwardAllMode": {"A": 1, "B": 1}}"#, &[]);
    let long = "v".repeat(101);
    has(&format!(r#"{{"{long}": 1, "{}": 2}}"#, long.to_uppercase()), &[]);
}

#[test]
fn a_bare_value_of_another_type_is_both_wrapped_and_converted() {
    let boolean = "write `{\"actualValue\": true}` or `{\"actualValue\": false}`, without quotes";
    for value in [r#""yes""#, r#""TRUE""#, r#""""#, "1", "0.5", "[true]"] {
        has(&format!(r#"{{"callForwardAll": {value}}}"#), &[("/callForwardAll", boolean)]);
    }
    let integer = "write the number as `{\"actualValue\": ...}`, without quotes and unit";
    for value in [r#""45 sec""#, r#""00:45""#, r#""45,0""#, "true", "[45]"] {
        has(&format!(r#"{{"externalCallTimeout": {value}}}"#), &[("/externalCallTimeout", integer)]);
    }
    let string = "write the value as `{\"actualValue\": \"...\"}`, in double quotes";
    for value in ["1", "true", r#"["All"]"#] {
        has(&format!(r#"{{"callForwardAllMode": {value}}}"#), &[("/callForwardAllMode", string)]);
    }
    let value = "write the value as `{\"actualValue\": ...}`";
    has(r#"{"callForwardAllMode": "All"}"#, &[("/callForwardAllMode", value)]);
    has(r#"{"externalCallTimeout": 1}"#, &[("/externalCallTimeout", value)]);
}

#[test]
fn an_item_that_is_no_object_becomes_one() {
    let hint =
        "write an object for each number, such as `{\"phoneNumber\": \"8042\", \"timeout\": 15, \"usePin\": false}`";
    for item in ["8001", r#""8001""#, r#"["8001", 15, false]"#, "true"] {
        has(&format!(r#"{{"followMe": [{item}]}}"#), &[("/followMe/0", hint)]);
    }
}

#[test]
fn what_powershell_prints_for_an_object_is_converted_deeper() {
    let hint = "PowerShell printed this instead of an object: give `ConvertTo-Json` a larger `-Depth`, such as 10; a request needs no `inheritedFrom`";
    has(r#"{"callForwardAll": "@{actualValue=True}"}"#, &[("/callForwardAll", hint)]);
    has(
        r#"{"callForwardAll": {"actualValue": "System.Collections.Hashtable"}}"#,
        &[("/callForwardAll/actualValue", hint)],
    );
    has(r#"{"followMe": ["@{phoneNumber=8001; timeout=15}"]}"#, &[("/followMe/0", hint)]);
    has(r#"{"followMe": "System.Object[]"}"#, &[("/followMe", hint)]);
    has(r#"{"callForwardAllMode": {"actualValue": "@{}"}}"#, &[]);
}

#[test]
fn each_property_has_its_own_name() {
    let named = |form: &str| format!("write each property under its own name, as `{form}`");
    let hint = &*named(r#"{"callForwardAll": {"actualValue": ...}}"#);
    has(r#"{"callForwardAll.actualValue": true}"#, &[("/callForwardAll.actualValue", hint)]);
    has(r#"{"a.b": true}"#, &[("/a.b", hint)]);
    let timeout = named(r#"{"externalCallTimeout": {"actualValue": ...}}"#);
    has(r#"{"externalCallTimout.actual_value": 5}"#, &[("/externalCallTimout.actual_value", &timeout)]);
    let option = named(r#"{"eFaqSearchOption": ...}"#);
    has(r#"{"eFaqSearchOption.actualValue": 1}"#, &[("/eFaqSearchOption.actualValue", &option)]);
    let numbers = named(r#"{"followMe": [{"phoneNumber": "...", "timeout": ..., "usePin": ...}]}"#);
    has(r#"{"followMe[0].timeout": 15}"#, &[("/followMe[0].timeout", &numbers)]);
    has(r#"{"/callForwardAll": true}"#, &[("/~1callForwardAll", hint)]);
    has(r#"{"callForwardAll.other": true}"#, &[("/callForwardAll.other", hint)]);
    has(r#"{"name": "callForwardAll", "value": true}"#, &[("/name", hint), ("/value", hint)]);
    has(r#"{"actualValue": true}"#, &[("/actualValue", hint)]);
    for name in ["name", "property", "key", "path"] {
        for value in ["value", "actualValue"] {
            let pairs = format!(r#"[{{"{name}": "externalCallTimeout", "{value}": 5}}]"#);
            has(&pairs, &[("", &timeout)]);
        }
    }
    has(r#"[{"callForwardAll": {"actualValue": true}}]"#, &[("", "each item of the array is a separate body")]);
    // Other unknown properties may be anything.
    has(r#"{"other": "x"}"#, &[]);
    assert_eq!(
        request(r#"{"other": "x"}"#).problems()[0].help().unwrap(),
        "correct its name, or remove it if nothing is lost with it"
    );
}

#[test]
fn json_inside_of_a_string_is_taken_out() {
    let hint = "this is JSON inside of a string: take away the quotes around it and the backslashes";
    for (name, value) in [
        ("callForwardAll", r#"{\"actualValue\": true}"#),
        ("callForwardAllMode", r#" {\"actualValue\": \"All\"}"#),
        ("followMe", r#"[{\"phoneNumber\": \"8001\"}]"#),
    ] {
        has(&format!(r#"{{"{name}": "{value}"}}"#), &[(&format!("/{name}"), hint)]);
    }
    has(r#"{"callForwardAllMode": {"actualValue": "{}"}, "eFaqSearchOption": "{}"}"#, &[]);
}

#[test]
fn a_name_similar_to_that_of_a_code_has_its_number() {
    for name in ["Best", "best", "Bset", "BEST "] {
        has(&format!(r#"{{"eFaqSearchOption": "{name}"}}"#), &[("/eFaqSearchOption", "the code of `Best` is 2")]);
    }
    has(r#"{"eFaqSearchOption": "None"}"#, &[]);
}

#[test]
fn each_value_of_a_whole_user_needs_its_own_value() {
    let body = r#"{"configurationId": {"id": "a"}, "clientConfigurationProperties": {"callForwardAll": {"effectiveValue": true},
        "screenCalls": {"actualValue": null, "effectiveValue": true}, "externalCallTimeout": {"effectiveValue": 20}}}"#;
    let report = ParseOptions::new().follow_suggestions().check::<UserClientConfigurationProperties>(body);
    let with = |hint: Hint| report.iter().filter(move |problem| problem.hint().as_ref() == Some(&hint));
    let missing: Vec<_> = with(Hint::ActualValue).map(Problem::pointer).collect();
    let pointer = |name: &str| format!("/clientConfigurationProperties/{name}/actualValue");
    assert_eq!(missing, ["callForwardAll", "externalCallTimeout"].map(pointer));
    assert_eq!((with(Hint::WholeUser).count(), report.problems().len()), (2, 4));
}

#[cfg(feature = "rules")]
mod rejected_by_a_rule {
    use icws_schema::report::Hint;
    use icws_schema::rules::{ObjectChecker, ObjectContext};

    #[track_caller]
    fn hint(rule: &str, string: &str) -> Option<Hint> {
        let checker = ObjectChecker::from_json(format!(r#"{{"rules": [{{"property": "v", {rule}}}]}}"#)).unwrap();
        let report = checker.check(serde_json::json!({"v": string}).to_string(), &ObjectContext::new());
        assert_eq!(report.problems().len(), 1, "{string}");
        report.problems()[0].hint()
    }

    #[test]
    fn a_string_similar_to_an_allowed_one_is_that_one() {
        let rule = r#""validator": "validValues", "values": ["Internal", "External", 5, true]"#;
        for string in ["internal", "Internal ", " INTERNL", "internal\u{a0}"] {
            assert_eq!(hint(rule, string), Some(Hint::SimilarValue { value: "Internal".to_owned() }), "{string}");
        }
        assert_eq!(hint(rule, "None"), None);
        assert_eq!(hint(rule, "5"), None);
    }

    #[test]
    fn a_character_that_is_not_seen_or_easily_confused_is_named() {
        let format = r#""validator": "validFormat", "format": "phoneNumber""#;
        let pattern = r#""validator": "regex", "pattern": "^[0-9-]*$""#;
        for rule in [format, pattern] {
            for (string, number, character, others) in [
                ("555\u{2010}0100", 4, '\u{2010}', vec![]),
                ("555-\u{2013}0100", 5, '\u{2013}', vec![]),
                ("8001\u{a0}", 5, '\u{a0}', vec![]),
                ("8001 ", 5, ' ', vec![]),
                (" 8001", 1, ' ', vec![]),
                ("80\u{200b}01\t", 3, '\u{200b}', vec![6]),
                ("\t1\t2\t3\t4\t5\t6", 1, '\t', vec![3, 5, 7, 9]),
            ] {
                assert_eq!(hint(rule, string), Some(Hint::Character { number, character, others }), "{string:?}");
            }
            assert_eq!(hint(rule, "call Jane"), None);
        }
        let letters = Hint::Character { number: 2, character: 'O', others: vec![4] };
        assert_eq!(hint(pattern, "8O0l"), Some(letters));
        let message = "character 4 is a typographic dash (U+2010): replace or remove it";
        assert_eq!(hint(format, "555\u{2010}0100").unwrap().to_string(), message);
        let also =
            |string: &str| hint(format, string).unwrap().to_string().rsplit_once("; ").map(|(_, also)| also.to_owned());
        assert_eq!(also("5\u{2010}5\u{2010}0").as_deref(), Some("also see character 4"));
        assert_eq!(also("5\u{2010}5\u{2010}0\u{2010}").as_deref(), Some("also see characters 4, 6"));
        assert_eq!(hint(r#""validator": "stringLength", "max": 3"#, "8001 "), None);
    }
}

#[test]
fn a_duplicate_is_kept_once() {
    let report = request(r#"{"followMe": [], "followMe": []}"#);
    assert_eq!(report.problems()[0].help().unwrap(), "keep only one of them, with what is needed of both");
}

#[test]
fn hints_are_data_in_json() {
    let hint = |kind: &str, message: &str, name: Value, code: Value| json!({"kind": kind, "message": message, "name": name, "code": code, "item": null, "character": null});
    let report =
        request(r#"{"callForwardAll": {"actualvalue": 1}, "eFaqSearchOption": "Best", "zz": 1, "screenCalls": true}"#);
    let expected = [
        hint("misspelt", "probably written as `actualvalue`", "actualvalue".into(), Value::Null),
        hint("similarProperty", "did you mean `actualValue`?", "actualValue".into(), Value::Null),
        hint("codeName", "the code of `Best` is 2", "Best".into(), 2.into()),
        hint("bareValue", "write the value as `{\"actualValue\": ...}`", Value::Null, Value::Null),
        Value::Null,
    ];
    assert_eq!(in_json(&report), expected);
}

#[test]
fn each_kind_of_hint_has_a_unique_name() {
    let bodies = [
        r#"{"callForwardAll": {"value": true}}"#,
        r#"{"callForwardAll": {"actualValue": true, "aa": 1, "AA": 1}}"#,
        r#"{"callForwardAll": {"effectiveValue": true}}"#,
        r#"{"callForwardAll": true}"#,
        r#"{"eFaqSearchOption": {"actualValue": 1}}"#,
        r#"{"clientConfigurationProperties": {}}"#,
        r#"{"items": []}"#,
        r#"{"errorId": "x"}"#,
        r#"{"licenseProblems": []}"#,
        r#"{"rules": []}"#,
        r#"{"$schema": "x"}"#,
        "[]",
        r#"{"eFaqSearchOption": "Best"}"#,
        r#"{"eFaqSearchOption": "2"}"#,
        r#"{"callForwardAllMode": {"actualValue": 1}}"#,
        r#"{"callForwardAll": "yes"}"#,
        r#"{"externalCallTimeout": "45 sec"}"#,
        r#"{"callForwardAllMode": 5}"#,
        r#"{"followMe": {"0": {}, "1": {}}}"#,
        r#"{"followMe": [8001]}"#,
        r#"{"followMe": "@{phoneNumber=8001}"}"#,
        r#"{"callForwardAll.actualValue": true}"#,
    ];
    let words: Vec<_> = bodies
        .iter()
        .flat_map(|body| in_json(&request(body)))
        .filter(|hint| !hint.is_null())
        .map(|hint| hint["kind"].as_str().unwrap().to_owned())
        .collect();
    let expected = "misspelt similarProperty otherCase effectiveValue bareValue wrappedValue wholeUser listOfUsers \
        errorResponse updateResult otherFile jsonSchema arrayOfBodies codeName quoted unquoted bareBoolean bareInteger bareString numberedItems followMeItem powerShell propertyByName";
    assert_eq!(words.join(" "), expected);
}

/// No hint has anything of a value: what differs is the values alone, and the report is the same.
#[test]
fn no_value_is_in_a_hint() {
    let told = |value: &str| {
        let body = format!(
            r#"{{"callForwardAll": {{"value": "{value}"}}, "callForwardAllMode": {value}, "eFaqSearchOption": {{"actualValue": {value}}}}}"#
        );
        in_json(&request(&body))
    };
    assert_eq!(told("12345"), told("67890"));
    let follow_me =
        ParseOptions::new().check::<FollowMe>(r#"{"phoneNumber": 13175550100, "timeout": 1, "usePin": true}"#);
    assert!(!in_json(&follow_me)[0].to_string().contains("1317555"));
}

#[cfg(feature = "rules")]
mod delimited {
    use icws_schema::report::Report;
    use icws_schema::rules::{ObjectChecker, ObjectContext};

    fn check(rule: &str, string: &str) -> Report {
        let checker = ObjectChecker::from_json(format!(r#"{{"rules": [{{"property": "v", {rule}}}]}}"#)).unwrap();
        checker.check(serde_json::json!({"v": string}).to_string(), &ObjectContext::new())
    }

    #[track_caller]
    fn fails(rule: &str, string: &str, kind: &str, item: u64, message: &str) {
        let report = check(rule, string);
        let hint = &super::in_json(&report)[0];
        assert_eq!(
            (hint["kind"].as_str(), hint["item"].as_u64(), hint["message"].as_str()),
            (Some(kind), Some(item), Some(message)),
            "{string}"
        );
        assert!(report.to_string().contains(message), "{report}");
    }

    #[test]
    fn validator_27_names_the_item_that_failed() {
        let rule = r#""validator": "characterDelimitedValue", "delimiter": ";", "allowRepeats": false,
            "rules": [{"validator": "stringLength", "max": 3}]"#;
        fails(rule, "a;;b", "emptyItem", 2, "item 2 is empty");
        fails(rule, "a;b;", "emptyItem", 3, "item 3 is empty");
        fails(rule, "a;b;a", "repeatedItem", 3, "item 3 repeats an earlier one");
        fails(rule, "a;long;longer", "invalidItem", 2, "item 2 does not satisfy the rules for items");
        assert!(check(rule, "a;b;A").is_valid() && check(rule, "").is_valid());
    }

    #[test]
    fn validator_45_names_the_pair_that_failed() {
        let rule = r#""validator": "characterDelimitedKVPairs", "pairDelimiter": ";", "keyDelimiter": "=", "keys": ["a", "b"]"#;
        fails(rule, "a=1;b", "noKeyDelimiter", 2, "pair 2 has no delimiter between key and value");
        fails(rule, "a=1;", "noKeyDelimiter", 2, "pair 2 has no delimiter between key and value");
        fails(rule, "=1", "noKey", 1, "pair 1 has no key");
        fails(rule, "b=;a=1;b=2", "repeatedKey", 3, "the key of pair 3 repeats an earlier one");
        fails(rule, "a=1;A=2", "unknownKey", 2, "the key of pair 2 is not allowed");
        assert!(check(rule, "a=1=2;b=").is_valid() && check(rule, "").is_valid());
        // A key delimiter may contain the delimiter of pairs, and the other way round.
        let rule = |pair: &str, key: &str| {
            format!(r#""validator": "characterDelimitedKVPairs", "pairDelimiter": "{pair}", "keyDelimiter": "{key}""#)
        };
        assert!(!check(&rule(";", "=;"), "a=;1").is_valid() && check(&rule("==", "="), "a=1==b=2").is_valid());
    }

    #[test]
    fn the_value_of_a_cause_is_the_item() {
        let rule = r#""validator": "characterDelimitedValue", "delimiter": ";", "rules": [
            {"validator": "validatorGroup", "property": "", "rules": [{"validator": "regex", "property": "", "pattern": "^q"}]}]"#;
        let report = check(rule, "a\u{e9};q;bb");
        let body = serde_json::json!({"v": "a\u{e9};q;bb"}).to_string();
        let causes = report.problems()[0].causes();
        let values: Vec<_> = causes.iter().map(|cause| cause.found_value(Some(body.as_bytes())).unwrap()).collect();
        assert_eq!(values, [r#""aé""#, r#""bb""#]);
        assert_eq!(causes[1].causes()[0].found_value(Some(body.as_bytes())).unwrap(), r#""bb""#);
        assert_eq!(causes[0].pointer(), "/v");
    }

    #[test]
    fn a_value_that_is_not_a_string_has_no_item() {
        let rule = r#""validator": "characterDelimitedKVPairs", "pairDelimiter": ";", "keyDelimiter": "=""#;
        let checker = ObjectChecker::from_json(format!(r#"{{"rules": [{{"property": "v", {rule}}}]}}"#)).unwrap();
        let report = checker.check(r#"{"v": 5}"#, &ObjectContext::new());
        assert_eq!(report.problems()[0].hint(), None);
    }
}
