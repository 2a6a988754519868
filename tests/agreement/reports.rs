//! Bytes, typed value and JSON have the same report, in any order of members, and each rule has the problems that it has alone.

use super::bodies::{Arbitrary, joined};
use super::compared::request_form;
use super::probes::Probes;
use super::rng::Rng;
use super::rule_sets::{checks, directory, rule_set};
use icws_schema::ParseOptions;
use icws_schema::body::{UserClientConfigurationProperties as Update, UserClientConfigurationView};
use icws_schema::directory::Subject;
use icws_schema::report::Report;
use icws_schema::report::UncheckedRule;
use icws_schema::report::{Problem, ProblemKind};
use icws_schema::rules::{Context, RequestChecker, RuleSet};
use icws_schema::schema::request;
use icws_schema::strategy::{invalid_json, samples, valid_json};
use proptest::prelude::any;
use serde_json::{Value, json};

/// A problem without its position in the input; in a value that is JSON, the order of members is that of the body.
fn rendered(problem: &Problem, pointer: &dyn Fn(String) -> String) -> String {
    let value = problem.value().map(|value| match serde_json::from_str::<Value>(&value) {
        Ok(json) if json.is_object() || json.is_array() => crate::sorted::sorted(&json).to_string(),
        _ => value,
    });
    let causes: Vec<_> = problem.causes().iter().map(|cause| rendered(cause, pointer)).collect();
    let rule = problem.rule_pointer().map(pointer);
    format!("{rule:?} {:?} at {}: {problem}; {value:?} {causes:?}", problem.kind(), problem.pointer())
}

fn told_unchecked(unchecked: &UncheckedRule, pointer: &dyn Fn(String) -> String) -> String {
    let rule = pointer(unchecked.rule_pointer());
    format!("{rule} {} at {}: {}", unchecked.validator(), unchecked.property(), unchecked.reason())
}

/// Everything in a report, in order: the problems, then what is unchecked.
fn all(report: &Report) -> [Vec<String>; 2] {
    moved(report, &|pointer| pointer)
}

/// The same with other pointers to the rules.
fn moved(report: &Report, pointer: &dyn Fn(String) -> String) -> [Vec<String>; 2] {
    let problems = report.problems().iter().map(|problem| rendered(problem, pointer)).collect();
    [problems, report.unchecked().iter().map(|unchecked| told_unchecked(unchecked, pointer)).collect()]
}

fn rules(set: &Value) -> RequestChecker {
    RequestChecker::from_json_with_custom_checks(set.to_string(), &checks()).unwrap()
}

