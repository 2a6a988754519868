use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::rule::Rule;
use crate::rules::value_kinds::ValueKinds;
use crate::vocabulary::GroupMode;

validator! {
    /// Fails if the group as a whole is not satisfied, with one violation whose causes are those of the inner rules.
    /// The inner rules decide about null and absence.
    pub struct ValidatorGroup accepts ValueKinds::ANY;
    example {
        "to", ValidatorGroup::new([Rule::new("", ValidFormat::new(Format::Email)), Rule::new("", ValidFormat::new(Format::PhoneNumber))]);
        passes r#"{"to": "jane@example.com"}"#;
        fails r#"{"to": "Jane"}"#;
    }
    required {
        /// The inner rules, at least one; their paths start at the value of the property.
        "rules" => rules: Vec<Rule> as each Rule;
    }
    default {
        /// When the group is satisfied.
        "mode" => mode, with_mode: GroupMode = GroupMode::Any;
    }
}

impl Validate for ValidatorGroup {
    fn rules(&self) -> &[Rule] {
        &self.rules
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::Group(self.mode)
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let members: Vec<RuleFindings<'a>> = (0..site.inner_count())
            .map(|rule| {
                let mut member = RuleFindings::default();
                site.inner(rule, &mut member);
                member
            })
            .collect();
        let satisfied = |member: &RuleFindings<'a>| !member.failed && member.is_known();
        let (violated, known) = match self.mode {
            GroupMode::Any => (members.iter().all(|member| member.failed), members.iter().any(satisfied)),
            GroupMode::All => (members.iter().any(|member| member.failed), members.iter().all(satisfied)),
        };
        if violated {
            let mut causes = RuleFindings::default();
            members.into_iter().for_each(|member| causes.merge(member));
            site.fail_with(causes, findings);
        } else if !known {
            members.into_iter().filter(|member| !member.failed).for_each(|member| findings.merge_unchecked(member));
        }
    }
}
