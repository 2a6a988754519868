use crate::rules::check::{Reads, Validator, validator};
use crate::rules::condition::Condition;
use crate::rules::engine::{At, Out, holds};

validator! {
    /// Fails when the property is set while the condition holds.
    pub struct PropertyNotApplicable reads Reads::ALL;
    /// The condition under which the property does not apply.
    "when" => when: Condition;
}

impl Validator for PropertyNotApplicable {
    fn expectation(&self) -> String {
        format!("no value where {}", self.when)
    }

    fn judge(&self, at: &At<'_, '_>, out: &mut Out) {
        if at.set().is_some() {
            match holds(at, &self.when) {
                Ok(holds) => at.answered(Some(!holds), || "".into(), out),
                Err(path) => at.path_not_known(path, out),
            }
        }
    }
}