/// Runs a test with generated rule sets, contexts and bodies; prints how many reports had several entries.
fn each_case(seed: u64, sets: u64, test: impl Fn(&Value, &Value, &Context<'_>, &mut Rng)) {
    let (form, arbitrary, directory) = (request_form(), Arbitrary::new(&request::<Update>()), directory());
    let views: Vec<_> = samples(any::<UserClientConfigurationView>(), seed).take(20).collect();
    let bases: Vec<Value> =
        samples(valid_json::<Update>(), seed).take(20).map(|text| serde_json::from_str(&text).unwrap()).collect();
    for set in 0..sets {
        let mut rng = Rng::new(seed * 1000 + set);
        let count = 1 + rng.below(8);
        let set = rule_set(&form, count, &mut rng);
        let probes = Probes::new(&set, &form);
        for _ in 0..40 {
            let mut context = Context::new();
            context.directory = (!rng.one_in(3)).then_some(&directory as _);
            context.current = rng.one_in(2).then_some(rng.of(&views));
            context.subject = rng.one_in(2).then(|| Subject::user("gcadmin"));
            context.feature_version = *rng.of(&[None, None, Some(7), Some(8), Some(10)]);
            let mut body = probes.body(rng.of(&bases), &mut rng);
            if rng.one_in(3) {
                body = arbitrary.changed(&body, 1 + rng.below(4), &mut rng);
            }
            test(&set, &body, &context, &mut rng);
        }
    }
}

/// What a test has met: clean reports, reports with a violation, malformed bodies, reports of several, reports that are not complete.
#[derive(Debug, Default)]
struct Met([usize; 5]);

impl Met {
    fn add(&mut self, report: &Report) {
        let problems = report.problems();
        let met = [
            problems.is_empty(),
            problems.iter().any(|problem| problem.rule().is_some()),
            report.is_malformed(),
            problems.len() > 1,
            !report.is_complete(),
        ];
        self.0.iter_mut().zip(met).for_each(|(count, met)| *count += usize::from(met));
    }

    #[track_caller]
    fn assert_all(&self) {
        assert!(self.0.iter().all(|count| *count > 100), "{self:?}");
    }
}

#[test]
fn bytes_typed_value_and_json_have_the_same_report() {
    let met = std::cell::RefCell::new(Met::default());
    each_case(31, 40, |set, body, context, _| {
        let (rules, text) = (rules(set), body.to_string());
        let report = rules.check(&text, context);
        met.borrow_mut().add(&report);
        assert_eq!(all(rules.parse_value(body, context).report()), all(&report), "{set}\n{text}");
        let has_value = rules.parse(&text, context).value().is_some();
        assert_eq!(has_value, report.clone().into_result().is_ok(), "{set}\n{text}");
        if let Ok(update) = ParseOptions::new().parse::<Update>(&text).into_result() {
            assert_eq!(all(&rules.check_value(&update, context)), all(&report), "{set}\n{text}");
            match rules.validate(update, context) {
                Ok(valid) => {
                    assert!(report.is_valid(), "{set}\n{text}");
                    let unchecked = valid.unchecked().iter().map(|one| told_unchecked(one, &|pointer| pointer));
                    assert!(unchecked.eq(all(&report)[1].clone()), "{set}\n{text}");
                }
                Err(rejected) => assert_eq!(all(rejected.report()), all(&report), "{set}\n{text}"),
            }
        }
    });
    met.into_inner().assert_all();
}

/// A request with members of a view, which may have what no request may.
fn as_request(view: UserClientConfigurationView) -> Update {
    let mut update = Update::new()
        .with_call_forward_all(view.call_forward_all)
        .with_call_forward_all_mode(view.call_forward_all_mode)
        .with_e_faq_search_option(view.e_faq_search_option)
        .with_external_call_timeout(view.external_call_timeout)
        .with_follow_me(view.follow_me)
        .with_screen_calls(view.screen_calls);
    update.unknown = view.unknown;
    update
}

#[test]
fn an_invalid_typed_request_has_the_report_of_its_json() {
    let (mut malformed, mut rejected) = (0, 0);
    let set = RuleSet::recommended();
    let rules = RequestChecker::new(&set).unwrap();
    for view in samples(any::<UserClientConfigurationView>(), 32).take(300) {
        let context = Context::new();
        let update = as_request(view);
        let text = serde_json::to_string(&update).unwrap();
        let report = rules.check(&text, &context);
        assert_eq!(all(&rules.check_value(&update, &context)), all(&report), "{text}");
        // What `Value` makes of numbers that a double does not keep is another body.
        let json: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            all(rules.parse_value(&json, &context).report()),
            all(&rules.check(json.to_string(), &context)),
            "{text}"
        );
        malformed += usize::from(report.is_malformed());
        rejected += usize::from(!report.is_valid() && !report.is_malformed());
    }
    assert!(malformed > 30 && rejected > 30, "{malformed} malformed, {rejected} rejected");
}

#[test]
fn a_report_does_not_depend_on_the_order_of_members() {
    let met = std::cell::RefCell::new(Met::default());
    each_case(33, 30, |set, body, context, rng| {
        let rules = rules(set);
        let report = rules.check(body.to_string(), context);
        met.borrow_mut().add(&report);
        let shuffled = rng.shuffled(body);
        assert_eq!(all(&rules.check(&shuffled, context)), all(&report), "{set}\n{shuffled}");
    });
    met.into_inner().assert_all();
}

/// The numbers in a pointer.
fn indexes(pointer: &str) -> Vec<usize> {
    pointer.split('/').filter_map(|step| step.parse().ok()).collect()
}

/// What violations are ordered by: their rule, then the index of the item. Inside an item of `collectionItemValidator`, its rules have their own order.
fn step(set: &Value, problem: &Problem) -> (usize, Vec<usize>) {
    let rule = indexes(&problem.rule_pointer().unwrap())[0];
    let mut item = indexes(&problem.pointer());
    let rule_json = &set["rules"][rule];
    if rule_json["validator"] == "collectionItemValidator" {
        item.truncate(rule_json["property"].as_str().unwrap().matches("[]").count() + 1);
    }
    (rule, item)
}

