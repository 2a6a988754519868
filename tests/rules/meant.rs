//! What is probably meant by a mistake in a rule file is read as well, so that the mistakes behind it come in the same pass.

use icws_schema::file::LoadProblem;
use icws_schema::rules::RequestChecker;

/// The problems and warnings of a file for requests, without their positions.
fn request(file: &str) -> Vec<String> {
    match RequestChecker::from_json(file) {
        Ok(checker) => messages(checker.warnings()),
        Err(error) => messages(error.problems().iter().chain(error.warnings())),
    }
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
