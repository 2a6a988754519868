//! How bodies of requests grow under rules: drawn, judged, and mended where they are not what they are to be.

use super::body::{Body, Json};
use super::draw::Draw;
use super::edit::{self, Edit};
use super::grow;
use super::hints::{self, Hint, Touch};
use super::judge::{ValueHook, Wanted, is_list};
use super::mutation::{Mutation, Plan};
use super::under::UnreachableRule;
use crate::body::UserClientConfigurationProperties;
use crate::body::decode::members::WireValue;
use crate::codes::ValidationErrorType;
use crate::descriptor::Direction;
use crate::directory::SampleNames;
use crate::location::LocationSegment;
use crate::report::Problem;
use crate::report::pointer;
use crate::rules::{Context, RequestChecker, Rule, Validator, join};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

/// What bodies grow from.
pub(super) struct Setup<'a> {
    pub(super) judge: ValueHook<'a>,
    plan: Plan,
    /// What the rules suggest for the values that a path leads to.
    suggested: BTreeMap<String, Touch>,
    targets: Vec<Target>,
    /// A body that breaks no rule, if one was found.
    pub(super) valid: Option<Body>,
    sources: OnceLock<Sources>,
}

impl fmt::Debug for Setup<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup").field("rules", &self.judge.rules).finish_non_exhaustive()
    }
}

/// A rule that may be broken by itself.
#[derive(Debug)]
struct Target {
    validator: ValidationErrorType,
    /// The rule's place in its set.
    rule: String,
    /// What is tried to break it, its property first.
    touches: Vec<Touch>,
}

/// A way to bodies with one fault, and a body to which it led.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// Who speaks then; `None` where the body is malformed.
    pub(super) validator: Option<ValidationErrorType>,
    pub(super) way: Way,
    pub(super) body: Body,
}

#[derive(Debug, Clone)]
pub(super) enum Way {
    /// The target of this index is broken.
    Rule(usize),
    /// The plan's one mutation.
    Representation(Box<Plan>),
}

/// How often a body is made anew before another one stands in for it, and before a rule counts as unbroken.
pub(super) const TRIES: usize = 30;
const SEARCH: usize = 200;
/// How often a body is mended.
const ROUNDS: usize = 40;

impl<'a> Setup<'a> {
    pub(super) fn new(rules: &RequestChecker, context: &Context<'a>, samples: Option<&dyn SampleNames>) -> Self {
        let mut rng = super::rng(0);
        let mut draw = Draw(&mut rng);
        let mut setup = Self {
            judge: ValueHook { rules: rules.clone(), context: context.clone() },
            plan: Plan::new(UserClientConfigurationProperties::SHAPE, Direction::Request, false),
            suggested: BTreeMap::new(),
            targets: Vec::new(),
            valid: None,
            sources: OnceLock::new(),
        };
        setup.add(rules.rules().rules(), &mut Vec::new(), "", samples, &mut draw);
        setup.valid = setup.grow(&mut draw);
        setup
    }

    /// Notes what rules suggest, and those that speak for themselves.
    fn add(
        &mut self,
        rules: &[Rule],
        indexes: &mut Vec<usize>,
        root: &str,
        samples: Option<&dyn SampleNames>,
        draw: &mut Draw<'_>,
    ) {
        for (index, rule) in rules.iter().enumerate() {
            indexes.push(index);
            let touches = hints::of(rule, root, samples, draw);
            if indexes.len() == 1 {
                touches.iter().for_each(|touch| self.suggest(touch));
            }
            self.targets.push(Target { validator: rule.validator.kind(), rule: pointer(&*indexes), touches });
            if let Validator::CollectionItemValidator(items) = &rule.validator {
                let items_root = join(&join(root, rule.property.as_str()), "[]");
                self.add(&items.rules, indexes, &items_root, samples, draw);
            }
            indexes.pop();
        }
    }

    fn suggest(&mut self, touch: &Touch) {
        let path = touch.path.as_str().to_owned();
        let known = self.suggested.entry(path).or_insert_with(|| Touch { path: touch.path.clone(), hints: Vec::new() });
        // What is absent or null is drawn anyway, and would seldom mend anything.
        let hints = touch.hints.iter().filter(|hint| !matches!(hint, Hint::Absent | Hint::Null));
        known.hints.extend(hints.cloned());
    }

    /// Grows a body that breaks no rule.
    pub(super) fn grow(&self, draw: &mut Draw<'_>) -> Option<Body> {
        for _ in 0..TRIES {
            let mut body = grow::valid(&self.plan, draw.again());
            let mut edit = Edit { plan: &self.plan, draw: draw.again() };
            for touch in self.suggested.values().filter(|touch| !touch.hints.is_empty()) {
                edit::each(&mut body.root, self.plan.shape, touch.path.steps(), &mut |node, shape| {
                    if !matches!(node.json, Json::Null) && edit.draw.one_in(2) {
                        let hint = edit.draw.of(&touch.hints);
                        edit.set(node, shape, Some(hint));
                    }
                });
            }
            if self.mend(&mut body, &Wanted::Nothing, draw).is_some() {
                return Some(body);
            }
        }
        None
    }

