//! How a value is decoded from any source: the tokens of JSON text, or any `serde` deserializer.
//!
//! A source looks for the expected type first and passes on what it finds. How that value is handled, and how missing,
//! duplicate and unknown members are, is decided in this module alone.

use crate::body::UnknownMembers;
use crate::body::ViewDocument;
use crate::body::decode::{DecodeContext, ValueHook, inner_body, json, raw_value};
use crate::descriptor::{JsonType, Required, TypeDescriptor};
use crate::json::lexer::{LexError, Lexer};
use crate::json::number::Number;
use crate::json::seen_keys::SeenKeys;
use crate::json::span::Span;
use crate::json::tree::{self, Json, Tree, TreeMember};
use crate::location::{LocationSegment, PathBuilder, SharedPath};
use crate::report::hint::{ACTUAL, EFFECTIVE, MAX_NAME, says_inherited};
use crate::report::{Hint, ProblemDetail, Unexpected};
use crate::suggest::{nearest, probable};
use crate::value_ref::ValueRef;
use std::borrow::Cow;
use std::collections::HashSet;

/// A scalar from any source.
#[derive(Debug, Clone)]
pub(crate) enum ScalarToken<'a> {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A number that the source represents as a 64-bit float.
    Float(f64),
    /// Any other number, as it is written in JSON.
    Literal(&'a str),
    String(Cow<'a, str>),
}

/// A type that a value on the wire can have. Decoding fills in a default value.
pub(crate) trait WireValue: Default {
    const DESCRIPTOR: &'static TypeDescriptor;
    const JSON_TYPE: JsonType;
    /// When a member of this type is required.
    const REQUIRED: Required = Required::Always;
    /// Whether a member of this type may be null.
    const NULLABLE: bool = false;
    /// Whether some strings are invalid, so that a string is decoded even if it is not kept.
    const CHECKS_STRING: bool = false;

    /// Takes a scalar. Without `KEEP` only its problems are needed, not the value.
    fn scalar<const KEEP: bool>(&mut self, scalar: ScalarToken<'_>, _: &DecodeContext) -> Result<(), ProblemDetail> {
        Err(scalar.type_mismatch(Self::DESCRIPTOR))
    }

    /// Takes an array; called only if `JSON_TYPE` is one.
    fn array<I: Items, const KEEP: bool>(&mut self, _: &mut I, _: &mut DecodeContext, _: u16) -> Result<(), I::Error> {
        unreachable!("only arrays are read so")
    }

    /// Takes an object; called only if `JSON_TYPE` is one.
    fn object<E: MapSource, const KEEP: bool>(
        &mut self,
        _: &mut E,
        _: &mut DecodeContext,
        _: u16,
    ) -> Result<(), E::Error> {
        unreachable!("only objects are read so")
    }

    /// Returns the index of the member with this name.
    fn index(_: &str) -> Option<usize> {
        None
    }

    /// Returns whether a member with this value is omitted.
    fn is_absent(&self) -> bool {
        false
    }

    /// Returns the value for rules; `None` if it is absent.
    fn node(&self) -> Option<ValueRef<'_>>;

    /// Returns whether the value has no problem in a request, including the checks of its slot: no required member is
    /// missing, and no code or member is unknown.
    fn is_sound(&self, _hook: &impl ValueHook, _slot: u16) -> bool {
        true
    }
}

/// The items of an array that is being decoded.
pub(crate) trait Items {
    type Error;
    /// Reads the next item; `false` at the end.
    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        target: &mut T,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<bool, Self::Error>;
}

/// The members of an object that is being decoded.
pub(crate) trait MapSource {
    type Error;
    /// Moves to the name of the next member. Returns `false` at the end of the object, if the source can detect it there.
    fn next(&mut self, first: bool) -> Result<bool, Self::Error>;
    /// Skips the next name if it is this one, given with quotes and colon. A source without text returns `false`.
    fn skip_name(&mut self, quoted: &'static str) -> bool;
    /// Reads the next name.
    fn key<T: WireValue>(&mut self) -> Result<Key, Self::Error>;
    /// Returns the last name, if it is `Key::Other`.
    fn other(&mut self) -> String;
    /// Returns whether the last name is that of the last member, before its value is read; a source without text returns `false`.
    fn is_last(&self) -> bool {
        false
    }
    /// Returns whether a known member of `T` is after the value of the last name, before that is read; a source without text returns
    /// `false`.
    fn has_known_after<T: WireValue>(&self) -> bool {
        false
    }
    /// Returns whether the value of the last name is an object whose first member is probably one of `T`, or an array of such objects,
    /// before the value is read; a source without text returns `false`.
    fn begins_with_member<T: WireValue>(&self) -> bool {
        false
    }
    /// Returns whether the value of the last name is an array, before it is read; a source without text returns `false`.
    fn is_array(&self) -> bool {
        false
    }
    /// Returns the first name, if the value of the last name is an array of names and values; a source without text returns `None`.
    fn first_pair(&self) -> Option<String> {
        None
    }
    /// Reads the value of the last name, an array of names and values, as the properties of `T`.
    fn read_pairs<T: WireValue>(&mut self, _cx: &mut DecodeContext, _slot: u16) -> Result<(), Self::Error> {
        self.skip()
    }
    /// Reads the value of the last name.
    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        target: &mut T,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), Self::Error>;
    /// Reads the value of the last name, `__type`, inside `depth` arrays and objects, which must be this string. If it is a
    /// different value, returns what was found, and the problems inside it.
    fn tag(&mut self, urn: &'static str, depth: u8) -> Result<Option<(Unexpected, InnerProblems)>, Self::Error>;
    /// Reads the value of the last name, `name`, as compact JSON text, inside `depth` arrays and objects.
    fn capture(&mut self, name: &str, depth: u8) -> Result<RawMember, Self::Error>;
    /// Skips the value of the last name.
    fn skip(&mut self) -> Result<(), Self::Error>;
    /// Returns the start of the object.
    fn start(&self) -> Span;
    /// Returns the position of the name that `key` read last.
    fn name(&self) -> Span;
    /// Returns the position of the value that `tag` read last.
    fn last(&self) -> Span;
}

/// A member's name, or the end of the object.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    /// A member of the table, by its index.
    Member(usize),
    /// `__type`, unless it is a member of the table.
    Type,
    /// Any other name.
    Other,
    /// The end of the object.
    End,
}

/// The value of an unknown member, and the problems in it, with their paths from the object that contains it.
pub(crate) struct RawMember {
    pub(crate) text: String,
    pub(crate) problems: InnerProblems,
}

/// The problems in a value that descriptors do not describe, with their paths from the last described value.
pub(crate) type InnerProblems = Vec<(SharedPath, Span, ProblemDetail)>;

/// An object with a table of members.
pub(crate) trait DecodeObject: WireValue {
    const REQUIRED_IN_REQUESTS: u32;
    const REQUIRED_IN_RESPONSES: u32;
    /// Whether it is the client configuration: a view of it should have at least one known property.
    const IS_VIEW: bool;
    /// Decodes members as long as they are in the order of the table (some may be missing), and marks them in `seen`.
    /// Returns `false` at the end of the object.
    fn members_in_order<E: MapSource, const KEEP: bool>(
        &mut self,
        seen: &mut u32,
        entries: &mut E,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<bool, E::Error>;
    /// Decodes the value of a member of the table.
    fn member<E: MapSource, const KEEP: bool>(
        &mut self,
        member: usize,
        entries: &mut E,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), E::Error>;
    fn unknown(&mut self) -> &mut UnknownMembers;
}

/// The name of the member that contains the type URN of an object.
pub(crate) const TYPE: &str = "__type";

/// Decodes the members of an object.
///
/// Most clients write members in the order of the documentation, so the next name is first compared with the names of the
/// table, in their order: comparing with names that the compiler knows is what makes decoding fast. Any other name is read
/// and looked up.
#[inline(always)]
#[expect(clippy::inline_always, reason = "one caller for each type and source")]
pub(crate) fn members<T: DecodeObject, E: MapSource, const KEEP: bool>(
    object: &mut T,
    entries: &mut E,
    cx: &mut DecodeContext,
    slot: u16,
) -> Result<(), E::Error> {
    let mut seen = 0_u32;
    let mut others: Option<Box<OtherMembers>> = None;
    let mut is_more = entries.next(true)?;
    while is_more {
        let seen_before = seen;
        is_more = object.members_in_order::<E, KEEP>(&mut seen, entries, cx, slot)?;
        if seen != seen_before {
            continue;
        }
        match entries.key::<T>()? {
            Key::Member(member) if seen & (1 << member) == 0 => {
                seen |= 1 << member;
                object.member::<E, KEEP>(member, entries, cx, slot)?;
            }
            Key::Member(member) => {
                let slot = slot + TypeDescriptor::slot_offset(T::DESCRIPTOR.members, member);
                cx.problem(slot, entries.name(), ProblemDetail::Duplicate);
                entries.skip()?;
            }
            Key::End => break,
            key => other::<T, E, KEEP>(key, object.unknown(), seen, &mut others, entries, cx, slot)?,
        }
        is_more = entries.next(false)?;
    }
    let must = if cx.is_request() { T::REQUIRED_IN_REQUESTS } else { T::REQUIRED_IN_RESPONSES };
    // Handled separately, since nearly every object has none, and then there is nothing to drop.
    let has_unknown = match others {
        None => {
            if must & !seen != 0 || T::DESCRIPTOR.tagged {
                missing(T::DESCRIPTOR, must, seen, &OtherMembers::default(), entries.start(), cx, slot);
            }
            false
        }
        Some(others) => {
            if must & !seen != 0 || (T::DESCRIPTOR.tagged && !others.tagged) {
                missing(T::DESCRIPTOR, must, seen, &others, entries.start(), cx, slot);
            }
            if !others.names.is_empty() && !cx.is_request() {
                similar::<T>(must & !seen, &others, cx, slot);
            }
            !others.names.is_empty()
        }
    };
    if T::IS_VIEW && has_unknown && seen == 0 && !cx.is_request() {
        cx.no_known_property(slot);
    }
    Ok(())
}

/// Warns of the unknown names of an object of a response that are similar to known ones.
#[cold]
fn similar<T: DecodeObject>(missing: u32, others: &OtherMembers, cx: &mut DecodeContext, slot: u16) {
    let members = T::DESCRIPTOR.members.iter().enumerate();
    let known = members.map(|(index, member)| (member.name, missing & (1 << index) != 0));
    // A user whose view has another name, and a list whose items have another name, are read as views.
    let outer = ViewDocument::WRAPPERS.map(|name| (name, false)).into_iter().filter(|_| T::IS_VIEW && slot == 0);
    let known: Vec<_> = known.chain(outer).collect();
    cx.similar_names(T::DESCRIPTOR, slot, others.names.iter(), &known);
}

/// The members of an object that are not in its table.
#[derive(Default)]
struct OtherMembers {
    tagged: bool,
    names: SeenKeys<'static>,
}

/// Decodes a member that is not in the table.
#[cold]
fn other<T: DecodeObject, E: MapSource, const KEEP: bool>(
    key: Key,
    unknown: &mut UnknownMembers,
    seen: u32,
    others: &mut Option<Box<OtherMembers>>,
    entries: &mut E,
    cx: &mut DecodeContext,
    slot: u16,
) -> Result<(), E::Error> {
    let descriptor = T::DESCRIPTOR;
    let others = others.get_or_insert_default();
    let is_first = seen == 0 && others.names.is_empty();
    let (name, repeated) = match key {
        Key::Type if !others.tagged => {
            others.tagged = true;
            match entries.tag(descriptor.urn, cx.depth(slot) + 1)? {
                None => unknown.set_type_tag(!descriptor.tagged),
                Some((found, problems)) => {
                    let detail = ProblemDetail::TypeTag { urn: descriptor.urn, found };
                    cx.below(descriptor, slot, member(TYPE), entries.last(), detail);
                    cx.all_below(descriptor, slot, problems);
                }
            }
            return Ok(());
        }
        Key::Type => (TYPE.to_owned(), true),
        _ => {
            let name = entries.other();
            let repeated = !others.names.insert(Cow::Owned(name.clone()));
            (name, repeated)
        }
    };
    if repeated {
        cx.below(descriptor, slot, member(name), entries.name(), ProblemDetail::Duplicate);
        return entries.skip();
    }
    if !cx.accepts_unknown() {
        let meant = meant::<T, E>(&name, is_first, entries, cx, slot);
        let is_wrapper = matches!(meant, Some(Meant::Object)) && name != ViewDocument::VIEW;
        let detail = ProblemDetail::UnknownMember { object: descriptor };
        let hint = match &meant {
            Some(Meant::Pairs { first }) => Some(Hint::property_by_name(first, descriptor)),
            _ if is_wrapper && slot == 0 && (seen != 0 || (is_first && entries.has_known_after::<T>())) => {
                Some(Hint::WrappedPart)
            }
            _ => is_wrapper.then_some(Hint::WrappedBody),
        };
        let detail = detail.with_hint(hint);
        cx.below(descriptor, slot, member(name.clone()), entries.name(), detail);
        if let Some(meant) = meant {
            let step = Some(LocationSegment::Member(name.into()));
            return match meant {
                // Of a list, the items are read as an array of bodies.
                Meant::Object | Meant::List => cx.read_misplaced(descriptor, slot, step, slot, |cx| {
                    entries.value::<T, false>(&mut T::default(), cx, slot)
                }),
                Meant::Pairs { .. } => {
                    cx.read_misplaced(descriptor, slot, step, slot, |cx| entries.read_pairs::<T>(cx, slot))
                }
                Meant::Member(index) => {
                    let member = slot + TypeDescriptor::slot_offset(descriptor.members, index);
                    cx.read_misplaced(descriptor, slot, step, member, |cx| {
                        T::default().member::<E, false>(index, entries, cx, slot)
                    })
                }
            };
        }
    }
    let captured = entries.capture(&name, cx.depth(slot) + 1)?;
    if slot == 0
        && !cx.accepts_unknown()
        && captured.text.starts_with(['{', '[', '"'])
        && let Ok(tree) = tree::parse(&captured.text)
    {
        explain_unknown(&name, &tree, descriptor, cx);
    }
    cx.all_below(descriptor, slot, captured.problems);
    if KEEP && cx.accepts_unknown() {
        unknown.push(name.into(), captured.text);
    }
    Ok(())
}

/// Explains an unknown name whose value has the properties of a body in it.
fn explain_unknown(name: &str, value: &Tree<'_>, descriptor: &'static TypeDescriptor, cx: &mut DecodeContext) {
    if let Some(pair) = pairs(&value.json) {
        cx.explain_unknown(name, Hint::property_by_name(pair.name, descriptor));
    }
    if let Some(hint) = inner_body::find(name, value, descriptor).filter(|_| cx.is_request()) {
        let is_text = matches!(hint, Hint::BodyInString { .. });
        if is_text || Hint::of_other_body(name, descriptor).is_none() {
            cx.explain_unknown(name, hint.clone());
        }
        if is_text {
            // The name of a request of Postman.
            cx.explain_unknown("name", hint);
        }
    }
}

/// What the value of an unknown name probably is.
enum Meant {
    /// The object itself, which was not to be wrapped.
    Object,
    /// A list of users, as a GET returns it.
    List,
    /// An array of names and values, with the first name.
    Pairs { first: String },
    /// A member of the object, by its index.
    Member(usize),
}

/// Returns what the value of an unknown name probably is; `None` if that is not known, or not asked.
fn meant<T: DecodeObject, E: MapSource>(
    name: &str,
    is_first: bool,
    entries: &E,
    cx: &mut DecodeContext,
    slot: u16,
) -> Option<Meant> {
    if !cx.reads_misplaced() {
        return None;
    }
    let is_root = slot == 0 && !cx.is_misplaced();
    if is_root && let Some(first) = entries.first_pair() {
        return Some(Meant::Pairs { first });
    }
    if is_root && name == ViewDocument::ITEMS && entries.is_array() {
        return Some(Meant::List);
    }
    if is_root && (name == ViewDocument::VIEW || entries.begins_with_member::<T>()) {
        return Some(Meant::Object);
    }
    if T::DESCRIPTOR.member(ACTUAL).is_some() && says_inherited(name) {
        return None;
    }
    let actual = || {
        let is_lone = is_first && lone(T::DESCRIPTOR, ACTUAL, std::iter::once(name)).is_some() && entries.is_last();
        is_lone.then_some(ACTUAL)
    };
    let name = cx.probable_name(name, T::DESCRIPTOR).or_else(actual)?;
    T::DESCRIPTOR.index(name).map(Meant::Member)
}

/// Reads the value of a `__type`, which must be this string.
pub(super) fn tag(tokens: &mut Lexer<'_>, urn: &str) -> Result<Option<(Unexpected, InnerProblems)>, LexError> {
    Ok(match raw_value::undecoded(tokens, Some(&PathBuilder::member(None, TYPE)))? {
        (Json::String(text), _) if text == urn => None,
        (json, problems) => Some((Unexpected::from(&json), problems)),
    })
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
        _ if !cx.reads_misplaced() => cx.all_below(T::DESCRIPTOR, slot, problems),
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
        let Some(member) = descriptor.index(name) else { continue };
        let member_slot = slot + TypeDescriptor::slot_offset(descriptor.members, member);
        let inner = descriptor.members[member].descriptor;
        let actual = inner.index(ACTUAL).filter(|_| !matches!(value.value.json, Json::Object(_)));
        let meant = member_slot + actual.map_or(0, |actual| TypeDescriptor::slot_offset(inner.members, actual));
        let step = LocationSegment::Member(value.name.to_string().into());
        cx.read_misplaced(descriptor, slot, Some(LocationSegment::Index(index)), slot, |cx| {
            cx.read_misplaced(descriptor, slot, Some(step), meant, |cx| {
                let mut entries = json::OnePair::new(before.inside(value.value.at), name);
                let _ = T::default().object::<_, false>(&mut entries, cx, slot);
            });
        });
    }
}

/// A member of the object itself.
fn member(name: impl Into<Cow<'static, str>>) -> SharedPath {
    SharedPath::new(None, LocationSegment::Member(name.into()))
}

/// Reports missing required members, each with the probable cause.
#[cold]
fn missing(
    descriptor: &'static TypeDescriptor,
    must: u32,
    seen: u32,
    others: &OtherMembers,
    start: Span,
    cx: &mut DecodeContext,
    slot: u16,
) {
    for (i, member) in descriptor.members.iter().enumerate() {
        if must & !seen & (1 << i) != 0 {
            let slot = slot + TypeDescriptor::slot_offset(descriptor.members, i);
            let is_seen = |name| descriptor.index(name).is_some_and(|index| seen & (1 << index) != 0);
            let is_inherited = || member.name == ACTUAL && others.names.iter().any(says_inherited);
            let hint = misspelt(descriptor, member.name, others.names.iter())
                .or_else(|| (member.name == ACTUAL && is_seen(EFFECTIVE)).then_some(Hint::EffectiveValue))
                .or_else(|| is_inherited().then_some(Hint::Inherit))
                .or_else(|| {
                    let name = if seen == 0 { lone(descriptor, member.name, others.names.iter()) } else { None }?;
                    // The problem of the unknown property, unless that is allowed; after it are those inside it.
                    if let Some(problem) = cx.problems.iter_mut().rev().find(|problem| problem.is_unknown(name)) {
                        problem.explain_unknown(Hint::SimilarProperty { name: member.name });
                    }
                    Some(Hint::Misspelt { name: name.to_owned() })
                });
            // Of a whole user, as a GET returns it, the user has been reported.
            let is_of_user = hint == Some(Hint::EffectiveValue) && cx.is_in_misplaced_body();
            let hint = if is_of_user { Some(Hint::ActualValue) } else { hint };
            cx.problem(slot, start, ProblemDetail::Missing { expected: member.descriptor }.with_hint(hint));
        }
    }
    if descriptor.tagged && !others.tagged {
        cx.below(descriptor, slot, member(TYPE), start, ProblemDetail::Untagged { urn: descriptor.urn });
    }
}

/// Returns the only unknown name of an object in which `actualValue` is missing, unless it is similar to another known name.
pub(super) fn lone<'n>(
    descriptor: &TypeDescriptor,
    missing: &str,
    mut unknown: impl Iterator<Item = &'n str>,
) -> Option<&'n str> {
    let name = unknown.next().filter(|name| {
        missing == ACTUAL && name.len() <= MAX_NAME && !name.starts_with("__") && !says_inherited(name)
    })?;
    let is_other =
        unknown.next().is_some() || nearest(name, descriptor.members.iter().map(|member| member.name)).is_some();
    (!is_other).then_some(name)
}

/// Returns the first unknown name, in alphabetical order, that is probably a misspelling of a missing one.
pub(super) fn misspelt<'n>(
    descriptor: &TypeDescriptor,
    missing: &str,
    unknown: impl Iterator<Item = &'n str>,
) -> Option<Hint> {
    let known = || descriptor.members.iter().map(|member| member.name);
    let name = unknown.filter(|name| probable(name, known()) == Some(missing)).min()?;
    Some(Hint::Misspelt { name: name.to_owned() })
}

impl<'s> From<&'s ScalarToken<'_>> for ValueRef<'s> {
    #[inline]
    fn from(scalar: &'s ScalarToken<'_>) -> Self {
        match scalar {
            ScalarToken::Null => Self::Null,
            ScalarToken::Boolean(value) => Self::Boolean(*value),
            ScalarToken::Integer(value) => Self::Number(Number::Integer(*value)),
            ScalarToken::Float(value) => Self::Number(Number::Double(*value)),
            ScalarToken::Literal(text) => Self::Number(Number::Literal(text)),
            ScalarToken::String(text) => Self::String(text),
        }
    }
}
