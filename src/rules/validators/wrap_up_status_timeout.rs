use super::parameters::validator;
use crate::directory::StoredQuestion;
use crate::json::number::Number;
use crate::report::RuleExpectation;
use crate::rules::engine::{Lookup, OtherProperty, RuleFindings, RuleSite, Validate};
use crate::rules::path::PropertyPath;
use crate::rules::value_kinds::ValueKinds;
use crate::value_ref::ValueRef;

validator! {
    /// Fails at a timeout that is not from 0 to the maximum, at a timeout without a status, and at a status that is not
    /// for after-call work. Only what the body contains is checked; what it omits of the two is taken from the current
    /// object.
    pub struct WrapUpStatusTimeout accepts ValueKinds::OBJECT;
    example {
        "", WrapUpStatusTimeout::new("status", "timeout");
        directory r#"{"statuses": [{"id": "Follow Up", "afterCallWork": true}, {"id": "Lunch"}]}"#;
        passes r#"{"status": "Follow Up", "timeout": 30}"#;
        fails r#"{"status": "Lunch", "timeout": 30}"#;
    }
    required {
        /// The path of the status, relative to the object.
        "status" => status: PropertyPath as into;
        /// The path of the timeout in seconds, relative to the object.
        "timeout" => timeout: PropertyPath as into;
    }
    default {
        /// The maximum timeout, in seconds; 7200 (documented).
        "max" => max, with_max: u64 = 7200_u64;
    }
}

impl Validate for WrapUpStatusTimeout {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::WrapUp { status: self.status.to_string(), timeout: self.timeout.to_string(), max: self.max }
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let ValueRef::Object(_) = node else { return site.fail(findings) };
        let (status, timeout) = (OtherProperty::id(site, &self.status), OtherProperty::new(site, &self.timeout));
        let before = findings.len();
        if let Some(found) = timeout.in_body {
            let (min, max) = (Number::Integer(0), Number::Unsigned(self.max));
            let within = |value: Number<'_>| value.is_within(Some(min), Some(max));
            match (found, status.lookup) {
                (ValueRef::Null, _) => {}
                (found, _) if !found.integer().is_some_and(within) => timeout.fail(site, findings),
                (_, Lookup::Null | Lookup::Absent) => timeout.fail(site, findings),
                (_, Lookup::NotKnown(hint)) => timeout.unchecked(site, &site.not_known(&self.status, hint), findings),
                (_, Lookup::Set(_)) => {}
            }
        }
        let is_reported = self.status == self.timeout && findings.len() > before;
        let Some(found) = status.in_body.filter(|_| !is_reported) else { return };
        if found.is_null() {
            if timeout.in_body.is_none() {
                match timeout.lookup {
                    Lookup::Set(_) => status.fail_as_id(site, findings),
                    Lookup::NotKnown(hint) => status.unchecked(site, &site.not_known(&self.timeout, hint), findings),
                    Lookup::Null | Lookup::Absent => {}
                }
            }
            return;
        }
        let Some(id) = found.id() else { return status.fail_as_id(site, findings) };
        match site.ask(&StoredQuestion::StatusIsForAfterCallWork { status: site.name(id) }) {
            Ok(true) => {}
            Ok(false) => status.fail_as_id(site, findings),
            Err(reason) => status.unchecked(site, &reason, findings),
        }
    }
}
