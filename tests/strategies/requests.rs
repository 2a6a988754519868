//! Requests under rules: the rules and the schema agree on what is valid and what is invalid.

use icws_schema::codes::ValidationErrorType;
use icws_schema::directory::InMemoryDirectory;
use icws_schema::report::ProblemKind;
use icws_schema::report::Report;
use icws_schema::rules::{Context, CustomChecks, RequestChecker, RuleSet};
use icws_schema::strategy::{InvalidCase, RequestStrategy, samples};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Returns a rule of each validator, on paths of a request, and a directory for all of them.
fn every_validator() -> (Vec<RequestChecker>, InMemoryDirectory) {
    let file: Value = serde_json::from_str(include_str!("everyValidator.json")).unwrap();
    let checks = CustomChecks::new().with("short", |value| value.as_str().is_none_or(|text| text.len() < 10));
    let rules = |rule: &Value| {
        RequestChecker::from_json_with_custom_checks(json!({"rules": [rule]}).to_string(), &checks).unwrap()
    };
    let rules = file["rules"].as_array().unwrap().iter().map(rules).collect();
    (rules, InMemoryDirectory::from_json(file["directory"].to_string()).unwrap())
}

/// Asserts that the report has the problem of the case, and no other but those of the arrays that contain it.
#[track_caller]
fn assert_one_problem(report: &Report, case: &InvalidCase) {
    let summary = |problem: &icws_schema::report::Problem| (problem.pointer(), problem.kind(), problem.rule_pointer());
    let problems: Vec<_> = report.problems().iter().map(summary).collect();
    let expected = (case.pointer.clone(), case.kind, case.rule_pointer.clone());
    assert!(problems.contains(&expected), "{case:#?}\n{report}");
    let (last, arrays) = problems.split_last().unwrap();
    let is_array_around_it = |array: &(_, _, Option<String>)| {
        array.1 == ProblemKind::Rule(ValidationErrorType::CollectionItemValidator)
            && last.2.as_ref().unwrap().starts_with(&format!("{}/", array.2.as_ref().unwrap()))
    };
    assert!(arrays.iter().all(is_array_around_it), "{case:#?}\n{report}");
}

/// Returns the values that a path matches.
fn values_at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    let steps = path.replace("[]", ".[]");
    steps.split('.').filter(|step| !step.is_empty()).fold(vec![value], |values, step| {
        let next = |value: &'v Value| match step {
            "[]" => value.as_array().into_iter().flatten().collect(),
            name => value.get(name).into_iter().collect::<Vec<_>>(),
        };
        values.into_iter().flat_map(next).collect()
    })
}

fn context(directory: &InMemoryDirectory) -> Context<'_> {
    Context::new().with_directory(directory)
}

fn strategy(set: &RuleSet) -> (RequestChecker, RequestStrategy<'static>) {
    let rules = RequestChecker::new(set).unwrap();
    let requests = RequestStrategy::new(&rules, &Context::new());
    (rules, requests)
}

fn rule_set(file: Value) -> RuleSet {
    RuleSet::from_json(file.to_string()).unwrap()
}

#[cfg(feature = "schema")]
fn schema_of(set: &RuleSet) -> (jsonschema::Validator, bool) {
    let schema = icws_schema::schema::request_with_rules(set);
    (jsonschema::validator_for(schema.schema.as_value()).unwrap(), schema.omitted.is_empty())
}

#[test]
fn each_validator_can_be_violated_alone() {
    let (sets, directory) = every_validator();
    let mut violated = Vec::new();
    for rules in sets {
        let (rule, context) = (&rules.rules().rules()[0], context(&directory));
        let requests = RequestStrategy::with_samples(&rules, &context, &directory);
        assert_eq!(requests.unreachable_rules(), []);
        for case in samples(requests.invalid_by(rule.validator.kind()).unwrap(), 1).take(20) {
            assert_one_problem(&rules.check(&case.body, &context), &case);
            assert_eq!(case.kind.validator(), Some(rule.validator.kind()), "{case:#?}");
        }
        violated.push(rule.validator.kind());
    }
    assert_eq!(violated, ValidationErrorType::ALL);
}

