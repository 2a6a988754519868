use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::{Lookup, RuleFindings, RuleSite, Validate};
use crate::rules::formats::date_time::Temporal;
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails if the end is before the start; equal is valid (documented). Both must be dates, times of day or
    /// date-times. An end time of day before that of the start is valid if the flag is true (documented for the
    /// administrators' user interface).
    pub struct EndDateTimeValidator accepts ValueKinds::STRING;
    example {
        "end", EndDateTimeValidator::new("start").with_spans_day("spansDay");
        passes r#"{"start": "22:00", "end": "06:00", "spansDay": true}"#;
        fails r#"{"start": "22:00", "end": "06:00"}"#;
    }
    required {
        /// The path of the start. If it is not set, the rule passes.
        "start" => start: PropertyPath as into;
    }
    optional {
        /// The path of a boolean: whether the time spans midnight. False if it is not given or not set.
        "spansDay" => spans_day, with_spans_day: PropertyPath as into;
    }
}

impl Validate for EndDateTimeValidator {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::EndNotBeforeStart { start: self.start.to_string() }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(end) = node.text() else { return site.fail(findings) };
        let start = match site.lookup(&self.start) {
            Lookup::Set(ValueRef::String(start)) => start,
            Lookup::Set(_) => return site.fail(findings),
            Lookup::Null | Lookup::Absent => return,
            Lookup::NotKnown(hint) => return site.unchecked(site.not_known(&self.start, hint), findings),
        };
        let spans_day = match self.spans_day.as_ref().map(|path| (path, site.lookup(path))) {
            None | Some((_, Lookup::Null | Lookup::Absent)) => Ok(false),
            Some((_, Lookup::Set(ValueRef::Boolean(flag)))) => Ok(flag),
            Some((_, Lookup::Set(_))) => return site.fail(findings),
            Some((path, Lookup::NotKnown(hint))) => Err(site.not_known(path, hint)),
        };
        let (Some(start), Some(end)) = (site.time(start), site.time(end)) else {
            return site.fail(findings);
        };
        match (end.partial_cmp(&start), spans_day) {
            (Some(order), _) if order.is_ge() => {}
            (Some(_), Ok(true)) if matches!(end, Temporal::Time(_)) => {}
            (Some(_), Err(reason)) if matches!(end, Temporal::Time(_)) => site.unchecked(reason, findings),
            _ => site.fail(findings),
        }
    }
}
