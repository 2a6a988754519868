//! Every validator at every boundary of its parameters, over values of all JSON types, beside an oracle that is written from
//! the specification alone.

mod directory;
mod elsewhere;
mod oracle;
mod rules;
mod values;
mod world;

use icws_schema::directory::{Directory, InMemoryDirectory};
use icws_schema::report::{Problem, Report, UncheckedRule};
use icws_schema::rules::{Context, CustomChecks, ObjectChecker, ObjectContext, RequestChecker};
use oracle::Verdict;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use values::{Json, domain};
use world::World;

/// Where rules fail, and where they are unchecked.
#[derive(Debug, PartialEq, Eq, Default)]
struct Told {
    fails: Vec<String>,
    unchecked: Vec<String>,
}

impl Told {
    fn of(report: &Report) -> Self {
        let location = |problem: &Problem| {
            assert!(problem.rule().is_some(), "{problem}");
            problem.location().to_string()
        };
        let property = |unchecked: &UncheckedRule| unchecked.property().to_owned();
        Self {
            fails: report.iter().map(location).collect(),
            unchecked: report.unchecked().iter().map(property).collect(),
        }
    }

    fn at(location: &str, verdict: Verdict) -> Self {
        let mut told = Self::default();
        told.add(location, verdict);
        told
    }

    fn add(&mut self, location: &str, verdict: Verdict) {
        match verdict {
            Verdict::Passes => {}
            Verdict::Fails => self.fails.push(location.to_owned()),
            Verdict::Unchecked => self.unchecked.push(location.to_owned()),
        }
    }
}

fn checks() -> CustomChecks {
    CustomChecks::new().with("mine", |value| value != "ab")
}

/// Checks bodies under a rule in every world, and compares what is told with the oracle; returns how often it fails, and
/// how often it is unchecked.
fn compare(rule: &Value, bodies: &[Json], expected: impl Fn(&World) -> Told) -> (usize, usize) {
    let file = json!({"rules": [rule]}).to_string();
    let whole =
        ObjectChecker::from_json_with_custom_checks(&file, &checks()).unwrap_or_else(|error| panic!("{file}: {error}"));
    let partial = whole.clone().partial();
    let directory = InMemoryDirectory::from_json(world::directory().to_string()).unwrap();
    let (mut failed, mut unchecked) = (0, 0);
    for body in bodies {
        let text = body.text();
        for (is_partial, has_directory) in [(false, true), (true, true), (false, false)] {
            let world = World { body: body.clone(), is_partial, has_directory };
            let mut context = ObjectContext::new();
            context.directory = has_directory.then_some(&directory as &dyn Directory);
            let told = Told::of(&if is_partial { &partial } else { &whole }.check(&text, &context));
            assert_eq!(
                told,
                expected(&world),
                "{text} under {rule}, partial: {is_partial}, directory: {has_directory}"
            );
            failed += usize::from(!told.fails.is_empty());
            unchecked += usize::from(!told.unchecked.is_empty());
        }
    }
    (failed, unchecked)
}

/// An object with these members, of which some may be absent.
fn object<'m>(members: impl IntoIterator<Item = (&'m str, Option<Json>)>) -> Json {
    let member = |(name, value): (&str, Option<Json>)| value.map(|value| (name.to_owned(), value));
    Json::Object(members.into_iter().filter_map(member).collect())
}

/// Every value, and none.
fn all_values() -> Vec<Option<Json>> {
    domain().into_iter().map(Some).chain([None]).collect()
}

#[test]
fn every_validator_of_one_property_at_every_boundary() {
    let bodies: Vec<_> = all_values().into_iter().map(|value| object([("v", value)])).collect();
    for rule in rules::of_one_property() {
        let (failed, _) =
            compare(&rule, &bodies, |world| Told::at("v", oracle::verdict(&rule, world.body.get("v"), world)));
        assert!(failed > 0, "{rule}");
    }
}

