use crate::rules::engine::{Findings, Site};
use crate::rules::params::choice;
use crate::rules::rule::Rule;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use std::sync::Arc;

choice! {
    /// When a group is satisfied.
    pub enum GroupMode {
        /// As soon as one of its rules passes or has nothing to check.
        "any" => Any,
        /// When all of them do.
        "all" => All,
    }
}

validator! {
    /// Fails when the group as a whole is not satisfied: one violation, of which those of its members are the causes.
    pub struct ValidatorGroup reads ValueKinds::ALL;
    /// The members; their paths start at the property's value.
    "rules" => rules: Vec<Arc<Rule>>;
    /// When the group is satisfied.
    "mode" => mode: GroupMode = GroupMode::Any;
}

impl Validate for ValidatorGroup {
    fn expectation(&self) -> String {
        match self.mode {
            GroupMode::Any => "a value that passes one rule of the group".to_owned(),
            GroupMode::All => "a value that passes every rule of the group".to_owned(),
        }
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let members: Vec<Findings> = (0..self.rules.len())
            .map(|rule| {
                let mut member = Findings::default();
                at.inner(rule, at.found, at.trail, false, &mut member);
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
            at.fail_with(at.trail, at.found, causes, out);
        } else if !known {
            for member in members.into_iter().filter(|member| !member.failed) {
                out.lacking |= member.lacking;
                out.unchecked.extend(member.unchecked);
            }
        }
    }
}