    /// Grows a body that breaks a rule and nothing else; says why that rule could not be checked, where it could not.
    fn break_rule(&self, target: &Target, tries: usize, draw: &mut Draw<'_>) -> Result<Body, Option<String>> {
        let mut reason = None;
        let wanted = Wanted::Rule(target.rule.clone());
        let mut valid = None;
        for nth in 0..tries {
            // A body that breaks none is dearer than an attempt to break one.
            if nth % 8 == 0 {
                valid = self.grow(draw).or_else(|| self.valid.clone());
            }
            let Some(mut body) = valid.clone() else { break };
            let index = draw.below(4);
            let mut edit = Edit { plan: &self.plan, draw: draw.again() };
            for (nth, touch) in target.touches.iter().enumerate() {
                if nth == 0 || !edit.draw.one_in(4) {
                    // What other rules take there may be what this one does not.
                    let suggested = self.suggested.get(touch.path.as_str()).filter(|_| edit.draw.one_in(3));
                    let hints = suggested.map_or(&touch.hints, |touch| &touch.hints);
                    edit.put(&mut body, &edit::place(touch.path.steps(), index), hints);
                }
            }
            let report = self.judge.report(&body);
            let Some((Some(problem), _)) = wanted.among(&report) else {
                let unchecked = report.unchecked().iter().find(|unchecked| unchecked.rule_pointer() == target.rule);
                reason = unchecked.map(|unchecked| unchecked.reason().to_string()).or(reason);
                continue;
            };
            edit::hold(&mut body.root, &problem.location().0);
            if self.mend(&mut body, &wanted, draw).is_some() {
                edit::release(&mut body);
                return Ok(body);
            }
        }
        Err(reason)
    }

    /// Grows a body that has a fault as a representation and breaks no rule.
    fn break_representation(&self, plan: &Plan, tries: usize, draw: &mut Draw<'_>) -> Option<Body> {
        (0..tries).find_map(|_| {
            let mut body = grow::invalid_json(plan, draw.again());
            self.mend(&mut body, &Wanted::ProblemKind, draw).map(|()| body)
        })
    }

    /// Changes what is wrong with a body beside what is wanted, until nothing is.
    fn mend(&self, body: &mut Body, wanted: &Wanted, draw: &mut Draw<'_>) -> Option<()> {
        for round in 0..ROUNDS {
            let report = self.judge.report(body);
            let (_, others) = wanted.among(&report)?;
            if others.is_empty() {
                return Some(());
            }
            // A list is right once its items are.
            let others = others.into_iter().filter(|problem| !is_list(problem));
            let mut places: Vec<_> = others.map(|problem| blamed(problem, draw).location()).collect();
            // The last items go first, so that the others stay where they are.
            places.sort_unstable();
            places.dedup();
            let mut changed = false;
            for place in places.iter().rev() {
                // At first values are replaced, later they are rather taken out.
                let replace = if round < 6 { !draw.one_in(4) } else { draw.one_in(4) };
                if !replace && edit::take_out(&mut body.root, &place.0) {
                    changed = true;
                } else {
                    let hints = self.suggested.get(&path(&place.0)).map_or(&[][..], |touch| &touch.hints);
                    changed |= Edit { plan: &self.plan, draw: draw.again() }.put(body, &place.0, hints);
                }
            }
            // What is wrong cannot be told from what is wanted.
            if !changed {
                return None;
            }
        }
        None
    }

    /// Grows a body that goes this way.
    pub(super) fn follow(&self, way: &Way, tries: usize, draw: &mut Draw<'_>) -> Result<Body, Option<String>> {
        match way {
            Way::Rule(target) => self.break_rule(&self.targets[*target], tries, draw),
            Way::Representation(plan) => self.break_representation(plan, tries, draw).ok_or(None),
        }
    }

    pub(super) fn wanted(&self, way: &Way) -> Wanted {
        match way {
            Way::Rule(target) => Wanted::Rule(self.targets[*target].rule.clone()),
            Way::Representation(_) => Wanted::ProblemKind,
        }
    }

    /// The ways to a fault that lead somewhere, and the rules to which none does.
    pub(super) fn sources(&self) -> &Sources {
        self.sources.get_or_init(|| {
            let mut rng = super::rng(0);
            let mut draw = Draw(&mut rng);
            let mut sources = Sources::default();
            for (index, target) in self.targets.iter().enumerate() {
                let (validator, way) = (target.validator, Way::Rule(index));
                match self.follow(&way, SEARCH, &mut draw) {
                    Ok(body) => sources.rules.push(Source { validator: Some(validator), way, body }),
                    Err(reason) => {
                        let reason = reason.unwrap_or_else(|| "nothing that was tried breaks it alone".to_owned());
                        sources.unbroken.push(UnreachableRule { validator, rule: target.rule.clone(), reason });
                    }
                }
            }
            let is_json = |mutation| !matches!(mutation, Mutation::Syntax | Mutation::Input);
            for (mutation, places) in self.plan.mutations.iter().filter(|(mutation, _)| is_json(*mutation)) {
                let plan = Plan { mutations: vec![(*mutation, places.clone())], ..self.plan.clone() };
                let way = Way::Representation(Box::new(plan));
                if let Ok(body) = self.follow(&way, TRIES, &mut draw) {
                    let validator = body.wrong.as_ref().and_then(|wrong| wrong.fault.validator());
                    sources.representation.push(Source { validator, way, body });
                }
            }
            sources
        })
    }
}

/// What can be made wrong.
#[derive(Debug, Default)]
pub(super) struct Sources {
    pub(super) rules: Vec<Source>,
    pub(super) representation: Vec<Source>,
    pub(super) unbroken: Vec<UnreachableRule>,
}

/// The problem itself, or one of those that make it one.
fn blamed<'p>(problem: &'p Problem, draw: &mut Draw<'_>) -> &'p Problem {
    match problem.causes() {
        [] => problem,
        _ if draw.one_in(3) => problem,
        causes => blamed(draw.of(causes), draw),
    }
}

/// The path that leads to a place.
fn path(place: &[LocationSegment]) -> String {
    place.iter().fold(String::new(), |path, segment| match segment {
        LocationSegment::Member(name) => join(&path, name),
        LocationSegment::Index(_) => path + "[]",
    })
}
