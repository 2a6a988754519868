use super::findings::{
    PendingUnchecked, PendingViolation, RejectedValue, RuleFailure, RuleFindings, UncheckedLocation,
};
use super::locate::locate;
use super::location_tree::LocationTree;
use crate::json::property_value::property_value;
use crate::json::span::Span;
use crate::location::{PathCache, SharedPath};
use crate::report::{self, HeldValue, Problem, Report, UncheckedRule};
use crate::value_ref::ValueRef;
use std::collections::HashMap;
use std::sync::Arc;

/// The source of the values of violations.
#[derive(Clone, Copy)]
pub(crate) enum ValueSource<'t> {
    /// The JSON text of the body, which has the original order and notation.
    Text(&'t [u8]),
    /// The value that the rules ran over.
    Checked,
}

/// Adds the findings of rules to the report of the decoder. The report lists at most `max` problems; the other
/// violations are counted.
pub(crate) fn add_to_report(mut findings: RuleFindings<'_>, values: ValueSource<'_>, max: usize, report: &mut Report) {
    if findings.is_empty() {
        return;
    }
    let mut locations = Locations { tree: LocationTree::new(), cache: PathCache::default() };
    let failures = first(&mut findings, max, report);
    let mut unchecked = findings.unchecked;
    unchecked.sort_by(|one, two| one.rule.indexes.cmp(&two.rule.indexes));
    failures.iter().for_each(|failure| locations.add_all(failure));
    let spans = match values {
        ValueSource::Text(text) => locate(text, &locations.tree),
        ValueSource::Checked => Vec::new(),
    };
    let text = match values {
        ValueSource::Text(text) => std::str::from_utf8(text).unwrap_or_default(),
        ValueSource::Checked => "",
    };
    let known = report.problems().len();
    let mut writer = ProblemWriter { locations, spans, text, parts: HashMap::new(), report };
    let problems = failures.into_iter().filter_map(|failure| writer.violation(failure)).collect();
    let ProblemWriter { mut locations, spans, .. } = writer;
    report.add(problems, unchecked.into_iter().map(unchecked_rule).collect());
    if let ValueSource::Text(text) = values {
        report.locate(text, known, |problem| {
            if !problem.is_violation() {
                return problem.span();
            }
            let Locations { tree, cache } = &mut locations;
            spans[problem.follow(0, cache, &mut |node, segment| tree.step(*node, segment))]
        });
    }
    report.sort();
}

/// Returns the failures that the report lists. Those of inline rules may come between them, so as many are kept as the
/// report lists in total, unless it is full of earlier problems.
fn first<'a>(findings: &mut RuleFindings<'a>, max: usize, report: &mut Report) -> Vec<RuleFailure<'a>> {
    let before = report.problems().iter().filter(|problem| !problem.is_violation()).count();
    let room = max.saturating_sub(before);
    let mut failures = std::mem::take(&mut findings.failures);
    let mut omitted = findings.listed.map(|listed| listed.omitted).unwrap_or_default();
    omitted.failures += failures.len().saturating_sub(room);
    failures.truncate(room);
    report.omit(omitted.failures, omitted.unchecked, omitted.has_failed_questions);
    failures
}

/// The locations of findings, with the value at each once it is written.
struct Locations {
    tree: LocationTree<Option<Arc<str>>>,
    cache: PathCache<usize>,
}

impl Locations {
    fn add(&mut self, path: Option<&SharedPath>) -> usize {
        self.tree.add(path, &mut self.cache)
    }

    fn add_all(&mut self, failure: &RuleFailure<'_>) {
        if let RuleFailure::Violation(violation) = failure {
            self.add(violation.path.as_ref());
            violation.causes.iter().for_each(|cause| self.add_all(cause));
        }
    }
}

/// Converts violations to problems.
struct ProblemWriter<'v, 't, 'r> {
    locations: Locations,
    spans: Vec<Span>,
    text: &'t str,
    /// The parts of values that have been written: many rules can reject one large part.
    parts: HashMap<&'v str, Arc<str>>,
    report: &'r Report,
}

impl<'v> ProblemWriter<'v, '_, '_> {
    fn violation(&mut self, failure: RuleFailure<'v>) -> Option<Problem> {
        let violation = match failure {
            RuleFailure::Violation(violation) => violation,
            RuleFailure::Reported(index) => return self.report.problems().get(index).cloned(),
        };
        let PendingViolation { rule, path, found, value, causes } = violation;
        let shown = |value| HeldValue::Shown(Box::new((found, value)));
        let held = match value {
            RejectedValue::Missing => shown("".into()),
            RejectedValue::Part(part) => HeldValue::Part(self.parts.entry(part).or_insert_with(|| part.into()).clone()),
            RejectedValue::Whole(value) => shown(self.whole(value, path.as_ref())),
        };
        let causes = causes.into_iter().filter_map(|cause| self.violation(cause)).collect();
        let violation = report::Violation::new(rule.info.clone(), rule.index(), held);
        Some(Problem::from_violation(path, violation.nested(rule.outer().to_vec(), causes)))
    }

    /// Returns the value at a location as JSON. It is written once, since many rules can reject one large value.
    fn whole(&mut self, value: ValueRef<'_>, path: Option<&SharedPath>) -> Arc<str> {
        let node = self.locations.add(path);
        if let Some(written) = self.locations.tree.value(node) {
            return written.clone();
        }
        let span = self.spans.get(node).filter(|_| matches!(value, ValueRef::Array(_) | ValueRef::Object(_)));
        let written = span.and_then(|span| property_value(self.text.get(span.at..span.at + span.len)?).ok());
        let written: Arc<str> = written.unwrap_or_else(|| value.property_value()).into();
        *self.locations.tree.value_mut(node) = Some(written.clone());
        written
    }
}

fn unchecked_rule(unchecked: PendingUnchecked) -> UncheckedRule {
    let PendingUnchecked { rule, location, reason } = unchecked;
    let indexes = rule.indexes.to_vec();
    match location {
        UncheckedLocation::Location(path) => UncheckedRule::new(rule.info.clone(), indexes, path, reason),
        UncheckedLocation::Written => {
            UncheckedRule::from_violation(rule.info.clone(), rule.property.to_string(), indexes, reason)
        }
    }
}
