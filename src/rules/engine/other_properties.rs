//! Requirements of rules on other properties.

use super::cursor::Cursor;
use super::findings::RuleFindings;
use super::reasons::SharedReason;
use super::scope::Lookup;
use super::site::RuleSite;
use crate::rules::condition::{Condition, Predicate};
use crate::rules::path::{PropertyPath, PropertyStep};
use crate::value_ref::ValueRef;

/// Returns the id at a governing path; if there is none, the outcome has been reported.
pub(crate) fn governing_id<'a>(
    site: &RuleSite<'a, '_>,
    path: &PropertyPath,
    findings: &mut RuleFindings<'a>,
) -> Option<&'a str> {
    match site.lookup(path) {
        Lookup::Set(value) => {
            let id = value.id();
            if id.is_none() {
                site.fail(findings);
            }
            return id;
        }
        Lookup::Null | Lookup::Absent => {}
        Lookup::NotKnown(hint) => site.unchecked(site.not_known(path, hint), findings),
    }
    None
}

/// Returns whether a condition holds, or why that is unknown.
pub(crate) fn holds(site: &RuleSite<'_, '_>, condition: &Condition) -> Result<bool, SharedReason> {
    match condition {
        Condition::Property(path, predicate) => match site.lookup(path) {
            Lookup::NotKnown(hint) => Err(site.not_known(path, hint)),
            lookup => Ok(site.passes(predicate, lookup)),
        },
        Condition::All(all) => evaluate_all(site, all, false),
        Condition::Any(any) => evaluate_all(site, any, true),
        Condition::Not(not) => holds(site, not).map(|holds| !holds),
    }
}

/// Evaluates conditions until one has the outcome `settles`, which is then the outcome of all.
fn evaluate_all(site: &RuleSite<'_, '_>, conditions: &[Condition], settles: bool) -> Result<bool, SharedReason> {
    let mut outcome = Ok(!settles);
    for condition in conditions {
        match holds(site, condition) {
            Ok(holds) if holds == settles => return Ok(settles),
            Ok(_) => {}
            Err(reason) => outcome = outcome.and(Err(reason)),
        }
    }
    outcome
}

impl<'a> RuleSite<'a, '_> {
    /// Returns whether a lookup satisfies a predicate.
    pub(crate) fn passes(&self, predicate: &Predicate, lookup: Lookup<'a>) -> bool {
        let set = match lookup {
            Lookup::Set(value) => Some(value),
            Lookup::Null | Lookup::Absent | Lookup::NotKnown(_) => None,
        };
        match predicate {
            Predicate::Present => set.is_some(),
            Predicate::Absent => set.is_none(),
            Predicate::Is(expected) => set.is_some_and(|value| self.run.derived.equals(expected, value)),
            Predicate::IsNot(expected) => !set.is_some_and(|value| self.run.derived.equals(expected, value)),
        }
    }
}

/// One of the other properties that a rule checks.
pub(crate) struct OtherProperty<'a, 'p> {
    pub(crate) path: &'p PropertyPath,
    /// Its value in the body, null included.
    pub(crate) in_body: Option<ValueRef<'a>>,
    /// Its value in the body, or in the current object if the body omits it.
    pub(crate) lookup: Lookup<'a>,
}

impl<'a, 'p> OtherProperty<'a, 'p> {
    pub(crate) fn new(site: &RuleSite<'a, '_>, path: &'p PropertyPath) -> Self {
        Self::of(site, path, |value, _| value)
    }

    /// Creates a property that is read as an id.
    pub(crate) fn id(site: &RuleSite<'a, '_>, path: &'p PropertyPath) -> Self {
        Self::of(site, path, |value, cursor| cursor.with_actual_id(value))
    }

    fn of(
        site: &RuleSite<'a, '_>,
        path: &'p PropertyPath,
        actual: fn(ValueRef<'a>, &Cursor<'_>) -> ValueRef<'a>,
    ) -> Self {
        let lookup = site.lookup_inside(path);
        // A malformed value is unknown, and does not count as a value in the body.
        let in_body = match lookup {
            Lookup::NotKnown(_) => None,
            _ => follow(site.value, path.steps(), site.cursor, actual),
        };
        Self { path, in_body, lookup }
    }

    /// Reports that the rule fails at this property.
    pub(crate) fn fail(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        at(site.cursor, self.path.steps(), &mut |cursor| {
            site.fail_at(cursor, self.in_body, RuleFindings::default(), findings);
        });
    }

    /// Reports that the rule fails at this property, which is read as an id.
    pub(crate) fn fail_as_id(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        at(site.cursor, self.path.steps(), &mut |cursor| site.fail_at_id(cursor, self.in_body, findings));
    }

    /// Reports that the outcome at this property is unknown.
    pub(crate) fn unchecked(&self, site: &RuleSite<'a, '_>, reason: &SharedReason, findings: &mut RuleFindings<'a>) {
        at(site.cursor, self.path.steps(), &mut |cursor| site.unchecked_at(cursor, reason.clone(), findings));
    }
}

/// Follows member names in the body.
fn follow<'a>(
    value: Option<ValueRef<'a>>,
    steps: &[PropertyStep],
    here: &Cursor<'_>,
    actual: fn(ValueRef<'a>, &Cursor<'_>) -> ValueRef<'a>,
) -> Option<ValueRef<'a>> {
    let value = here.actual(value);
    match (steps, value) {
        ([], value) => value.map(|value| actual(value, here)),
        ([PropertyStep::Member(name, index), rest @ ..], Some(ValueRef::Object(object))) => {
            follow(object.find(name, *index), rest, &here.member(name), actual)
        }
        _ => None,
    }
}

/// Calls `report` with the location at the end of some steps.
fn at(here: &Cursor<'_>, steps: &[PropertyStep], report: &mut dyn FnMut(&Cursor<'_>)) {
    match steps {
        [PropertyStep::Member(name, _), rest @ ..] => at(&here.member(name), rest, report),
        _ => report(here),
    }
}
