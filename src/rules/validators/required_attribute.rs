use crate::rules::check::{Reads, Validator, validator};
use crate::rules::engine::{At, Out};

validator! {
    /// Fails when the member is absent.
    pub struct RequiredAttribute reads Reads::ALL;
}

impl Validator for RequiredAttribute {
    fn expectation(&self) -> String {
        "a member of this name".to_owned()
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        if at.found.is_none() {
            at.fail(out);
        }
    }
}
