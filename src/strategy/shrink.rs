//! How a body is made smaller while a test fails: members and items go first, then what is left gets simpler.

use super::body::{Body, Hold, Json, ValueRef};
use proptest::strategy::ValueTree;

/// What a smaller body must still be.
pub(super) trait Keep {
    fn keeps(&self, body: &Body) -> bool;
}

/// Tables and what is held see to it.
impl Keep for () {
    fn keeps(&self, _: &Body) -> bool {
        true
    }
}

/// A body, and how far the search for a smaller one has come.
#[derive(Debug, Clone)]
pub(super) struct Shrinking<K = ()> {
    /// The smallest body so far for which the test fails.
    best: Body,
    current: Body,
    /// Which way to make `best` smaller comes next.
    nth: usize,
    /// Whether this round has made it smaller.
    smaller: bool,
    keep: K,
}

impl<K: Keep> Shrinking<K> {
    pub(super) fn new(body: Body, keep: K) -> Self {
        Self { best: body.clone(), current: body, nth: 0, smaller: false, keep }
    }
    pub(super) fn keep(&self) -> &K {
        &self.keep
    }

    /// Tries the next way to make the smallest body smaller.
    fn next(&mut self) -> bool {
        loop {
            self.current = self.best.clone();
            if shrink(&mut self.current.root, &mut self.nth.clone()) {
                self.nth += 1;
                if self.keep.keeps(&self.current) {
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

impl<K: Keep> ValueTree for Shrinking<K> {
    type Value = Body;

    fn current(&self) -> Body {
        self.current.clone()
    }

    fn simplify(&mut self) -> bool {
        if self.nth > 0 {
            // What came next has moved to where the last way was.
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

/// Makes a value smaller in the nth way; where it has fewer, `nth` is less by their number.
fn shrink(node: &mut ValueRef, nth: &mut usize) -> bool {
    if node.hold == Hold::Frozen {
        return false;
    }
    if node.hold == Hold::Free && node.nullable && !matches!(node.json, Json::Null) && is_this(nth) {
        node.json = Json::Null;
        return true;
    }
    match &mut node.json {
        Json::Null | Json::Spelled(_) => false,
        Json::Boolean(value) => pick(value.then_some(false), value, nth),
        Json::Int(value) => pick(ints(*value, node.codes), value, nth),
        Json::String(value) => pick(texts(value), value, nth),
        Json::Array(items) => {
            let free = (0..items.len()).filter(|index| items[*index].hold == Hold::Free).find(|_| is_this(nth));
            match free {
                Some(index) => {
                    items.remove(index);
                    true
                }
                None => items.iter_mut().any(|item| shrink(item, nth)),
            }
        }
        Json::Object(members) => {
            let removable = |index: &usize| !members[*index].required && members[*index].value.hold == Hold::Free;
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

/// Whether the nth way is this one.
fn is_this(nth: &mut usize) -> bool {
    let this = *nth == 0;
    *nth = nth.saturating_sub(1);
    this
}

/// Puts the nth of some smaller values in a value's place.
fn pick<T: PartialEq>(smaller: impl IntoIterator<Item = T>, value: &mut T, nth: &mut usize) -> bool {
    match smaller.into_iter().filter(|other| other != value).find(|_| is_this(nth)) {
        Some(smaller) => {
            *value = smaller;
            true
        }
        None => false,
    }
}

/// Numbers closer to 0; of a listed code, those of listed ones.
fn ints(value: i32, codes: &'static [(i32, &'static str, &'static str)]) -> impl Iterator<Item = i32> {
    let is_known = move |value| codes.iter().any(|code| code.0 == value);
    let any = codes.is_empty() || !is_known(value);
    [0, value / 2, value - value.signum()].into_iter().filter(move |value| any || is_known(*value))
}

/// Shorter texts, then plainer ones.
fn texts(text: &str) -> [String; 8] {
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
