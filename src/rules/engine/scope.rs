use super::trail::Trail;
use super::{RuleTrail, Run};
use crate::node::Node;
use crate::rules::path::{Path, Step};

/// What paths start at.
pub(crate) struct Scope<'a, 's> {
    /// The object, item or value; `None` where it is absent.
    pub(crate) root: Option<Node<'a>>,
    /// The same place in the current object.
    pub(crate) current: Here<'a>,
    /// Whether what is absent stays as the server has it.
    pub(crate) partial: bool,
    /// Where the root stands.
    pub(crate) base: &'s Trail<'s>,
}

/// What the current object has at a place.
#[derive(Clone, Copy)]
pub(crate) enum Here<'a> {
    NotKnown,
    /// Null, or beyond null or a scalar.
    Null,
    Value(Node<'a>),
}

/// What a second path leads to.
#[derive(Clone, Copy)]
pub(crate) enum Lookup<'a> {
    Set(Node<'a>),
    /// Null, or beyond null or a scalar: not set.
    Null,
    /// Absent: not set.
    Absent,
    NotKnown,
}

impl Here<'_> {
    /// Follows steps in the current object.
    pub(crate) fn follow(self, steps: &[Step]) -> Self {
        let mut here = self;
        for step in steps {
            let Self::Value(node) = here else {
                return here;
            };
            here = match (step, node) {
                (Step::Member(name, index), Node::Object(object)) => match object.find(name, *index) {
                    Some(Node::Null) => Self::Null,
                    Some(value) => Self::Value(value),
                    None => Self::NotKnown,
                },
                _ => Self::Null,
            };
        }
        here
    }
}

impl<'a> Scope<'a, '_> {
    /// Follows a second path, from where the rule judges. A configuration id whose id is malformed is not known.
    pub(crate) fn lookup(&self, run: &Run<'a>, path: &Path, trail: &Trail<'_>) -> Lookup<'a> {
        let Some(root) = self.root else {
            return self.absent(path, self.partial);
        };
        self.walk(run, path, trail, root, path.steps(), self.base, self.partial, 0)
    }

    #[allow(clippy::too_many_arguments)]
    fn walk(
        &self,
        run: &Run<'a>,
        path: &Path,
        judged: &Trail<'_>,
        node: Node<'a>,
        steps: &[Step],
        here: &Trail<'_>,
        partial: bool,
        lists: usize,
    ) -> Lookup<'a> {
        if run.is_malformed(here) {
            return Lookup::NotKnown;
        }
        let Some((step, rest)) = steps.split_first() else {
            return match node {
                Node::Null => Lookup::Null,
                Node::Object(_) if run.is_malformed(&here.member("id")) => Lookup::NotKnown,
                _ => Lookup::Set(node),
            };
        };
        match (step, node) {
            (Step::Member(name, index), Node::Object(object)) => match object.find(name, *index) {
                Some(value) => self.walk(run, path, judged, value, rest, &here.member(name), partial, lists),
                None => self.absent(path, partial),
            },
            (Step::Items, Node::List(list)) => {
                match judged.index(self.base, lists).and_then(|index| Some((index, list.item(index)?))) {
                    Some((index, item)) => {
                        self.walk(run, path, judged, item, rest, &here.item(index), false, lists + 1)
                    }
                    None => Lookup::Absent,
                }
            }
            _ => Lookup::Null,
        }
    }

    /// What stands in for what is absent: in a partial body what the current object has.
    fn absent(&self, path: &Path, partial: bool) -> Lookup<'a> {
        if !partial {
            return Lookup::Absent;
        }
        match self.current.follow(path.steps()) {
            Here::NotKnown => Lookup::NotKnown,
            Here::Null => Lookup::Null,
            Here::Value(node) => Lookup::Set(node),
        }
    }
}

/// Goes wherever a property's path leads; it leads nowhere beyond what is absent, null, or of another kind, and where the body is malformed.
pub(crate) fn visit<'a>(
    run: &Run<'a>,
    scope: &Scope<'a, '_>,
    steps: &[Step],
    judge: &mut dyn FnMut(Option<Node<'a>>, &Trail<'_>),
) {
    go(run, scope.root, steps, scope.base, judge);
}

fn go<'a>(
    run: &Run<'a>,
    node: Option<Node<'a>>,
    steps: &[Step],
    here: &Trail<'_>,
    judge: &mut dyn FnMut(Option<Node<'a>>, &Trail<'_>),
) {
    if run.is_malformed(here) {
        return;
    }
    let Some((step, rest)) = steps.split_first() else {
        return judge(node, here);
    };
    match (step, node) {
        (Step::Member(name, index), Some(Node::Object(object))) => {
            go(run, object.find(name, *index), rest, &here.member(name), judge);
        }
        (Step::Items, Some(Node::List(list))) => {
            for index in 0..list.count() {
                go(run, list.item(index), rest, &here.item(index), judge);
            }
        }
        _ => {}
    }
}

/// A rule's place, for those who run inner rules.
pub(crate) fn inner<'r>(parent: &'r RuleTrail<'r>, index: usize) -> RuleTrail<'r> {
    RuleTrail { parent: Some(parent), index }
}
