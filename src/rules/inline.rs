//! Rules that need one value alone run where it is decoded, in the same pass.

use super::engine::CompiledRule;
use super::resolve::{Resolved, Target};
use super::value_kinds::ValueKinds;
use crate::body::decode::{FastAccept, ValueHook};
use crate::descriptor::TypeDescriptor;
use crate::report::RuleInfo;
use crate::value_ref::ValueRef;
use std::sync::Arc;

/// The rules of each slot, and a fast test that accepts most valid values.
#[derive(Debug, Clone, Default)]
pub(crate) struct InlineChecks {
    slots: Box<[Option<FastAccept>]>,
    rules: Box<[Box<[Arc<CompiledRule>]>]>,
}

impl InlineChecks {
    /// Takes those rules that can run where a value is decoded; the others are left.
    pub(crate) fn new(
        rules: &[Arc<CompiledRule>],
        resolved: &[Resolved],
        descriptor: &'static TypeDescriptor,
    ) -> (Self, Vec<Arc<CompiledRule>>) {
        let mut slots = vec![Vec::new(); usize::from(descriptor.places)];
        let mut deferred = Vec::new();
        for (rule, resolved) in rules.iter().zip(resolved) {
            match resolved.target.filter(|target| is_inline(rule, *target)) {
                Some(target) => slots[usize::from(target.slot)].push(rule.clone()),
                None => deferred.push(rule.clone()),
            }
        }
        let fast_accept = |rules: &Vec<Arc<CompiledRule>>| {
            (!rules.is_empty()).then(|| FastAccept::all(rules.iter().map(|rule| rule.validate.fast_accept())))
        };
        let inline = Self {
            slots: slots.iter().map(fast_accept).collect(),
            rules: slots.into_iter().map(Vec::into_boxed_slice).collect(),
        };
        (inline, deferred)
    }
}

/// Returns whether a rule needs no more than the decoder has at its property: no object, and of an array the number of
/// items alone.
fn is_inline(rule: &CompiledRule, target: Target) -> bool {
    let Target { descriptor, .. } = target;
    let is_enough =
        descriptor.members.is_empty() && (descriptor.item.is_none() || rule.validate.accepts() == ValueKinds::ARRAY);
    rule.validate.is_local() && is_enough
}

impl ValueHook for InlineChecks {
    fn slots(&self) -> &[Option<FastAccept>] {
        &self.slots
    }

    #[cold] // the fast test accepts most values
    fn accepts(&self, slot: u16, value: ValueRef<'_>) -> bool {
        self.rules[usize::from(slot)].iter().all(|rule| rule.validate.accepts_value(value))
    }

    fn reject(&self, slot: u16, value: ValueRef<'_>, report: &mut dyn FnMut(&Arc<dyn RuleInfo>, usize)) {
        for rule in &*self.rules[usize::from(slot)] {
            if !rule.validate.accepts_value(value) {
                report(&rule.info, rule.index());
            }
        }
    }
}
