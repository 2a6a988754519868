use super::compiled::CompiledRule;
use super::cursor::Cursor;
use super::findings::{
    PendingUnchecked, PendingViolation, RejectedValue, RuleFailure, RuleFindings, UncheckedLocation,
};
use super::reasons::SharedReason;
use super::run::Run;
use super::scope::{CurrentValue, Lookup, Scope};
use crate::directory::Subject;
use crate::fold::eq_ignore_case;
use crate::json::number::Number;
use crate::report::Unexpected;
use crate::rules::formats::date_time::Temporal;
use crate::rules::path::PropertyPath;
use crate::value_ref::ValueRef;
use std::cmp::Ordering;
use std::sync::Arc;

/// A rule at one location of its property.
pub(crate) struct RuleSite<'a, 'e> {
    pub(super) run: &'e Run<'a>,
    pub(super) rule: &'e Arc<CompiledRule>,
    pub(super) scope: &'e Scope<'a, 'e>,
    /// The location.
    pub(crate) cursor: &'e Cursor<'e>,
    /// The value of the property; `None` if it is absent.
    pub(crate) value: Option<ValueRef<'a>>,
}

impl<'a> RuleSite<'a, '_> {
    /// Returns the value of the property, unless it is null.
    pub(crate) fn non_null(&self) -> Option<ValueRef<'a>> {
        self.value.filter(|value| !value.is_null())
    }

    /// Follows a second path.
    pub(crate) fn lookup(&self, path: &PropertyPath) -> Lookup<'a> {
        self.scope.lookup(path, self.cursor)
    }

    /// Returns the date, time of day or date-time at a second path.
    pub(crate) fn time(&self, text: &'a str) -> Option<Temporal<'a>> {
        self.run.derived.time(text)
    }

    /// Compares a number with the integer at a second path; `None` if that is none.
    pub(crate) fn compare(&self, number: Number<'_>, integer: Number<'a>) -> Option<Ordering> {
        self.run.derived.compare(number, integer)
    }

    /// Returns whether the rule accepts ids and the id of the configuration id here is malformed.
    pub(super) fn has_malformed_id(&self) -> bool {
        matches!(self.value, Some(ValueRef::Object(_))) && self.takes_id() && self.cursor.member("id").is_malformed()
    }

    pub(crate) fn subject(&self) -> Option<&'a Subject> {
        self.run.known.subject
    }

    /// Returns the subject's id, if the subject is of this type.
    pub(crate) fn subject_of(&self, object_type: &str) -> Option<&'a str> {
        let is_of_type = |subject: &&Subject| eq_ignore_case(&subject.object_type, object_type);
        self.subject().filter(is_of_type).map(|subject| subject.id.as_str())
    }

    /// Reports that the rule fails at its property.
    pub(crate) fn fail(&self, findings: &mut RuleFindings<'a>) {
        self.fail_with(RuleFindings::default(), findings);
    }

    /// Reports that the rule fails at its property, with the causes.
    pub(crate) fn fail_with(&self, causes: RuleFindings<'a>, findings: &mut RuleFindings<'a>) {
        self.fail_at(self.cursor, self.value, causes, findings);
    }

    /// Reports that the rule fails at another location.
    #[cold]
    pub(crate) fn fail_at(
        &self,
        cursor: &Cursor<'_>,
        found: Option<ValueRef<'a>>,
        causes: RuleFindings<'a>,
        findings: &mut RuleFindings<'a>,
    ) {
        let is_part = |value| matches!(value, ValueRef::String(_)) && self.scope.is_part;
        let part = found.filter(|value| self.takes_id() || is_part(*value)).and_then(ValueRef::id);
        self.reject(cursor, found, part, causes, findings);
    }

    /// Reports that the rule fails at a location where it reads an id.
    pub(crate) fn fail_at_id(&self, cursor: &Cursor<'_>, found: Option<ValueRef<'a>>, findings: &mut RuleFindings<'a>) {
        self.reject(cursor, found, found.and_then(ValueRef::id), RuleFindings::default(), findings);
    }

    /// Reports that the rule fails at a location, and the part of the value that it rejects.
    fn reject(
        &self,
        cursor: &Cursor<'_>,
        found: Option<ValueRef<'a>>,
        part: Option<&'a str>,
        causes: RuleFindings<'a>,
        findings: &mut RuleFindings<'a>,
    ) {
        findings.failed = true;
        if let Some(problem) = cursor.problem_of(self.rule.validator) {
            findings.failures.push(RuleFailure::Reported(problem));
            return;
        }
        let value = match (found, part) {
            (None, _) => RejectedValue::Missing,
            (_, Some(part)) => RejectedValue::Part(part),
            (Some(value), None) => RejectedValue::Whole(value),
        };
        findings.failures.push(RuleFailure::Violation(PendingViolation {
            rule: self.rule.clone(),
            path: cursor.path(),
            found: found.map_or(Unexpected::Missing, ValueRef::found),
            value,
            causes: causes.failures,
        }));
    }

    /// Reports that the outcome at the property is unknown.
    pub(crate) fn unchecked(&self, reason: SharedReason, findings: &mut RuleFindings<'a>) {
        self.unchecked_at(self.cursor, reason, findings);
    }

    #[cold]
    pub(crate) fn unchecked_at(&self, cursor: &Cursor<'_>, reason: SharedReason, findings: &mut RuleFindings<'a>) {
        let location = UncheckedLocation::Location(cursor.path());
        findings.unchecked.push(PendingUnchecked { rule: self.rule.clone(), location, reason });
    }

    /// Reports the outcome of the rule, or why it is unknown.
    pub(crate) fn decide(&self, passes: Result<bool, SharedReason>, findings: &mut RuleFindings<'a>) {
        match passes {
            Ok(true) => {}
            Ok(false) => self.fail(findings),
            Err(reason) => self.unchecked(reason, findings),
        }
    }

    /// Returns whether the rule reads a configuration id as its id.
    fn takes_id(&self) -> bool {
        self.rule.validate.accepts().takes_id()
    }

    /// Returns the number of inner rules.
    pub(crate) fn inner_count(&self) -> usize {
        self.rule.rules.len()
    }

    /// Runs an inner rule over the property's value.
    pub(crate) fn inner(&self, index: usize, findings: &mut RuleFindings<'a>) {
        self.run_inner(index, &self.own(), findings);
    }

    /// Runs the inner rules over an item of an array.
    pub(crate) fn inner_of_item(
        &self,
        item: Option<ValueRef<'a>>,
        cursor: &Cursor<'_>,
        findings: &mut RuleFindings<'a>,
    ) {
        let scope =
            Scope { root: item, current: CurrentValue::NotKnown, is_partial: false, is_part: false, base: cursor };
        (0..self.inner_count()).for_each(|index| self.run_inner(index, &scope, findings));
    }

    /// Runs the inner rules over an item of a delimited string.
    pub(crate) fn inner_of_part(&self, item: &'a str, findings: &mut RuleFindings<'a>) {
        let root = Some(ValueRef::String(item));
        let scope =
            Scope { root, current: CurrentValue::NotKnown, is_partial: false, is_part: true, base: self.cursor };
        (0..self.inner_count()).for_each(|index| self.run_inner(index, &scope, findings));
    }

    fn run_inner(&self, index: usize, scope: &Scope<'a, '_>, findings: &mut RuleFindings<'a>) {
        self.rule.rules.get(index).into_iter().for_each(|rule| self.run.rule(rule, scope, findings));
    }

    /// Returns the scope whose paths start at the property's value.
    fn own(&self) -> Scope<'a, '_> {
        Scope {
            root: self.value,
            current: self.scope.current.follow(self.rule.property.steps()),
            is_partial: self.scope.is_partial && self.rule.property.shared().is_empty(),
            is_part: self.scope.is_part,
            base: self.cursor,
        }
    }

    /// Follows a path that starts at the property's value.
    pub(crate) fn lookup_inside(&self, path: &PropertyPath) -> Lookup<'a> {
        self.own().lookup(path, self.cursor)
    }
}
