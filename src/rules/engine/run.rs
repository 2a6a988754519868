use super::asker::Asker;
use super::compiled::CompiledRule;
use super::cursor::Cursor;
use super::derived::Derived;
use super::findings::{PendingUnchecked, RuleFindings, UncheckedLocation};
use super::keywords::ArrayOfIds;
use super::questions::RuleNames;
use super::reasons::Reasons;
use super::reported::ReportedProblems;
use super::scope::{CurrentValue, Scope, visit};
use super::site::RuleSite;
use crate::directory::{self, Directory};
use crate::report::UncheckedReason;
use crate::value_ref::ValueRef;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// Knowledge besides the body.
#[derive(Clone, Copy)]
pub(crate) struct Knowledge<'a> {
    pub(crate) directory: Option<&'a dyn Directory>,
    pub(crate) subject: Option<&'a directory::Subject>,
    pub(crate) feature_version: Option<u32>,
}

/// The value that rules check.
#[derive(Clone, Copy)]
pub(crate) struct RunInput<'a> {
    pub(crate) value: ValueRef<'a>,
    pub(crate) current: CurrentValue<'a>,
    /// Whether an absent property keeps its current value on the server.
    pub(crate) is_partial: bool,
    pub(crate) reported: &'a ReportedProblems,
    /// The maximum number of violations, and of unchecked rules, that the report lists.
    pub(crate) max: usize,
}

/// One check of one body.
pub(crate) struct Run<'a> {
    pub(super) known: Knowledge<'a>,
    pub(super) asker: Asker<'a>,
    pub(super) derived: Derived<'a>,
    pub(super) reasons: Reasons,
    /// The parameters of rules that are part of questions.
    pub(super) rule_names: RuleNames,
    /// The last array of ids that a rule has read, by the number of the rule: many items can share one.
    pub(super) arrays_of_ids: RefCell<HashMap<usize, ArrayOfIds>>,
}

/// Runs rules of a set. Those of `all` that the server's version does not support are listed as unchecked.
pub(crate) fn run<'a>(
    rules: &[Arc<CompiledRule>],
    all: &[Arc<CompiledRule>],
    input: RunInput<'a>,
    known: Knowledge<'a>,
) -> RuleFindings<'a> {
    let run = Run {
        known,
        asker: Asker::new(known.directory),
        derived: Derived::default(),
        reasons: Reasons::default(),
        rule_names: RuleNames::default(),
        arrays_of_ids: RefCell::default(),
    };
    let base = Cursor::root(input.reported);
    let scope = Scope {
        root: Some(input.value),
        current: input.current,
        is_partial: input.is_partial,
        is_part: false,
        base: &base,
    };
    let mut findings = RuleFindings::listed(input.max);
    if let Some(version) = known.feature_version {
        list_newer(all, version, &mut findings);
    }
    rules.iter().for_each(|rule| run.rule(rule, &scope, &mut findings));
    findings
}

/// Lists the rules that the server's version does not support, each once, whatever the body contains.
fn list_newer(rules: &[Arc<CompiledRule>], version: u32, findings: &mut RuleFindings<'_>) {
    for rule in rules {
        if let Some(since) = rule.newer_than(version) {
            let reason = UncheckedReason::FeatureVersion { since }.into();
            findings.unchecked.push(PendingUnchecked {
                rule: rule.clone(),
                location: UncheckedLocation::Written,
                reason,
            });
        }
        list_newer(&rule.rules, version, findings);
    }
}

impl<'a> Run<'a> {
    /// Runs one rule at every location to which its property leads.
    pub(super) fn rule(&self, rule: &Arc<CompiledRule>, scope: &Scope<'a, '_>, findings: &mut RuleFindings<'a>) {
        if self.known.feature_version.is_some_and(|version| rule.newer_than(version).is_some()) {
            findings.version_skipped = true;
            return;
        }
        visit(scope, rule.property.steps(), &mut |value, cursor| {
            let takes_id = rule.validate.accepts().takes_id();
            let value = value.map(|value| if takes_id { cursor.with_actual_id(value) } else { value });
            let site = RuleSite { run: self, rule, scope, cursor, value };
            if !site.has_malformed_id() {
                rule.validate.validate(&site, findings);
                findings.settle();
            }
        });
    }
}
