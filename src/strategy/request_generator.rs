//! Generation of requests under rules: a body is generated, checked, and repaired until it meets its goal.

use super::candidates::{self, Candidate, CandidateValue};
use super::document::{Document, NodeValue};
use super::edit::{self, DocumentEditor};
use super::generate;
use super::mutation::{Mutation, Plan};
use super::oracle::{Goal, Oracle, is_item_list};
use super::rng::{Rng, ValueStyle};
use super::unreachable_rule::UnreachableRule;
use crate::body::UserClientConfigurationProperties;
use crate::body::decode::members::WireValue;
use crate::codes::ValidationErrorType;
use crate::descriptor::Direction;
use crate::directory::SampleNames;
use crate::location::LocationSegment;
use crate::report::{Problem, UncheckedReason, pointer};
use crate::rules::{Context, RequestChecker, Rule, Validator, join};
use proptest::test_runner::TestRng;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

/// The generator of requests under a rule set.
pub(super) struct RequestGenerator<'a> {
    pub(super) oracle: Oracle<'a>,
    plan: Plan,
    /// The values that the rules suggest, by path.
    suggested: BTreeMap<String, Candidate>,
    targets: Vec<RuleTarget>,
    /// An example that violates no rule, if one was found.
    pub(super) valid: Option<Document>,
    sources: OnceLock<InvalidSources>,
    style: ValueStyle,
}

impl fmt::Debug for RequestGenerator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestGenerator").field("checker", &self.oracle.checker).finish_non_exhaustive()
    }
}

/// A rule that possibly can be violated alone.
#[derive(Debug)]
struct RuleTarget {
    validator: ValidationErrorType,
    rule_pointer: String,
    /// The candidates for violating it, its property first.
    candidates: Vec<Candidate>,
}

/// A source of bodies with one problem that is known to work, with an example.
#[derive(Debug, Clone)]
pub(super) struct InvalidSource {
    /// The validator of the problem; `None` if it makes the body malformed.
    pub(super) validator: Option<ValidationErrorType>,
    pub(super) kind: InvalidKind,
    pub(super) example: Document,
}

/// A kind of problem, and how to generate it.
#[derive(Debug, Clone)]
pub(super) enum InvalidKind {
    /// The rule of this index is violated.
    Rule(usize),
    /// A plan with exactly one mutation.
    Representation(Box<Plan>),
}

/// The maximum number of attempts before an example is used instead of a new body.
pub(super) const MAX_ATTEMPTS: usize = 30;
/// The maximum number of attempts before a rule is considered unreachable.
const MAX_SEARCH_ATTEMPTS: usize = 200;
/// The maximum number of repairs of a body.
const MAX_REPAIRS: usize = 40;

impl<'a> RequestGenerator<'a> {
    pub(super) fn new(
        checker: &RequestChecker,
        context: &Context<'a>,
        samples: Option<&dyn SampleNames>,
        style: ValueStyle,
    ) -> Self {
        let mut rng = super::seeded(0);
        let mut rng = Rng::new(&mut rng, style);
        let mut generator = Self {
            oracle: Oracle { checker: checker.clone(), context: context.clone() },
            plan: Plan::new(UserClientConfigurationProperties::DESCRIPTOR, Direction::Request, false, style),
            suggested: BTreeMap::new(),
            targets: Vec::new(),
            valid: None,
            sources: OnceLock::new(),
            style,
        };
        generator.add(checker.rules().rules(), &mut Vec::new(), "", samples, &mut rng);
        generator.valid = generator.generate(&mut rng);
        generator
    }

