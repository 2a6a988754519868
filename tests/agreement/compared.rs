//! A rule set as the engine and as the emitted schema have it.

use super::bodies::{Arbitrary, Form, smallest};
use super::probes::Probes;
use super::rejection::{reasons, validator};
use super::rng::Rng;
use super::rule_sets::checks;
use icws_schema::ParseOptions;
use icws_schema::body::UserClientConfigurationProperties as Update;
use icws_schema::codes::ValidationErrorType;
use icws_schema::report::Report;
use icws_schema::report::{Problem, ProblemKind};
use icws_schema::rules::{Context, RequestChecker};
use icws_schema::schema::{OmittedRule, request, request_with_rules};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Compared<'c> {
    pub(super) set: Value,
    pub(super) rules: RequestChecker,
    pub(super) omitted: Vec<OmittedRule>,
    validator: Validator,
    context: &'c Context<'c>,
    request: &'c Form,
    arbitrary: &'c Arbitrary,
}

/// What bodies have shown.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// How often each rule that the schema contains in full, by its pointer, was violated.
    pub(super) full: BTreeMap<String, usize>,
    /// How often each rule that it omits, or contains in part, was violated by a body that it accepts, or rejects for other rules of the same items.
    pub(super) omitted: BTreeMap<String, usize>,
    /// The validators of the violated rules.
    pub(super) validators: BTreeSet<(ValidationErrorType, bool)>,
    pub(super) accepted: usize,
    pub(super) malformed: usize,
}

/// A violated rule that is reported itself: its pointer, validator and location.
type Violated = (String, ValidationErrorType, String);

/// The violated rules that a schema has to contain: those of the items instead of that of their array, those of a group instead of the group where all
/// have to pass.
fn violated<'p>(problems: impl IntoIterator<Item = &'p Problem>) -> Vec<Violated> {
    let mut all = Vec::new();
    for problem in problems {
        let ProblemKind::Rule(validator) = problem.kind() else { continue };
        let needs_all = || problem.rule().is_some_and(|rule| rule.parameters()["mode"] == "all");
        match validator {
            ValidationErrorType::CollectionItemValidator => {}
            ValidationErrorType::ValidatorGroup if needs_all() => all.extend(violated(problem.causes())),
            _ => all.push((problem.rule_pointer().unwrap(), validator, problem.pointer())),
        }
    }
    all
}

pub(super) fn request_form() -> Form {
    Form::of(request::<Update>().as_value())
}

impl<'c> Compared<'c> {
    pub(super) fn new(set: Value, context: &'c Context<'c>, request: &'c Form, arbitrary: &'c Arbitrary) -> Self {
        let rules = RequestChecker::from_json_with_custom_checks(set.to_string(), &checks())
            .unwrap_or_else(|error| panic!("{error}\n{set}"));
        let with_rules = request_with_rules(rules.rules());
        let (omitted, validator) = (with_rules.omitted, validator(&with_rules.schema));
        Self { set, rules, omitted, validator, context, request, arbitrary }
    }

    pub(super) fn check(&self, body: &Value) -> Report {
        self.rules.check(body.to_string(), self.context)
    }

    pub(super) fn omitted(&self, pointer: &str) -> Option<&OmittedRule> {
        self.omitted.iter().find(|one| one.rule_pointer == pointer)
    }

    /// The locations of the properties of which a rule allows at most one.
    fn exclusive(&self, pointer: &str) -> Vec<String> {
        let rule = self.set.pointer(pointer).unwrap();
        let paths = rule["properties"].as_array().into_iter().flatten().filter_map(Value::as_str);
        paths.map(|path| format!("/{}", path.replace('.', "/"))).collect()
    }

