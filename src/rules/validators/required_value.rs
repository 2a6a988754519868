use crate::rules::engine::{Findings, Site};
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the value is null, `""` or an empty list. Blanks are a value: use `regex` with `\\S` against them. Our choice.
    pub struct RequiredValue reads ValueKinds::ALL;
}

impl Validate for RequiredValue {
    fn expectation(&self) -> String {
        "a value that is neither null nor empty".to_owned()
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let missing = match at.found {
            Some(ValueRef::Null | ValueRef::String("")) => true,
            Some(ValueRef::Array(list)) => list.count() == 0,
            _ => false,
        };
        if missing {
            at.fail(out);
        }
    }
}