#[test]
fn every_validator_of_two_properties_at_every_boundary() {
    // The second property takes a part of the values, which is another one for each rule.
    for (index, rule) in rules::of_two_properties().into_iter().enumerate() {
        let others: Vec<_> = all_values().into_iter().skip(index % 4).step_by(4).chain(rules::seconds()).collect();
        let pair = |value: &Option<Json>| {
            others.iter().map(|other| object([("v", value.clone()), ("o", other.clone())])).collect::<Vec<_>>()
        };
        let bodies: Vec<_> = all_values().iter().step_by(2).chain(&rules::firsts()).flat_map(pair).collect();
        let (failed, _) =
            compare(&rule, &bodies, |world| Told::at("v", oracle::verdict(&rule, world.body.get("v"), world)));
        assert!(failed > 0, "{rule}");
    }
}

#[test]
fn every_validator_that_reports_at_other_locations_at_every_boundary() {
    for rule in rules::elsewhere() {
        let values: Vec<_> = all_values().into_iter().chain(rules::firsts()).collect();
        let others: Vec<_> = rules::seconds().into_iter().chain(all_values().into_iter().step_by(9)).collect();
        let pair = |value: &Option<Json>| {
            others.iter().map(|other| object([("v", value.clone()), ("o", other.clone())])).collect::<Vec<_>>()
        };
        let bodies: Vec<_> = values.iter().flat_map(pair).collect();
        let (failed, _) = compare(&rule, &bodies, |world| elsewhere::told(&rule, world));
        assert!(failed > 0, "{rule}");
    }
}

#[test]
fn every_validator_has_a_boundary_rule() {
    let rules = [rules::of_one_property(), rules::of_two_properties(), rules::elsewhere()].concat();
    let names: BTreeSet<_> = rules.iter().map(|rule| rule["validator"].as_str().unwrap()).collect();
    let all: BTreeSet<_> =
        icws_schema::codes::ValidationErrorType::ALL.iter().map(|validator| validator.name().unwrap()).collect();
    assert_eq!(names, all);
}

/// The properties of a request, each with the values that its type has.
fn typed(value: &Json) -> Vec<(&'static str, String)> {
    let is_int = value.integer().is_some_and(|value| i32::try_from(&value).is_ok());
    let is_null = *value == Json::Null;
    let mut typed = Vec::new();
    let mut add = |fits: bool, path: &'static str| {
        if fits {
            let (member, inner) = path.split_once('.').unwrap();
            typed.push((path, format!("{{{member:?}:{{{inner:?}:{}}}}}", value.text())));
        }
    };
    add(is_int || is_null, "externalCallTimeout.actualValue");
    add(value.string().is_some() || is_null, "callForwardAllMode.actualValue");
    add(matches!(value, Json::Boolean(_)) || is_null, "callForwardAll.actualValue");
    typed
}

/// A request is checked while it is read, as a typed value, and as a `Value`: all three agree with the oracle.
#[test]
fn every_validator_of_one_property_in_a_request() {
    let values = domain();
    let mut compared = 0;
    for rule in rules::of_one_property() {
        let mut checkers = std::collections::BTreeMap::new();
        for value in &values {
            for (path, body) in typed(value) {
                let checker = checkers.entry(path).or_insert_with(|| {
                    let mut rule = rule.clone();
                    rule["property"] = path.into();
                    RequestChecker::from_json_with_custom_checks(json!({"rules": [rule]}).to_string(), &checks()).ok()
                });
                let Some(checker) = checker else { continue };
                let world = World { body: Json::Null, is_partial: true, has_directory: false };
                let expected = Told::at(path, oracle::verdict(&rule, Some(value), &world));
                let context = Context::new();
                let parsed = checker.parse(&body, &context);
                for told in [
                    Told::of(&checker.check(&body, &context)),
                    Told::of(parsed.report()),
                    Told::of(&checker.check_value(parsed.partial(), &context)),
                ] {
                    assert_eq!(told, expected, "{body} under {rule}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 10_000, "{compared}");
}
