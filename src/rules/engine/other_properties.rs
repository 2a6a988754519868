//! What rules ask of other properties.

use super::Reason;
use super::cursor::Cursor;
use super::scope::Lookup;
use super::site::{Findings, Site};
use crate::rules::condition::{Condition, Predicate};
use crate::rules::path::{PropertyPath, Step};
use crate::value_ref::ValueRef;

/// The id at a governing path; where there is none, what that means is said already.
pub(crate) fn governing_id<'a>(site: &Site<'a, '_>, path: &PropertyPath, findings: &mut Findings) -> Option<&'a str> {
    match site.lookup(path) {
        Lookup::Set(node) => {
            let id = node.id();
            if id.is_none() {
                site.fail(findings);
            }
            return id;
        }
        Lookup::Null | Lookup::Absent => {}
        Lookup::NotKnown => site.path_not_known(path, findings),
    }
    None
}

/// Whether a condition holds; what is not known names the path.
pub(crate) fn holds<'c>(site: &Site<'_, '_>, condition: &'c Condition) -> Result<bool, &'c PropertyPath> {
    match condition {
        Condition::Property(path, test) => match site.lookup(path) {
            Lookup::NotKnown => Err(path),
            lookup => Ok(passes(test, lookup)),
        },
        Condition::All(all) => each(site, all, false),
        Condition::Any(any) => each(site, any, true),
        Condition::Not(not) => holds(site, not).map(|holds| !holds),
    }
}

/// Conditions of which one that comes out as `settles` settles the outcome.
fn each<'c>(site: &Site<'_, '_>, conditions: &'c [Condition], settles: bool) -> Result<bool, &'c PropertyPath> {
    let mut outcome = Ok(!settles);
    for condition in conditions {
        match holds(site, condition) {
            Ok(holds) if holds == settles => return Ok(settles),
            Ok(_) => {}
            Err(path) => outcome = outcome.and(Err(path)),
        }
    }
    outcome
}

/// Whether what is known passes a test.
pub(crate) fn passes(test: &Predicate, lookup: Lookup<'_>) -> bool {
    let set = match lookup {
        Lookup::Set(node) => Some(node),
        Lookup::Null | Lookup::Absent | Lookup::NotKnown => None,
    };
    match test {
        Predicate::Present => set.is_some(),
        Predicate::Absent => set.is_none(),
        Predicate::Is(value) => set.is_some_and(|node| value.equals(node)),
        Predicate::IsNot(value) => !set.is_some_and(|node| value.equals(node)),
    }
}

/// A part of the object that a rule judges.
pub(crate) struct Part<'a, 'p> {
    pub(crate) path: &'p PropertyPath,
    /// What the body carries there, null included.
    pub(crate) carried: Option<ValueRef<'a>>,
    /// With what the current object has.
    pub(crate) lookup: Lookup<'a>,
}

impl<'a, 'p> Part<'a, 'p> {
    pub(crate) fn new(site: &Site<'a, '_>, path: &'p PropertyPath) -> Self {
        let lookup = site.own(site.trail).lookup(path, site.trail);
        // What is malformed is carried by nobody: it is not known.
        let carried = match lookup {
            Lookup::NotKnown => None,
            _ => follow(site.found, path.steps()),
        };
        Self { path, carried, lookup }
    }

    /// Says that the rule fails at this part.
    pub(crate) fn fail(&self, site: &Site<'a, '_>, findings: &mut Findings) {
        on(site.trail, self.path.steps(), &mut |trail| site.fail_with(trail, self.carried, Vec::new(), findings));
    }

    /// Says that the rule fails at this part, which it takes as an id.
    pub(crate) fn fail_as_id(&self, site: &Site<'a, '_>, findings: &mut Findings) {
        let id = self.carried.and_then(ValueRef::id).map(ValueRef::String).or(self.carried);
        on(site.trail, self.path.steps(), &mut |trail| site.fail_with(trail, id, Vec::new(), findings));
    }

    /// Says that the outcome at this part is not known.
    pub(crate) fn unchecked(&self, site: &Site<'a, '_>, reason: &Reason, findings: &mut Findings) {
        on(site.trail, self.path.steps(), &mut |trail| site.unchecked_at(trail, reason.clone(), findings));
    }
}

/// Follows member names in the body.
fn follow<'a>(node: Option<ValueRef<'a>>, steps: &[Step]) -> Option<ValueRef<'a>> {
    steps.iter().try_fold(node?, |node, step| match (step, node) {
        (Step::Member(name, _), ValueRef::Object(object)) => object.member(name),
        _ => None,
    })
}

/// Shows the trail at the end of some steps.
fn on(trail: &Cursor<'_>, steps: &[Step], show: &mut dyn FnMut(&Cursor<'_>)) {
    match steps {
        [Step::Member(name, _), rest @ ..] => on(&trail.member(name), rest, show),
        _ => show(trail),
    }
}
