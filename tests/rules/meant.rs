//! What is probably meant by a mistake in a rule file is read as well, so that the mistakes behind it come in the same pass.

use icws_schema::file::{LoadError, LoadProblem};
use icws_schema::rules::{ObjectChecker, RequestChecker};

/// The problems and warnings of a file for requests, without their positions.
fn request(file: &str) -> Vec<String> {
    match RequestChecker::from_json(file) {
        Ok(checker) => messages(checker.warnings()),
        Err(error) => messages(error.problems().iter().chain(error.warnings())),
    }
}

/// The problems of a file for objects of any type, without their positions.
fn object(file: &str) -> Vec<String> {
    messages(ObjectChecker::from_json(file).err().iter().flat_map(LoadError::problems))
}

fn messages<'p>(problems: impl IntoIterator<Item = &'p LoadProblem>) -> Vec<String> {
    let message = |problem: &LoadProblem| {
        let line = problem.to_string();
        line.splitn(3, ':').nth(2).map_or(line.clone(), |rest| rest.trim().to_owned())
    };
    problems.into_iter().map(message).collect()
}

#[test]
fn a_rule_is_checked_as_if_it_had_the_suggested_path() {
    let file = r#"{"rules": [
        {"validator": "validValues", "property": "screenCalls", "values": [false]},
        {"validator": "validValues", "property": "eFaqSearchOption.actualValue", "values": ["Best", "Strict"]},
        {"validator": "range", "property": "ExternalCallTimeout", "min": 3000000000},
        {"validator": "collectionItemValidator", "property": "folowMe[]", "rules": [{"validator": "range", "property": "timout", "max": 9}]}
    ]}"#;
    assert_eq!(
        request(file),
        [
            "/rules/0: property: expected the path of a string, a number or a boolean, found that of an object (InheritableBooleanProperty); did you mean `screenCalls.actualValue`?",
            "/rules/1: property: `eFaqSearchOption.actualValue` is not the path of a property of UserClientConfigurationProperties; did you mean `eFaqSearchOption`?",
            "/rules/2: property: `ExternalCallTimeout` is not the path of a property of UserClientConfigurationProperties; did you mean `externalCallTimeout.actualValue`?",
            "/rules/3: property: `folowMe[]` is not the path of a property of UserClientConfigurationProperties; did you mean `followMe`?",
            "/rules/3/rules/0: property: `timout` is not the path of a property of FollowMe; did you mean `timeout`?",
            "/rules/1: values: expected a code of EFaqSearchOptions (0 All, 1 Generous, 2 Best, 3 Strict), found \"Best\"; write `2` for `\"Best\"`, `3` for `\"Strict\"`",
            "/rules/2: min: expected a 32-bit integer, found 3000000000",
        ]
    );
}

