use crate::directory::Question;
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

    fn expectation(&self) -> String {
        let Self { status, timeout, max } = self;
        format!(
            "`{status}` to be a status for after-call work where `{timeout}` is set, and `{timeout}` from 0 to {max}"
        )
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let ValueRef::Object(_) = node else { return at.fail(out) };
        let (status, timeout) = (Part::new(at, &self.status), Part::new(at, &self.timeout));
        if let Some(found) = timeout.carried {
            let within = |value: i128| (0..=i128::from(self.max)).contains(&value);
            match (found, status.lookup) {
                (ValueRef::Null, _) => {}
                (found, _) if !found.integer().is_some_and(within) => timeout.fail(at, out),
                (_, Lookup::Null | Lookup::Absent) => timeout.fail(at, out),
                (_, Lookup::NotKnown) => timeout.unchecked(at, &at.not_known(&self.status), out),
                (_, Lookup::Set(_)) => {}
            }
        }
        let Some(found) = status.carried else { return };
        if found.is_null() {
            if timeout.carried.is_none() {
                match timeout.lookup {
                    Lookup::Set(_) => status.fail_as_id(at, out),
                    Lookup::NotKnown => status.unchecked(at, &at.not_known(&self.timeout), out),
                    Lookup::Null | Lookup::Absent => {}
                }
            }
            return;
        }
        let Some(id) = found.id() else { return status.fail_as_id(at, out) };
        match at.directory().is_after_call_status(id) {
            Some(true) => {}
            Some(false) => status.fail_as_id(at, out),
            None => status.unchecked(at, &at.missing(Question::Key("statuses")), out),
        }
    }
}
