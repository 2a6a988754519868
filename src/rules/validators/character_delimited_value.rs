use crate::report::RuleExpectation;
use crate::rules::engine::{Findings, Site};
use crate::rules::formats::delimited;
use crate::rules::rule::Rule;
use crate::rules::validators::table::{Validate, ValueKinds, validator};
use crate::value_ref::ValueRef;
use std::collections::HashSet;
use std::sync::Arc;

validator! {
    /// Fails when an item of the delimited text is empty or fails the inner rules, or repeats where it may not. Nothing is trimmed; the empty
    /// text has no items, and a delimiter at the end makes an empty one.
    pub struct CharacterDelimitedValue reads ValueKinds::STRING;
    /// What stands between two items.
    "delimiter" => delimiter: String;
    /// Rules for each item; their property is `""`.
    "rules" => rules: Option<Vec<Arc<Rule>>>;
    /// Whether an item may stand twice.
    "allowRepeats" => allow_repeats: bool = true;
}

impl Validate for CharacterDelimitedValue {
    fn parameter_error(&self) -> Option<(&'static str, String)> {
        self.delimiter.is_empty().then(|| ("delimiter", "expected at least one character, found none".to_owned()))
    }

    fn expected(&self) -> RuleExpectation {
        RuleExpectation::DelimitedItems {
            delimiter: self.delimiter.clone(),
            rules: self.rules.is_some(),
            allow_repeats: self.allow_repeats,
        }
    }

    fn validate(&self, site: &Site<'_, '_>, findings: &mut Findings) {
        let Some(node) = site.set() else { return };
        let Some(text) = node.text() else { return site.fail(findings) };
        let mut inner = Findings::default();
        let mut seen = HashSet::new();
        let mut violated = false;
        for (index, item) in delimited::items(text, &self.delimiter).enumerate() {
            violated |= item.is_empty() || (!self.allow_repeats && !seen.insert(item));
            if !item.is_empty() {
                let part = site.trail.part(index);
                for rule in 0..self.rules.as_ref().map_or(0, std::vec::Vec::len) {
                    site.inner(rule, Some(ValueRef::String(item)), &part, true, &mut inner);
                }
            }
        }
        if violated || inner.failed {
            site.fail_with(site.trail, site.found, inner.problems, findings);
        } else {
            // All items have the location of the string, where a rule is listed once.
            let mut listed = HashSet::new();
            inner.unchecked.retain(|unchecked| listed.insert(unchecked.indexes.clone()));
            findings.take(inner);
        }
    }
}
