//! Rules that need one value alone run where it is read, in the same pass.

use super::check::Reads;
use super::path::Step;
use super::rule::Rule;
use super::sure::Sure;
use crate::node::{List, Node, Number};
use crate::read::Judge;
use crate::report::{Held, Violation, Wrong};
use crate::wire::fill::Scalar;
use crate::wire::shape::Shape;
use std::sync::Arc;

/// The rules for each place of the tables.
#[derive(Debug, Clone, Default)]
pub(super) struct InPass {
    places: Box<[bool]>,
    rules: Box<[Rulings]>,
}

/// The rules of a place, and what surely passes them all.
#[derive(Debug, Clone)]
struct Rulings {
    sure: Sure,
    rules: Box<[Placed]>,
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
        let taken = Self {
            places: places.iter().map(|rules| !rules.is_empty()).collect(),
            rules: places.into_iter().map(Rulings::new).collect(),
        };
        (taken, rest)
    }

    #[inline]
    fn at(&self, place: u16) -> &Rulings {
        &self.rules[usize::from(place)]
    }
}

impl Rulings {
    fn new(rules: Vec<Placed>) -> Self {
        let sure = Sure::all(rules.iter().map(|placed| placed.rule.check.sure()));
        Self { sure, rules: rules.into_boxed_slice() }
    }

    #[inline]
    fn surely(&self, scalar: &Scalar<'_>) -> bool {
        match scalar {
            Scalar::Integer(value) => self.sure.has_integer(*value),
            Scalar::Text(text) => self.sure.has_text(text),
            Scalar::Null | Scalar::Boolean(_) | Scalar::Float(_) => false,
        }
    }

    #[inline(never)]
    fn all_pass(&self, node: Node<'_>) -> bool {
        self.rules.iter().all(|placed| placed.rule.check.alone(node))
    }

    /// Shows the violation of each rule that a value breaks.
    #[inline(never)]
    fn refuse(&self, node: Node<'_>, held: impl Fn() -> Held, show: &mut dyn FnMut(Wrong)) {
        for Placed { index, rule } in &*self.rules {
            if !rule.check.alone(node) {
                show(Wrong::Rule(Violation::new(rule, *index, held())));
            }
        }
    }
}

/// The place that a rule judges, if what the reader shows there is all that the rule needs.
fn place(rule: &Rule, shape: &'static Shape) -> Option<usize> {
    let mut here = shape;
    let mut place = 0;
    for step in rule.property.steps() {
        match step {
            Step::Items => {
                place += 1;
                here = here.item?;
            }
            Step::Member(name, _) => {
                let member = here.members.iter().position(|member| member.name == &**name)?;
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
    fn places(&self) -> &[bool] {
        &self.places
    }

    #[inline]
    fn scalar(&self, place: u16, scalar: &Scalar<'_>) -> bool {
        let rulings = self.at(place);
        rulings.surely(scalar) || rulings.all_pass(node(scalar))
    }

    fn list(&self, place: u16, count: usize) -> bool {
        let rulings = self.at(place);
        rulings.sure.has_count(count) || rulings.all_pass(Node::List(&Counted(count)))
    }

    fn refuse_scalar(&self, place: u16, scalar: &Scalar<'_>, show: &mut dyn FnMut(Wrong)) {
        let rulings = self.at(place);
        if !rulings.surely(scalar) {
            rulings.refuse(node(scalar), || scalar.into(), show);
        }
    }

    fn refuse_list(&self, place: u16, count: usize, text: &str, show: &mut dyn FnMut(Wrong)) {
        let rulings = self.at(place);
        if !rulings.sure.has_count(count) {
            rulings.refuse(Node::List(&Counted(count)), || Held::List(Box::new((count, text.into()))), show);
        }
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
