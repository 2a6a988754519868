//! Checkers of requests and of objects.

use icws_schema::ParseOptions;
use icws_schema::body::UserClientConfigurationProperties;
use icws_schema::report::{Report, Warning};
use icws_schema::rules::validators::*;
use icws_schema::rules::*;
use serde_json::Value;

fn requests(rules: impl IntoIterator<Item = Rule>) -> RequestChecker {
    RequestChecker::new(&RuleSet::new(rules).unwrap()).unwrap()
}

#[test]
fn rules_that_need_several_values_have_positions_and_are_in_the_order_of_the_set() {
    let applicable = Condition::property("followMe", Predicate::Present);
    let checker = requests([
        Rule::new("callForwardAll", PropertyNotApplicable::new(applicable)),
        Rule::new("externalCallTimeout.actualValue", Range::new().with_max(5)),
        Rule::new("screenCalls", RequiredAttribute::new()),
    ]);
    let body = "{\"externalCallTimeout\": {\"actualValue\": 9},\n \"followMe\": [], \"callForwardAll\": { \"actualValue\": true}}";
    assert_eq!(
        checker.check(body, &Context::new()).to_string(),
        "2:36: callForwardAll: expected no value while `followMe` is set, found an object (propertyNotApplicable, /rules/0)\n\
         1:41: externalCallTimeout.actualValue: expected an integer of at most 5, found a number; the time is in seconds (range, /rules/1)\n\
         1:1: screenCalls: expected the property, found no value (requiredAttribute, /rules/2)"
    );
}

#[test]
fn a_typed_value_has_the_report_of_its_text_without_positions() {
    let checker = requests([Rule::new("screenCalls", RequiredAttribute::new())]);
    let mut update = UserClientConfigurationProperties::default();
    update.external_call_timeout = icws_schema::body::Field::Value(icws_schema::body::InheritableProperty::default());
    let report = checker.check_value(&update, &Context::new());
    let pointers: Vec<_> = report.iter().map(|problem| (problem.pointer(), problem.offset())).collect();
    assert_eq!(pointers, [("/externalCallTimeout/actualValue".to_owned(), None), ("/screenCalls".to_owned(), None)]);
    assert!(checker.validate(update, &Context::new()).is_err());
}

#[test]
fn requests_are_parsed_with_the_options() {
    let body = r#"{"more": 1}"#;
    let strict = RequestChecker::documented();
    let lenient = strict.clone().with_parse_options(ParseOptions::new().allow_unknown_members(true));
    assert!(!strict.check(body, &Context::new()).is_valid());
    let update = lenient.parse(body, &Context::new()).into_result().unwrap();
    assert!(lenient.check_value(&update, &Context::new()).is_valid());
    assert!(!strict.check_value(&update, &Context::new()).is_valid());
}

#[test]
fn a_server_without_the_put_is_a_warning() {
    let report = |version| RequestChecker::documented().check("{}", &Context::new().with_feature_version(version));
    assert_eq!(report(6).warnings(), [Warning::FeatureVersion { version: 6 }]);
    assert!(report(7).warnings().is_empty() && report(6).is_valid());
}

#[test]
fn a_local_rule_that_the_server_does_not_have_is_unchecked() {
    let pairs = CharacterDelimitedKvPairs::new(";", "=");
    let checker = requests([Rule::new("callForwardAllMode.actualValue", pairs)]);
    let body = r#"{"callForwardAllMode": {"actualValue": "x"}}"#;
    assert_eq!(checker.check(body, &Context::new().with_feature_version(8)).problems().len(), 1);
    let report = checker.check(body, &Context::new().with_feature_version(7));
    assert!(report.is_valid() && report.unchecked().len() == 1, "{report:?}");
}

