//! Running rules over a value, whatever its source.

mod asker;
mod cursor;
pub(crate) mod keywords;
mod other_properties;
mod reasons;
mod recorder;
mod reported;
mod scope;
mod site;

pub(crate) use asker::Asker;
pub(crate) use cursor::Cursor;
pub(crate) use other_properties::{Part, governing_id, holds, passes};
pub(crate) use reasons::Reason;
pub(crate) use recorder::QuestionRecorder;
pub(crate) use reported::ReportedProblems;
pub(crate) use scope::{CurrentValue, Lookup, Scope};
pub(crate) use site::{Findings, Site};

use crate::directory::{AttributeKey, NameList, Shared};
use crate::location::SharedPath;
use crate::report::{Problem, UncheckedReason, UncheckedRule};
use crate::rules::context::Context;
use crate::rules::rule::Rule;
use crate::value_ref::ValueRef;
use reasons::Reasons;
use scope::visit;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// One check of one body.
pub(crate) struct Run<'a> {
    pub(crate) context: &'a Context<'a>,
    asker: Asker<'a>,
    reasons: RefCell<Reasons>,
    /// Names that are parameters of rules, by the place of the rule and the parameter.
    rule_names: RefCell<ByRule<&'static str, Shared<str>>>,
    /// Values that are parameters of rules, by the place of the rule.
    rule_values: RefCell<HashMap<Vec<usize>, Shared<AttributeKey>>>,
    /// The last array of ids that a rule has read, by the place of the rule: it can be the same for each of many items.
    lists: RefCell<HashMap<Vec<usize>, LastList>>,
    /// The large values that rules have rejected, as text: many rules can reject one.
    texts: RefCell<HashMap<ValueKey, Arc<str>>>,
}

/// What belongs to a rule, by its place in its set, and a part of the rule.
type ByRule<K, T> = HashMap<(Vec<usize>, K), T>;

/// An array of ids, `None` where it cannot be read, and where it is: the indexes of the items around it.
struct LastList {
    indexes: Vec<usize>,
    ids: Option<NameList>,
}

/// What tells a value from all others of the body.
#[derive(PartialEq, Eq, Hash)]
struct ValueKey {
    path: Option<SharedPath>,
    /// The indexes of parts of a string.
    parts: Vec<usize>,
    /// Whether it is a string, which may be the id of the object there.
    is_string: bool,
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
    let run = Run {
        context,
        asker: Asker::new(context.directory),
        reasons: RefCell::default(),
        rule_names: RefCell::default(),
        rule_values: RefCell::default(),
        lists: RefCell::default(),
        texts: RefCell::default(),
    };
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
                findings.unchecked.push(UncheckedRule::of_rule(
                    rule.clone(),
                    rule.property.to_string(),
                    place.indexes(),
                    UncheckedReason::FeatureVersion { since },
                ));
            }
            self.list_newer(rule.validator.inner(), Some(&place), findings);
        }
    }

    /// Returns a value as a violation shows it.
    fn text(&self, node: ValueRef<'a>, trail: &Cursor<'_>) -> Arc<str> {
        let text = || node.property_value().into();
        if !node.is_large() {
            return text();
        }
        let (path, parts) = trail.key();
        let key = ValueKey { path, parts, is_string: matches!(node, ValueRef::String(_)) };
        self.texts.borrow_mut().entry(key).or_insert_with(text).clone()
    }
}
