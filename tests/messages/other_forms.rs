//! What to write in place of rules and entries of directories in another form.

use icws_schema::directory::InMemoryDirectory;
use icws_schema::rules::RequestChecker;

/// The problems of a rule file with this rule, without their positions.
fn of_rule(rule: &str) -> Vec<String> {
    of_rules(&format!("[{rule}]")).into_iter().map(|problem| problem.replacen("/rules/0: ", "", 1)).collect()
}

fn of_rules(rules: &str) -> Vec<String> {
    let error = RequestChecker::from_json(format!("{{\"rules\": {rules}}}")).unwrap_err();
    error.problems().iter().map(|problem| problem.to_string().split_once(": ").unwrap().1.to_owned()).collect()
}

fn of_directory(file: &str) -> Vec<String> {
    let error = InMemoryDirectory::from_json(file).unwrap_err();
    error.problems().iter().map(|problem| problem.to_string().split_once(": ").unwrap().1.to_owned()).collect()
}

#[test]
fn keywords_of_json_schema_are_rules_with_validators() {
    for (rule, expected) in [
        (
            r#""property": "externalCallTimeout.actualValue", "type": "integer", "minimum": 10, "maximum": 60"#,
            r#"write it as `{"validator": "range", "property": "externalCallTimeout.actualValue", "min": 10, "max": 60}`; types are always checked"#,
        ),
        (
            r#""property": "callForwardAllMode.actualValue", "enum": ["Internal", "All"]"#,
            r#"write it as `{"validator": "validValues", "property": "callForwardAllMode.actualValue", "values": ["Internal", "All"]}`"#,
        ),
        (
            r#""property": "followMe", "maxItems": 5"#,
            r#"write it as `{"validator": "collectionCount", "property": "followMe", "max": 5}`"#,
        ),
        (
            r#""property": "followMe[].phoneNumber", "minLength": 2, "pattern": "^\\d+$", "format": "date-time""#,
            r#"write a rule for each: `{"validator": "stringLength", "property": "followMe[].phoneNumber", "min": 2}`, `{"validator": "regex", "property": "followMe[].phoneNumber", "pattern": "^\\d+$"}`, `{"validator": "validFormat", "property": "followMe[].phoneNumber", "format": "dateTime"}`"#,
        ),
        (
            r#""property": "followMe[].timeout", "exclusiveMinimum": 0, "multipleOf": 5, "const": 9"#,
            r#"write a rule for each: `{"validator": "integerComparisonValidator", "property": "followMe[].timeout", "operator": "gt", "value": 0}`, `{"validator": "multipleOf", "property": "followMe[].timeout", "divisor": 5}`, `{"validator": "validValues", "property": "followMe[].timeout", "values": [9]}`"#,
        ),
        (
            r#""property": "followMe", "required": true, "nullable": false"#,
            r#"write a rule for each: `{"validator": "requiredAttribute", "property": "followMe"}`, `{"validator": "requiredValue", "property": "followMe"}`"#,
        ),
        (
            r#""required": ["followMe"]"#,
            r#"write it as `{"validator": "attributeExistence", "required": ["followMe"]}`"#,
        ),
        (
            r#""property": "followMe", "type": "array", "min": 1"#,
            r#"write it as `{"validator": "collectionCount", "property": "followMe", "min": 1}`; types are always checked"#,
        ),
        (r#""property": "followMe", "type": "array""#, "types are always checked, without a rule: remove it"),
        (
            r#""property": "followMe", "max": 4"#,
            "`min` and `max` are parameters of `range` for an integer, `stringLength` for a string and `collectionCount` for an array",
        ),
        (
            r#""property": "followMe[].timeout", "InclusiveBetween": {"From": 1, "To": 60}"#,
            r#"write it as `{"validator": "range", "property": "followMe[].timeout", "min": 1, "max": 60}`"#,
        ),
        (
            r#""property": "followMe[].timeout", "range": [1, 60]"#,
            r#"write it as `{"validator": "range", "property": "followMe[].timeout", "min": 1, "max": 60}`"#,
        ),
    ] {
        let problems = of_rule(&format!("{{{rule}}}"));
        assert_eq!(problems, [format!("missing required property `validator`; {expected}")], "{rule}");
    }
    // The path is checked for the validator that is meant.
    let path = of_rule(r#"{"property": "externalCallTimeout", "maximum": 5}"#);
    assert!(path[1].ends_with("did you mean `externalCallTimeout.actualValue`?"), "{path:?}");
    assert_eq!(
        of_rule(r#"{"validator": "integer", "property": "followMe[].timeout"}"#),
        [
            "validator: `integer` is not a validator; types are always checked; `range`, `multipleOf` and `validValues` check an integer"
        ]
    );
    let many: Vec<_> = (0..60).map(|value| value.to_string()).collect();
    let long = of_rule(&format!(r#"{{"property": "eFaqSearchOption", "enum": [{}]}}"#, many.join(", ")));
    assert!(long[0].ends_with(", ...]}`"), "{long:?}");
}

#[test]
fn rules_by_path_or_validator_are_an_array() {
    let written = |rules: &str| of_rules(rules).swap_remove(0);
    assert_eq!(
        written(
            r#"{"externalCallTimeout.actualValue": {"range": [5, 120]}, "followMe[].phoneNumber": {"requiredValue": true}}"#
        ),
        r#"rules: expected an array of rules, found an object; an array has the rules; write a rule for each: `{"validator": "range", "property": "externalCallTimeout.actualValue", "min": 5, "max": 120}`, `{"validator": "requiredValue", "property": "followMe[].phoneNumber"}`"#
    );
    for rules in [
        r#"{"range": {"property": "followMe[].timeout", "max": 9}}"#,
        r#"{"range": [{"property": "followMe[].timeout", "max": 9}]}"#,
        r#"{"followMe[].timeout": {"validator": "range", "max": 9}}"#,
        r#"{"followMe[].timeout": [{"validator": 5, "max": 9}]}"#,
        r#"{"followMe[].timeout": {"maximum": 9}}"#,
    ] {
        let expected = r#"write it as `{"validator": "range", "property": "followMe[].timeout", "max": 9}`"#;
        assert!(written(rules).ends_with(expected), "{rules}: {}", written(rules));
    }
    let many: Vec<_> = (0..20).map(|index| format!(r#""p{index}": {{"maximum": 1}}"#)).collect();
    assert!(
        written(&format!("{{{}}}", many.join(", ")))
            .ends_with(r#"write `{"validator": "range", "property": ..., "max": 1}`, and so on for each"#)
    );
}

#[test]
fn several_paths_are_those_of_a_parameter_or_of_several_rules() {
    for (rule, expected) in [
        (
            r#"{"validator": "mutuallyExclusive", "property": ["screenCalls", "callForwardAll"]}"#,
            [
                "validator: `mutuallyExclusive` is not a validator; did you mean `objectValidationErrorMutuallyExclusive`?",
                r#"property: expected a string, found an array of 2 items; write it as `"properties": ["screenCalls", "callForwardAll"]`"#,
            ]
            .as_slice(),
        ),
        (
            r#"{"validator": 39, "property": ["screenCalls", "folowMe"]}"#,
            &[
                r#"property: expected a string, found an array of 2 items; write it as `"required": ["screenCalls", "folowMe"]`"#,
                "property: `folowMe` is not the path of a property of UserClientConfigurationProperties; did you mean `followMe`?",
            ],
        ),
        (
            r#"{"validator": "requiredValue", "property": ["followMe"]}"#,
            &["property: expected a string, found an array of 1 item; write a rule for each path"],
        ),
        (
            r#"{"validator": "attributeExistence", "attributes": ["followMe"]}"#,
            &[
                "expected at least one of `required`, `forbidden`, found none of them",
                "`attributes` is not a parameter of attributeExistence (`required`, `forbidden`); names of properties that must be set are in `required`, those that must not be set in `forbidden`",
            ],
        ),
    ] {
        assert_eq!(of_rule(rule), expected, "{rule}");
    }
}

#[test]
fn a_parameter_says_what_it_is_like() {
    for (rule, expected) in [
        (
            r#"13, "property": "followMe[].phoneNumber""#,
            "missing required property `format`; the format, one of `date`, `time`,",
        ),
        (
            r#"13, "property": "followMe[].phoneNumber", "format": "E.164""#,
            r#"found "E.164"; did you mean `phoneNumber`?"#,
        ),
        (
            r#""integerComparisonValidator", "property": "followMe[].timeout", "value": 1"#,
            ", one of `lt`, `le`, `eq`, `ne`, `ge`, `gt`",
        ),
        (r#"31, "property": "followMe""#, r#"`"when": {"property": "callForwardAll.actualValue", "is": true}`"#),
        (r#"40, "property": "followMe", "other": "screenCalls""#, r#"; the expectation: `{"present": true}`,"#),
        (r#"9, "property": "eFaqSearchOption""#, r#"`"values": ["...", "..."]`"#),
        (r#"17, "property": "followMe[].phoneNumber""#, "the name of an alphabet: `arpabet`"),
        (r#"11, "property": "followMe""#, r#"`"rules": [{"validator": ..., "property": ...}]`"#),
        (
            r#""invalidCharacters", "property": "followMe[].phoneNumber", "characters": ["*", "!", "/"]"#,
            r#"found an array of 3 items; write them as one string: `"*!/"`"#,
        ),
        (
            r#"9, "property": "callForwardAllMode.actualValue", "values": ["All"], "caseSensitive": false"#,
            "`ignoreCase` is its opposite: write `true` for `false`, and `false` for `true`",
        ),
        (
            r#"40, "property": "followMe", "other": "screenCalls.actualValue", "expect": {"is": null}"#,
            r#"`"absent": true` is for a property that is missing or null"#,
        ),
        (
            r#"31, "property": "followMe", "when": {"property": "eFaqSearchOption", "is": [1, 2]}"#,
            r#"write a test for each value: `{"any": [{"property": ..., "is": ...}, {"property": ..., "is": ...}]}`"#,
        ),
    ] {
        let problems = of_rule(&format!(r#"{{"validator": {rule}}}"#));
        assert!(problems.len() == 1 && problems[0].contains(expected), "{rule}: {problems:?}");
    }
}

#[test]
fn entries_of_directories_in_another_form_say_what_to_write() {
    for (file, expected) in [
        (
            r#"{"languages": [{"id": "en-US", "displayName": "English"}]}"#,
            r#"/languages/0: expected a string, found an object; write it alone: `"en-US"`"#,
        ),
        (
            r#"{"timeZones": [{"zone": 1}]}"#,
            "/timeZones/0: expected a string, found an object; write its id or name alone, as a string",
        ),
        (
            r#"{"objects": {"user": [{"id": "a", "attributes": {"roles": ["Agent"]}}]}}"#,
            "found an array of 1 item; write the item alone, without brackets",
        ),
        (
            r#"{"objects": {"user": [{"id": "a", "attributes": {"roles": ["Agent", "Admin"]}}]}}"#,
            "an attribute has one value: write one string with all of them, or only one of them",
        ),
        (
            r#"{"objects": {"user": [{"id": "a", "attributes": {"role": {"id": "Agent"}}}]}}"#,
            "write the value alone, without the object around it",
        ),
        (
            r#"{"rules": []}"#,
            "`rules` is not a property of a directory file; `rules` belongs into a rule file, which is a file of its own",
        ),
        (r#"{"attendantProfiles": [{"id": "a", "kind": "Incoming"}]}"#, "did you mean `inbound`?"),
        (r#"{"attendantProfiles": [{"id": "a", "kind": "out"}]}"#, "did you mean `outbound`?"),
    ] {
        let problems = of_directory(file);
        assert!(problems.len() == 1 && problems[0].ends_with(expected), "{file}: {problems:?}");
    }
}

#[test]
fn validators_of_other_libraries_name_what_they_mean() {
    let unknown = |validator: &str, more: &str| {
        let rule = format!(r#"{{"validator": "{validator}", "property": "followMe[].phoneNumber"{more}}}"#);
        let problems = of_rule(&rule);
        let message = format!("validator: `{validator}` is not a validator; ");
        (
            problems[0].strip_prefix(&message).unwrap_or_else(|| panic!("{problems:?}")).to_owned(),
            problems[1..].to_vec(),
        )
    };
    for (validator, named) in [
        ("@NotEmpty", "`requiredValue`"),
        ("NotBlank", "`requiredValue`"),
        ("@NotNull", "`requiredValue`"),
        ("required", "`requiredAttribute`"),
        ("@Required", "`requiredValue` rejects null"),
        ("@Size", "`stringLength`"),
        ("length", "`stringLength`"),
        ("maxLength", "`stringLength`"),
        ("minLength", "`stringLength`"),
        ("maxItems", "`collectionCount`"),
        ("@Pattern", "`regex`"),
        ("regexp", "`regex`"),
        ("between", "`range`"),
        ("numeric", "`regex`"),
        ("enum", "`validValues`"),
        ("unique", "`uniqueAttributeValue`"),
        ("isInt", "types are always checked"),
        ("phoneNumberFormat", "`validFormat` with `\"format\": \"phoneNumber\"`"),
        ("phoneNumber", "`validFormat` with `\"format\": \"phoneNumber\"`"),
        ("email", "`validFormat` with `\"format\": \"email\"`"),
        ("isURL", "`validFormat` with `\"format\": \"uri\"`"),
    ] {
        let (help, _) = unknown(validator, "");
        assert!(help.contains(named), "{validator}: {help}");
    }
    // The parameters are those of the validator that is meant.
    assert_eq!(
        unknown("@Pattern", r#", "regexp": "^\\p{Digit}++$""#).1,
        ["`regexp` is not a parameter of regex (`pattern`); did you mean `pattern`?"]
    );
    let min = of_rule(r#"{"validator": "@Min", "property": "followMe[].timeout", "value": 10}"#);
    assert_eq!(
        min[1],
        "`value` is not a parameter of range (`min`, `max`); `min` is the smallest integer that is allowed, and `max` the largest; `validValues` compares with values"
    );
}

#[test]
fn parameters_of_other_libraries_and_sql_name_those_of_the_validator() {
    let of = |rule: &str| of_rule(rule).join("\n");
    for (rule, expected) in [
        (
            r#"{"validator": 40, "property": "callForwardAllMode.actualValue", "otherProperty": "callForwardAll.actualValue", "expectedValue": true}"#,
            "`otherProperty` is not a parameter of otherAttributeValue (`other`, `expect`); did you mean `other`?\n\
             `expectedValue` is not a parameter of otherAttributeValue (`other`, `expect`); did you mean `expect`?\n\
             expect: expected exactly one of `present`, `absent`, `is`, `isNot`, found true; write it as `{\"is\": ...}`",
        ),
        (
            r#"{"validator": "validValues", "property": "callForwardAllMode.actualValue", "in": "('Internal', 'External')"}"#,
            "`in` is not a parameter of validValues (`values`, `ignoreCase`); did you mean `values`?\n\
             values: expected an array, found \"('Internal', 'External')\"; write an array, such as `[\"Internal\", \"External\"]`",
        ),
        (
            r#"{"validator": "propertyNotApplicable", "property": "callForwardAllMode.actualValue", "when": {"property": "callForwardAll.actualValue", "!==": true}}"#,
            "when: `!==` is not a property of a condition; did you mean `isNot`?",
        ),
        (
            r#"{"validator": "propertyNotApplicable", "property": "callForwardAllMode.actualValue", "when": "callForwardAll.actualValue <> 1"}"#,
            "when: expected a condition (an object), found \"callForwardAll.actualValue <> 1\"; write it as `{\"property\": \"callForwardAll.actualValue\", \"isNot\": 1}`; for a boolean, 1 is `true` and 0 is `false`",
        ),
        (
            r#"{"validator": "range", "property": "followMe[].timeout", "min": 5, "max": null}"#,
            "max: expected an integer, found null; leave `max` out: it need not be given",
        ),
        (
            r#"{"validator": "range", "property": "followMe[].timeout", "min": 5, "note": null}"#,
            "note: expected a string, found null; leave `note` out: it need not be given",
        ),
        (
            r#"{"validator": "validValues", "property": "followMe[].timeout", "values": null}"#,
            "values: expected an array, found null; the accepted values: strings, integers, codes and booleans; at least one: `\"values\": [\"...\", \"...\"]`",
        ),
    ] {
        assert_eq!(of(rule), expected, "{rule}");
    }
    for (rule, part) in [
        (
            r#"{"validator": "range", "property": "followMe[].timeout", "between": "1 AND 9"}"#,
            "write its bounds as `min` and `max`",
        ),
        (
            r#"{"validator": "regex", "property": "followMe[].phoneNumber", "like": "+1%"}"#,
            "write it as `pattern`, a regular expression",
        ),
        (
            r#"{"validator": "regex", "property": "followMe[].phoneNumber", "pattern": "^(?!0)\\d{4}\\Z"}"#,
            r"list what is allowed instead; write `\z` for `\Z`",
        ),
    ] {
        assert!(of(rule).contains(part), "{}", of(rule));
    }
    let twice = RequestChecker::from_json(r#"{"rules": [], "rules": []}"#).unwrap_err();
    assert!(twice.to_string().contains("write all rules into one array"), "{twice}");
}

#[test]
fn null_in_a_directory_is_left_out() {
    for (file, expected) in [
        (
            r#"{"references": {"workgroup": {"Support": null}}}"#,
            "/references/workgroup/Support: expected an integer of at least 0, found null; write the number, or leave the entry out if it is not known",
        ),
        (
            r#"{"extensions": ["8001", null]}"#,
            "/extensions/1: expected a string, an integer or an object, found null; leave it out",
        ),
        (
            r#"{"extensions": [{"extension": "8001", "id": null}]}"#,
            "/extensions/0/id: expected a string, found null; an extension without an owner has no `id`: leave it out",
        ),
        (
            r#"{"keywordSets": [{"id": "a", "keywords": null}]}"#,
            "/keywordSets/0/keywords: expected an integer of at least 0, found null; write the number, or leave the entry out if it is not known",
        ),
        (
            r#"{"languages": null}"#,
            "/languages: expected an array, found null; write `[]` if there is none, or leave it out if that is not known",
        ),
        (
            r#"{"objects": null}"#,
            "/objects: expected an object, found null; write `{}` if there is none, or leave it out if that is not known",
        ),
        (
            r#"{"statuses": [{"id": "a", "afterCallWork": null}]}"#,
            "/statuses/0/afterCallWork: expected a boolean, found null; leave it out",
        ),
        (
            r#"{"statuses": [{"id": "a", "afterCallWork": 1}]}"#,
            "/statuses/0/afterCallWork: expected a boolean, found 1; write `true` for 1, and `false` for 0",
        ),
        (r#"{"timeZones": ["UTC", null]}"#, "/timeZones/1: expected a string, found null; leave it out"),
    ] {
        assert_eq!(of_directory(file), [expected], "{file}");
    }
}

#[test]
fn a_response_as_a_directory_says_where_each_property_belongs() {
    let problems = of_directory(r#"{"items": [{"configurationId": {"id": "Support"}, "extension": "8500"}]}"#);
    let [problem] = &*problems else { panic!("{problems:?}") };
    for part in [
        "`\"objects\": {\"workgroup\": [{\"id\": \"...\"}]}`",
        "`\"extensions\": [{\"extension\": \"...\", \"objectType\": \"workgroup\", \"id\": \"...\"}]`",
    ] {
        assert!(problem.contains(part), "{problem}");
    }
    let lines = of_directory(r#"{"registrationGroups": {"Main": ["L1 (TLS)"]}}"#);
    assert!(
        lines[0].ends_with("`transport` is 2 for TLS, and any other integer, such as 0, for another transport"),
        "{lines:?}"
    );
}

#[test]
fn rare_forms_of_files() {
    let (long, digits) = ("n".repeat(2000), "1".repeat(2000));
    let rules = [
        format!(
            r#"[{{"validator": "regex", "property": "followMe[].phoneNumber", "pattern": 5, "when": "{long} = 1"}}]"#
        ),
        format!(r#"[{{"validator": "propertyNotApplicable", "property": "followMe", "when": "{long} = 1"}}]"#),
        r#"[{"validator": "propertyNotApplicable", "property": "followMe", "when": "a[0].b = 1"}]"#.to_owned(),
        r#"[{"validator": "propertyNotApplicable", "property": "followMe", "when": "screenCalls = x1"}]"#.to_owned(),
        format!(r#"[{{"property": "callForwardAllMode.actualValue", "enum": ["{long}"], "minimum": {digits}}}]"#),
        r#"{"externalCallTimeout.actualValue": {"range": [1, 2, 3]}}"#.to_owned(),
        r#"{"externalCallTimeout.actualValue": {"validValues": [1, 2]}}"#.to_owned(),
        r#"{"followMe": [1, {"max": 5}]}"#.to_owned(),
        r#"[{"validator": "regex", "property": "followMe[].phoneNumber", "pattern": "[:alpha:] [:digit:]("}]"#
            .to_owned(),
        r#"[{"validator": "invalidCharacters", "property": "followMe[].phoneNumber"}]"#.to_owned(),
    ];
    let directories = [
        r#"{"configurationId": {"id": "jane"}}"#.to_owned(),
        r#"{"extensions": 5, "objects": null, "statuses": null, "zones": [null]}"#.to_owned(),
        r#"{"extensions": [{"extension": null}, {"extension": "1", "id": null}, null]}"#.to_owned(),
        r#"{"extensions": [{"extension": "1", "id": "a", "objectType": null}]}"#.to_owned(),
        r#"{"objects": {"user": null, "group": [null, {"id": null}, {"id": "a", "attributes": null}]}}"#.to_owned(),
        r#"{"keywordSets": [{"id": "a", "keywords": null}, {"id": "b", "keywords": 1, "workgroups": null}]}"#
            .to_owned(),
        r#"{"registrationEntries": [{"line": "L", "transport": null}], "timeZones": null}"#.to_owned(),
        format!(r#"{{"objects": {{"user": [{{"id": {{"id": "{long}"}}}}, {{"id": {{"id": "a"}}}}]}}}}"#),
    ];
    let rules = rules.map(|file| (of_rules(&file), file));
    let directories = directories.map(|file| (of_directory(&file), file));
    let text = rules.into_iter().chain(directories);
    let text = text.map(|(problems, file)| {
        format!(
            "{}\n  {}\n",
            file.replace(&long, "n...").replace(&digits, "1..."),
            problems.join("\n  ").replace(&long, "n...").replace(&digits, "1...")
        )
    });
    super::pin("rare_files", &text.collect::<String>());
}

#[test]
fn rare_values_of_valid_files_are_warnings_or_not() {
    let attributes =
        |value: &str| format!(r#"{{"objects": {{"user": [{{"id": "a", "attributes": {{"account": "{value}"}}}}]}}}}"#);
    for (value, is_warned) in [(r"CORP\tom", true), (r"\tom", false), (r"C\u00e9\tom", true), (r"a b\tc", false)] {
        let directory = InMemoryDirectory::from_json(attributes(value)).unwrap();
        assert_eq!(directory.warnings().len(), usize::from(is_warned), "{value}");
    }
    let rule = r#"{"validator": "regex", "property": "followMe[].phoneNumber", "pattern": "[:alpha:] [:digit:]"}"#;
    let checker = RequestChecker::from_json(format!("{{\"rules\": [{rule}]}}")).unwrap();
    assert_eq!(checker.warnings().len(), 1);
    assert_eq!(icws_schema::file::decode_for_report(b"{\0}\0").as_deref(), Some("{}"));
}
