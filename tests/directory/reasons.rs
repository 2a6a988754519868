//! Why rules are unchecked.

use super::questions::objects;
use icws_schema::body::UserClientConfigurationView;
use icws_schema::directory::{Answer, Directory, DirectoryError, InMemoryDirectory, Question, Section};
use icws_schema::report::{PropertyHint, Report, UncheckedReason};
use icws_schema::rules::{Context, ObjectContext, RequestChecker};
use serde_json::{Value, json};
use std::error::Error;
use std::io;

/// A directory that answers every question in the same way.
struct Always(fn() -> Result<Answer, DirectoryError>);

impl Directory for Always {
    fn answer(&self, _: &Question<'_>) -> Result<Answer, DirectoryError> {
        self.0()
    }
}

const DOWN: Always = Always(|| Err(io::Error::other("connection refused").into()));

fn requests(rules: &Value) -> RequestChecker {
    RequestChecker::from_json(json!({ "rules": rules }).to_string()).unwrap()
}

fn with(directory: &dyn Directory) -> ObjectContext<'_> {
    ObjectContext::new().with_directory(directory)
}

/// The reason of the one rule that is unchecked.
fn reason(report: &Report) -> &UncheckedReason {
    assert!(report.is_valid() && !report.is_complete());
    let [unchecked] = report.unchecked() else { panic!("{:?}", report.unchecked()) };
    unchecked.reason()
}

