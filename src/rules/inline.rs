//! Runs the rules that need only one value where that value is decoded, in the same pass.

use super::engine::{CompiledRule, Validate};
use super::resolve::{PathTarget, ResolvedRule};
use super::value_kinds::ValueKinds;
use crate::body::decode::{FastAccept, ValueHook};
use crate::descriptor::TypeDescriptor;
use crate::report::InlineRule;
use crate::value_ref::ValueRef;
use std::sync::Arc;

/// The inline rules of each slot, with a fast test that accepts most valid values.
#[derive(Debug, Clone)]
pub(crate) struct InlineChecks {
    slots: Box<[Option<FastAccept>]>,
    checks: Box<[Box<[InlineCheck]>]>,
    rules: Arc<[InlineRule]>,
}

/// An inline rule, and its index among the inline rules.
#[derive(Debug, Clone)]
struct InlineCheck {
    validate: Arc<dyn Validate>,
    rule: usize,
}

impl InlineChecks {
    /// Selects the rules that can run where a value is decoded, and returns the others as well.
    pub(crate) fn new(
        rules: &[Arc<CompiledRule>],
        resolved: &[ResolvedRule],
        descriptor: &'static TypeDescriptor,
    ) -> (Self, Vec<Arc<CompiledRule>>) {
        let mut checks = vec![Vec::new(); usize::from(descriptor.slot_count)];
        let (mut inline, mut deferred) = (Vec::new(), Vec::new());
        for (rule, resolved) in rules.iter().zip(resolved) {
            match resolved.target.filter(|target| is_inline(rule, *target)) {
                Some(target) => {
                    let check = InlineCheck { validate: rule.validate.clone(), rule: inline.len() };
                    checks[usize::from(target.slot)].push(check);
                    inline.push(InlineRule { info: rule.info.clone(), index: rule.index() });
                }
                None => deferred.push(rule.clone()),
            }
        }
        let fast_accept = |checks: &Vec<InlineCheck>| {
            (!checks.is_empty()).then(|| FastAccept::all(checks.iter().map(|check| check.validate.fast_accept())))
        };
        let inline = Self {
            slots: checks.iter().map(fast_accept).collect(),
            checks: checks.into_iter().map(Vec::into_boxed_slice).collect(),
            rules: inline.into(),
        };
        (inline, deferred)
    }
}

/// Returns whether a rule needs only what the decoder has at its property: a scalar, or the number of items of an
/// array.
fn is_inline(rule: &CompiledRule, target: PathTarget) -> bool {
    let PathTarget { descriptor, .. } = target;
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
        self.checks[usize::from(slot)].iter().all(|check| check.validate.accepts_value(value))
    }

    fn rules(&self) -> &Arc<[InlineRule]> {
        &self.rules
    }

    fn reject(&self, slot: u16, value: ValueRef<'_>, report: &mut dyn FnMut(usize)) {
        for check in &*self.checks[usize::from(slot)] {
            if !check.validate.accepts_value(value) {
                report(check.rule);
            }
        }
    }
}
