//! Rules that need one value alone run where it is read, in the same pass.

use super::path::Step;
use super::rule::Rule;
use super::validators::table::ValueKinds;
use crate::body::decode::members::Scalar;
use crate::body::decode::{FastAccept, ValueHook};
use crate::descriptor::TypeDescriptor;
use crate::report::{Finding, HeldValue, Violation};
use crate::value_ref::{ArrayRef, Number, ValueRef};
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
            (!rules.is_empty()).then(|| FastAccept::all(rules.iter().map(|placed| placed.rule.check.sure())))
        };
        let taken = Self {
            places: places.iter().map(sure).collect(),
            rules: places.into_iter().map(Vec::into_boxed_slice).collect(),
        };
        (taken, rest)
    }

    #[inline]
    fn judges(&self, place: u16) -> Option<&FastAccept> {
        self.places.get(usize::from(place)).and_then(Option::as_ref)
    }

    /// Whether a scalar passes, which is made only where something is to be judged.
    #[inline]
    pub(crate) fn passes<'s>(&self, place: u16, scalar: impl FnOnce() -> Scalar<'s>) -> bool {
        self.judges(place).is_none_or(|sure| {
            let scalar = scalar();
            sure.has(&scalar) || self.all_pass(place, node(&scalar))
        })
    }

    /// Whether a list of so many items passes.
    #[inline]
    pub(crate) fn passes_array(&self, place: u16, count: usize) -> bool {
        self.judges(place)
            .is_none_or(|sure| sure.has_count(count) || self.all_pass(place, ValueRef::Array(&Counted(count))))
    }

    #[inline(never)]
    fn all_pass(&self, place: u16, node: ValueRef<'_>) -> bool {
        self.rules[usize::from(place)].iter().all(|placed| placed.rule.check.alone(node))
    }

    /// Shows the violation of each rule that a value breaks.
    fn refuse(&self, place: u16, node: ValueRef<'_>, held: impl Fn() -> HeldValue, show: &mut dyn FnMut(Finding)) {
        for Placed { index, rule } in &*self.rules[usize::from(place)] {
            if !rule.check.alone(node) {
                show(Finding::Rule(Violation::new(rule, *index, held())));
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
    let is_shown = here.members.is_empty() && (here.item.is_none() || rule.check.reads() == ValueKinds::LIST);
    (rule.check.is_local() && is_shown).then_some(usize::from(place))
}

impl ValueHook for InlineChecks {
    fn places(&self) -> &[Option<FastAccept>] {
        &self.places
    }

    fn reject_scalar(&self, place: u16, scalar: &Scalar<'_>, show: &mut dyn FnMut(Finding)) {
        self.refuse(place, node(scalar), || scalar.into(), show);
    }

    fn reject_array(&self, place: u16, count: usize, text: &str, show: &mut dyn FnMut(Finding)) {
        let held = || HeldValue::Array(Box::new((count, text.into())));
        self.refuse(place, ValueRef::Array(&Counted(count)), held, show);
    }
}

#[inline]
fn node<'s>(scalar: &'s Scalar<'_>) -> ValueRef<'s> {
    match scalar {
        Scalar::Null => ValueRef::Null,
        Scalar::Boolean(value) => ValueRef::Boolean(*value),
        Scalar::Integer(value) => ValueRef::Number(Number::Integer(*value)),
        Scalar::Float(value) => ValueRef::Number(Number::Double(*value)),
        Scalar::String(text) => ValueRef::String(text),
    }
}

/// A list of which only the length is known: rules that need a list alone need no more.
struct Counted(usize);

impl ArrayRef for Counted {
    fn count(&self) -> usize {
        self.0
    }

    fn item(&self, _: usize) -> Option<ValueRef<'_>> {
        None
    }
}
