//! The schema with a rule set accepts what parser and engine accept, for any rules; only what it omits is listed.

use super::bodies::Arbitrary;
use super::compared::{Compared, Shown, request_form};
use super::rng::Rng;
use super::rule_sets::{current, directory, rule, rule_set};
use icws_schema::body::UserClientConfigurationProperties as Update;
use icws_schema::codes::ValidationErrorType;
use icws_schema::rules::{Context, RuleSet};
use icws_schema::schema::request;
use icws_schema::strategy::{invalid_json, samples, valid_json};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn valid_bodies(seed: u64, count: usize) -> Vec<Value> {
    samples(valid_json::<Update>(), seed).take(count).map(|text| serde_json::from_str(&text).unwrap()).collect()
}

#[test]
fn the_schema_of_each_rule_agrees_with_the_engine() {
    let (form, arbitrary) = (request_form(), Arbitrary::new(&request::<Update>()));
    let (directory, current) = (directory(), current(&form));
    // What a request omits is known, so that rules with conditions are also violated where a schema cannot know it.
    let context = Context::new().with_directory(&directory).with_current(&current);
    let bases = valid_bodies(21, 30);
    // The kinds of rules that were violated, and how much of them a schema contains.
    let mut violated = BTreeSet::new();
    let mut omitted = BTreeSet::new();
    // Whether each kind of rule that a schema contains in part was violated by what the schema accepts.
    let mut partial: BTreeMap<String, bool> = BTreeMap::new();
    // Some groups with mode `any` cannot be violated, as one of their rules accepts what another rejects; nor can some rules that are
    // generated for items and values in which something is always there.
    let (mut within, mut broken_within, mut never_violated) = (0, 0, Vec::new());
    for (index, validator) in ValidationErrorType::ALL.iter().enumerate() {
        // Validators with many variants are generated more often.
        let count = match validator {
            validator if draws_within(*validator) => 30,
            ValidationErrorType::Regex
            | ValidationErrorType::StringLength
            | ValidationErrorType::IntegerComparisonValidator => 30,
            ValidationErrorType::ValidFormat => 60,
            _ => 8,
        };
        for seed in 0..count {
            let mut rng = Rng::new(index as u64 * 1000 + seed);
            let chosen = std::iter::repeat_with(|| rule(*validator, &form, 1, &mut rng)).take(50).flatten().next();
            let compared = Compared::new(json!({"rules": [chosen.unwrap()]}), &context, &form, &arbitrary);
            let mut shown = Shown::default();
            compared.probe(&bases, 40, 1000, &mut rng, &mut shown);
            for one in &compared.omitted {
                let is_broken = shown.omitted.contains_key(&one.rule_pointer);
                if one.is_partial {
                    let kind = kind(compared.set.pointer(&one.rule_pointer).unwrap());
                    *partial.entry(kind).or_default() |= is_broken;
                } else if draws_within(*validator) {
                    within += 1;
                    broken_within += usize::from(is_broken);
                } else if !is_broken {
                    never_violated.push(format!("{one:?}\n{}", compared.set));
                }
                let part = if one.is_partial { " (in part)" } else { "" };
                omitted.insert(format!("{}: {}{part}", one.validator, one.reason));
            }
            for pointer in shown.full.keys().chain(shown.omitted.keys()) {
                let extent = match compared.omitted(pointer) {
                    None => "contained",
                    Some(one) if one.is_partial => "contained in part",
                    Some(_) => "omitted",
                };
                violated.insert(format!("{}: {extent}", kind(compared.set.pointer(pointer).unwrap())));
            }
        }
    }
    assert!(never_violated.is_empty(), "omitted, but never violated: {}", never_violated.join("\n"));
    // With `arbitrary_precision` numbers are as exact in the schema's validator as they are here.
    let is_exact = crate::exact_numbers::are_kept();
    if is_exact {
        partial.remove("validFormat number");
    }
    assert!(partial.values().all(|is_broken| *is_broken) && partial.len() > 8, "{partial:?}");
    assert!(broken_within * 4 > within * 3 && within > 20, "{broken_within} of {within}");
    // An array is violated through its items.
    for validator in ValidationErrorType::ALL.iter().filter(|id| **id != ValidationErrorType::CollectionItemValidator) {
        let name = validator.name().unwrap();
        assert!(violated.iter().any(|kind| kind.split([' ', ':']).next() == Some(name)), "{name} was never violated");
    }
    let violated: Vec<_> = violated.into_iter().collect();
    let omitted: Vec<_> = omitted.into_iter().collect();
    if !is_exact {
        insta::assert_snapshot!("violated", violated.join("\n"));
    }
    insta::assert_snapshot!("omitted", omitted.join("\n"));
}

