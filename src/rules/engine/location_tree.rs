use crate::location::{LocationSegment, PathCache, SharedPath};
use std::collections::HashMap;

/// A tree of locations in a body, each with data of a type.
#[derive(Debug)]
pub(super) struct LocationTree<T> {
    /// The root is the first.
    nodes: Vec<Node<T>>,
}

#[derive(Debug, Default)]
struct Node<T> {
    value: T,
    members: HashMap<Box<str>, usize>,
    items: HashMap<usize, usize>,
}

impl<T: Default> LocationTree<T> {
    /// Creates a tree that consists of the root.
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node::default()] }
    }

    /// Returns the child of a node for a segment, which is added if there is none.
    pub(super) fn step(&mut self, node: usize, segment: &LocationSegment) -> usize {
        let next = self.nodes.len();
        let here = &mut self.nodes[node];
        let there = match segment {
            LocationSegment::Member(name) => match here.members.get(&**name) {
                Some(there) => *there,
                None => *here.members.entry((&**name).into()).or_insert(next),
            },
            LocationSegment::Index(index) => *here.items.entry(*index).or_insert(next),
        };
        if there == next {
            self.nodes.push(Node::default());
        }
        there
    }

    /// Returns the node at the end of a path, which is added if there is none.
    pub(super) fn add(&mut self, path: Option<&SharedPath>, cache: &mut PathCache<usize>) -> usize {
        path.map_or(0, |path| path.follow(0, cache, &mut |node, segment| self.step(*node, segment)))
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn value(&self, node: usize) -> &T {
        &self.nodes[node].value
    }

    pub(super) fn value_mut(&mut self, node: usize) -> &mut T {
        &mut self.nodes[node].value
    }

    pub(super) fn member(&self, node: usize, name: &str) -> Option<usize> {
        self.nodes[node].members.get(name).copied()
    }

    pub(super) fn item(&self, node: usize, index: usize) -> Option<usize> {
        self.nodes[node].items.get(&index).copied()
    }

    /// Returns the number of members and of items of a node.
    pub(super) fn counts(&self, node: usize) -> (usize, usize) {
        (self.nodes[node].members.len(), self.nodes[node].items.len())
    }

    /// Returns the children of a node.
    pub(super) fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        let Node { members, items, .. } = &self.nodes[node];
        members.values().chain(items.values()).copied()
    }
}
