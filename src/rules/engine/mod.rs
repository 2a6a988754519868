//! Running rules over a value, whatever its source.

mod at;
mod scope;
mod second;
mod trail;

pub(crate) use at::{At, Out, same};
pub(crate) use scope::{Here, Lookup, Scope};
pub(crate) use second::{Part, governing_id, holds, passes};
pub(crate) use trail::Trail;

use super::context::Context;
use super::rule::Rule;
use super::unchecked::Unchecked;
use crate::codes::ValidationErrorType;
use crate::directory::Question;
use crate::node::Node;
use crate::report::{Place, Problem};
use scope::visit;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What the representation has said of the body already.
#[derive(Default)]
pub(crate) struct Said {
    /// Where it is malformed: every rule is silent there and beneath.
    pub(crate) malformed: HashSet<Place>,
    /// Which validators have spoken where.
    pub(crate) spoken: HashSet<(ValidationErrorType, Place)>,
}

/// One check of one body.
pub(crate) struct Run<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) said: &'a Said,
    /// What the directory lacked, by what was asked: looking for the nearest of many names is for once, not for every item.
    missing: RefCell<HashMap<String, String>>,
}

/// A rule's place in its set: the indexes from the outside in.
pub(crate) struct RuleTrail<'r> {
    pub(crate) parent: Option<&'r RuleTrail<'r>>,
    pub(crate) index: usize,
}

impl RuleTrail<'_> {
    pub(crate) fn indexes(&self) -> Vec<usize> {
        let mut indexes = self.parent.map(Self::indexes).unwrap_or_default();
        indexes.push(self.index);
        indexes
    }
}

/// What the rules of a set say of a body.
pub(crate) fn run<'a>(
    rules: &[Arc<Rule>],
    root: Node<'a>,
    current: Here<'a>,
    partial: bool,
    context: &'a Context<'a>,
    said: &'a Said,
) -> (Vec<Problem>, Vec<Unchecked>) {
    let run = Run { context, said, missing: RefCell::default() };
    let scope = Scope { root: Some(root), current, partial, base: &Trail::ROOT };
    let mut out = Out::default();
    run.list_lacking(rules, None, &mut out);
    for (index, rule) in rules.iter().enumerate() {
        run.rule(rule, &RuleTrail { parent: None, index }, &scope, &mut out);
    }
    out.unchecked.sort_by(|one, two| one.indexes.cmp(&two.indexes));
    (out.problems, out.unchecked)
}

impl<'a> Run<'a> {
    /// Runs one rule wherever its property leads.
    pub(crate) fn rule(&self, rule: &Arc<Rule>, place: &RuleTrail<'_>, scope: &Scope<'a, '_>, out: &mut Out) {
        if self.context.feature_version.is_some_and(|version| rule.newer_than(version).is_some()) {
            out.lacking = true;
            return;
        }
        visit(self, scope, rule.property.steps(), &mut |found, trail| {
            let at = At { run: self, rule, place, scope, trail, found };
            if !at.has_malformed_id() {
                rule.check.judge(&at, out);
            }
        });
    }

    /// Lists the rules that the server's version lacks, each once, whatever the body holds.
    fn list_lacking(&self, rules: &[Arc<Rule>], parent: Option<&RuleTrail<'_>>, out: &mut Out) {
        let Some(version) = self.context.feature_version else { return };
        for (index, rule) in rules.iter().enumerate() {
            let place = RuleTrail { parent, index };
            if let Some(since) = rule.newer_than(version) {
                let reason = format!(
                    "the server's feature version of configuration is below {since}, which brought the validator"
                );
                out.unchecked.push(Unchecked::new(rule, place.indexes(), rule.property.to_string(), reason));
            }
            self.list_lacking(rule.check.inner(), Some(&place), out);
        }
    }

    fn missing(&self, question: Question<'_>) -> String {
        let mut missing = self.missing.borrow_mut();
        missing.entry(question.missing()).or_insert_with(|| self.context.directory().missing(question)).clone()
    }

    #[inline]
    pub(crate) fn is_malformed(&self, trail: &Trail<'_>) -> bool {
        !self.said.malformed.is_empty() && self.has_malformed(trail)
    }

    #[cold]
    fn has_malformed(&self, trail: &Trail<'_>) -> bool {
        self.said.malformed.contains(&trail.place())
    }
}