#[test]
fn generated_requests_satisfy_each_validator() {
    let (sets, directory) = every_validator();
    for rules in sets {
        let (rule, context) = (&rules.rules().rules()[0], context(&directory));
        let mut with_value = 0;
        for text in samples(RequestStrategy::with_samples(&rules, &context, &directory).valid_json(), 2).take(150) {
            let report = rules.check(&text, &context);
            assert!(report.is_valid(), "{text}\n{report}");
            let body = serde_json::from_str(&text).unwrap();
            with_value += i32::from(values_at(&body, rule.property.as_str()).iter().any(|value| !value.is_null()));
        }
        // A rule that never finds a value would prove nothing.
        assert!(with_value > 5, "{}: {with_value} of 150", serde_json::to_string(rule).unwrap());
    }
}

#[cfg(feature = "schema")]
#[test]
fn schemas_accept_what_rules_accept() {
    let (sets, directory) = every_validator();
    for rules in sets.into_iter().chain([RequestChecker::documented(), RequestChecker::recommended()]) {
        let (schema, is_complete) = schema_of(rules.rules());
        let requests = RequestStrategy::with_samples(&rules, &context(&directory), &directory);
        for text in samples(requests.valid_json(), 3).take(40) {
            assert!(schema.is_valid(&serde_json::from_str(&text).unwrap()), "{text}");
        }
        for case in samples(requests.invalid(), 3).take(40) {
            // A `Value` has no duplicate members, and no number out of range for f64.
            let Ok(body) = serde_json::from_str(&case.body) else { continue };
            let in_schema = is_complete || case.rule_pointer.is_none();
            if in_schema && case.kind != ProblemKind::DuplicateMember {
                assert!(!schema.is_valid(&body), "{case:#?}");
            }
        }
    }
}

#[test]
fn built_in_rule_sets_are_satisfied_and_each_rule_violated() {
    let mut seen = BTreeSet::new();
    for (set, expected) in
        [(RuleSet::documented(), &[4, 9, 15][..]), (RuleSet::recommended(), &[4, 5, 6, 9, 10, 13, 15])]
    {
        let (rules, requests) = strategy(&set);
        assert_eq!(requests.reachable_validators().iter().map(|id| id.code()).collect::<Vec<_>>(), expected);
        assert_eq!(requests.unreachable_rules(), []);
        for request in samples(requests.valid(), 4).take(300) {
            let report = rules.check_value(&request, &Context::new());
            assert!(report.is_valid() && report.is_complete(), "{report}");
            seen.extend(request.external_call_timeout.actual().copied());
        }
        let mut violated = BTreeSet::new();
        for case in samples(requests.invalid(), 4).take(300) {
            let report = rules.check(&case.body, &Context::new());
            assert_eq!(report.problems().len(), 1);
            assert_one_problem(&report, &case);
            assert!(!matches!(case.kind, ProblemKind::Syntax(_)));
            violated.extend(case.rule_pointer);
        }
        // Each of its rules is reached.
        assert_eq!(violated.len(), set.rules().len());
    }
    // Bounds, and what is between them.
    assert!(seen.contains(&1) && seen.contains(&300) && seen.contains(&2) && seen.len() > 20, "{seen:?}");
}

#[test]
fn interdependent_rules_are_satisfied_and_each_violated() {
    let set = rule_set(json!({"rules": [
        {"validator": "requiredAttribute", "property": "followMe"},
        {"validator": "requiredValue", "property": "followMe"},
        {"validator": "collectionCount", "property": "followMe", "min": 2, "max": 3},
        {"validator": "collectionItemValidator", "property": "followMe", "rules": [
            {"validator": "range", "property": "timeout", "min": 10, "max": 60},
            {"validator": "multipleOf", "property": "timeout", "divisor": 5},
            {"validator": "regex", "property": "phoneNumber", "pattern": "^\\+1[2-9][0-9]{9}$"}]},
        {"validator": "requiredAttribute", "property": "callForwardAll"},
        {"validator": "propertyNotApplicable", "property": "callForwardAllMode", "when": {"property": "callForwardAll.actualValue", "isNot": true}},
        {"validator": "validatorGroup", "property": "externalCallTimeout.actualValue", "mode": "any", "rules": [
            {"validator": "range", "property": "", "max": 0}, {"validator": "range", "property": "", "min": 1000}]}]}));
    let (rules, requests) = strategy(&set);
    let mut modes = 0;
    for text in samples(requests.valid_json(), 5).take(100) {
        let body: Value = serde_json::from_str(&text).unwrap();
        assert!(rules.check(&text, &Context::new()).is_valid(), "{text}");
        assert!((2..=3).contains(&body["followMe"].as_array().unwrap().len()), "{text}");
        modes += i32::from(body["callForwardAllMode"].is_object());
    }
    assert!(modes > 5, "{modes}");
    assert_eq!(requests.unreachable_rules(), []);
    let mut violated = BTreeSet::new();
    for case in samples(requests.invalid(), 5).take(200) {
        assert_one_problem(&rules.check(&case.body, &Context::new()), &case);
        violated.extend(case.rule_pointer);
    }
    assert_eq!(violated.len(), 10, "{violated:?}");
}

