use crate::rules::engine::{Findings, Site};
use crate::rules::rule::Rule;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use std::sync::Arc;

validator! {
    /// Fails when one or more items fail the inner rules. The items' own violations follow it.
    pub struct CollectionItemValidator reads ValueKinds::LIST;
    /// The rules for each item; their paths start at the item.
    "rules" => rules: Vec<Arc<Rule>>;
}

impl Validate for CollectionItemValidator {
    fn expectation(&self) -> String {
        "a list whose items pass their rules".to_owned()
    }

    fn judge(&self, at: &Site<'_, '_>, out: &mut Findings) {
        let Some(node) = at.set() else { return };
        let Some(list) = node.list() else { return at.fail(out) };
        let mut items = Findings::default();
        for index in 0..list.count() {
            let trail = at.trail.item(index);
            for rule in 0..self.rules.len() {
                at.inner(rule, list.item(index), &trail, true, &mut items);
            }
        }
        if items.failed {
            at.fail(out);
        }
        out.take(items);
    }
}
