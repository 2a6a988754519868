use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::rule::Rule;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::vocabulary::GroupMode;
use std::sync::Arc;

validator! {
    /// Fails when the group as a whole is not satisfied: one violation, of which those of its members are the causes.
    pub struct ValidatorGroup reads ValueKinds::ANY;
    /// The members; their paths start at the property's value.
    "rules" => rules: Vec<Arc<Rule>>;
    /// When the group is satisfied.
    "mode" => mode: GroupMode = GroupMode::Any;
}

impl Validate for ValidatorGroup {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Group(self.mode)
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let members: Vec<Findings> = (0..self.rules.len())
            .map(|rule| {
                let mut member = Findings::default();
                site.inner(rule, site.found, site.trail, false, &mut member);
                member
            })
            .collect();
        let satisfied = |member: &Findings| !member.failed && member.is_known();
        let violated = match self.mode {
            GroupMode::Any => members.iter().all(|member| member.failed),
            GroupMode::All => members.iter().any(|member| member.failed),
        };
        let known = match self.mode {
            GroupMode::Any => members.iter().any(satisfied),
            GroupMode::All => members.iter().all(satisfied),
        };
        if violated {
            let causes = members.into_iter().flat_map(|member| member.problems).collect();
            site.fail_with(site.trail, site.found, causes, findings);
        } else if !known {
            for member in members.into_iter().filter(|member| !member.failed) {
                findings.lacking |= member.lacking;
                findings.unchecked.extend(member.unchecked);
            }
        }
    }
}
