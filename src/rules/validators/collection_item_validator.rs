use super::parameters::validator;
use crate::report::RuleExpectation;
use crate::rules::engine::{RuleFindings, RuleSite, Validate};
use crate::rules::rule::Rule;
use crate::rules::value_kinds::ValueKinds;

validator! {
    /// Fails if an item fails the inner rules. The violations of the items follow this one.
    pub struct CollectionItemValidator accepts ValueKinds::ARRAY;
    example {
        "numbers", CollectionItemValidator::new([Rule::new("", StringLength::new().with_max(4))]);
        passes r#"{"numbers": ["8001"]}"#;
        fails r#"{"numbers": ["8001", "+13175550100"]}"#;
    }
    required {
        /// The rules for each item, at least one; their paths start at the item.
        "rules" => rules: Vec<Rule> as each Rule;
    }
}

impl Validate for CollectionItemValidator {
    fn rules(&self) -> &[Rule] {
        &self.rules
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ValidItems
    }

    fn validate<'a>(&self, site: &RuleSite<'a, '_>, findings: &mut RuleFindings<'a>) {
        let Some(node) = site.non_null() else { return };
        let Some(list) = node.list() else { return site.fail(findings) };
        let mut items = findings.following();
        for index in 0..list.count() {
            site.inner_of_item(list.item(index), &site.cursor.item(index), &mut items);
        }
        if items.failed {
            site.fail(findings);
        }
        findings.append(items);
    }
}
