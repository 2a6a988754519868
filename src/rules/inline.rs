//! Rules that need one value alone run where it is read, in the same pass.

use super::path::Step;
use super::rule::Rule;
use super::validators::table::ValueKinds;
use crate::body::decode::members::Scalar;
use crate::body::decode::{FastAccept, ValueHook};
use crate::descriptor::TypeDescriptor;
use crate::report::{Finding, HeldValue, Violation};
use crate::value_ref::{ItemCount, ValueRef};
use std::sync::Arc;

/// For each place of the tables its rules, and what surely passes them all.
#[derive(Debug, Clone, Default)]
pub(crate) struct InlineChecks {
    places: Box<[Option<FastAccept>]>,
    rules: Box<[Box<[Placed]>]>,
}

/// A rule and its index in the set.
#[derive(Debug, Clone)]
struct Placed {
    index: usize,
    rule: Arc<Rule>,
}

impl InlineChecks {
    /// Takes those of some rules that can run in the pass; the others are left.
    pub(super) fn new(rules: &[Arc<Rule>], shape: &'static TypeDescriptor) -> (Self, Vec<Arc<Rule>>) {
        let mut places = vec![Vec::new(); usize::from(shape.places)];
        let mut rest = Vec::new();
        for (index, rule) in rules.iter().enumerate() {
            match place(rule, shape) {
                Some(place) => places[place].push(Placed { index, rule: rule.clone() }),
                None => rest.push(rule.clone()),
            }
        }
        let sure = |rules: &Vec<Placed>| {
            (!rules.is_empty()).then(|| FastAccept::all(rules.iter().map(|placed| placed.rule.validator.fast_accept())))
        };
        let taken = Self {
            places: places.iter().map(sure).collect(),
            rules: places.into_iter().map(Vec::into_boxed_slice).collect(),
        };
        (taken, rest)
    }

    /// Shows the violation of each rule that a value breaks.
    fn refuse(&self, place: u16, node: ValueRef<'_>, held: impl Fn() -> HeldValue, show: &mut dyn FnMut(Finding)) {
        for Placed { index, rule } in &*self.rules[usize::from(place)] {
            if !rule.validator.accepts_value(node) {
                show(Finding::Rule(Violation::new(rule.clone(), *index, held())));
            }
        }
    }
}

/// The place that a rule judges, whose property knows its members by their indexes, if what the reader shows there is all that the rule needs.
fn place(rule: &Rule, shape: &'static TypeDescriptor) -> Option<usize> {
    let mut here = shape;
    let mut place = 0;
    for step in rule.property.steps() {
        match step {
            Step::Items => {
                place += 1;
                here = here.item?;
            }
            Step::Member(_, member) => {
                let member = usize::from((*member)?);
                place += TypeDescriptor::offset(here.members, member);
                here = here.members[member].shape;
            }
        }
    }
    // The reader shows no object, and of a list the length alone: enough for a rule of lists, not for one of any value.
    let is_shown = here.members.is_empty() && (here.item.is_none() || rule.validator.reads() == ValueKinds::ARRAY);
    (rule.validator.is_local() && is_shown).then_some(usize::from(place))
}

impl ValueHook for InlineChecks {
    fn slots(&self) -> &[Option<FastAccept>] {
        &self.places
    }

    #[inline(never)]
    fn accepts(&self, slot: u16, value: ValueRef<'_>) -> bool {
        self.rules[usize::from(slot)].iter().all(|placed| placed.rule.validator.accepts_value(value))
    }

    fn reject_scalar(&self, slot: u16, scalar: &Scalar<'_>, report: &mut dyn FnMut(Finding)) {
        self.refuse(slot, scalar.into(), || scalar.into(), report);
    }

    fn reject_array(&self, slot: u16, count: usize, text: &str, report: &mut dyn FnMut(Finding)) {
        let held = || HeldValue::Array(Box::new((count, text.into())));
        self.refuse(slot, ValueRef::Array(&ItemCount(count)), held, report);
    }
}
