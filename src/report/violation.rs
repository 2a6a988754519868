use super::found::Found;
use super::problem::Problem;
use crate::json::tree;
use crate::node::{Node, Number};
use crate::rules::Rule;
use crate::wire::fill::Scalar;
use std::sync::Arc;

/// What a rule says of a value.
#[derive(Debug, Clone)]
pub(crate) struct Violation {
    pub(crate) rule: Arc<Rule>,
    /// The rule's index in its set, or in the rule around it.
    pub(crate) index: usize,
    value: Held,
    /// Most rules neither stand in others nor have causes.
    nested: Option<Box<Nested>>,
}

#[derive(Debug, Clone)]
struct Nested {
    /// The indexes of the rules around this one, from the outside in.
    outer: Vec<usize>,
    causes: Vec<Problem>,
}

impl Violation {
    pub(crate) fn new(rule: &Arc<Rule>, index: usize, value: Held) -> Self {
        Self { rule: rule.clone(), index, value, nested: None }
    }

    pub(crate) fn nested(self, outer: Vec<usize>, causes: Vec<Problem>) -> Self {
        let is_nested = !outer.is_empty() || !causes.is_empty();
        Self { nested: is_nested.then(|| Box::new(Nested { outer, causes })), ..self }
    }

    /// The rule's place in its set, from the outside in.
    pub(crate) fn indexes(&self) -> impl Iterator<Item = &usize> {
        self.nested.iter().flat_map(|nested| &nested.outer).chain([&self.index])
    }

    pub(crate) fn causes(&self) -> &[Problem] {
        self.nested.as_ref().map_or(&[], |nested| &nested.causes)
    }

    pub(crate) fn causes_mut(&mut self) -> &mut [Problem] {
        self.nested.as_mut().map_or(&mut [], |nested| &mut nested.causes)
    }

    /// The value as the server sends it back.
    pub(crate) fn value(&self) -> String {
        match &self.value {
            Held::Boolean(value) => Node::Boolean(*value).json(),
            Held::Integer(value) => Node::Number(Number::Integer(*value)).json(),
            Held::Double(value) => Node::Number(Number::Double(*value)).json(),
            Held::Text(text) => text.clone(),
            Held::List(list) => {
                tree::parse(&list.1).map_or_else(|_| list.1.to_string(), |tree| Node::from(&tree).json())
            }
            Held::Shown(shown) => shown.1.clone(),
        }
    }

    pub(crate) fn found(&self) -> Found {
        match &self.value {
            Held::Boolean(_) => Found::Boolean,
            Held::Integer(_) | Held::Double(_) => Found::Number,
            Held::Text(text) => Node::Text(text).found(),
            Held::List(list) => Found::Items(list.0),
            Held::Shown(shown) => shown.0,
        }
    }
}

/// A value, kept as it was found until its text is asked for.
#[derive(Debug, Clone)]
pub(crate) enum Held {
    Boolean(bool),
    Integer(i64),
    Double(f64),
    Text(String),
    /// A list by its length and as JSON text, spelled as in the body.
    List(Box<(usize, Box<str>)>),
    /// Anything, and the text of what the rule takes it for.
    Shown(Box<(Found, String)>),
}

impl From<&Scalar<'_>> for Held {
    fn from(scalar: &Scalar<'_>) -> Self {
        match scalar {
            Scalar::Null => Self::Shown(Box::new((Found::Null, "null".to_owned()))),
            Scalar::Boolean(value) => Self::Boolean(*value),
            Scalar::Integer(value) => Self::Integer(*value),
            Scalar::Float(value) => Self::Double(*value),
            Scalar::Text(text) => Self::Text(text.as_ref().to_owned()),
        }
    }
}
