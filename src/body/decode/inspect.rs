//! The problems of a typed request.

use super::context::DecodeContext;
use super::members::{TYPE, lone, why_missing};
use crate::descriptor::{Direction, TypeDescriptor};
use crate::json::span::Span;
use crate::location::{LocationSegment, SharedPath};
use crate::report::hint::{ACTUAL, EFFECTIVE};
use crate::report::{Hint, ProblemDetail};
use crate::value_ref::{ObjectRef, ValueRef};

/// Reports unknown codes, unknown properties, and missing `actualValue`s: a typed request can have no other problems.
pub(super) fn inspect(value: ValueRef<'_>, descriptor: &'static TypeDescriptor, cx: &mut DecodeContext<'_>, slot: u16) {
    match value {
        ValueRef::Number(number) if !descriptor.codes.is_empty() => {
            let code = number.to_i32().unwrap_or_default();
            if descriptor.codes.iter().all(|(known, ..)| *known != code) {
                cx.problem(slot, Span::NONE, ProblemDetail::UnknownCode { list: descriptor, code });
            }
        }
        ValueRef::Array(array) => {
            cx.enter_array(slot);
            let items = (0..array.count()).filter_map(|index| Some((array.item(index)?, descriptor.item?)));
            for (item, descriptor) in items {
                inspect(item, descriptor, cx, slot + 1);
                cx.next_item();
            }
            cx.leave_array();
        }
        ValueRef::Object(object) => members(object, descriptor, cx, slot),
        ValueRef::Null | ValueRef::Boolean(_) | ValueRef::Number(_) | ValueRef::String(_) => {}
    }
}

/// Returns whether a value has more than `depth` arrays and objects in each other.
pub(super) fn is_deeper_than(depth: u8, value: ValueRef<'_>) -> bool {
    match (value, depth.checked_sub(1)) {
        (ValueRef::Array(_) | ValueRef::Object(_), None) => true,
        (ValueRef::Array(array), Some(depth)) => {
            (0..array.count()).filter_map(|index| array.item(index)).any(|item| is_deeper_than(depth, item))
        }
        (ValueRef::Object(object), Some(depth)) => {
            let mut is_deeper = object.has_unknown_deeper_than(depth.into());
            object.each(&mut |_, value| is_deeper = is_deeper || is_deeper_than(depth, value));
            is_deeper
        }
        (ValueRef::Null | ValueRef::Boolean(_) | ValueRef::Number(_) | ValueRef::String(_), _) => false,
    }
}

fn members(object: &dyn ObjectRef, descriptor: &'static TypeDescriptor, cx: &mut DecodeContext<'_>, slot: u16) {
    let mut unknown = Vec::new();
    object.each(&mut |name, _| {
        if descriptor.member(name).is_none() && name != TYPE {
            unknown.push(name.to_owned());
        }
    });
    let mut lone_name = None;
    for (index, member) in descriptor.members.iter().enumerate() {
        let slot = slot + TypeDescriptor::slot_offset(descriptor.members, index);
        match object.find(member.name, u16::try_from(index).ok()) {
            Some(value) => inspect(value, member.descriptor, cx, slot),
            None if member.required.holds(Direction::Request) => {
                let other =
                    descriptor.index(EFFECTIVE).and_then(|other| object.find(EFFECTIVE, u16::try_from(other).ok()));
                let unknown = || unknown.iter().map(String::as_str);
                let hint = why_missing(descriptor, member.name, other.is_some(), unknown).or_else(|| {
                    let mut members = (0..).zip(descriptor.members);
                    let is_empty = !members.any(|(index, member)| object.find(member.name, Some(index)).is_some());
                    if is_empty {
                        lone_name = lone(descriptor, member.name, unknown());
                    }
                    Some(Hint::Misspelt { name: lone_name?.to_owned() })
                });
                cx.problem(slot, Span::NONE, ProblemDetail::Missing { expected: member.descriptor }.with_hint(hint));
            }
            None => {}
        }
    }
    if !cx.accepts_unknown() {
        for name in &unknown {
            let path = SharedPath::new(None, LocationSegment::Member(name.clone().into()));
            let hint = (lone_name == Some(name.as_str())).then_some(Hint::SimilarProperty { name: ACTUAL });
            let detail = ProblemDetail::UnknownMember { object: descriptor }.with_hint(hint);
            cx.below(descriptor, slot, path, Span::NONE, detail);
        }
    }
}
