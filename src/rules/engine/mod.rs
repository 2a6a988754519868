//! Running rules over a value, whatever its source.

mod cursor;
pub(crate) mod keywords;
mod other_properties;
mod reported;
mod scope;
mod site;

pub(crate) use cursor::Cursor;
pub(crate) use other_properties::{Part, governing_id, holds, passes};
pub(crate) use reported::ReportedProblems;
pub(crate) use scope::{CurrentValue, Lookup, Scope};
pub(crate) use site::{Findings, Site, same};

use crate::directory::Question;
use crate::report::Problem;
use crate::report::UncheckedRule;
use crate::rules::context::Context;
use crate::rules::path::PropertyPath;
use crate::rules::rule::Rule;
use crate::value_ref::ValueRef;
use scope::visit;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// One check of one body.
pub(crate) struct Run<'a> {
    pub(crate) context: &'a Context<'a>,
    /// What was not known, by whether the directory lacked it, and by the rule's own text that asked: texts are put together, and the nearest of
    /// many names is looked for, once and not for every item.
    not_known: RefCell<HashMap<(bool, *const str), Arc<str>>>,
    /// The texts of values that rules refused, by where a value lies and its size: many rules can refuse one large value.
    texts: RefCell<HashMap<(*const u8, usize), Arc<str>>>,
}

/// A rule's place in its set: the indexes from the outside in.
pub(crate) struct RuleIndexPath<'r> {
    pub(crate) parent: Option<&'r RuleIndexPath<'r>>,
    pub(crate) index: usize,
}

impl RuleIndexPath<'_> {
    pub(crate) fn indexes(&self) -> Vec<usize> {
        let mut indexes = self.parent.map(Self::indexes).unwrap_or_default();
        indexes.push(self.index);
        indexes
    }
}

/// What the rules of a set say of a body.
pub(crate) fn run<'a>(
    rules: &[Arc<Rule>],
    root: ValueRef<'a>,
    current: CurrentValue<'a>,
    partial: bool,
    context: &'a Context<'a>,
    said: &'a ReportedProblems,
) -> (Vec<Problem>, Vec<UncheckedRule>) {
    let run = Run { context, not_known: RefCell::default(), texts: RefCell::default() };
    let base = Cursor::root(said);
    let scope = Scope { root: Some(root), current, partial, base: &base };
    let mut findings = Findings::default();
    run.list_newer(rules, None, &mut findings);
    for (index, rule) in rules.iter().enumerate() {
        run.rule(rule, &RuleIndexPath { parent: None, index }, &scope, &mut findings);
    }
    findings.unchecked.sort_by(|one, two| one.indexes.cmp(&two.indexes));
    (findings.problems, findings.unchecked)
}

impl<'a> Run<'a> {
    /// Runs one rule wherever its property leads.
    pub(crate) fn rule(
        &self,
        rule: &Arc<Rule>,
        place: &RuleIndexPath<'_>,
        scope: &Scope<'a, '_>,
        findings: &mut Findings,
    ) {
        if self.context.feature_version.is_some_and(|version| rule.newer_than(version).is_some()) {
            findings.lacking = true;
            return;
        }
        visit(scope, rule.property.steps(), &mut |found, trail| {
            let at = Site { run: self, rule, place, scope, trail, found };
            if !at.has_malformed_id() {
                rule.validator.validate(&at, findings);
            }
        });
    }

    /// Lists the rules that the server's version lacks, each once, whatever the body holds.
    fn list_newer(&self, rules: &[Arc<Rule>], parent: Option<&RuleIndexPath<'_>>, findings: &mut Findings) {
        let Some(version) = self.context.feature_version else { return };
        for (index, rule) in rules.iter().enumerate() {
            let place = RuleIndexPath { parent, index };
            if let Some(since) = rule.newer_than(version) {
                let reason = format!(
                    "the server's feature version of configuration is below {since}, which brought the validator"
                );
                findings.unchecked.push(UncheckedRule::of_rule(
                    rule.clone(),
                    rule.property.to_string(),
                    place.indexes(),
                    reason.into(),
                ));
            }
            self.list_newer(rule.validator.inner(), Some(&place), findings);
        }
    }

    /// What the directory lacked. What is asked for is a text of the rule, or the same for all rules.
    fn missing(&self, question: Question<'_>) -> Arc<str> {
        let asked: *const str = match question {
            Question::Objects(text) | Question::References(text) | Question::Key(text) => text,
        };
        self.not_known(true, asked, || self.context.directory().missing(question))
    }

    /// That a second path is not known.
    fn path_not_known(&self, path: &PropertyPath) -> Arc<str> {
        let reason = || format!("`{path}` is not known: the body leaves it as the server has it");
        self.not_known(false, path.as_str(), reason)
    }

    fn not_known(&self, missing: bool, asked: *const str, reason: impl FnOnce() -> String) -> Arc<str> {
        self.not_known.borrow_mut().entry((missing, asked)).or_insert_with(|| reason().into()).clone()
    }

    /// The text of a value as a violation has it.
    fn text(&self, node: ValueRef<'a>) -> Arc<str> {
        let text = || node.property_value().into();
        match node.extent() {
            Some(extent) => self.texts.borrow_mut().entry(extent).or_insert_with(text).clone(),
            None => text(),
        }
    }
}
