//! Strategies under rules: what the engine and the schema make of what they draw.

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

/// A rule of each validator, on paths of a request, and a directory that all of them can ask.
fn every_validator() -> (Vec<RequestChecker>, InMemoryDirectory) {
    let file: Value = serde_json::from_str(include_str!("everyValidator.json")).unwrap();
    let checks = CustomChecks::new().with("short", |value| value.as_str().is_none_or(|text| text.len() < 10));
    let rules = |rule: &Value| {
        RequestChecker::from_json_with_custom_checks(json!({"rules": [rule]}).to_string(), &checks).unwrap()
    };
    let rules = file["rules"].as_array().unwrap().iter().map(rules).collect();
    (rules, InMemoryDirectory::from_json(file["directory"].to_string()).unwrap())
}

/// What is wrong is what is told, and nothing else; what is wrong within a list is told of the list as well.
#[track_caller]
fn assert_one_fault(report: &Report, invalid_json: &InvalidCase) {
    let told = |problem: &icws_schema::report::Problem| (problem.pointer(), problem.kind(), problem.rule_pointer());
    let problems: Vec<_> = report.problems().iter().map(told).collect();
    let expected = (invalid_json.pointer.clone(), invalid_json.fault, invalid_json.rule.clone());
    assert!(problems.contains(&expected), "{invalid_json:#?}\n{report}");
    let (last, lists) = problems.split_last().unwrap();
    let is_list_of_it = |list: &(_, _, Option<String>)| {
        list.1 == ProblemKind::Rule(ValidationErrorType::CollectionItemValidator)
            && last.2.as_ref().unwrap().starts_with(&format!("{}/", list.2.as_ref().unwrap()))
    };
    assert!(lists.iter().all(is_list_of_it), "{invalid_json:#?}\n{report}");
}

/// Values that a path leads to.
fn at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
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

fn under(set: &RuleSet) -> (RequestChecker, RequestStrategy<'static>) {
    let rules = RequestChecker::new(set).unwrap();
    let under = RequestStrategy::new(&rules, &Context::new());
    (rules, under)
}

fn rules(file: Value) -> RuleSet {
    RuleSet::from_json(file.to_string()).unwrap()
}

#[cfg(feature = "schema")]
fn schema_of(set: &RuleSet) -> (jsonschema::Validator, bool) {
    let ruled = icws_schema::schema::request_with_rules(set);
    (jsonschema::validator_for(ruled.schema.as_value()).unwrap(), ruled.omitted.is_empty())
}

#[test]
fn each_validator_can_be_broken_alone() {
    let (sets, directory) = every_validator();
    let mut broken = Vec::new();
    for rules in sets {
        let (rule, context) = (&rules.rules().rules()[0], context(&directory));
        let under = RequestStrategy::with_samples(&rules, &context, &directory);
        assert_eq!(under.unbroken(), []);
        for invalid_json in samples(under.faulty_by(rule.validator.kind()).unwrap(), 1).take(20) {
            assert_one_fault(&rules.check(&invalid_json.text, &context), &invalid_json);
            assert_eq!(invalid_json.fault.validator(), Some(rule.validator.kind()), "{invalid_json:#?}");
        }
        broken.push(rule.validator.kind());
    }
    assert_eq!(broken, ValidationErrorType::ALL);
}

#[test]
fn what_each_validator_takes_is_drawn() {
    let (sets, directory) = every_validator();
    for rules in sets {
        let (rule, context) = (&rules.rules().rules()[0], context(&directory));
        let mut judged = 0;
        for text in samples(RequestStrategy::with_samples(&rules, &context, &directory).texts(), 2).take(150) {
            let report = rules.check(&text, &context);
            assert!(report.is_valid(), "{text}\n{report}");
            let body = serde_json::from_str(&text).unwrap();
            judged += i32::from(at(&body, rule.property.as_str()).iter().any(|value| !value.is_null()));
        }
        // A rule that has nothing to judge would be no proof.
        assert!(judged > 5, "{}: {judged} of 150", serde_json::to_string(rule).unwrap());
    }
}

#[cfg(feature = "schema")]
#[test]
fn schemas_take_what_rules_take() {
    let (sets, directory) = every_validator();
    for rules in sets.into_iter().chain([RequestChecker::documented(), RequestChecker::recommended()]) {
        let (schema, says_all) = schema_of(rules.rules());
        let under = RequestStrategy::with_samples(&rules, &context(&directory), &directory);
        for text in samples(under.texts(), 3).take(40) {
            assert!(schema.is_valid(&serde_json::from_str(&text).unwrap()), "{text}");
        }
        for invalid_json in samples(under.invalid_json(), 3).take(40) {
            // A `Value` holds one member of a name, and no number beyond a double.
            let Ok(body) = serde_json::from_str(&invalid_json.text) else { continue };
            let said = says_all || invalid_json.rule.is_none();
            if said && invalid_json.fault != ProblemKind::DuplicateMember {
                assert!(!schema.is_valid(&body), "{invalid_json:#?}");
            }
        }
    }
}

