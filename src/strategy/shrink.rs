//! Shrinking of a body while a test fails: members and items are removed first, then values become simpler.

use super::document::{Document, NodeValue, Shrinkable, ValueNode};
use proptest::strategy::ValueTree;

/// A condition that a smaller body must still meet.
pub(super) trait Invariant {
    fn holds(&self, body: &Document) -> bool;
}

/// No condition beyond the marks of [`Shrinkable`].
impl Invariant for () {
    fn holds(&self, _: &Document) -> bool {
        true
    }
}

/// A body, and the state of the search for a smaller one.
#[derive(Debug, Clone)]
pub(super) struct ShrinkTree<K = ()> {
    /// The smallest body so far for which the test fails.
    best: Document,
    current: Document,
    /// The index of the next way to shrink `best`.
    nth: usize,
    /// Whether this round has shrunk it.
    smaller: bool,
    invariant: K,
}

impl<K: Invariant> ShrinkTree<K> {
    pub(super) fn new(body: Document, invariant: K) -> Self {
        Self { best: body.clone(), current: body, nth: 0, smaller: false, invariant }
    }
    pub(super) fn invariant(&self) -> &K {
        &self.invariant
    }

    /// Tries the next way to shrink the smallest body.
    fn next(&mut self) -> bool {
        loop {
            self.current = self.best.clone();
            if shrink(&mut self.current.root, &mut self.nth.clone()) {
                self.nth += 1;
                if self.invariant.holds(&self.current) {
                    return true;
                }
                continue;
            }
            self.nth = 0;
            if !std::mem::take(&mut self.smaller) {
                return false;
            }
        }
    }
}

impl<K: Invariant> ValueTree for ShrinkTree<K> {
    type Value = Document;

    fn current(&self) -> Document {
        self.current.clone()
    }

    fn simplify(&mut self) -> bool {
        if self.nth > 0 {
            // The next way now has the index of the last one.
            self.nth -= 1;
            self.smaller = true;
        }
        self.best = self.current.clone();
        self.next()
    }

    fn complicate(&mut self) -> bool {
        self.next()
    }
}

/// Shrinks a value in the nth way. If it has fewer ways, `nth` is reduced by their number.
fn shrink(node: &mut ValueNode, nth: &mut usize) -> bool {
    if node.shrinkable == Shrinkable::No {
        return false;
    }
    if node.shrinkable == Shrinkable::Yes && node.nullable && !matches!(node.json, NodeValue::Null) && is_this(nth) {
        node.json = NodeValue::Null;
        return true;
    }
    match &mut node.json {
        NodeValue::Null | NodeValue::Raw(_) => false,
        NodeValue::Boolean(value) => pick(value.then_some(false), value, nth),
        NodeValue::Int(value) => pick(ints(*value, node.codes), value, nth),
        NodeValue::String(value) => pick(strings(value), value, nth),
        NodeValue::Array(items) => {
            let free =
                (0..items.len()).filter(|index| items[*index].shrinkable == Shrinkable::Yes).find(|_| is_this(nth));
            match free {
                Some(index) => {
                    items.remove(index);
                    true
                }
                None => items.iter_mut().any(|item| shrink(item, nth)),
            }
        }
        NodeValue::Object(members) => {
            let removable =
                |index: &usize| !members[*index].required && members[*index].value.shrinkable == Shrinkable::Yes;
            match (0..members.len()).filter(removable).find(|_| is_this(nth)) {
                Some(index) => {
                    members.remove(index);
                    true
                }
                None => members.iter_mut().any(|member| shrink(&mut member.value, nth)),
            }
        }
    }
}

/// Returns whether the nth way is this one.
fn is_this(nth: &mut usize) -> bool {
    let this = *nth == 0;
    *nth = nth.saturating_sub(1);
    this
}

/// Replaces a value with the nth of several smaller ones.
fn pick<T: PartialEq>(smaller: impl IntoIterator<Item = T>, value: &mut T, nth: &mut usize) -> bool {
    match smaller.into_iter().filter(|other| other != value).find(|_| is_this(nth)) {
        Some(smaller) => {
            *value = smaller;
            true
        }
        None => false,
    }
}

/// Returns numbers closer to 0; for a known code, only known ones.
fn ints(value: i32, codes: &'static [(i32, &'static str, &'static str)]) -> impl Iterator<Item = i32> {
    let is_known = move |value| codes.iter().any(|code| code.0 == value);
    let any = codes.is_empty() || !is_known(value);
    [0, value / 2, value - value.signum()].into_iter().filter(move |value| any || is_known(*value))
}

/// Returns shorter strings, then simpler ones.
fn strings(text: &str) -> [String; 8] {
    let characters: Vec<char> = text.chars().collect();
    let (first, second) = characters.split_at(characters.len() / 2);
    let plain = |character: &char| if character.is_ascii_alphanumeric() { *character } else { 'a' };
    let odd = characters.iter().position(|character| !character.is_ascii_alphanumeric());
    [
        String::new(),
        first.iter().collect(),
        second.iter().collect(),
        characters.iter().skip(1).collect(),
        characters.iter().take(characters.len().saturating_sub(1)).collect(),
        "a".repeat(characters.len()),
        characters.iter().map(plain).collect(),
        characters.iter().enumerate().map(|(i, own)| if Some(i) == odd { 'a' } else { *own }).collect(),
    ]
}
