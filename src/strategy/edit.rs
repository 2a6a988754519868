//! How a body is changed at a place: a value reached, taken out, or put there.

use super::body::{Body, Hold, Json, Member, ValueRef};
use super::draw::Draw;
use super::grow;
use super::hints::Hint;
use super::mutation::Plan;
use crate::body::Kind;
use crate::descriptor::TypeDescriptor;
use crate::report::LocationSegment;
use crate::rules::Step;

/// Changes bodies of a plan by chance.
pub(super) struct Edit<'e> {
    pub(super) plan: &'e Plan,
    pub(super) draw: Draw<'e>,
}

/// The place that a path leads to by way of the items of this index.
pub(super) fn place(steps: &[Step], index: usize) -> Vec<LocationSegment> {
    let segment = |step: &Step| match step {
        Step::Member(name, _) => LocationSegment::Member(name.to_string().into()),
        Step::Items => LocationSegment::Index(index),
    };
    steps.iter().map(segment).collect()
}

/// Shows each value that a path leads to.
pub(super) fn each(
    node: &mut ValueRef,
    shape: &'static TypeDescriptor,
    steps: &[Step],
    show: &mut dyn FnMut(&mut ValueRef, &'static TypeDescriptor),
) {
    let Some((step, rest)) = steps.split_first() else { return show(node, shape) };
    let Some(within) = step.within(shape) else { return };
    match (step, &mut node.json) {
        (Step::Items, Json::Array(items)) => items.iter_mut().for_each(|item| each(item, within, rest, show)),
        (Step::Member(name, _), Json::Object(members)) => {
            if let Some(held) = members.iter_mut().find(|member| *member.name == **name) {
                each(&mut held.value, within, rest, show);
            }
        }
        _ => {}
    }
}

/// Keeps the values on the way to a place from being taken out or replaced.
pub(super) fn hold(node: &mut ValueRef, place: &[LocationSegment]) {
    if node.hold == Hold::Free {
        node.hold = Hold::Kept;
    }
    let Some((segment, rest)) = place.split_first() else { return };
    if let Some(next) = step(node, segment) {
        hold(next, rest);
    }
}

/// Lets every value go again, the root aside.
pub(super) fn release(body: &mut Body) {
    fn free(node: &mut ValueRef) {
        node.hold = Hold::Free;
        match &mut node.json {
            Json::Array(items) => items.iter_mut().for_each(free),
            Json::Object(members) => members.iter_mut().for_each(|member| free(&mut member.value)),
            Json::Null | Json::Boolean(_) | Json::Int(_) | Json::String(_) | Json::Spelled(_) => {}
        }
    }
    free(&mut body.root);
    body.root.hold = Hold::Kept;
}

/// Takes out what stands at a place, or the innermost value around it that may be taken out.
pub(super) fn take_out(node: &mut ValueRef, place: &[LocationSegment]) -> bool {
    let Some((segment, rest)) = place.split_first() else { return false };
    let Some(next) = step(node, segment) else { return false };
    if take_out(next, rest) {
        return true;
    }
    if next.hold != Hold::Free {
        return false;
    }
    match (&mut node.json, segment) {
        (Json::Array(items), LocationSegment::Index(index)) => drop(items.remove(*index)),
        (Json::Object(members), LocationSegment::Member(name)) => {
            match members.iter().position(|member| member.name == *name) {
                Some(index) if !members[index].required => drop(members.remove(index)),
                _ => return false,
            }
        }
        _ => return false,
    }
    true
}

/// The value one step further.
fn step<'n>(node: &'n mut ValueRef, segment: &LocationSegment) -> Option<&'n mut ValueRef> {
    match (&mut node.json, segment) {
        (Json::Array(items), LocationSegment::Index(index)) => items.get_mut(*index),
        (Json::Object(members), LocationSegment::Member(name)) => {
            members.iter_mut().find(|member| member.name == *name).map(|member| &mut member.value)
        }
        _ => None,
    }
}

