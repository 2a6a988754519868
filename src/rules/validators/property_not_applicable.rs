use crate::report::RuleExpectation;
use crate::rules::condition::Condition;
use crate::rules::engine::{Findings, Site, holds};
use crate::rules::validators::table::{Validate, ValueKinds, validator};

validator! {
    /// Fails when the property is set while the condition holds.
    pub struct PropertyNotApplicable reads ValueKinds::ANY;
    /// The condition under which the property does not apply.
    "when" => when: Condition;
}

impl Validate for PropertyNotApplicable {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AbsentWhile(self.when.expected())
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        if site.set().is_some() {
            match holds(site, &self.when) {
                Ok(holds) => site.answered(Ok(!holds), findings),
                Err(path) => site.path_not_known(path, findings),
            }
        }
    }
}