#[test]
fn the_reason_names_what_a_get_must_select() {
    let other = IntegerComparisonValidator::new(Comparison::Less).with_other("externalCallTimeout.actualValue");
    let checker = requests([Rule::new("followMe[].timeout", other)]);
    let body = r#"{"followMe": [{"phoneNumber": "8001", "timeout": 5, "usePin": true}]}"#;
    let reason = |view: &str| {
        let view = icws_schema::from_str(view).unwrap();
        checker.check(body, &Context::new().with_current(&view)).unchecked()[0].reason().to_string()
    };
    assert!(reason(r#"{"externalCallTimeout": {"effectiveValue": 9}}"#).contains("actualValues=true"));
    assert!(!reason("{}").contains("actualValues=true"));
}

#[test]
fn a_proof_names_its_rules() {
    let checker = RequestChecker::recommended();
    let valid = checker.validate(UserClientConfigurationProperties::default(), &Context::new()).unwrap();
    assert!(valid.is_complete());
    assert_eq!(valid.rules(), &RuleSet::recommended());
}

#[test]
fn a_custom_check_gets_the_value_as_it_is_in_the_body() {
    let rules = RuleSet::new([Rule::new("callForwardAll", UnknownValidator::new("two"))]).unwrap();
    let two = |value: &serde_json::Value| value.as_object().is_some_and(|object| object.len() == 2);
    let checks = CustomChecks::new().with("two", two);
    let checker = RequestChecker::with_custom_checks(&rules, &checks).unwrap();
    let report = checker.check(r#"{"callForwardAll": {"actualValue": true, "more": 1}}"#, &Context::new());
    assert_eq!(report.problems().len(), 1, "the unknown property alone: {report}");
}

#[test]
fn a_long_rule_is_repeated_for_its_violations_in_part() {
    let long = "n".repeat(5000);
    let file = serde_json::json!({"rules": [{"validator": "regex", "property": "[]", "pattern": long, "note": long}]});
    let report = ObjectChecker::from_json(file.to_string()).unwrap().check(r#"["a", "b"]"#, &ObjectContext::new());
    let shown = report.to_string();
    assert_eq!((shown.lines().count(), shown.matches('…').count()), (2, 4));
    assert!(shown.lines().all(|line| (2000..2300).contains(&line.chars().count())), "{shown}");
    let expected = report.problems()[0].expected();
    assert!(expected.to_string().ends_with(&format!("{long}`")), "data has it all");
}

#[test]
fn problems_of_an_object_have_positions_in_the_larger_text() {
    let checker = ObjectChecker::from_rules([Rule::new("a", Range::new().with_max(1))]).unwrap();
    let origin = icws_schema::report::Origin::new().with_line(7).with_pointer("/objects/0");
    let checker = checker.origin(origin);
    let report = checker.check(r#"{"a": 5}"#, &ObjectContext::new());
    assert_eq!(
        (report.problems()[0].pointer(), report.problems()[0].position().unwrap().line),
        ("/objects/0/a".to_owned(), 7)
    );
    let report = checker.check_value(&serde_json::json!({"a": 5}), &ObjectContext::new());
    assert_eq!((report.problems()[0].pointer(), report.problems()[0].position()), ("/objects/0/a".to_owned(), None));
}

#[test]
fn a_set_of_many_values_accepts_each_of_them() {
    let values: Vec<_> = (0..100).map(|value| format!("value {value}")).collect();
    let checker = requests([Rule::new("callForwardAllMode.actualValue", ValidValues::new(values.iter().cloned()))]);
    let is_valid = |value: &str| {
        let body = serde_json::json!({"callForwardAllMode": {"actualValue": value}}).to_string();
        checker.check(body, &Context::new()).is_valid()
    };
    assert!(values.iter().all(|value| is_valid(value)) && !is_valid("value 100") && !is_valid("Value 1"));
}

#[test]
fn the_address_in_a_sip_uri_may_be_ipv4() {
    let rule = Rule::new("followMe[].phoneNumber", ValidFormat::new(Format::PhoneNumber));
    let checker = requests([rule]);
    let is_valid = |number: &str| {
        let body =
            serde_json::json!({"followMe": [{"phoneNumber": number, "timeout": 1, "usePin": false}]}).to_string();
        checker.check(body, &Context::new()).is_valid()
    };
    assert!(is_valid("sip:8001@10.0.0.1") && is_valid("sip:8001@10.0.0.1:5060") && !is_valid("sip:8001@10.0.0.1:"));
}

#[test]
fn a_value_that_could_not_be_read_is_not_known_to_second_paths() {
    let is_set = Condition::property("externalCallTimeout.actualValue", Predicate::Present);
    let rules = RuleSet::new([Rule::new("callForwardAll.actualValue", PropertyNotApplicable::new(is_set))]).unwrap();
    let checker = RequestChecker::new(&rules).unwrap().with_parse_options(ParseOptions::new().recover());
    let objects = ObjectChecker::new(&rules).unwrap().recover();
    for value in ["NaN", "soon"] {
        let body = format!(
            r#"{{"callForwardAll": {{"actualValue": true}}, "externalCallTimeout": {{"actualValue": {value}}}}}"#
        );
        for report in [checker.check(&body, &Context::new()), objects.check(&body, &ObjectContext::new())] {
            assert_eq!((report.problems().len(), report.unchecked().len()), (1, 1), "{report}");
        }
    }
}

#[test]
fn ids_that_are_malformed_in_part_are_not_known_however_the_request_is_read() {
    let keywords = || Rule::new("followMe", WorkgroupAnalyzerKeywordCount::new(0).with_workgroups("followMe"));
    let custom = || Rule::new("followMe", UnknownValidator::new("any"));
    let directory = icws_schema::directory::InMemoryDirectory::from_json(r#"{"keywordSets": []}"#).unwrap();
    let checks = CustomChecks::new().with("any", |_| true);
    for rules in [vec![keywords()], vec![keywords(), custom()]] {
        let checker = RequestChecker::with_custom_checks(&RuleSet::new(rules).unwrap(), &checks).unwrap();
        let report = checker.check(r#"{"followMe": [5, "x"]}"#, &Context::new().with_directory(&directory));
        assert!(report.iter().all(|problem| problem.rule().is_none()), "{report}");
    }
}

#[test]
fn a_value_is_checked_with_all_digits_that_it_has() {
    let rules = r#"{"rules": [
        {"validator": "rangeFloat", "property": "a", "min": 0},
        {"validator": "multipleOf", "property": "a", "divisor": 1},
        {"validator": "integerComparisonValidator", "property": "b", "operator": "eq", "other": "c"}]}"#;
    let checker = ObjectChecker::from_json(rules).unwrap().partial();
    let codes = |report: &Report| report.codes().collect::<Vec<_>>();
    for text in ["10.00000000000000000000001", "-1e-400", "9007199254740993.5", "9007199254740993.0"] {
        let (body, current) = (format!(r#"{{"a": {text}, "b": 9007199254740993}}"#), format!(r#"{{"c": {text}}}"#));
        let value: Value = serde_json::from_str(&body).unwrap();
        let current_value: Value = serde_json::from_str(&current).unwrap();
        let of_value = checker.check_value(&value, &ObjectContext::new().with_current(&current_value));
        let (body, current) = (value.to_string(), current_value.to_string());
        let current = CurrentObject::from_json(&current).unwrap();
        let of_text = checker.check(&body, &ObjectContext::new().with_current(current));
        assert_eq!(codes(&of_value), codes(&of_text), "{text}");
        if crate::exact_numbers::are_kept() {
            assert_eq!(codes(&of_value).is_empty(), text == "9007199254740993.0", "{text}");
        }
    }
}
