use super::compiled::CompiledRule;
use super::cursor::Cursor;
use super::findings::{Findings, Unchecked, UncheckedPlace};
use super::reported::ReportedProblems;
use super::scope::{CurrentValue, Scope, visit};
use super::site::Site;
use crate::directory::{self, Directory, Question};
use crate::rules::path::PropertyPath;
use crate::value_ref::ValueRef;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// What is known besides the body.
#[derive(Clone, Copy)]
pub(crate) struct Knowledge<'a> {
    pub(crate) directory: &'a dyn Directory,
    pub(crate) subject: Option<&'a directory::Subject>,
    pub(crate) feature_version: Option<u32>,
}

/// What rules run over.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) value: ValueRef<'a>,
    pub(crate) current: CurrentValue<'a>,
    /// Whether what is absent stays as it is on the server.
    pub(crate) is_partial: bool,
    pub(crate) reported: &'a ReportedProblems,
}

/// One check of one body.
pub(crate) struct Run<'a> {
    pub(super) known: Knowledge<'a>,
    /// The reasons why something is not known, by what it is: each is put together once, and not for every item.
    reasons: RefCell<HashMap<(&'static str, String), Arc<str>>>,
}

/// Runs rules of a set. Of `all` its rules, those that the server's version does not have are listed.
pub(crate) fn run<'a>(
    rules: &[Arc<CompiledRule>],
    all: &[Arc<CompiledRule>],
    subject: Subject<'a>,
    known: Knowledge<'a>,
) -> Findings<'a> {
    let run = Run { known, reasons: RefCell::default() };
    let base = Cursor::root(subject.reported);
    let scope = Scope {
        root: Some(subject.value),
        current: subject.current,
        is_partial: subject.is_partial,
        is_part: false,
        base: &base,
    };
    let mut findings = Findings::default();
    if let Some(version) = known.feature_version {
        list_newer(all, version, &mut findings);
    }
    rules.iter().for_each(|rule| run.rule(rule, &scope, &mut findings));
    findings
}

/// Lists the rules that the server's version does not have, each once, whatever the body contains.
fn list_newer(rules: &[Arc<CompiledRule>], version: u32, findings: &mut Findings<'_>) {
    for rule in rules {
        if let Some(since) = rule.newer_than(version) {
            let reason = format!(
                "the server's feature version of configuration is below {since}, which introduced the validator"
            );
            let place = UncheckedPlace::Written;
            findings.unchecked.push(Unchecked { rule: rule.clone(), place, reason: reason.into() });
        }
        list_newer(&rule.rules, version, findings);
    }
}

impl<'a> Run<'a> {
    /// Runs one rule at every location to which its property leads.
    pub(super) fn rule(&self, rule: &Arc<CompiledRule>, scope: &Scope<'a, '_>, findings: &mut Findings<'a>) {
        if self.known.feature_version.is_some_and(|version| rule.newer_than(version).is_some()) {
            findings.version_skipped = true;
            return;
        }
        visit(scope, rule.property.steps(), &mut |found, cursor| {
            let takes_id = rule.validate.accepts().takes_id();
            let found = found.map(|value| if takes_id { cursor.with_actual_id(value) } else { value });
            let site = Site { run: self, rule, scope, trail: cursor, found };
            if !site.has_malformed_id() {
                rule.validate.validate(&site, findings);
            }
        });
    }

    /// Returns what the directory did not know.
    pub(super) fn missing(&self, question: Question<'_>) -> Arc<str> {
        let key = match question {
            Question::Objects(name) => ("objects", name),
            Question::References(name) => ("references", name),
            Question::Key(name) => ("key", name),
        };
        self.reason(key, || self.known.directory.missing(question))
    }

    /// Returns that a second path is not known.
    pub(super) fn path_not_known(&self, path: &PropertyPath, has_effective_value: bool) -> Arc<str> {
        if has_effective_value {
            let why = "the current object has its `effectiveValue` alone; a GET with `actualValues=true` has it, too";
            return self.reason(("effective", path.as_str()), || format!("`{path}` is not known: {why}"));
        }
        let reason = || format!("`{path}` is not known: the body leaves it as it is on the server");
        self.reason(("path", path.as_str()), reason)
    }

    fn reason(&self, (kind, name): (&'static str, &str), reason: impl FnOnce() -> String) -> Arc<str> {
        let mut reasons = self.reasons.borrow_mut();
        reasons.entry((kind, name.to_owned())).or_insert_with(|| reason().into()).clone()
    }
}
