use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::condition::Condition;
use crate::rules::engine::{RuleFindings, RuleSite, Validate, holds};
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if the property is set while the condition holds.
    pub struct PropertyNotApplicable accepts ValueKinds::ANY;
    example {
        "target", PropertyNotApplicable::new(Condition::property("forward", Predicate::is(false)));
        passes r#"{"forward": true, "target": "8001"}"#;
        fails r#"{"forward": false, "target": "8001"}"#;
    }
    required {
        /// The condition under which the property does not apply.
        "when" => when: Condition;
    }
}

impl Validate for PropertyNotApplicable {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::AbsentWhile(self.when.expected())
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        if site.non_null().is_none() {
            return;
        }
        site.decide(holds(site, &self.when).map(|holds| !holds), findings);
    }
}