#[test]
fn unreachable_rules_have_a_reason() {
    let set = rule_set(json!({"rules": [
        {"validator": "extension", "property": "followMe[].phoneNumber"},
        {"validator": "requiredAttribute", "property": "screenCalls.actualValue"},
        {"validator": "validatorGroup", "property": "externalCallTimeout", "rules": [
            {"validator": "range", "property": "actualValue", "min": 1}]}]}));
    let (_, requests) = strategy(&set);
    let unreachable: Vec<_> = requests.unreachable_rules().iter().map(ToString::to_string).collect();
    assert_eq!(
        unreachable,
        [
            "/rules/0: extension: no directory has `extensions`",
            // The representation requires it already.
            "/rules/1: requiredAttribute: no body was found that violates it alone",
        ]
    );
    assert!(requests.invalid_by(ValidationErrorType::Extension).is_none());
    assert!(requests.invalid_by(ValidationErrorType::Range).is_none());
    assert!(requests.invalid_by(ValidationErrorType::ValidatorGroup).is_some());
    assert!(
        samples(requests.invalid_by(ValidationErrorType::RequiredAttribute).unwrap(), 6)
            .take(20)
            .all(|case| case.rule_pointer.is_none())
    );
}

#[test]
fn contradictory_rules_generate_nothing() {
    let set = rule_set(json!({"rules": [
        {"validator": "requiredAttribute", "property": "callForwardAll"},
        {"validator": "requiredValue", "property": "callForwardAll"},
        {"validator": "attributeExistence", "property": "", "forbidden": ["callForwardAll"]}]}));
    let (_, requests) = strategy(&set);
    assert_eq!(samples(requests.valid_json(), 0).next(), None);
    assert_eq!(samples(requests.invalid(), 0).next(), None);
    assert!(requests.reachable_validators().is_empty());
}

/// Returns the smallest value that a generated one shrinks to.
fn shrunk<S: Strategy>(strategy: &S, runner: &mut TestRunner, mut check: impl FnMut(&S::Value)) -> S::Value {
    let mut tree = strategy.new_tree(runner).unwrap();
    let mut steps = 0;
    while tree.simplify() {
        check(&tree.current());
        steps += 1;
        assert!(steps < 5000, "shrinking does not end");
    }
    tree.current()
}

#[test]
fn shrinking_keeps_the_violation() {
    let mut runner = TestRunner::deterministic();
    let set = RuleSet::recommended();
    let (rules, requests) = strategy(&set);
    assert_eq!(
        shrunk(&requests.valid_json(), &mut runner, |text| {
            assert!(rules.check(text, &Context::new()).is_valid());
        }),
        "{}"
    );
    let range = requests.invalid_by(ValidationErrorType::Range).unwrap();
    let mut small = BTreeSet::new();
    for _ in 0..20 {
        let case = shrunk(&range, &mut runner, |case| {
            assert_one_problem(&rules.check(&case.body, &Context::new()), case);
        });
        small.insert((case.body, case.mutation));
    }
    assert!(
        small.contains(&(
            r#"{"externalCallTimeout":{"actualValue":0}}"#.to_owned(),
            "0 where range accepts an integer from 1 to 300".to_owned()
        )),
        "{small:?}"
    );
    let count = requests.invalid_by(ValidationErrorType::CollectionCount).unwrap();
    let case = shrunk(&count, &mut runner, |_| {});
    assert_eq!(case.mutation, "an array of 21 items where collectionCount accepts an array of at most 20 items");
}

#[test]
fn a_seed_gives_the_same_requests() {
    let mut text = String::new();
    let (_, requests) = strategy(&RuleSet::recommended());
    for case in samples(requests.invalid(), 7).take(6) {
        text += &format!("{case:?}\n");
    }
    for request in samples(requests.valid_json(), 7).take(4) {
        text += &format!("{request}\n");
    }
    insta::assert_snapshot!("requests_of_a_seed", text);
}
