use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the member is absent.
    pub struct RequiredAttribute reads ValueKinds::ALL;
}

impl Validate for RequiredAttribute {
    fn expectation(&self) -> String {
        "a member of this name".to_owned()
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        if at.found.is_none() {
            at.fail(out);
        }
    }
}
