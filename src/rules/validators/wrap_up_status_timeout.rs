use crate::directory::StoredQuestion;
use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Lookup, Part, Site};
use crate::rules::path::PropertyPath;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails at a timeout outside 0 to the maximum, at a timeout without a status, and at a status that is not for after-call work. It judges what the body
    /// carries of the two, with the other one from the current object.
    pub struct WrapUpStatusTimeout reads ValueKinds::OBJECT;
    /// The path of the status.
    "status" => status: PropertyPath;
    /// The path of the timeout.
    "timeout" => timeout: PropertyPath;
    /// The greatest timeout, in seconds; 7200 is documented.
    "max" => max: u64 = 7200_u64;
}

impl Validate for WrapUpStatusTimeout {
    const PATHS_FROM_PROPERTY: bool = true;

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::WrapUp { status: self.status.to_string(), timeout: self.timeout.to_string(), max: self.max }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let ValueRef::Object(_) = node else { return site.fail(findings) };
        let (status, timeout) = (Part::new(site, &self.status), Part::new(site, &self.timeout));
        if let Some(found) = timeout.carried {
            let within = |value: i128| (0..=i128::from(self.max)).contains(&value);
            let fails = match (found, status.lookup) {
                (ValueRef::Null, _) => false,
                (found, _) if !found.integer().is_some_and(within) => true,
                (_, Lookup::Null | Lookup::Absent) => true,
                (_, Lookup::NotKnown) => {
                    timeout.unchecked(site, &site.not_known(&self.status), findings);
                    false
                }
                (_, Lookup::Set(_)) => false,
            };
            if fails {
                timeout.fail(site, findings);
                // Nothing else is reported at one location.
                if self.status == self.timeout {
                    return;
                }
            }
        }
        let Some(found) = status.carried else { return };
        if found.is_null() {
            if timeout.carried.is_none() {
                match timeout.lookup {
                    Lookup::Set(_) => status.fail_as_id(site, findings),
                    Lookup::NotKnown => status.unchecked(site, &site.not_known(&self.timeout), findings),
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
