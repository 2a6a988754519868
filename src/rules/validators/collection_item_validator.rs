use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::rule::Rule;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use std::sync::Arc;

validator! {
    /// Fails when one or more items fail the inner rules. The items' own violations follow it.
    pub struct CollectionItemValidator reads ValueKinds::ARRAY;
    /// The rules for each item; their paths start at the item.
    "rules" => rules: Vec<Arc<Rule>>;
}

impl Validate for CollectionItemValidator {
    fn expected(&self) -> RuleExpectation {
        RuleExpectation::ValidItems
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(list) = node.list() else { return site.fail(findings) };
        let mut items = Findings::default();
        for index in 0..list.count() {
            let trail = site.trail.item(index);
            for rule in 0..self.rules.len() {
                site.inner(rule, list.item(index), &trail, true, &mut items);
            }
        }
        if items.failed {
            site.fail(findings);
        }
        findings.take(items);
    }
}
