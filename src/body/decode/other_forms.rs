//! Other forms in which people and programs send a body, or a part of it: wrapped, as a list of names and values, as what a GET
//! returned. They are wrong; what they contain is read where it is meant, so that its problems are reported, too.

use super::inner_body;
use super::members::{DecodeObject, InnerProblems, MapSource, WireValue, lone};
use crate::body::ViewDocument;
use crate::body::decode::{DecodeContext, json};
use crate::descriptor::{JsonType, TypeDescriptor};
use crate::json::lexer::{LexError, Lexer};
use crate::json::span::Span;
use crate::json::tree::{self, Json, Tree, TreeMember};
use crate::location::{LocationSegment, SharedPath};
use crate::report::hint::{ACTUAL, says_inherited};
use crate::report::{Hint, ProblemDetail, Unexpected};
use std::collections::HashSet;

/// Explains an unknown name whose value has the properties of a body in it.
pub(super) fn explain_unknown(name: &str, value: &str, descriptor: &'static TypeDescriptor, cx: &mut DecodeContext) {
    if !value.starts_with(['{', '[', '"']) {
        return;
    }
    let Ok(value) = tree::parse(value) else { return };
    if let Some(pair) = pairs(&value.json) {
        cx.explain_unknown(name, Hint::property_by_name(pair.name, descriptor));
    }
    if let Some(hint) = inner_body::find(name, &value, descriptor).filter(|_| cx.is_request()) {
        let is_text = matches!(hint, Hint::BodyInString { .. });
        if is_text || matches!(Hint::of_other_body(name, descriptor), None | Some(Hint::UserInUrl | Hint::Comment)) {
            cx.explain_unknown(name, hint.clone());
        }
        if is_text {
            // The name of a request of Postman.
            cx.explain_unknown("name", hint);
        }
    }
}