#[test]
fn the_sets_of_the_crate_are_kept_and_each_rule_broken() {
    let mut seen = BTreeSet::new();
    for (set, expected) in
        [(RuleSet::documented(), &[4, 9, 15][..]), (RuleSet::recommended(), &[4, 5, 6, 9, 10, 13, 15])]
    {
        let (rules, under) = under(&set);
        assert_eq!(under.validators().iter().map(|id| id.code()).collect::<Vec<_>>(), expected);
        assert_eq!(under.unbroken(), []);
        for request in samples(under.requests(), 4).take(300) {
            let report = rules.check_value(&request, &Context::new());
            assert!(report.is_valid() && report.is_complete(), "{report}");
            seen.extend(request.external_call_timeout.actual().copied());
        }
        let mut broken = BTreeSet::new();
        for invalid_json in samples(under.invalid_json(), 4).take(300) {
            let report = rules.check(&invalid_json.text, &Context::new());
            assert_eq!(report.problems().len(), 1);
            assert_one_fault(&report, &invalid_json);
            assert!(!matches!(invalid_json.fault, ProblemKind::Syntax(_)));
            broken.extend(invalid_json.rule);
        }
        // Each of its rules is reached.
        assert_eq!(broken.len(), set.rules().len());
    }
    // Bounds and what lies between them.
    assert!(seen.contains(&1) && seen.contains(&300) && seen.contains(&2) && seen.len() > 20, "{seen:?}");
}

#[test]
fn rules_that_belong_together_are_all_kept_and_each_broken() {
    let set = rules(json!({"rules": [
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
    let (rules, under) = under(&set);
    let mut modes = 0;
    for text in samples(under.texts(), 5).take(100) {
        let body: Value = serde_json::from_str(&text).unwrap();
        assert!(rules.check(&text, &Context::new()).is_valid(), "{text}");
        assert!((2..=3).contains(&body["followMe"].as_array().unwrap().len()), "{text}");
        modes += i32::from(body["callForwardAllMode"].is_object());
    }
    assert!(modes > 5, "{modes}");
    assert_eq!(under.unbroken(), []);
    let mut broken = BTreeSet::new();
    for invalid_json in samples(under.invalid_json(), 5).take(200) {
        assert_one_fault(&rules.check(&invalid_json.text, &Context::new()), &invalid_json);
        broken.extend(invalid_json.rule);
    }
    assert_eq!(broken.len(), 10, "{broken:?}");
}

#[test]
fn what_cannot_be_broken_says_why() {
    let set = rules(json!({"rules": [
        {"validator": "extension", "property": "followMe[].phoneNumber"},
        {"validator": "requiredAttribute", "property": "screenCalls.actualValue"},
        {"validator": "validatorGroup", "property": "externalCallTimeout", "rules": [
            {"validator": "range", "property": "actualValue", "min": 1}]}]}));
    let (_, under) = under(&set);
    let told: Vec<_> = under.unbroken().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "/rules/0: extension: no directory has `extensions`",
            // The representation says so already.
            "/rules/1: requiredAttribute: nothing that was tried breaks it alone",
        ]
    );
    assert!(under.faulty_by(ValidationErrorType::Extension).is_none());
    assert!(under.faulty_by(ValidationErrorType::Range).is_none());
    assert!(under.faulty_by(ValidationErrorType::ValidatorGroup).is_some());
    assert!(
        samples(under.faulty_by(ValidationErrorType::RequiredAttribute).unwrap(), 6).take(20).all(|f| f.rule.is_none())
    );
}

#[test]
fn rules_that_contradict_each_other_give_up() {
    let set = rules(json!({"rules": [
        {"validator": "requiredAttribute", "property": "callForwardAll"},
        {"validator": "requiredValue", "property": "callForwardAll"},
        {"validator": "attributeExistence", "property": "", "forbidden": ["callForwardAll"]}]}));
    let (_, under) = under(&set);
    assert_eq!(samples(under.texts(), 0).next(), None);
    assert_eq!(samples(under.invalid_json(), 0).next(), None);
    assert!(under.validators().is_empty());
}

/// The smallest that is left of something drawn.
fn shrunk<S: Strategy>(strategy: &S, runner: &mut TestRunner, mut check: impl FnMut(&S::Value)) -> S::Value {
    let mut tree = strategy.new_tree(runner).unwrap();
    let mut steps = 0;
    while tree.simplify() {
        check(&tree.current());
        steps += 1;
        assert!(steps < 5000, "no end");
    }
    tree.current()
}

#[test]
fn what_breaks_a_rule_still_does_when_it_is_small() {
    let mut runner = TestRunner::deterministic();
    let set = RuleSet::recommended();
    let (rules, under) = under(&set);
    assert_eq!(
        shrunk(&under.texts(), &mut runner, |text| {
            assert!(rules.check(text, &Context::new()).is_valid());
        }),
        "{}"
    );
    let range = under.faulty_by(ValidationErrorType::Range).unwrap();
    let mut small = BTreeSet::new();
    for _ in 0..20 {
        let invalid_json = shrunk(&range, &mut runner, |invalid_json| {
            assert_one_fault(&rules.check(&invalid_json.text, &Context::new()), invalid_json);
        });
        small.insert((invalid_json.text, invalid_json.done));
    }
    assert!(
        small.contains(&(
            r#"{"externalCallTimeout":{"actualValue":0}}"#.to_owned(),
            "0 where range takes an integer from 1 to 300".to_owned()
        )),
        "{small:?}"
    );
    let count = under.faulty_by(ValidationErrorType::CollectionCount).unwrap();
    let invalid_json = shrunk(&count, &mut runner, |_| {});
    assert_eq!(invalid_json.done, "an array of 21 items where collectionCount takes an array of at most 20 items");
}

#[test]
fn a_seed_gives_the_same_under_rules() {
    let mut text = String::new();
    let (_, under) = under(&RuleSet::recommended());
    for invalid_json in samples(under.invalid_json(), 7).take(6) {
        text += &format!("{invalid_json:?}\n");
    }
    for request in samples(under.texts(), 7).take(4) {
        text += &format!("{request}\n");
    }
    insta::assert_snapshot!("seed_under_rules", text);
}