#[test]
fn a_report_combines_the_representation_and_each_rule_alone() {
    let met = std::cell::RefCell::new(Met::default());
    each_case(34, 20, |set, body, context, _| {
        let text = body.to_string();
        let report = rules(set).check(&text, context);
        met.borrow_mut().add(&report);
        let representation = ParseOptions::new().check::<Update>(&text);
        let known = representation.problems().len();
        let [mut problems, mut unchecked] = all(&representation);
        for (index, rule) in set["rules"].as_array().unwrap().iter().enumerate() {
            let alone = rules(&json!({"rules": [rule]})).check(&text, context);
            // In a set of one the rule is the first.
            let [more_problems, more_unchecked] =
                moved(&alone, &|pointer| pointer.replacen("/rules/0", &format!("/rules/{index}"), 1));
            problems.extend_from_slice(&more_problems[known..]);
            unchecked.extend(more_unchecked);
        }
        assert_eq!(all(&report), [problems, unchecked], "{set}\n{text}");
        let is_unchecked_in_order = report.unchecked().is_sorted_by_key(|unchecked| indexes(&unchecked.rule_pointer()));
        assert!(is_unchecked_in_order, "{set}\n{text}\n{:?}", report.unchecked());
        let violations = &report.problems()[known..];
        assert!(violations.is_sorted_by_key(|problem| step(set, problem)), "{set}\n{text}\n{report}");
    });
    met.into_inner().assert_all();
}

#[test]
fn rules_do_not_repeat_problems_of_the_representation() {
    let mut silenced = std::collections::BTreeMap::<_, usize>::new();
    for case in samples(invalid_json::<Update>(), 35).take(1500) {
        let steps = case.pointer.split('/').skip(1).map(|step| if step.parse::<usize>().is_ok() { "[]" } else { step });
        let property = steps.fold(String::new(), |path, step| joined(&path, step));
        let rule = match case.kind {
            ProblemKind::Missing => json!({"validator": "requiredAttribute"}),
            ProblemKind::Null => json!({"validator": "requiredValue"}),
            ProblemKind::UnknownCode => json!({"validator": "validValues", "values": ["none"]}),
            // A malformed value silences every rule.
            ProblemKind::Type => json!({"validator": "unknownValidator", "check": "none"}),
            _ => continue,
        };
        if property.is_empty() || property.contains("__type") {
            continue;
        }
        let at = |property: &str| {
            let mut rule = rule.clone();
            rule["property"] = property.into();
            rule
        };
        let group = json!({"validator": "validatorGroup", "property": property, "mode": "all", "rules": [at("")]});
        let messages = |rule: Value| {
            let report = rules(&json!({"rules": [rule]})).check(&case.body, &Context::new());
            let there = report.problems().iter().filter(|problem| problem.pointer() == case.pointer);
            there.map(ToString::to_string).collect::<Vec<_>>()
        };
        let alone = messages(at(&property));
        assert_eq!(alone.len(), 1, "{alone:?}\n{case:?}");
        // A group counts what is not repeated.
        let group = messages(group);
        let counted = usize::from(case.kind != ProblemKind::Type);
        assert_eq!(group.len(), 1 + counted, "{group:?}\n{case:?}");
        *silenced.entry(case.kind.as_str()).or_default() += 1;
    }
    assert!(silenced.len() == 4 && silenced.values().all(|count| *count > 20), "{silenced:?}");
}

#[test]
fn violations_have_the_same_offset_whether_found_while_parsing_or_after() {
    // No value can satisfy this rule, and it needs a second pass over the body.
    let never = json!({"validator": "attributeExistence", "required": ["followMe"], "forbidden": ["followMe"]});
    let stands = |report: &Report, count: usize| {
        let stand = |problem: &Problem| {
            let messages = rendered(problem, &|pointer| pointer);
            (messages, problem.offset(), problem.length(), problem.position(), problem.found(), problem.value())
        };
        report.problems().iter().take(count).map(stand).collect::<Vec<_>>()
    };
    let (met, failed) = (std::cell::RefCell::new(Met::default()), std::cell::Cell::new(0));
    each_case(36, 40, |set, body, _, _| {
        let mut looked_at_again = set.clone();
        looked_at_again["rules"].as_array_mut().unwrap().push(never.clone());
        let text = serde_json::to_string_pretty(body).unwrap();
        let report = rules(set).check(&text, &Context::new());
        let again = rules(&looked_at_again).check(&text, &Context::new());
        let count = report.problems().len();
        failed.set(failed.get() + again.problems().len() - count);
        assert_eq!(stands(&report, count), stands(&again, count), "{set}\n{text}");
        met.borrow_mut().add(&report);
    });
    assert!(failed.get() > 1000, "{}", failed.get());
    met.into_inner().assert_all();
}