    /// How engine and schema differ about a body, or about the reason.
    fn disagreement(&self, body: &Value) -> Option<String> {
        let report = self.check(body);
        let is_valid = self.validator.is_valid(body);
        let representation = ParseOptions::new().check::<Update>(body.to_string());
        if !representation.is_valid() {
            let is_first = report
                .problems()
                .iter()
                .zip(representation.problems())
                .all(|(one, other)| (one.pointer(), one.kind()) == (other.pointer(), other.kind()));
            let rejected = !is_valid && is_first && report.problems().len() >= representation.problems().len();
            return (!rejected)
                .then(|| format!("reading: {representation}\nengine: {report}\nschema takes it: {is_valid}"));
        }
        let violated = violated(report.problems());
        let is_full = |(pointer, ..): &&Violated| self.omitted(pointer).is_none();
        let may_be_full = |(pointer, ..): &&Violated| self.omitted(pointer).is_none_or(|one| one.is_partial);
        let full: Vec<_> = violated.iter().filter(is_full).collect();
        let reasons = reasons(&self.validator, body);
        let places: BTreeSet<_> = reasons.iter().map(|(place, _)| place.as_str()).collect();
        // 39 and 46 report at one member alone.
        let others = |(pointer, id, at): &Violated, place: &str| match id {
            ValidationErrorType::AttributeExistence => {
                place.rsplit_once('/').map(|(object, _)| object) == at.rsplit_once('/').map(|(object, _)| object)
            }
            ValidationErrorType::ObjectValidationErrorMutuallyExclusive => {
                self.exclusive(pointer).iter().any(|path| place.ends_with(path))
            }
            _ => false,
        };
        let explained =
            |place: &&str| violated.iter().filter(may_be_full).any(|one| one.2 == *place || others(one, place));
        let same = (full.is_empty() || !is_valid)
            && is_valid == reasons.is_empty()
            && report.is_valid() == violated.is_empty()
            && full.iter().all(|(.., place)| places.contains(place.as_str()))
            && places.iter().all(explained);
        (!same).then(|| format!("engine: {violated:?}\nschema: {reasons:?}\n{report}"))
    }

    /// Fails with the smallest body and the fewest rules on which engine and schema disagree.
    #[track_caller]
    fn assert_agreement(&self, body: &Value) {
        if self.disagreement(body).is_none() {
            return;
        }
        let mut rules = self.set["rules"].as_array().unwrap().clone();
        let under = |rules: &[Value]| Self::new(json!({"rules": rules}), self.context, self.request, self.arbitrary);
        for index in (0..rules.len()).rev() {
            let mut fewer = rules.clone();
            fewer.remove(index);
            if under(&fewer).disagreement(body).is_some() {
                rules = fewer;
            }
        }
        let under = under(&rules);
        let body = smallest(body.clone(), |body| under.disagreement(body).is_some());
        panic!("{}\n{body}\n{}\n{:#?}", under.set, under.disagreement(&body).unwrap(), under.omitted);
    }

    /// Asserts that engine and schema agree about a body, and counts what was reached.
    #[track_caller]
    pub(super) fn show(&self, body: &Value, shown: &mut Shown) {
        self.assert_agreement(body);
        let report = self.check(body);
        if report.is_malformed() {
            shown.malformed += 1;
            return;
        }
        shown.accepted += usize::from(report.is_valid());
        let is_valid = self.validator.is_valid(body);
        for (pointer, validator, _) in violated(report.problems()) {
            let is_omitted = self.omitted(&pointer).is_some();
            shown.validators.insert((validator, !is_omitted));
            if !is_omitted {
                *shown.full.entry(pointer).or_default() += 1;
            } else if is_valid || pointer.matches("/rules/").count() > 1 {
                *shown.omitted.entry(pointer).or_default() += 1;
            }
        }
    }

    /// Probes of the rules, each also with something changed, until a number is reached and every rule that the schema omits was
    /// violated in a body that it accepts.
    #[track_caller]
    pub(super) fn probe(&self, bases: &[Value], min: usize, max: usize, rng: &mut Rng, shown: &mut Shown) {
        let probes = Probes::new(&self.set, self.request);
        for count in 0..max {
            let is_shown = |one: &OmittedRule| shown.omitted.contains_key(&one.rule_pointer);
            // Of what is contained in part, one rule of many is enough.
            if count >= min && self.omitted.iter().all(|one| is_shown(one) || one.is_partial && count > 600) {
                break;
            }
            let nothing = json!({});
            let base = if rng.one_in(2) { &nothing } else { rng.of(bases) };
            let body = probes.body(base, rng);
            self.show(&body, shown);
            if rng.one_in(10) {
                self.show(&self.arbitrary.changed(&body, 1, rng), shown);
            }
        }
    }
}
