//! What rules ask of other properties.

use super::at::{At, Out};
use super::scope::Lookup;
use super::trail::Trail;
use crate::node::Node;
use crate::rules::condition::{Condition, Test};
use crate::rules::path::{Path, Step};
use std::sync::Arc;

/// The id at a governing path; where there is none, what that means is said already.
pub(crate) fn governing_id<'a>(at: &At<'a, '_>, path: &Path, out: &mut Out) -> Option<&'a str> {
    match at.lookup(path) {
        Lookup::Set(node) => {
            let id = node.id();
            if id.is_none() {
                at.fail(out);
            }
            return id;
        }
        Lookup::Null | Lookup::Absent => {}
        Lookup::NotKnown => at.path_not_known(path, out),
    }
    None
}

/// Whether a condition holds; what is not known names the path.
pub(crate) fn holds<'c>(at: &At<'_, '_>, condition: &'c Condition) -> Result<bool, &'c Path> {
    match condition {
        Condition::Property(path, test) => match at.lookup(path) {
            Lookup::NotKnown => Err(path),
            lookup => Ok(passes(test, lookup)),
        },
        Condition::All(all) => each(at, all, false),
        Condition::Any(any) => each(at, any, true),
        Condition::Not(not) => holds(at, not).map(|holds| !holds),
    }
}

/// Conditions of which one that comes out as `settles` settles the outcome.
fn each<'c>(at: &At<'_, '_>, conditions: &'c [Condition], settles: bool) -> Result<bool, &'c Path> {
    let mut outcome = Ok(!settles);
    for condition in conditions {
        match holds(at, condition) {
            Ok(holds) if holds == settles => return Ok(settles),
            Ok(_) => {}
            Err(path) => outcome = outcome.and(Err(path)),
        }
    }
    outcome
}

/// Whether what is known passes a test.
pub(crate) fn passes(test: &Test, lookup: Lookup<'_>) -> bool {
    let set = match lookup {
        Lookup::Set(node) => Some(node),
        Lookup::Null | Lookup::Absent | Lookup::NotKnown => None,
    };
    match test {
        Test::Present => set.is_some(),
        Test::Absent => set.is_none(),
        Test::Is(value) => set.is_some_and(|node| value.equals(node)),
        Test::IsNot(value) => !set.is_some_and(|node| value.equals(node)),
    }
}

/// A part of the object that a rule judges.
pub(crate) struct Part<'a, 'p> {
    pub(crate) path: &'p Path,
    /// What the body carries there, null included.
    pub(crate) carried: Option<Node<'a>>,
    /// With what the current object has.
    pub(crate) lookup: Lookup<'a>,
}

impl<'a, 'p> Part<'a, 'p> {
    pub(crate) fn new(at: &At<'a, '_>, path: &'p Path) -> Self {
        let lookup = at.own(at.trail).lookup(path, at.trail);
        // What is malformed is carried by nobody: it is not known.
        let carried = match lookup {
            Lookup::NotKnown => None,
            _ => follow(at.found, path.steps()),
        };
        Self { path, carried, lookup }
    }

    /// Says that the rule fails at this part.
    pub(crate) fn fail(&self, at: &At<'a, '_>, out: &mut Out) {
        on(at.trail, self.path.steps(), &mut |trail| at.fail_with(trail, self.carried, Vec::new(), out));
    }

    /// Says that the rule fails at this part, which it takes as an id.
    pub(crate) fn fail_as_id(&self, at: &At<'a, '_>, out: &mut Out) {
        let id = self.carried.and_then(Node::id).map(Node::Text).or(self.carried);
        on(at.trail, self.path.steps(), &mut |trail| at.fail_with(trail, id, Vec::new(), out));
    }

    /// Says that the outcome at this part is not known.
    pub(crate) fn unchecked(&self, at: &At<'a, '_>, reason: &Arc<str>, out: &mut Out) {
        on(at.trail, self.path.steps(), &mut |trail| at.unchecked_at(trail, reason.clone(), out));
    }
}

/// Follows member names in the body.
fn follow<'a>(node: Option<Node<'a>>, steps: &[Step]) -> Option<Node<'a>> {
    steps.iter().try_fold(node?, |node, step| match (step, node) {
        (Step::Member(name, _), Node::Object(object)) => object.member(name),
        _ => None,
    })
}

/// Shows the trail at the end of some steps.
fn on(trail: &Trail<'_>, steps: &[Step], show: &mut dyn FnMut(&Trail<'_>)) {
    match steps {
        [Step::Member(name, _), rest @ ..] => on(&trail.member(name), rest, show),
        _ => show(trail),
    }
}
