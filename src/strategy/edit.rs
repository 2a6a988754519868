//! Changes to a body at a location: finding, removing and replacing values.

use super::candidates::CandidateValue;
use super::document::{Document, NodeMember, NodeValue, Shrinkable, ValueNode};
use super::generate;
use super::mutation::Plan;
use super::rng::Rng;
use crate::body::JsonType;
use crate::descriptor::TypeDescriptor;
use crate::report::LocationSegment;
use crate::rules::PropertyStep;

/// Changes bodies at random.
pub(super) struct DocumentEditor<'e> {
    pub(super) plan: &'e Plan,
    pub(super) rng: Rng<'e>,
}

/// Returns the location that a path matches, with this index for every array.
pub(super) fn location(steps: &[PropertyStep], index: usize) -> Vec<LocationSegment> {
    let segment = |step: &PropertyStep| match step {
        PropertyStep::Member(name, _) => LocationSegment::Member(name.to_string().into()),
        PropertyStep::Items => LocationSegment::Index(index),
    };
    steps.iter().map(segment).collect()
}

/// Calls a function with each value that a path matches.
pub(super) fn for_each_match(
    node: &mut ValueNode,
    descriptor: &'static TypeDescriptor,
    steps: &[PropertyStep],
    f: &mut dyn FnMut(&mut ValueNode, &'static TypeDescriptor),
) {
    let Some((step, rest)) = steps.split_first() else { return f(node, descriptor) };
    let Some(inner) = step.within(descriptor) else { return };
    match (step, &mut node.json) {
        (PropertyStep::Items, NodeValue::Array(items)) => {
            items.iter_mut().for_each(|item| for_each_match(item, inner, rest, f));
        }
        (PropertyStep::Member(name, _), NodeValue::Object(members)) => {
            if let Some(marked) = members.iter_mut().find(|member| *member.name == **name) {
                for_each_match(&mut marked.value, inner, rest, f);
            }
        }
        _ => {}
    }
}

/// Protects the values on the way to a location from being removed or replaced.
pub(super) fn keep(node: &mut ValueNode, location: &[LocationSegment]) {
    if node.shrinkable == Shrinkable::Yes {
        node.shrinkable = Shrinkable::Partially;
    }
    let Some((segment, rest)) = location.split_first() else { return };
    if let Some(next) = step(node, segment) {
        keep(next, rest);
    }
}

/// Removes the protection from every value but the root.
pub(super) fn unmark(document: &mut Document) {
    fn free(node: &mut ValueNode) {
        node.shrinkable = Shrinkable::Yes;
        match &mut node.json {
            NodeValue::Array(items) => items.iter_mut().for_each(free),
            NodeValue::Object(members) => members.iter_mut().for_each(|member| free(&mut member.value)),
            NodeValue::Null | NodeValue::Boolean(_) | NodeValue::Int(_) | NodeValue::String(_) | NodeValue::Raw(_) => {}
        }
    }
    free(&mut document.root);
    document.root.shrinkable = Shrinkable::Partially;
}

/// Removes the value at a location, or the innermost value around it that may be removed.
pub(super) fn remove(node: &mut ValueNode, location: &[LocationSegment]) -> bool {
    let Some((segment, rest)) = location.split_first() else { return false };
    let Some(next) = step(node, segment) else { return false };
    if remove(next, rest) {
        return true;
    }
    if next.shrinkable != Shrinkable::Yes {
        return false;
    }
    match (&mut node.json, segment) {
        (NodeValue::Array(items), LocationSegment::Index(index)) => drop(items.remove(*index)),
        (NodeValue::Object(members), LocationSegment::Member(name)) => {
            match members.iter().position(|member| member.name == *name) {
                Some(index) if !members[index].required => drop(members.remove(index)),
                _ => return false,
            }
        }
        _ => return false,
    }
    true
}

/// Returns the value of a member or an item.
fn step<'n>(node: &'n mut ValueNode, segment: &LocationSegment) -> Option<&'n mut ValueNode> {
    match (&mut node.json, segment) {
        (NodeValue::Array(items), LocationSegment::Index(index)) => items.get_mut(*index),
        (NodeValue::Object(members), LocationSegment::Member(name)) => {
            members.iter_mut().find(|member| member.name == *name).map(|member| &mut member.value)
        }
        _ => None,
    }
}

