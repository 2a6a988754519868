//! Rules that need one value alone run where it is read, in the same pass.

use super::check::Reads;
use super::path::Step;
use super::rule::Rule;
use crate::node::{List, Node, Number};
use crate::read::{Judge, Sure};
use crate::report::{Held, Violation, Wrong};
use crate::wire::fill::Scalar;
use crate::wire::shape::Shape;
use std::sync::Arc;

/// For each place of the tables its rules, and what surely passes them all.
#[derive(Debug, Clone, Default)]
pub(crate) struct InPass {
    places: Box<[Option<Sure>]>,
    rules: Box<[Box<[Placed]>]>,
}

/// A rule and its index in the set.
#[derive(Debug, Clone)]
struct Placed {
    index: usize,
    rule: Arc<Rule>,
}

impl InPass {
    /// Takes those of some rules that can run in the pass; the others are left.
    pub(super) fn new(rules: &[Arc<Rule>], shape: &'static Shape) -> (Self, Vec<Arc<Rule>>) {
        let mut places = vec![Vec::new(); usize::from(shape.places)];
        let mut rest = Vec::new();
        for (index, rule) in rules.iter().enumerate() {
            match place(rule, shape) {
                Some(place) => places[place].push(Placed { index, rule: rule.clone() }),
                None => rest.push(rule.clone()),
            }
        }
        let sure = |rules: &Vec<Placed>| {
            (!rules.is_empty()).then(|| Sure::all(rules.iter().map(|placed| placed.rule.check.sure())))
        };
        let taken = Self {
            places: places.iter().map(sure).collect(),
            rules: places.into_iter().map(Vec::into_boxed_slice).collect(),
        };
        (taken, rest)
    }

    #[inline]
    fn judges(&self, place: u16) -> Option<&Sure> {
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
    pub(crate) fn passes_list(&self, place: u16, count: usize) -> bool {
        self.judges(place).is_none_or(|sure| sure.has_count(count) || self.all_pass(place, Node::List(&Counted(count))))
    }

    #[inline(never)]
    fn all_pass(&self, place: u16, node: Node<'_>) -> bool {
        self.rules[usize::from(place)].iter().all(|placed| placed.rule.check.alone(node))
    }

    /// Shows the violation of each rule that a value breaks.
    fn refuse(&self, place: u16, node: Node<'_>, held: impl Fn() -> Held, show: &mut dyn FnMut(Wrong)) {
        for Placed { index, rule } in &*self.rules[usize::from(place)] {
            if !rule.check.alone(node) {
                show(Wrong::Rule(Violation::new(rule, *index, held())));
            }
        }
    }
}

/// The place that a rule judges, whose property knows its members by their indexes, if what the reader shows there is all that the rule needs.
fn place(rule: &Rule, shape: &'static Shape) -> Option<usize> {
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
                place += Shape::offset(here.members, member);
                here = here.members[member].shape;
            }
        }
    }
    // The reader shows no object, and of a list the length alone: enough for a rule of lists, not for one of any value.
    let is_shown = here.members.is_empty() && (here.item.is_none() || rule.check.reads() == Reads::LIST);
    (rule.check.is_alone() && is_shown).then_some(usize::from(place))
}

impl Judge for InPass {
    fn places(&self) -> &[Option<Sure>] {
        &self.places
    }

    fn refuse_scalar(&self, place: u16, scalar: &Scalar<'_>, show: &mut dyn FnMut(Wrong)) {
        self.refuse(place, node(scalar), || scalar.into(), show);
    }

    fn refuse_list(&self, place: u16, count: usize, text: &str, show: &mut dyn FnMut(Wrong)) {
        let held = || Held::List(Box::new((count, text.into())));
        self.refuse(place, Node::List(&Counted(count)), held, show);
    }
}

#[inline]
fn node<'s>(scalar: &'s Scalar<'_>) -> Node<'s> {
    match scalar {
        Scalar::Null => Node::Null,
        Scalar::Boolean(value) => Node::Boolean(*value),
        Scalar::Integer(value) => Node::Number(Number::Integer(*value)),
        Scalar::Float(value) => Node::Number(Number::Double(*value)),
        Scalar::Text(text) => Node::Text(text),
    }
}

/// A list of which only the length is known: rules that need a list alone need no more.
struct Counted(usize);

impl List for Counted {
    fn count(&self) -> usize {
        self.0
    }

    fn item(&self, _: usize) -> Option<Node<'_>> {
        None
    }
}
