use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Lookup, Site};
use crate::rules::formats::date_time::{self, Temporal};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the end lies before the start; equal is fine, as documented. An end time of day before the start's is fine where the flag says that
    /// it spans a day, which is documented for the administrators' user interface. Both are dates, times or dates with times.
    pub struct EndDateTimeValidator reads ValueKinds::STRING;
    /// The path of the start.
    "start" => start: PropertyPath;
    /// The path of the flag that says that the time spans a day.
    "spansDay" => spans_day: Option<PropertyPath>;
}

impl Validate for EndDateTimeValidator {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::EndNotBeforeStart { start: self.start.to_string() }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(end) = node.text() else { return site.fail(findings) };
        let start = match site.lookup(&self.start) {
            Lookup::Set(ValueRef::String(start)) => start,
            Lookup::Set(_) => return site.fail(findings),
            Lookup::Null | Lookup::Absent => return,
            Lookup::NotKnown => return site.path_not_known(&self.start, findings),
        };
        let spans_day = match self.spans_day.as_ref().map(|path| site.lookup(path)) {
            None | Some(Lookup::Null | Lookup::Absent) => Some(false),
            Some(Lookup::Set(ValueRef::Boolean(flag))) => Some(flag),
            Some(Lookup::Set(_)) => return site.fail(findings),
            Some(Lookup::NotKnown) => None,
        };
        let (Some(start), Some(end)) = (date_time::parse(start), date_time::parse(end)) else {
            return site.fail(findings);
        };
        match (end.partial_cmp(&start), spans_day) {
            (Some(order), _) if order.is_ge() => {}
            (Some(_), Some(true)) if matches!(end, Temporal::Time(_)) => {}
            (Some(_), None) if matches!(end, Temporal::Time(_)) => {
                if let Some(path) = &self.spans_day {
                    site.path_not_known(path, findings);
                }
            }
            _ => site.fail(findings),
        }
    }
}