    /// Returns the random choices of a source, in the style of the bodies.
    pub(super) fn rng<'r>(&self, source: &'r mut TestRng) -> Rng<'r> {
        Rng::new(source, self.style)
    }

    /// Collects the suggestions of rules, and the rules that can be violated alone.
    fn add(
        &mut self,
        rules: &[Rule],
        indexes: &mut Vec<usize>,
        root: &str,
        samples: Option<&dyn SampleNames>,
        rng: &mut Rng<'_>,
    ) {
        for (index, rule) in rules.iter().enumerate() {
            indexes.push(index);
            let candidates = candidates::of(rule, root, samples, rng);
            if indexes.len() == 1 {
                candidates.iter().for_each(|candidate| self.suggest(candidate));
            }
            self.targets.push(RuleTarget {
                validator: rule.validator.kind(),
                rule_pointer: pointer(&*indexes),
                candidates,
            });
            if let Validator::CollectionItemValidator(items) = &rule.validator {
                let items_root = join(&join(root, rule.property.as_str()), "[]");
                self.add(&items.rules, indexes, &items_root, samples, rng);
            }
            indexes.pop();
        }
    }

    fn suggest(&mut self, candidate: &Candidate) {
        let path = candidate.path.as_str().to_owned();
        let known =
            self.suggested.entry(path).or_insert_with(|| Candidate { path: candidate.path.clone(), hints: Vec::new() });
        // Absent and null are generated anyway, and would rarely repair a body.
        let hints =
            candidate.hints.iter().filter(|hint| !matches!(hint, CandidateValue::Absent | CandidateValue::Null));
        known.hints.extend(hints.cloned());
    }

    /// Generates a body that violates no rule.
    pub(super) fn generate(&self, rng: &mut Rng<'_>) -> Option<Document> {
        for _ in 0..MAX_ATTEMPTS {
            let mut document = generate::valid(&self.plan, rng.reborrow());
            let mut edit = DocumentEditor { plan: &self.plan, rng: rng.reborrow() };
            // What rules suggest is near their bounds, and typical only where nothing else is accepted.
            let suggested = self.suggested.values().filter(|_| self.style == ValueStyle::Mixed);
            for candidate in suggested.filter(|candidate| !candidate.hints.is_empty()) {
                edit::for_each_match(
                    &mut document.root,
                    self.plan.descriptor,
                    candidate.path.steps(),
                    &mut |node, descriptor| {
                        if !matches!(node.json, NodeValue::Null) && edit.rng.one_in(2) {
                            let hint = edit.rng.choose(&candidate.hints);
                            edit.set(node, descriptor, Some(hint));
                        }
                    },
                );
            }
            if self.repair(&mut document, &Goal::Valid, rng).is_some() {
                return Some(document);
            }
        }
        None
    }

    /// Generates a body that violates a rule and has no other problem. The error is the reason why the rule was unchecked,
    /// if there is one.
    fn violate(
        &self,
        target: &RuleTarget,
        tries: usize,
        rng: &mut Rng<'_>,
    ) -> Result<Document, Option<UncheckedReason>> {
        let mut reason = None;
        let goal = Goal::Violates(target.rule_pointer.clone());
        let mut valid = None;
        for nth in 0..tries {
            // Generating a valid body costs more than an attempt to violate a rule.
            if nth % 8 == 0 {
                valid = self.generate(rng).or_else(|| self.valid.clone());
            }
            let Some(mut document) = valid.clone() else { break };
            let index = rng.below(4);
            let mut edit = DocumentEditor { plan: &self.plan, rng: rng.reborrow() };
            for (nth, candidate) in target.candidates.iter().enumerate() {
                if nth == 0 || !edit.rng.one_in(4) {
                    // Values that other rules accept there may violate this one.
                    let suggested = self.suggested.get(candidate.path.as_str()).filter(|_| edit.rng.one_in(3));
                    let hints = &suggested.unwrap_or(candidate).hints;
                    edit.put(&mut document, &edit::location(candidate.path.steps(), index), hints);
                }
            }
            let report = self.oracle.report(&document);
            let Some((Some(problem), _)) = goal.split(&report) else {
                let unchecked =
                    report.unchecked().iter().find(|unchecked| unchecked.rule_pointer() == target.rule_pointer);
                reason = unchecked.map(|unchecked| unchecked.reason().clone()).or(reason);
                continue;
            };
            edit::keep(&mut document.root, &problem.location().0);
            if self.repair(&mut document, &goal, rng).is_some() {
                edit::unmark(&mut document);
                return Ok(document);
            }
        }
        Err(reason)
    }

    /// Generates a body that has a problem of the representation and violates no rule.
    fn malform(&self, plan: &Plan, tries: usize, rng: &mut Rng<'_>) -> Option<Document> {
        (0..tries).find_map(|_| {
            let mut document = generate::invalid(plan, rng.reborrow());
            self.repair(&mut document, &Goal::Malformed, rng).map(|()| document)
        })
    }

    /// Changes the causes of problems other than that of the goal, until there are none.
    fn repair(&self, document: &mut Document, goal: &Goal, rng: &mut Rng<'_>) -> Option<()> {
        for round in 0..MAX_REPAIRS {
            let report = self.oracle.report(document);
            let (_, others) = goal.split(&report)?;
            if others.is_empty() {
                return Some(());
            }
            // An array is valid once its items are.
            let others = others.into_iter().filter(|problem| !is_item_list(problem));
            let mut locations: Vec<_> = others.map(|problem| cause_of(problem, rng).location()).collect();
            // The last items are changed first, so that the indexes of the others stay valid.
            locations.sort_unstable();
            locations.dedup();
            let mut changed = false;
            for location in locations.iter().rev() {
                // At first values are mostly replaced, later mostly removed. A typical array is not empty.
                let replace = if round < 6 { rng.is_typical() || !rng.one_in(4) } else { rng.one_in(4) };
                if !replace && edit::remove(&mut document.root, &location.0) {
                    changed = true;
                } else {
                    let hints = self.suggested.get(&path(&location.0)).map_or(&[][..], |candidate| &candidate.hints);
                    changed |=
                        DocumentEditor { plan: &self.plan, rng: rng.reborrow() }.put(document, &location.0, hints);
                }
            }
            // The other problems cannot be removed without removing that of the goal.
            if !changed {
                return None;
            }
        }
        None
    }

    /// Generates a body for a kind of problem.
    pub(super) fn attempt(
        &self,
        kind: &InvalidKind,
        tries: usize,
        rng: &mut Rng<'_>,
    ) -> Result<Document, Option<UncheckedReason>> {
        match kind {
            InvalidKind::Rule(target) => self.violate(&self.targets[*target], tries, rng),
            InvalidKind::Representation(plan) => self.malform(plan, tries, rng).ok_or(None),
        }
    }

    /// Returns the goal for a kind of problem.
    pub(super) fn goal(&self, kind: &InvalidKind) -> Goal {
        match kind {
            InvalidKind::Rule(target) => Goal::Violates(self.targets[*target].rule_pointer.clone()),
            InvalidKind::Representation(_) => Goal::Malformed,
        }
    }

    /// Returns the sources of invalid bodies that were found, and the rules without one.
    pub(super) fn sources(&self) -> &InvalidSources {
        self.sources.get_or_init(|| {
            let mut rng = super::seeded(0);
            let mut rng = self.rng(&mut rng);
            let mut sources = InvalidSources::default();
            for (index, target) in self.targets.iter().enumerate() {
                let (validator, kind) = (target.validator, InvalidKind::Rule(index));
                match self.attempt(&kind, MAX_SEARCH_ATTEMPTS, &mut rng) {
                    Ok(example) => sources.rules.push(InvalidSource { validator: Some(validator), kind, example }),
                    Err(reason) => {
                        let rule_pointer = target.rule_pointer.clone();
                        sources.unreachable.push(UnreachableRule { validator, rule_pointer, reason });
                    }
                }
            }
            let is_json = |mutation| !matches!(mutation, Mutation::Syntax | Mutation::Input);
            for (mutation, slots) in self.plan.mutations.iter().filter(|(mutation, _)| is_json(*mutation)) {
                let plan = Plan { mutations: vec![(*mutation, slots.clone())], ..self.plan.clone() };
                let kind = InvalidKind::Representation(Box::new(plan));
                if let Ok(example) = self.attempt(&kind, MAX_ATTEMPTS, &mut rng) {
                    let validator = example.injected.as_ref().and_then(|injected| injected.kind.validator());
                    sources.representation.push(InvalidSource { validator, kind, example });
                }
            }
            sources
        })
    }
}

/// The sources of bodies with one problem.
#[derive(Debug, Default)]
pub(super) struct InvalidSources {
    pub(super) rules: Vec<InvalidSource>,
    pub(super) representation: Vec<InvalidSource>,
    pub(super) unreachable: Vec<UnreachableRule>,
}

/// Returns the problem itself, or one of its causes.
fn cause_of<'p>(problem: &'p Problem, rng: &mut Rng<'_>) -> &'p Problem {
    match problem.causes() {
        [] => problem,
        _ if rng.one_in(3) => problem,
        causes => cause_of(rng.choose(causes), rng),
    }
}

/// Returns the path that matches a location.
fn path(location: &[LocationSegment]) -> String {
    location.iter().fold(String::new(), |path, segment| match segment {
        LocationSegment::Member(name) => join(&path, name),
        LocationSegment::Index(_) => path + "[]",
    })
}