/// What the value of an unknown name probably is.
pub(super) enum Meant {
    /// The object itself, which was not to be wrapped.
    Object,
    /// A list of users, as a GET returns it.
    List,
    /// An array of names and values, with the first name.
    Pairs { first: String },
    /// The property that a path leads to.
    Property(&'static str),
    /// A member of the object, by its index.
    Member(usize),
}

impl Meant {
    /// Returns what the value of an unknown name probably is; `None` if that is not known, or not asked.
    pub(super) fn of<T: DecodeObject, E: MapSource>(
        name: &str,
        is_first: bool,
        entries: &E,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Option<Self> {
        if !cx.reads_misplaced() {
            return None;
        }
        let is_root = slot == 0 && !cx.is_misplaced();
        if is_root && let Some(first) = entries.first_pair() {
            return Some(Self::Pairs { first });
        }
        if is_root && let Some(property) = property_at(name, T::DESCRIPTOR) {
            return Some(Self::Property(property));
        }
        if is_root && name == ViewDocument::ITEMS && entries.is_array() {
            return Some(Self::List);
        }
        if is_root && (name == ViewDocument::VIEW || entries.begins_with_member::<T>()) {
            return Some(Self::Object);
        }
        if T::DESCRIPTOR.member(ACTUAL).is_some() && says_inherited(name) {
            return None;
        }
        let actual = || {
            let is_lone = is_first && lone(T::DESCRIPTOR, ACTUAL, std::iter::once(name)).is_some() && entries.is_last();
            is_lone.then_some(ACTUAL)
        };
        let name = cx.probable_name(name, T::DESCRIPTOR).or_else(actual)?;
        T::DESCRIPTOR.index(name).map(Self::Member)
    }

    /// Returns how to write it; `is_part` says whether the object has known members beside the unknown name.
    pub(super) fn hint(
        &self,
        name: &str,
        is_part: impl FnOnce() -> bool,
        descriptor: &'static TypeDescriptor,
    ) -> Option<Hint> {
        match self {
            Self::Pairs { first } => Some(Hint::property_by_name(first, descriptor)),
            Self::Property(_) => Some(Hint::property_by_name(name, descriptor)),
            Self::Object if name == ViewDocument::VIEW => None,
            Self::Object if is_part() => Some(Hint::WrappedPart),
            Self::Object => Some(Hint::WrappedBody),
            Self::List | Self::Member(_) => None,
        }
    }

    /// Reads the value of the name, as what is meant.
    pub(super) fn read<T: DecodeObject, E: MapSource>(
        self,
        name: String,
        entries: &mut E,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), E::Error> {
        let step = Some(LocationSegment::Member(name.into()));
        match self {
            // Of a list, the items are read as an array of bodies.
            Self::Object | Self::List => cx.read_misplaced(T::DESCRIPTOR, slot, step, slot, |cx| {
                entries.value::<T, false>(&mut T::default(), cx, slot)
            }),
            Self::Pairs { .. } => {
                cx.read_misplaced(T::DESCRIPTOR, slot, step, slot, |cx| entries.read_pairs::<T>(cx, slot))
            }
            Self::Property(property) => entries.read_property::<T>(property, step, cx, slot),
            Self::Member(index) => {
                let member = slot + TypeDescriptor::slot_offset(T::DESCRIPTOR.members, index);
                cx.read_misplaced(T::DESCRIPTOR, slot, step, member, |cx| {
                    T::default().member::<E, false>(index, entries, cx, slot)
                })
            }
        }
    }
}

/// Reports an array or object where another type is expected, and then the problems inside it: in a request, those of what is
/// probably meant. The lexer is before the value.
#[cold]
pub(super) fn unexpected<T: WireValue>(
    json: &Json<'_>,
    problems: InnerProblems,
    before: &Lexer<'_>,
    span: Span,
    cx: &mut DecodeContext,
    slot: u16,
) {
    let has_known = |tree: &Json<'_>, descriptor: &TypeDescriptor| matches!(tree, Json::Object(members) if members.iter().any(|member| descriptor.member(&member.name).is_some()));
    let is_array = |json: &Json<'_>| matches!((json, T::DESCRIPTOR.item), (Json::Array(items), Some(item)) if items.iter().any(|json| has_known(&json.json, item)));
    let wrapped = match json {
        Json::Object(members) if cx.is_request() => {
            members.get(ACTUAL).or_else(|| members.iter().find(|member| is_array(&member.value.json)))
        }
        _ => None,
    };
    let detail = ProblemDetail::Type { expected: T::DESCRIPTOR, found: Unexpected::from(json) };
    let numbered = if cx.is_request() && T::JSON_TYPE == JsonType::Array { numbered(json) } else { None };
    let hint = if wrapped.is_some() {
        Some(Hint::WrappedValue)
    } else if numbered.is_some() {
        Some(Hint::NumberedItems)
    } else if cx.is_request() && has_no_value(json) {
        Some(Hint::LostValue)
    } else if cx.is_request() && slot == 0 {
        let patch = patch_path(json).map(|path| Hint::json_patch(path, T::DESCRIPTOR));
        let pair = patch.or_else(|| pairs(json).map(|pair| Hint::property_by_name(pair.name, T::DESCRIPTOR)));
        pair.or_else(|| are_parts(json, T::DESCRIPTOR).then_some(Hint::PartsOfBody))
    } else {
        None
    };
    // A list of users has been reported.
    if !cx.is_at_list() {
        cx.problem(slot, span, detail.with_hint(hint));
    }
    let read = |cx: &mut DecodeContext, at: usize, step: LocationSegment| {
        cx.read_misplaced(T::DESCRIPTOR, slot, Some(step), slot, |cx| {
            // It was read before, so it is JSON.
            let _ = json::value::<T, false>(&mut before.inside(at), &mut T::default(), cx, slot);
        });
    };
    match (json, T::DESCRIPTOR.item) {
        _ if !cx.reads_other_forms() => cx.all_below(T::DESCRIPTOR, slot, problems),
        (Json::Object(_), _) if let Some(actual) = wrapped => {
            read(cx, actual.value.at, LocationSegment::Member(actual.name.to_string().into()));
            let is_actual =
                |path: &SharedPath| matches!(path.first(), LocationSegment::Member(name) if *name == *actual.name);
            let others = problems.into_iter().filter(|(path, ..)| !is_actual(path) || path.parent().is_none());
            cx.all_below(T::DESCRIPTOR, slot, others.collect());
        }
        (Json::Object(_), Some(_)) if let Some(members) = numbered => {
            for TreeMember { name, value, .. } in members {
                let step = LocationSegment::Member(name.to_string().into());
                cx.read_misplaced(T::DESCRIPTOR, slot, Some(step), slot + 1, |cx| {
                    let _ = T::default().array::<_, false>(&mut json::OneItem(Some(before.inside(value.at))), cx, slot);
                });
            }
        }
        (Json::Object(_), Some(item)) if has_known(json, item) => {
            cx.read_misplaced(T::DESCRIPTOR, slot, None, slot + 1, |cx| {
                let _ = T::default().array::<_, false>(&mut json::OneItem(Some(before.clone())), cx, slot);
            });
        }
        (Json::Array(items), None) if slot == 0 && (pairs(json).is_some() || patch_path(json).is_some()) => {
            read_pairs::<T>(items, before, cx, slot);
        }
        (Json::Array(items), None)
            if T::JSON_TYPE == JsonType::Object && items.iter().any(|item| has_known(&item.json, T::DESCRIPTOR)) =>
        {
            for (index, item) in items.iter().enumerate() {
                if let Json::Object(_) = &item.json {
                    read(cx, item.at, LocationSegment::Index(index));
                }
            }
        }
        (Json::Array(_), None) if slot == 0 && T::DESCRIPTOR.index(ViewDocument::ITEMS).is_some() => {
            // It was read before, so it is JSON.
            let _ = next_property::<T>(&mut before.clone(), ViewDocument::ITEMS, None, cx, slot);
        }
        (Json::Array(items), None) if slot == 0 && items.iter().any(|item| view(&item.json).is_some()) => {
            for (index, item) in items.iter().enumerate() {
                let Some(view) = view(&item.json) else { continue };
                let item = LocationSegment::Index(index);
                cx.read_misplaced(T::DESCRIPTOR, slot, Some(item), slot, |cx| {
                    read(cx, view.at, LocationSegment::Member(ViewDocument::VIEW.into()));
                });
            }
        }
        _ => cx.all_below(T::DESCRIPTOR, slot, problems),
    }
}

/// Reports the problems of a body that is inside of a string.
#[cold]
pub(super) fn in_string<T: WireValue>(tokens: &Lexer<'_>, literal: Span, cx: &mut DecodeContext) {
    if let Some(inner) = tokens.in_string(literal)
        && Lexer::new(&inner).skip().is_ok()
    {
        cx.read_misplaced(T::DESCRIPTOR, 0, None, 0, |cx| {
            // It was read before, so it is JSON.
            let _ = json::value::<T, false>(&mut Lexer::new(&inner), &mut T::default(), cx, 0);
        });
    }
}

/// Returns what a user, as a GET returns it, has of what a PUT sends.
fn view<'j, 'a>(user: &'j Json<'a>) -> Option<&'j Tree<'a>> {
    let Json::Object(members) = user else { return None };
    members.get(ViewDocument::VIEW).map(|member| &member.value).filter(|value| matches!(value.json, Json::Object(_)))
}

/// Returns the members of an object whose names are indexes, as programs write some arrays.
fn numbered<'j, 'a>(json: &'j Json<'a>) -> Option<&'j [TreeMember<'a>]> {
    let Json::Object(members) = json else { return None };
    let is_index = |name: &str| name.parse().is_ok_and(|index: usize| index <= members.len());
    (!members.is_empty() && members.iter().all(|member| is_index(&member.name))).then_some(&**members)
}

/// Returns whether an array consists of several objects that have no name in common, and have known ones.
fn are_parts(json: &Json<'_>, descriptor: &TypeDescriptor) -> bool {
    let Json::Array(items) = json else { return false };
    let mut names = HashSet::new();
    let mut is_disjoint = items.len() > 1;
    for item in items {
        let Json::Object(members) = &item.json else { return false };
        is_disjoint = is_disjoint && members.iter().all(|member| names.insert(&*member.name));
    }
    is_disjoint && names.iter().any(|name| descriptor.member(name).is_some())
}

/// Returns the path of the first operation of a JSON Patch.
fn patch_path<'j>(json: &'j Json<'_>) -> Option<&'j str> {
    let Json::Array(items) = json else { return None };
    let Json::Object(members) = &items.first()?.json else { return None };
    match (&members.get("op")?.value.json, &members.get("path")?.value.json) {
        (Json::String(_), Json::String(path)) => Some(path),
        _ => None,
    }
}

/// Returns whether an object only says whether there is a value, as programs write optional values.
fn has_no_value(json: &Json<'_>) -> bool {
    const NAMES: [&str; 6] = ["empty", "present", "isEmpty", "isPresent", "hasValue", "defined"];
    let Json::Object(members) = json else { return false };
    let is_flag =
        |member: &TreeMember<'_>| NAMES.contains(&&*member.name) && matches!(member.value.json, Json::Boolean(_));
    members.iter().next().is_some() && members.iter().all(is_flag)
}

/// The name and the value of a property, as other programs list them.
struct Pair<'j, 'a> {
    name: &'j str,
    value: &'j TreeMember<'a>,
}

/// Returns the first of an array of names and values.
fn pairs<'j, 'a>(json: &'j Json<'a>) -> Option<Pair<'j, 'a>> {
    let Json::Array(items) = json else { return None };
    pair(items.first()?)
}

/// Returns the name and the value that an object has as members.
fn pair<'j, 'a>(item: &'j Tree<'a>) -> Option<Pair<'j, 'a>> {
    let Json::Object(members) = &item.json else { return None };
    let value = ["value", ACTUAL].iter().find_map(|name| members.get(name))?;
    match &["name", "property", "key", "path"].iter().find_map(|name| members.get(name))?.value.json {
        Json::String(name) => Some(Pair { name, value }),
        _ => None,
    }
}

/// Returns the first name of an array of names and values that comes next.
pub(super) fn first_pair(next: &Lexer<'_>) -> Option<String> {
    let mut next = next.clone();
    if next.peek() != b'[' {
        return None;
    }
    next.skip_bytes(1);
    pair(&tree::value(&mut next).ok()?).map(|pair| pair.name.to_owned())
}

/// Reads an array of names and values that comes next.
pub(super) fn next_pairs<T: WireValue>(
    tokens: &mut Lexer<'_>,
    cx: &mut DecodeContext,
    slot: u16,
) -> Result<(), LexError> {
    let before = tokens.clone();
    if let Json::Array(items) = tree::value(tokens)?.json {
        read_pairs::<T>(&items, &before, cx, slot);
    }
    Ok(())
}

/// Reads each value of an array of names and values as that of the named property.
fn read_pairs<T: WireValue>(items: &[Tree<'_>], before: &Lexer<'_>, cx: &mut DecodeContext, slot: u16) {
    let descriptor = T::DESCRIPTOR;
    for (index, item) in items.iter().enumerate() {
        let Some(Pair { name, value }) = pair(item) else { continue };
        let first = name.split(['.', '[', '/']).find(|step| !step.is_empty()).unwrap_or_default();
        let Some(name) = cx.probable_name(first, descriptor) else { continue };
        let meant = value_slot(descriptor, slot, name, matches!(value.value.json, Json::Object(_)));
        let step = LocationSegment::Member(value.name.to_string().into());
        cx.read_misplaced(descriptor, slot, Some(LocationSegment::Index(index)), slot, |cx| {
            cx.read_misplaced(descriptor, slot, Some(step), meant, |cx| {
                let mut entries = json::OnePair::new(before.inside(value.value.at), name);
                let _ = T::default().object::<_, false>(&mut entries, cx, slot);
            });
        });
    }
}

/// Returns the property to whose value a path leads, as programs write columns.
fn property_at(path: &str, descriptor: &TypeDescriptor) -> Option<&'static str> {
    let mut steps = path.split(['.', '/']);
    let name = steps.find(|step| !step.is_empty())?;
    let is_actual = steps.next()? == ACTUAL && steps.next().is_none();
    descriptor.member(name).map(|member| member.name).filter(|_| is_actual)
}

/// Returns the slot of the value of a property: that of its `actualValue`, unless it is an object.
fn value_slot(descriptor: &TypeDescriptor, slot: u16, name: &str, is_object: bool) -> u16 {
    let Some(member) = descriptor.index(name) else { return slot };
    let inner = descriptor.members[member].descriptor;
    let actual = inner.index(ACTUAL).filter(|_| !is_object);
    slot + TypeDescriptor::slot_offset(descriptor.members, member)
        + actual.map_or(0, |actual| TypeDescriptor::slot_offset(inner.members, actual))
}

/// Reads the value that comes next as that of a property.
pub(super) fn next_property<T: WireValue>(
    tokens: &mut Lexer<'_>,
    name: &'static str,
    step: Option<LocationSegment>,
    cx: &mut DecodeContext,
    slot: u16,
) -> Result<(), LexError> {
    let is_object = tokens.peek() == b'{';
    let before = tokens.clone();
    tokens.skip()?;
    cx.read_misplaced(T::DESCRIPTOR, slot, step, value_slot(T::DESCRIPTOR, slot, name, is_object), |cx| {
        // It was read before, so it is JSON.
        let _ = T::default().object::<_, false>(&mut json::OnePair::new(before, name), cx, slot);
    });
    Ok(())
}