#[test]
fn a_warning_names_all_values_that_a_property_cannot_have() {
    let warnings = |property: &str, values: &str| {
        let file =
            format!(r#"{{"rules": [{{"validator": "validValues", "property": "{property}", "values": {values}}}]}}"#);
        let warnings = request(&file);
        assert_eq!(warnings.len(), 1);
        warnings[0].split_once("; ").map_or(String::new(), |(_, help)| help.to_owned())
    };
    assert_eq!(warnings("eFaqSearchOption", r#"["Best", 1]"#), "did you mean `2`?");
    let values = r#"["Best", "all", "None", 1, true]"#;
    let help = "write `2` for `\"Best\"`, `0` for `\"all\"`; not possible either: `\"None\"`, `true`";
    assert_eq!(warnings("eFaqSearchOption", values), help);
    let help = "write `true` for `\"true\"`, `false` for `\"false\"`";
    assert_eq!(warnings("callForwardAll.actualValue", r#"["true", "false"]"#), help);
    assert_eq!(warnings("followMe[].timeout", r#"["a", "b"]"#), "none of these is possible: `\"a\"`, `\"b\"`");
    let many: Vec<_> = (0..10_000).map(|index| format!("\"{index}\"")).collect();
    assert!(warnings("followMe[].timeout", &format!("[{}]", many.join(","))).ends_with("`7` for `\"7\"`, and so on"));
}

#[test]
fn rules_in_an_object_by_path_validator_or_name_are_read() {
    let file = r#"{"rules": {
        "workgroup": {"validator": "existingInstanceId", "objectType": "workgroup"},
        "zone": {"validator": "timeZone", "source": "Windows"},
        "hired": {"validator": "validFormat", "format": "none"},
        "A count": {"property": "count", "type": "range", "min": "0"},
        "size": [{"stringLength": {"maximum": "9"}}, {"minItems": 1}],
        "other": 5
    }}"#;
    let (first, others) = (&object(file)[0], &object(file)[1..]);
    assert_eq!(
        first,
        r#"rules: expected an array of rules, found an object; an array has the rules; write `{"validator": "existingInstanceId", "property": "workgroup", "objectType": "workgroup"}`, and so on for each"#
    );
    assert_eq!(
        others,
        [
            "/rules/1: validator: `timeZone` is not a validator; did you mean `timeZoneValidator`?",
            "/rules/1: source: expected one of `directory`, `windows`, `iana`, found \"Windows\"; did you mean `windows`?",
            "/rules/2: format: expected one of `date`, `time`, `dateTime`, `duration`, `guid`, `uri`, `email`, `ipv4`, `ipv6`, `hostname`, `integer`, `number`, `boolean`, `phoneNumber`, found \"none\"",
            "/rules/3: `type` is not a property of a rule; did you mean `validator`?",
            "/rules/3: min: expected an integer, found \"0\"; write it without quotes",
            "/rules/4: `maximum` is not a parameter of stringLength (`min`, `max`, `unit`); did you mean `max`?",
            "/rules/4: max: expected an integer of at least 0, found \"9\"; write it without quotes",
            "/rules/6: expected a rule (an object), found 5; a rule is an object: `{\"validator\": \"range\", \"property\": \"followMe[].timeout\", \"max\": 60}`",
        ]
    );
}

/// A rule that is wrong itself is not an example.
#[test]
fn no_wrong_rule_is_shown_in_place_of_rules_in_an_object() {
    let help = |rules: &str| object(&format!(r#"{{"rules": {rules}}}"#))[0].rsplit_once("; ").unwrap().1.to_owned();
    assert_eq!(
        help(r#"{"a": {"validator": "rnage", "max": 5}, "b": {"validator": "range", "max": 5}}"#),
        r#"write `{"validator": "range", "property": "b", "max": 5}`, and so on for each"#
    );
    assert_eq!(
        help(r#"{"a": {"validator": "rnage", "max": 5}}"#),
        r#"write it as `{"validator": ..., "property": ..., ...}`"#
    );
    let right: Vec<_> = (0..10_000).map(|index| format!(r#""p{index}": {{"validator": "range", "max": 5}}"#)).collect();
    let right = help(&format!("{{{}}}", right.join(",")));
    assert_eq!(right, r#"write `{"validator": "range", "property": "p0", "max": 5}`, and so on for each"#);
}

#[test]
fn names_that_are_not_paths_are_not_written_as_properties() {
    for (name, others) in [("", 1), ("a count", 1), ("externalCallTimeout.actualValue", 0)] {
        let file = format!(r#"{{"rules": {{"{name}": {{"validator": "range", "max": 5}}}}}}"#);
        let found = request(&file);
        let missing = found.iter().filter(|problem| problem.contains("missing required property `property`")).count();
        assert_eq!((missing, found.len()), (others, others + 1), "{found:?}");
        assert_eq!(
            found[0].contains(
                r#"write it as `{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 5}`"#
            ),
            others == 0,
            "{found:?}"
        );
    }
    let properties = r#""properties": ["callForwardAll.actualValue", "callForwardAllMode.actualValue"]"#;
    let either = format!(r#""validator": "objectValidationErrorMutuallyExclusive", {properties}"#);
    let written = format!("write it as `{{{either}}}`");
    assert!(object(&format!(r#"{{"rules": {{"either": {{{either}}}}}}}"#))[0].ends_with(&written));
}

#[test]
fn a_rule_without_a_validator_has_no_member_that_no_rule_has() {
    assert_eq!(
        request(
            r#"{"rules": [{"property": "followMe[].timeout", "x": true, "mn": 5, "max": 6, "RuleFor": 1, "note": "n"}]}"#
        ),
        [
            "/rules/0: missing required property `validator`; `min` and `max` are parameters of `range` for an integer, `stringLength` for a string and `collectionCount` for an array",
            "/rules/0: `x` is not a property of a rule",
            "/rules/0: `mn` is not a property of a rule; did you mean `min`?",
            "/rules/0: `RuleFor` is not a property of a rule; did you mean `property`?",
        ]
    );
    // A rule whose validator is not known may have parameters that are not known.
    assert_eq!(request(r#"{"rules": [{"validator": "unheardOf", "property": "followMe", "x": true}]}"#).len(), 1);
}

#[test]
fn an_array_of_paths_hides_nothing_else() {
    assert_eq!(
        object(r#"{"rules": [{"validator": "range", "property": ["a"], "min": 3, "max": 1}, {"property": ["a"]}, {"validator": "regex", "property": ["a"]}]}"#)
            .iter()
            .map(|problem| problem.split([',', ';']).next().unwrap())
            .collect::<Vec<_>>(),
        [
            "/rules/0: property: expected a string",
            "/rules/0: min: expected at most 1",
            "/rules/1: missing required property `validator`",
            "/rules/1: property: expected a string",
            "/rules/2: missing required property `pattern`",
            "/rules/2: property: expected a string",
        ]
    );
}

#[test]
fn a_misspelt_alternative_beside_another_one_is_not_a_second_one() {
    let condition = |members: &str| {
        object(&format!(
            r#"{{"rules": [{{"validator": "propertyNotApplicable", "property": "a", "when": {{"property": "b", {members}}}}}]}}"#
        ))
    };
    assert_eq!(
        condition(r#""absent": true, "isnt": 5, "ani": 1, "id": {}"#),
        [
            "/rules/0: when: `isnt` is not a property of a condition; did you mean `isNot`?",
            "/rules/0: when: `ani` is not a property of a condition; did you mean `any`?",
            "/rules/0: when: `id` is not a property of a condition; a condition is an object: `{\"property\": \"callForwardAll.actualValue\", \"is\": true}`, or has only `all`, `any` or `not`",
        ]
    );
    assert_eq!(condition(r#""isnt": {}"#).len(), 2);
    let comparison = r#""validator": "integerComparisonValidator", "property": "a", "operator": "lt", "other": "b""#;
    assert_eq!(object(&format!(r#"{{"rules": [{{{comparison}, "valeu": 5}}]}}"#)).len(), 1);
    assert_eq!(object(&format!(r#"{{"rules": [{{{comparison}, "value": 5}}]}}"#)).len(), 1);
}

#[test]
fn a_rule_that_is_not_in_an_array_is_read() {
    let rule = r#"{"type": "range", "path": "followMe[].timeout", "max": "5"}"#;
    let group = |rules: &str| {
        request(&format!(
            r#"{{"rules": [{{"validator": "validatorGroup", "property": "callForwardAll", "rules": {rules}}}]}}"#
        ))
    };
    let outer = request(&format!(r#"{{"rules": {rule}}}"#));
    assert_eq!(outer[0], "rules: expected an array of rules, found an object; write `[` before it and `]` after it");
    assert_eq!(outer.len(), 4, "{outer:?}");
    let inner = group(rule);
    assert!(inner[0].ends_with("expected an array of rules, found an object; write `[` before it and `]` after it"));
    assert_eq!(inner.len(), 5, "{inner:?}");
    let named = group(r#"{"actualValue": {"validator": "validValues", "values": ["true"]}}"#);
    assert_eq!(named.len(), 2, "{named:?}");
}

#[test]
fn the_path_of_an_inner_rule_that_repeats_the_outer_one_is_explained() {
    let problems = |outer: &str, inner: &str| {
        request(&format!(
            r#"{{"rules": [{{{outer}, "rules": [{{"validator": "requiredValue", "property": "{inner}"}}]}}]}}"#
        ))
    };
    let group = r#""validator": "validatorGroup", "property": "followMe[].phoneNumber""#;
    assert_eq!(
        problems(group, "followMe[].phoneNumber"),
        [
            r#"/rules/0/rules/0: property: `followMe[].phoneNumber` is not the path of a property of String; did you mean `""`? inside of a group, the path begins at its `property`: `""` is the property itself"#
        ]
    );
    assert!(problems(group, "phone")[0].ends_with(r#"did you mean `""`?"#));
    let object =
        problems(r#""validator": "validatorGroup", "property": "callForwardAll""#, "callForwardAll.actualValue");
    assert!(object[0].contains("did you mean `actualValue`? inside of a group, "), "{object:?}");
    let items = r#""validator": "collectionItemValidator", "property": "followMe""#;
    let items = problems(items, "followMe[].timeout");
    assert!(
        items[0].contains("did you mean `timeout`? inside of rules for items, the path begins at the item"),
        "{items:?}"
    );
}

#[test]
fn parameters_inside_of_a_member_are_read() {
    let problems = |rule: &str| request(&format!(r#"{{"rules": [{{"property": "followMe[].timeout", {rule}}}]}}"#));
    for name in ["params", "Parameters", "options", "args", "config"] {
        assert_eq!(
            problems(&format!(r#""validator": "range", "{name}": {{"min": 5, "max": 120}}"#)),
            [format!(
                "/rules/0: `{name}` is not a parameter of range (`min`, `max`); write what is inside of `{name}` into the rule itself: `\"min\": 5, \"max\": 120`"
            )]
        );
    }
    let inside = problems(r#""type": "range", "params": {"minimum": 9, "max": 3}"#);
    assert_eq!(
        inside,
        [
            "/rules/0: `type` is not a property of a rule; did you mean `validator`?",
            "/rules/0: `params` is not a parameter of range (`min`, `max`); write what is inside of `params` into the rule itself: `\"min\": 9, \"max\": 3`",
            "/rules/0: `minimum` is not a parameter of range (`min`, `max`); did you mean `min`?",
        ]
    );
    let help = |rule: &str| problems(rule).pop().unwrap().rsplit_once("; ").unwrap().1.to_owned();
    assert_eq!(
        help(r#""validator": "range", "min": 5, "params": {}"#),
        "remove `params`: parameters are in the rule itself"
    );
    let many = (0..10).map(|index| format!(r#""{}": {index}"#, "p".repeat(20 + index))).collect::<Vec<_>>().join(",");
    let [_, around, ..] = &problems(&format!(r#""validator": "range", "params": {{{many}}}"#))[..] else { panic!() };
    assert!(around.ends_with("; write what is inside of `params` into the rule itself"), "{around}");
}

#[test]
fn what_is_missing_or_too_much_in_a_rule_file_has_help() {
    assert_eq!(
        request(r#"{"version": 2, "rules": [{"validator": "range", "max": 5}]}"#),
        [
            "`version` is not a property of a rule file; remove it: the file has no version",
            "/rules/0: missing required property `property`; it is the path of what is checked, such as `followMe[].timeout`",
        ]
    );
}

#[test]
fn a_suggested_format_comes_with_what_it_looks_like() {
    let help = |format: &str| {
        let file = format!(r#"{{"rules": [{{"validator": "validFormat", "property": "a", "format": "{format}"}}]}}"#);
        object(&file)[0].split_once("; ").map_or(String::new(), |(_, help)| help.to_owned())
    };
    let (date, time) = ("`date` is a date as `2012-02-28`", "`time` is a time as `09:38` or `09:38:17`");
    for format in ["yyyy-MM-dd", "YYYY-MM-DD", "dd.MM.yyyy", "Date", "TT.MM.JJJJ"] {
        assert_eq!(help(format), format!("did you mean `date`? {date}"), "{format}");
    }
    for format in ["HH:mm", "hh:mm:ss", "Time"] {
        assert_eq!(help(format), format!("did you mean `time`? {time}"), "{format}");
    }
    let date_time = "did you mean `dateTime`? `dateTime` is a date and time as `2012-02-28T09:38:17Z`, or with an offset as `2012-02-28T09:38:17+01:00`";
    for format in ["ISO8601", "date-time", "yyyy-MM-dd HH:mm"] {
        assert_eq!(help(format), date_time, "{format}");
    }
    let phone = "did you mean `phoneNumber`? `phoneNumber` is a number as `8001` or `+1 317 555 0142`, or a `tel:` or `sip:` URI";
    assert_eq!(help("telefon"), phone);
    assert_eq!(help("something"), "");
}

/// The path of a rule that is shown is the suggested one.
#[test]
fn the_rules_that_are_shown_have_the_suggested_paths() {
    let help = |rules: &str| request(&format!(r#"{{"rules": {rules}}}"#))[0].rsplit_once("; ").unwrap().1.to_owned();
    assert_eq!(
        help(
            r#"{"externalCallTimeout": {"validator": "range", "max": 5}, "followMe": {"validator": "requiredValue"}}"#
        ),
        r#"write a rule for each: `{"validator": "range", "property": "externalCallTimeout.actualValue", "max": 5}`, `{"validator": "requiredValue", "property": "followMe"}`"#
    );
    assert_eq!(
        help(r#"{"Rule1": {"validator": "range", "max": 5}}"#),
        r#"write it as `{"validator": "range", "property": ..., "max": 5}`"#
    );
    let group = r#"[{"validator": "validatorGroup", "property": "followMe[].phoneNumber", "rules": {"a": {"validator": "regex", "pattern": "a"}}}]"#;
    assert_eq!(help(group), r#"write it as `{"validator": "regex", "property": "", "pattern": "a"}`"#);
}

#[test]
fn rules_by_name_in_place_of_a_rule_file_are_read() {
    assert_eq!(
        request(
            r#"{"followMe[].timeout": {"validator": "range", "max": "5"}, "screenCalls": {"type": "requiredValue"}}"#
        ),
        [
            r#"expected a rule file (an object with `rules`), found an object; `{"rules": [...]}` has the rules; write `{"validator": ..., "property": ..., ...}`, and so on for each"#,
            r#"/rules/0: max: expected an integer, found "5"; write it without quotes"#,
            "/rules/1: `type` is not a property of a rule; did you mean `validator`?",
        ]
    );
}

#[test]
fn values_that_are_not_yet_right_say_what_to_write() {
    let helps = |rule: &str| -> Vec<String> {
        let problems = request(&format!(r#"{{"rules": [{rule}]}}"#));
        problems.iter().map(|problem| problem.rsplit_once("; ").unwrap().1.to_owned()).collect()
    };
    for (expect, help) in [("present", "present"), ("Absent", "absent")] {
        let rule = format!(
            r#"{{"validator": "otherAttributeValue", "property": "followMe", "other": "screenCalls", "expect": "{expect}"}}"#
        );
        assert_eq!(helps(&rule), [format!("write it as `{{\"{help}\": true}}`")]);
    }
    assert_eq!(
        helps(r#"{"validator": "range", "property": "externalCallTimeout.actualValue", "min": "", "max": 5}"#),
        ["write the number, without quotes, or leave it out"]
    );
    assert_eq!(
        helps(
            r#"{"validator": "validValues", "property": "callForwardAllMode.actualValue", "values": ["a"], "ignoreCase": "yes"}"#
        ),
        ["write `true` or `false`, without quotes"]
    );
}
