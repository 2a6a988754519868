use crate::body::decode::FastAccept;
use crate::rules::describe;
use crate::rules::params::ValueSet;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;

validator! {
    /// Fails when the value is not in the set. Which sets a server has is mostly not public.
    pub struct ValidValues reads ValueKinds::ANY;
    /// The values that pass: texts, integers, codes, Booleans.
    "values" => values: ValueSet;
    /// Whether texts compare without case.
    "ignoreCase" => ignore_case: bool = false;
}

impl Validate for ValidValues {
    const IS_LOCAL: bool = true;

    fn expectation(&self) -> String {
        format!("one of {}", describe::values(self.values.iter()))
    }

    fn sure(&self) -> FastAccept {
        self.values.sure()
    }

    fn alone(&self, node: ValueRef<'_>) -> bool {
        self.values.contains(node, self.ignore_case)
    }
}
