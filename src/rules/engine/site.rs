use super::cursor::Cursor;
use super::scope::{CurrentValue, Lookup, Scope, inner};
use super::{Reason, RuleIndexPath, Run};
use crate::directory::Subject;
use crate::fold::eq_ignore_case;
use crate::report::UncheckedRule;
use crate::report::{HeldValue, Problem, Unexpected, Violation};
use crate::rules::path::PropertyPath;
use crate::rules::rule::Rule;
use crate::rules::validators::table::ValueKinds;
use crate::value_ref::ValueRef;
use std::sync::Arc;

/// What rules have said so far.
#[derive(Default)]
pub(crate) struct Findings {
    pub(crate) problems: Vec<Problem>,
    pub(crate) unchecked: Vec<UncheckedRule>,
    /// Whether a rule failed, what the representation had said already included.
    pub(crate) failed: bool,
    /// Whether the server's version lacks one of the rules.
    pub(crate) lacking: bool,
}

impl Findings {
    /// Adds what inner rules said.
    pub(crate) fn take(&mut self, inner: Self) {
        self.problems.extend(inner.problems);
        self.unchecked.extend(inner.unchecked);
        self.failed |= inner.failed;
        self.lacking |= inner.lacking;
    }

    pub(crate) fn is_known(&self) -> bool {
        self.unchecked.is_empty() && !self.lacking
    }
}

/// A rule where it judges.
pub(crate) struct Site<'a, 'e> {
    pub(crate) run: &'e Run<'a>,
    pub(crate) rule: &'e Arc<Rule>,
    pub(crate) place: &'e RuleIndexPath<'e>,
    pub(crate) scope: &'e Scope<'a, 'e>,
    pub(crate) trail: &'e Cursor<'e>,
    /// What stands at the property; `None` where it is absent.
    pub(crate) found: Option<ValueRef<'a>>,
}

impl<'a> Site<'a, '_> {
    /// What stands at the property, unless it is null.
    pub(crate) fn set(&self) -> Option<ValueRef<'a>> {
        self.found.filter(|node| !node.is_null())
    }

    /// Follows a second path.
    pub(crate) fn lookup(&self, path: &PropertyPath) -> Lookup<'a> {
        self.scope.lookup(path, self.trail)
    }

    /// Whether the rule reads ids, and that of the configuration id here is malformed.
    pub(super) fn has_malformed_id(&self) -> bool {
        matches!(self.found, Some(ValueRef::Object(_))) && self.reads_ids() && self.trail.member("id").is_malformed()
    }

    pub(crate) fn subject(&self) -> Option<&'a Subject> {
        self.run.context.subject.as_ref()
    }

    /// The subject's id, if the subject is of this type.
    pub(crate) fn subject_of(&self, object_type: &str) -> Option<&'a str> {
        self.subject()
            .filter(|subject| eq_ignore_case(&subject.object_type, object_type))
            .map(|subject| subject.id.as_str())
    }

    /// Says that the rule fails at its property.
    pub(crate) fn fail(&self, findings: &mut Findings) {
        self.fail_with(self.trail, self.found, Vec::new(), findings);
    }

    /// Says that the rule fails at another place.
    #[cold]
    pub(crate) fn fail_with(
        &self,
        trail: &Cursor<'_>,
        found: Option<ValueRef<'a>>,
        causes: Vec<Problem>,
        findings: &mut Findings,
    ) {
        let value = match found {
            None => "".into(),
            Some(node) if self.reads_ids() => self.run.text(node.id().map_or(node, ValueRef::String), trail),
            Some(node) => self.run.text(node, trail),
        };
        self.violation(trail, found.map_or(Unexpected::Missing, ValueRef::found), value, causes, findings);
    }

    #[cold]
    pub(crate) fn violation(
        &self,
        trail: &Cursor<'_>,
        found: Unexpected,
        value: Arc<str>,
        causes: Vec<Problem>,
        findings: &mut Findings,
    ) {
        findings.failed = true;
        if trail.already_reported(self.rule.validator.id()) {
            return;
        }
        let outer = self.place.parent.map(RuleIndexPath::indexes).unwrap_or_default();
        let value = HeldValue::Shown(Box::new((found, value)));
        let violation = Violation::new(self.rule.clone(), self.place.index, value).nested(outer, causes);
        findings.problems.push(Problem::of_rule(trail.reported(), violation));
    }

    /// Says that the outcome at the property is not known.
    pub(crate) fn unchecked(&self, reason: Reason, findings: &mut Findings) {
        self.unchecked_at(self.trail, reason, findings);
    }

    #[cold]
    pub(crate) fn unchecked_at(&self, trail: &Cursor<'_>, reason: Reason, findings: &mut Findings) {
        let (rule, indexes) = (self.rule.clone(), self.place.indexes());
        findings.unchecked.push(UncheckedRule::new(rule, indexes, trail.reported(), reason));
    }

    /// A second path is not known.
    pub(crate) fn path_not_known(&self, path: &PropertyPath, findings: &mut Findings) {
        self.unchecked(self.not_known(path), findings);
    }

    /// Reports what the answer to a question means for the rule.
    pub(crate) fn answered(&self, passes: Result<bool, Reason>, findings: &mut Findings) {
        match passes {
            Ok(true) => {}
            Ok(false) => self.fail(findings),
            Err(reason) => self.unchecked(reason, findings),
        }
    }

    /// Whether the rule takes a configuration id for its id.
    fn reads_ids(&self) -> bool {
        let reads = self.rule.validator.reads();
        reads != ValueKinds::ANY && reads.contains(ValueKinds::ID)
    }

    /// Runs inner rules at a node that stands in for the root of their paths.
    pub(crate) fn inner(
        &self,
        index: usize,
        root: Option<ValueRef<'a>>,
        trail: &Cursor<'_>,
        item: bool,
        findings: &mut Findings,
    ) {
        let Some(rule) = self.rule.validator.inner().get(index) else { return };
        let current = if item { CurrentValue::NotKnown } else { self.scope.current.follow(self.rule.property.steps()) };
        let partial = self.scope.partial && !item && self.rule.property.shared().is_empty();
        let scope = Scope { root, current, partial, base: trail };
        self.run.rule(rule, &inner(self.place, index), &scope, findings);
    }

    /// The scope whose paths start at the property's value.
    pub(crate) fn own<'n>(&self, trail: &'n Cursor<'n>) -> Scope<'a, 'n> {
        let current = self.scope.current.follow(self.rule.property.steps());
        let partial = self.scope.partial && self.rule.property.shared().is_empty();
        Scope { root: self.found, current, partial, base: trail }
    }
}