impl DocumentEditor<'_> {
    /// Sets the value at a location to one of the hints, or to a random value if none fits. Returns false if the value must
    /// not be changed.
    pub(super) fn put(
        &mut self,
        document: &mut Document,
        location: &[LocationSegment],
        hints: &[CandidateValue],
    ) -> bool {
        let hint = if hints.is_empty() || self.rng.one_in(8) { None } else { Some(self.rng.choose(hints)) };
        if let Some(CandidateValue::Absent) = hint {
            return remove(&mut document.root, location);
        }
        match self.reach(&mut document.root, self.plan.descriptor, location) {
            Some((node, descriptor)) if node.shrinkable == Shrinkable::Yes => {
                self.set(node, descriptor, hint);
                true
            }
            _ => false,
        }
    }

    /// Sets a value to the hint, or to a random value if the hint does not fit.
    pub(super) fn set(
        &mut self,
        node: &mut ValueNode,
        descriptor: &'static TypeDescriptor,
        hint: Option<&CandidateValue>,
    ) {
        if let Some(hint) = hint
            && self.takes(node, descriptor, hint)
        {
            return;
        }
        if descriptor.kind != JsonType::Object {
            node.json = self.generated(descriptor).json;
        }
    }

    /// Sets a value to the hint, if that fits the type; returns whether it does.
    fn takes(&mut self, node: &mut ValueNode, descriptor: &'static TypeDescriptor, hint: &CandidateValue) -> bool {
        let json = match (hint, descriptor.kind) {
            (CandidateValue::Null, _) => Some(NodeValue::Null).filter(|_| node.nullable),
            (CandidateValue::Boolean(value), JsonType::Boolean) => Some(NodeValue::Boolean(*value)),
            (CandidateValue::Int(value), JsonType::Int) => int(*value, descriptor),
            (CandidateValue::Int(value), JsonType::String) => Some(NodeValue::String(value.to_string())),
            (CandidateValue::String(text), JsonType::String) => Some(NodeValue::String(text.clone())),
            (CandidateValue::String(text), JsonType::Int) => text.parse().ok().and_then(|value| int(value, descriptor)),
            (CandidateValue::String(text), JsonType::Boolean) => text.parse().ok().map(NodeValue::Boolean),
            (CandidateValue::String(_), JsonType::Object) => {
                let id = [LocationSegment::Member("id".into())];
                return match self.reach(node, descriptor, &id) {
                    Some((id, descriptor)) => self.takes(id, descriptor, hint),
                    None => false,
                };
            }
            (CandidateValue::Length(length), JsonType::String) => {
                Some(NodeValue::String(resized(text(&node.json), *length)))
            }
            (CandidateValue::With(character), JsonType::String) => {
                let own = text(&node.json);
                let mut longer: Vec<char> = own.chars().collect();
                longer.insert(self.rng.below(longer.len() + 1), *character);
                Some(NodeValue::String(longer.into_iter().collect()))
            }
            (CandidateValue::Count(count), JsonType::Array) => {
                let mut items = match std::mem::replace(&mut node.json, NodeValue::Null) {
                    NodeValue::Array(items) => items,
                    _ => Vec::new(),
                };
                while items.len() < *count
                    && let Some(item) = descriptor.item
                {
                    let next = items.last().cloned().unwrap_or_else(|| self.generated(item));
                    items.push(next);
                }
                items.truncate(*count);
                Some(NodeValue::Array(items))
            }
            _ => None,
        };
        json.map(|json| node.json = json).is_some()
    }

    /// Returns the value at a location; absent and null values on the way to it are generated. An index beyond the end means
    /// the last item.
    fn reach<'n>(
        &mut self,
        node: &'n mut ValueNode,
        descriptor: &'static TypeDescriptor,
        location: &[LocationSegment],
    ) -> Option<(&'n mut ValueNode, &'static TypeDescriptor)> {
        let Some((segment, rest)) = location.split_first() else { return Some((node, descriptor)) };
        if matches!(node.json, NodeValue::Null) && node.shrinkable != Shrinkable::No {
            node.json = self.generated(descriptor).json;
        }
        match (&mut node.json, segment) {
            (NodeValue::Array(items), LocationSegment::Index(index)) => {
                let item = descriptor.item?;
                if items.is_empty() {
                    items.push(self.generated(item));
                }
                let index = (*index).min(items.len() - 1);
                self.reach(&mut items[index], item, rest)
            }
            (NodeValue::Object(members), LocationSegment::Member(name)) => {
                let listed = descriptor.member(name)?;
                let index = members.iter().position(|member| member.name == *name).unwrap_or_else(|| {
                    let value = generate::value(self.plan, self.rng.reborrow(), listed.descriptor, Some(listed));
                    let required = listed.required.holds(self.plan.direction);
                    members.push(NodeMember { name: listed.name.to_owned(), value, required });
                    members.len() - 1
                });
                self.reach(&mut members[index].value, listed.descriptor, rest)
            }
            _ => None,
        }
    }

    fn generated(&mut self, descriptor: &'static TypeDescriptor) -> ValueNode {
        generate::value(self.plan, self.rng.reborrow(), descriptor, None)
    }
}

fn int(value: i64, descriptor: &TypeDescriptor) -> Option<NodeValue> {
    let value = i32::try_from(value).ok()?;
    let fits = descriptor.codes.is_empty() || descriptor.codes.iter().any(|code| code.0 == value);
    fits.then_some(NodeValue::Int(value))
}

fn text(json: &NodeValue) -> &str {
    match json {
        NodeValue::String(text) => text,
        _ => "",
    }
}

/// Cuts a string to a number of characters, or extends it by repeating its last one.
fn resized(text: &str, length: usize) -> String {
    let last = text.chars().last().unwrap_or('a');
    text.chars().chain(std::iter::repeat(last)).take(length).collect()
}