#[test]
fn a_missing_section_or_object_type_is_named() {
    let directory = InMemoryDirectory::from_json(r#"{"objects": {"user": []}}"#).unwrap();
    let not_in = |section, name: Option<&str>, suggestion: Option<&str>| UncheckedReason::NotInDirectory {
        section,
        name: name.map(str::to_owned),
        suggestion: suggestion.map(str::to_owned),
    };
    for (rule, expected, message) in [
        (
            json!({"validator": "existingExtension", "property": "a"}),
            not_in(Section::Extensions, None, None),
            "no directory has `extensions`",
        ),
        (
            json!({"validator": "existingInstanceId", "property": "a", "objectType": "usr"}),
            not_in(Section::Objects, Some("usr"), Some("user")),
            "no directory has `objects` of the type `usr`; did you mean `user`?",
        ),
        (
            json!({"validator": "referenceCount", "property": "a", "objectType": "user", "max": 1}),
            not_in(Section::References, Some("user"), None),
            "no directory has `references` of the type `user`",
        ),
    ] {
        let report = objects(&json!([rule])).check(r#"{"a": "x"}"#, &with(&directory));
        assert_eq!(*reason(&report), expected);
        assert_eq!(reason(&report).to_string(), message);
        assert!(!report.has_failed_questions());
    }
}

#[test]
fn a_rule_asks_once_for_a_missing_object_type() {
    struct NoTypes(std::cell::Cell<usize>);
    impl Directory for NoTypes {
        fn answer(&self, _: &Question<'_>) -> Result<Answer, DirectoryError> {
            self.0.set(self.0.get() + 1);
            Ok(Answer::UnknownType { nearest: None })
        }
    }
    let directory = NoTypes(0.into());
    let rules = objects(&json!([{"validator": "existingInstanceId", "property": "[]", "objectType": "user"}]));
    let report = rules.check(r#"["a", "b", "c"]"#, &with(&directory));
    assert_eq!((report.unchecked().len(), directory.0.get()), (3, 1));
}

#[test]
fn a_failed_question_keeps_the_error_of_the_directory() {
    let rules = objects(&json!([{"validator": "existingExtension", "property": "a"}]));
    let report = rules.check(r#"{"a": "8001"}"#, &with(&DOWN));
    assert!(report.has_failed_questions() && report.unchecked()[0].is_failed());
    let UncheckedReason::DirectoryFailed { error, .. } = reason(&report) else { panic!("{:?}", reason(&report)) };
    assert!(error.source().unwrap().is::<io::Error>());
    // The cause may contain the id that was asked for.
    assert_eq!(reason(&report).to_string(), "the directory failed to answer");
}

#[test]
fn a_failed_question_gives_no_value() {
    let rules = requests(&json!([{"validator": "existingExtension", "property": "callForwardAllMode.actualValue"}]));
    let body = r#"{"callForwardAllMode": {"actualValue": "8001"}}"#;
    let update = || icws_schema::from_str(body).unwrap();
    for (directory, has_value) in
        [(&DOWN, false), (&Always(|| Ok(Answer::NotKnown)), true), (&Always(|| Ok(true.into())), true)]
    {
        let context = Context::new().with_directory(directory);
        assert_eq!(rules.parse(body, &context).into_result().is_ok(), has_value);
        assert_eq!(rules.validate(update(), &context).is_ok(), has_value);
        let parsed = rules.parse(body, &context);
        assert!(parsed.report().is_valid());
        assert_eq!((parsed.value().is_some(), parsed.into_parts().0.is_some()), (has_value, has_value));
        assert_eq!(rules.check(body, &context).into_result().is_ok(), has_value);
    }
    let error = rules.parse(body, &Context::new().with_directory(&DOWN)).into_result().unwrap_err();
    assert!(error.report().is_valid() && error.report().has_failed_questions());
    assert_eq!(
        error.to_string(),
        "callForwardAllMode.actualValue: existingExtension unchecked: the directory failed to answer"
    );
    assert_eq!(error.source().unwrap().source().unwrap().to_string(), "connection refused");
}

#[test]
fn a_custom_check_that_fails_leaves_its_rule_unchecked_and_gives_no_value() {
    use icws_schema::report::CustomCheckError;
    use icws_schema::rules::CustomChecks;
    let checks = CustomChecks::new().with_fallible("known", |value| match value.as_str() {
        Some("down") => Err(CustomCheckError::new(io::Error::other("connection refused"))),
        value => Ok(value == Some("yes")),
    });
    let file = r#"{"rules": [{"validator": "unknownValidator", "property": "callForwardAllMode.actualValue", "check": "known"}]}"#;
    let rules = RequestChecker::from_json_with_custom_checks(file, &checks).unwrap();
    let body = |value: &str| format!(r#"{{"callForwardAllMode": {{"actualValue": "{value}"}}}}"#);
    let report = |value: &str| rules.check(body(value), &Context::new());
    assert!(report("yes").is_valid() && report("yes").is_complete());
    assert!(!report("no").is_valid() && report("no").is_complete());
    let failed = report("down");
    assert!(failed.has_failed_questions());
    let UncheckedReason::CustomCheckFailed { name, error } = reason(&failed) else { panic!("{:?}", reason(&failed)) };
    assert!(name == "known" && error.source().unwrap().is::<io::Error>());
    assert_eq!(reason(&failed).to_string(), "the custom check `known` failed");
    let form = serde_json::to_value(&failed).unwrap();
    assert_eq!(
        (&form["unchecked"][0]["kind"], &form["unchecked"][0]["customCheck"]),
        (&json!("customCheckFailed"), &json!("known"))
    );
    let schema = jsonschema::validator_for(icws_schema::schema::report().as_value()).unwrap();
    assert!(schema.is_valid(&form), "{form}");
    let error = rules.validate_json(body("down"), &Context::new()).unwrap_err();
    assert_eq!(error.source().unwrap().source().unwrap().to_string(), "connection refused");
    assert!(failed.clone() == failed && report("down") == failed);
    assert_ne!(CustomCheckError::new("connection refused"), CustomCheckError::new("timeout"));
    assert!(rules.validate(icws_schema::from_str(&body("down")).unwrap(), &Context::new()).is_err());
}

#[test]
fn a_failed_question_on_which_a_group_does_not_depend_is_not_reported() {
    let rules = objects(&json!([{"validator": "validatorGroup", "property": "a", "rules": [
        {"validator": "existingExtension", "property": ""}, {"validator": "stringLength", "property": "", "max": 9}]}]));
    let report = rules.check(r#"{"a": "8001"}"#, &with(&DOWN));
    assert!(report.is_valid() && report.is_complete() && !report.has_failed_questions());
}

#[test]
fn an_answer_of_the_wrong_form_is_a_failure() {
    let whether = json!({"validator": "existingExtension", "property": "a"});
    let number = json!({"validator": "referenceCount", "property": "a", "objectType": "user", "max": 9});
    let count: Always = Always(|| Ok(Answer::Count(1)));
    let yes: Always = Always(|| Ok(Answer::Yes));
    let unknown_type: Always = Always(|| Ok(Answer::UnknownType { nearest: None }));
    for (rule, directory, message) in [
        (&whether, &count, "expected yes or no as the answer to `extensionInUse`, found a number"),
        (&number, &yes, "expected a number as the answer to `referenceCount`, found yes"),
        (
            &whether,
            &unknown_type,
            "expected yes or no as the answer to `extensionInUse`, found that the object type is not known",
        ),
    ] {
        let report = objects(&json!([rule])).check(r#"{"a": "8001"}"#, &with(directory));
        assert!(report.has_failed_questions());
        let UncheckedReason::DirectoryFailed { error, .. } = reason(&report) else { panic!("{:?}", reason(&report)) };
        assert_eq!(error.source().unwrap().to_string(), message);
    }
}

#[test]
fn no_is_an_answer_to_every_question() {
    let no: Always = Always(|| Ok(Answer::No));
    for (rule, passes) in [
        (json!({"validator": "existingExtension", "property": "a"}), false),
        (json!({"validator": "acgTreeValidator", "property": "a"}), false),
        (json!({"validator": "referenceCount", "property": "a", "objectType": "user", "max": 0}), true),
        (json!({"validator": "analyzerKeywordCount", "property": "b", "max": 2}), true),
        (json!({"validator": "analyzerKeywordCount", "property": "b", "max": 1}), false),
        (json!({"validator": "workgroupAnalyzerKeywordCount", "property": "b", "max": 1}), true),
    ] {
        let report = objects(&json!([rule])).check(r#"{"a": "x", "b": [1, 2]}"#, &with(&no));
        assert!(report.is_complete());
        assert_eq!(report.is_valid(), passes, "{rule}");
    }
}

#[test]
fn a_property_that_is_not_known_has_a_hint() {
    let rule = json!({"validator": "propertyNotApplicable", "property": "callForwardAll.actualValue",
        "when": {"property": "externalCallTimeout.actualValue", "is": 5}});
    let rules = requests(&json!([rule]));
    let body = r#"{"callForwardAll": {"actualValue": true}}"#;
    let current = |json: Value| -> UserClientConfigurationView {
        icws_schema::from_value(&json!({"externalCallTimeout": json})).unwrap()
    };
    let (effective, other) = (current(json!({"effectiveValue": 5})), current(json!({})));
    let unknown = |current: Option<&UserClientConfigurationView>| {
        let mut context = Context::new();
        context.current = current;
        let report = rules.check(body, &context);
        match reason(&report) {
            UncheckedReason::PropertyUnknown { path, hint } => (path.clone(), *hint, reason(&report).to_string()),
            other => panic!("{other:?}"),
        }
    };
    let path = "externalCallTimeout.actualValue".to_owned();
    let of_server = "`externalCallTimeout.actualValue` is not known: the body does not contain it, so it keeps its value on the server";
    assert_eq!(unknown(None), (path.clone(), None, of_server.to_owned()));
    assert_eq!(unknown(Some(&other)), (path.clone(), None, of_server.to_owned()));
    let hint = "`externalCallTimeout.actualValue` is not known: the current object has only its `effectiveValue`; request it \
        with `actualValues=true`";
    assert_eq!(unknown(Some(&effective)), (path, Some(PropertyHint::ActualValuesNotRequested), hint.to_owned()));
}

#[test]
fn a_malformed_property_is_not_known() {
    let rules = objects(&json!([{"validator": "unsupportedModel", "property": "a", "manufacturer": "b"}]));
    let report = rules.check(r#"{"a": "x", "b": 1e400}"#, &ObjectContext::new());
    let UncheckedReason::PropertyUnknown { hint, .. } = report.unchecked()[0].reason() else { panic!() };
    assert_eq!(*hint, Some(PropertyHint::Malformed));
}

#[test]
fn a_validator_newer_than_the_server_is_unchecked() {
    let rules = objects(&json!([{"validator": "networkAdapter", "property": "a"}]));
    let report = rules.check(r#"{"a": "eth0"}"#, &ObjectContext::new().with_feature_version(7));
    assert_eq!(*reason(&report), UncheckedReason::FeatureVersion { since: 8 });
}

#[test]
fn a_serialized_reason_has_what_is_known_of_it_as_data() {
    let schema = icws_schema::schema::report();
    let (validator, described) =
        (jsonschema::validator_for(schema.as_value()).unwrap(), &schema.as_value()["$defs"]["Unchecked"]["properties"]);
    let directory = InMemoryDirectory::from_json(r#"{"objects": {"user": []}}"#).unwrap();
    let other = json!({"validator": "unsupportedModel", "property": "a", "manufacturer": "b"});
    let id = json!({"validator": "existingInstanceId", "property": "a", "objectType": "usr"});
    let newer = json!({"validator": "networkAdapter", "property": "a"});
    for (rule, body, context, expected) in [
        (
            &id,
            r#"{"a": "x"}"#,
            with(&directory),
            json!({"kind": "notInDirectory", "pointer": "/a", "section": "objects",
            "objectType": "usr", "suggestion": "user"}),
        ),
        (
            &id,
            r#"{"a": "x"}"#,
            with(&DOWN),
            json!({"kind": "directoryFailed", "pointer": "/a", "section": "objects", "objectType": "usr"}),
        ),
        (
            &other,
            r#"{"a": "x", "b": 1e400}"#,
            ObjectContext::new(),
            json!({"kind": "propertyUnknown", "pointer": "/a", "path": "b",
            "hint": "malformed"}),
        ),
        (
            &newer,
            r#"{"a": "x"}"#,
            ObjectContext::new().with_feature_version(7),
            json!({"kind": "featureVersion", "since": 8}),
        ),
    ] {
        let form = serde_json::to_value(objects(&json!([rule])).check(body, &context)).unwrap();
        let invalid: Vec<_> = validator.iter_errors(&form).map(|error| error.to_string()).collect();
        assert!(invalid.is_empty(), "{form}\n{invalid:?}");
        let unchecked = form["unchecked"][0].as_object().unwrap();
        for (name, value) in unchecked {
            if !["validator", "validatorName", "propertyName", "message", "rulePointer"].contains(&name.as_str()) {
                assert_eq!(value, &expected[name], "{name} of {form}");
            }
        }
        for word in ["kind", "section", "hint"] {
            let text = described[word]["description"].as_str().unwrap();
            assert!(expected[word].as_str().is_none_or(|value| text.contains(&format!("`{value}`"))), "{word}: {text}");
        }
    }
}

#[test]
fn directory_errors_are_created_from_errors_and_messages() {
    let message = |error: DirectoryError| error.source().unwrap().to_string();
    assert_eq!(message("down".into()), "down");
    assert_eq!(message(String::from("down").into()), "down");
    assert_eq!(message(io::Error::other("down").into()), "down");
    assert_eq!(message(DirectoryError::new(io::Error::other("down"))), "down");
    assert_eq!(message("x".parse::<u8>().unwrap_err().into()), "invalid digit found in string");
    assert_eq!(DirectoryError::from("down"), DirectoryError::new(io::Error::other("down")));
    assert_ne!(DirectoryError::from("down"), DirectoryError::from("up"));
}

/// A directory that fails from the second question on.
struct Second(std::cell::Cell<bool>);

impl Directory for Second {
    fn answer(&self, question: &Question<'_>) -> Result<Answer, DirectoryError> {
        if self.0.replace(true) { DOWN.answer(question) } else { Ok(Answer::NotKnown) }
    }
}

#[test]
fn a_failed_question_that_is_omitted_is_a_failure() {
    let rules = json!([{"validator": "existingExtension", "property": "[]"}]);
    let checker = objects(&rules).max_problems(1);
    let report = checker.check(r#"["1", "2"]"#, &with(&Second(std::cell::Cell::new(false))));
    assert_eq!((report.unchecked().len(), report.unchecked_count()), (1, 2));
    assert!(!report.unchecked()[0].is_failed() && report.has_failed_questions());
}

#[test]
fn a_server_that_could_not_check_responds_with_500() {
    use icws_schema::body::UpdateOperationResult;
    use icws_schema::response::Response;
    let rules = requests(&json!([{"validator": "existingExtension", "property": "callForwardAllMode.actualValue"}]));
    let status = |body: &str| {
        let report = rules.check(body, &Context::new().with_directory(&DOWN));
        Response::for_update(&report, UpdateOperationResult::new("a"), []).status()
    };
    assert_eq!(status(r#"{"callForwardAllMode": {"actualValue": "8001"}}"#), 500);
    assert_eq!(status(r#"{"callForwardAllMode": {"actualValue": "8001"}, "new": 1}"#), 400);
    assert_eq!(status("{}"), 200);
}

#[test]
fn errors_of_a_directory_are_equal_if_they_are_the_same_or_read_the_same() {
    let error = |text: &'static str| DirectoryError::from(text);
    let one = error("a");
    assert!(one == one.clone() && one == error("a") && one != error("b"));
}

#[test]
fn the_users_of_a_set_are_those_of_the_same_item() {
    let rules = json!([{"validator": "workgroupAnalyzerKeywordCount", "property": "sets[].keywords", "max": 3,
        "workgroups": "sets[].workgroups"}]);
    let directory = r#"{"keywordSets": [{"id": "a", "keywords": 3, "workgroups": ["Busy"]}]}"#;
    let directory = InMemoryDirectory::from_json(directory).unwrap();
    let body =
        r#"{"sets": [{"keywords": ["k"], "workgroups": ["Idle"]}, {"keywords": ["k"], "workgroups": ["Busy"]}]}"#;
    let report = objects(&rules).check(body, &with(&directory));
    assert_eq!(report.iter().map(icws_schema::report::Problem::pointer).collect::<Vec<_>>(), ["/sets/1/keywords"]);
}
