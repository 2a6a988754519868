use crate::rules::condition::Condition;
use crate::rules::engine::{Findings, Site, holds};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the property is set while the condition holds.
    pub struct PropertyNotApplicable reads ValueKinds::ALL;
    /// The condition under which the property does not apply.
    "when" => when: Condition;
}

impl Validate for PropertyNotApplicable {
    fn expectation(&self) -> String {
        format!("no value where {}", self.when)
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        if at.set().is_some() {
            match holds(at, &self.when) {
                Ok(holds) => at.answered(Some(!holds), || "".into(), out),
                Err(path) => at.path_not_known(path, out),
            }
        }
    }
}