fn draws_within(validator: ValidationErrorType) -> bool {
    matches!(validator, ValidationErrorType::CollectionItemValidator | ValidationErrorType::ValidatorGroup)
}

/// The validator of a rule, and which of its kinds it is.
fn kind(rule: &Value) -> String {
    let kinds = ["format", "unit", "operator", "mode", "source"].iter().filter_map(|name| rule[*name].as_str());
    [rule["validator"].as_str().unwrap()].into_iter().chain(kinds).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_schema_of_any_rule_set_agrees_with_the_engine() {
    let (form, arbitrary) = (request_form(), Arbitrary::new(&request::<Update>()));
    let (directory, current) = (directory(), current(&form));
    // What a request omits is known, so that rules with conditions are also violated where a schema cannot know it.
    let context = Context::new().with_directory(&directory).with_current(&current);
    let bases = valid_bodies(22, 30);
    let (mut full, mut omitted, mut accepted, mut malformed) = (0, 0, 0, 0);
    for seed in 0..40 {
        let mut rng = Rng::new(seed);
        let count = 1 + rng.below(8);
        let compared = Compared::new(rule_set(&form, count, &mut rng), &context, &form, &arbitrary);
        let mut shown = Shown::default();
        compared.probe(&bases, 60, 60, &mut rng, &mut shown);
        full += shown.full.len();
        omitted += shown.omitted.len();
        accepted += shown.accepted;
        malformed += shown.malformed;
    }
    let counts = format!("{full} full, {omitted} omitted, {accepted} accepted, {malformed} malformed");
    assert!(full > 20 && omitted > 20 && accepted > 200 && malformed > 100, "{counts}");
}

/// Valid values, single problems and any JSON under a rule set of the crate.
fn under(set: &RuleSet) -> (Shown, Vec<String>) {
    let (form, arbitrary, context) = (request_form(), Arbitrary::new(&request::<Update>()), Context::new());
    let compared = Compared::new(serde_json::to_value(set).unwrap(), &context, &form, &arbitrary);
    let (mut shown, mut rng, bases) = (Shown::default(), Rng::new(23), valid_bodies(23, 200));
    for body in &bases {
        compared.show(body, &mut shown);
        compared.show(&arbitrary.changed(body, 1, &mut rng), &mut shown);
        compared.show(&arbitrary.changed(body, 3, &mut rng), &mut shown);
        compared.show(&arbitrary.value(&mut rng, 4), &mut shown);
    }
    let single = samples(invalid_json::<Update>(), 23).take(400);
    single.filter_map(|case| serde_json::from_str(&case.body).ok()).for_each(|body| compared.show(&body, &mut shown));
    compared.probe(&bases, 300, 300, &mut rng, &mut shown);
    assert!(shown.accepted > 100 && shown.malformed > 300, "{shown:?}");
    let omitted = compared.omitted.iter().map(|one| one.rule_pointer.clone()).collect();
    (shown, omitted)
}

#[test]
fn the_schema_of_the_documented_rules_agrees_with_the_engine() {
    let (shown, omitted) = under(&RuleSet::documented());
    assert!(shown.validators.is_empty() && omitted.is_empty());
}

#[test]
fn the_schema_of_the_recommended_rules_agrees_with_the_engine() {
    let (shown, omitted) = under(&RuleSet::recommended());
    let full = ["/rules/0", "/rules/2", "/rules/3", "/rules/4", "/rules/5"];
    assert_eq!(shown.full.keys().collect::<Vec<_>>(), full, "{shown:?}");
    // The parts of a URI are only looked at roughly.
    assert_eq!(omitted, ["/rules/1"], "{shown:?}");
}
