//! Rules that need one value alone run where it is read, in the same pass.

use super::check::Reads;
use super::path::Step;
use super::rule::Rule;
use crate::node::{List, Node, Number};
use crate::read::Judge;
use crate::wire::fill::Scalar;
use crate::wire::shape::Shape;
use std::sync::Arc;

/// The rules for each place of the tables.
#[derive(Debug, Clone, Default)]
pub(super) struct InPass {
    places: Vec<bool>,
    rules: Vec<Vec<Arc<Rule>>>,
}

impl InPass {
    /// Takes those of some rules that can run in the pass; the others are left.
    pub(super) fn new(rules: &[Arc<Rule>], shape: &'static Shape) -> (Self, Vec<Arc<Rule>>) {
        let places = usize::from(shape.places);
        let mut taken = Self { places: vec![false; places], rules: vec![Vec::new(); places] };
        let mut rest = Vec::new();
        for rule in rules {
            match place(rule, shape) {
                Some(place) => {
                    taken.places[place] = true;
                    taken.rules[place].push(rule.clone());
                }
                None => rest.push(rule.clone()),
            }
        }
        (taken, rest)
    }

    fn all_pass(&self, place: u16, node: Node<'_>) -> bool {
        self.rules[usize::from(place)].iter().all(|rule| rule.check.alone(node))
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

    fn scalar(&self, place: u16, scalar: &Scalar<'_>) -> bool {
        let node = match scalar {
            Scalar::Null => return true,
            Scalar::Boolean(value) => Node::Boolean(*value),
            Scalar::Integer(value) => Node::Number(Number::Integer(*value)),
            Scalar::Float(value) => Node::Number(Number::Double(*value)),
            Scalar::Text(text) => Node::Text(text),
        };
        self.all_pass(place, node)
    }

    fn list(&self, place: u16, count: usize) -> bool {
        self.all_pass(place, Node::List(&Counted(count)))
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