impl Edit<'_> {
    /// Puts one of some values at a place, or any value where there is none that fits; whether it may be put there.
    pub(super) fn put(&mut self, body: &mut Body, place: &[LocationSegment], hints: &[Hint]) -> bool {
        let hint = if hints.is_empty() || self.draw.one_in(8) { None } else { Some(self.draw.of(hints)) };
        if let Some(Hint::Absent) = hint {
            return take_out(&mut body.root, place);
        }
        match self.reach(&mut body.root, self.plan.shape, place) {
            Some((node, shape)) if node.hold == Hold::Free => {
                self.set(node, shape, hint);
                true
            }
            _ => false,
        }
    }

    /// Gives a value what a hint says, or any value where it says nothing that fits.
    pub(super) fn set(&mut self, node: &mut ValueRef, shape: &'static TypeDescriptor, hint: Option<&Hint>) {
        if let Some(hint) = hint
            && self.takes(node, shape, hint)
        {
            return;
        }
        if shape.kind != Kind::Object {
            node.json = self.grown(shape).json;
        }
    }

    /// Whether a value is of a kind that takes a hint, which it has then.
    fn takes(&mut self, node: &mut ValueRef, shape: &'static TypeDescriptor, hint: &Hint) -> bool {
        let json = match (hint, shape.kind) {
            (Hint::Null, _) => Some(Json::Null).filter(|_| node.nullable),
            (Hint::Boolean(value), Kind::Boolean) => Some(Json::Boolean(*value)),
            (Hint::Int(value), Kind::Int) => int(*value, shape),
            (Hint::Int(value), Kind::String) => Some(Json::String(value.to_string())),
            (Hint::String(text), Kind::String) => Some(Json::String(text.clone())),
            (Hint::String(text), Kind::Int) => text.parse().ok().and_then(|value| int(value, shape)),
            (Hint::String(text), Kind::Boolean) => text.parse().ok().map(Json::Boolean),
            (Hint::String(_), Kind::Object) => {
                let id = [LocationSegment::Member("id".into())];
                return match self.reach(node, shape, &id) {
                    Some((id, shape)) => self.takes(id, shape, hint),
                    None => false,
                };
            }
            (Hint::Length(length), Kind::String) => Some(Json::String(resized(text(&node.json), *length))),
            (Hint::With(character), Kind::String) => {
                let own = text(&node.json);
                let mut longer: Vec<char> = own.chars().collect();
                longer.insert(self.draw.below(longer.len() + 1), *character);
                Some(Json::String(longer.into_iter().collect()))
            }
            (Hint::Count(count), Kind::Array) => {
                let mut items = match std::mem::replace(&mut node.json, Json::Null) {
                    Json::Array(items) => items,
                    _ => Vec::new(),
                };
                while items.len() < *count
                    && let Some(item) = shape.item
                {
                    let next = items.last().cloned().unwrap_or_else(|| self.grown(item));
                    items.push(next);
                }
                items.truncate(*count);
                Some(Json::Array(items))
            }
            _ => None,
        };
        json.map(|json| node.json = json).is_some()
    }

    /// The value at a place; what is absent or null on the way grows. The last item stands for one that is absent.
    fn reach<'n>(
        &mut self,
        node: &'n mut ValueRef,
        shape: &'static TypeDescriptor,
        place: &[LocationSegment],
    ) -> Option<(&'n mut ValueRef, &'static TypeDescriptor)> {
        let Some((segment, rest)) = place.split_first() else { return Some((node, shape)) };
        if matches!(node.json, Json::Null) && node.hold != Hold::Frozen {
            node.json = self.grown(shape).json;
        }
        match (&mut node.json, segment) {
            (Json::Array(items), LocationSegment::Index(index)) => {
                let item = shape.item?;
                if items.is_empty() {
                    items.push(self.grown(item));
                }
                let index = (*index).min(items.len() - 1);
                self.reach(&mut items[index], item, rest)
            }
            (Json::Object(members), LocationSegment::Member(name)) => {
                let listed = shape.member(name)?;
                let index = members.iter().position(|member| member.name == *name).unwrap_or_else(|| {
                    let value = grow::value(self.plan, self.draw.again(), listed.shape, Some(listed));
                    let required = listed.required.holds(self.plan.direction);
                    members.push(Member { name: listed.name.to_owned(), value, required });
                    members.len() - 1
                });
                self.reach(&mut members[index].value, listed.shape, rest)
            }
            _ => None,
        }
    }

    fn grown(&mut self, shape: &'static TypeDescriptor) -> ValueRef {
        grow::value(self.plan, self.draw.again(), shape, None)
    }
}

fn int(value: i64, shape: &TypeDescriptor) -> Option<Json> {
    let value = i32::try_from(value).ok()?;
    let fits = shape.codes.is_empty() || shape.codes.iter().any(|code| code.0 == value);
    fits.then_some(Json::Int(value))
}

fn text(json: &Json) -> &str {
    match json {
        Json::String(text) => text,
        _ => "",
    }
}

/// A text cut, or repeated at its end, to a number of characters.
fn resized(text: &str, length: usize) -> String {
    let last = text.chars().last().unwrap_or('a');
    text.chars().chain(std::iter::repeat(last)).take(length).collect()
}
