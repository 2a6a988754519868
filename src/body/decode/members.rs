//! How a value is decoded from any source: the tokens of JSON text, or any `serde` deserializer.
//!
//! A source looks for the expected type first and passes on what it finds. How that value is handled, and how missing,
//! duplicate and unknown members are, is decided in this module alone.

use crate::body::UnknownMembers;
use crate::body::ViewDocument;
use crate::body::decode::other_forms::{Meant, explain_unknown};
use crate::body::decode::{DecodeContext, ValueHook, raw_value};
use crate::descriptor::{JsonType, Required, TypeDescriptor};
use crate::json::lexer::{LexError, Lexer};
use crate::json::number::Number;
use crate::json::seen_keys::SeenKeys;
use crate::json::span::Span;
use crate::json::tree::Json;
use crate::location::{LocationSegment, PathBuilder, SharedPath};
use crate::report::hint::{ACTUAL, EFFECTIVE, MAX_NAME, probable_member, says_inherited};
use crate::report::{Hint, ProblemDetail, Unexpected, Warning};
use crate::suggest::nearest;
use crate::value_ref::ValueRef;
use std::borrow::Cow;

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
    /// Reads the value of the last name as that of a property of `T`, one step below the object.
    fn read_property<T: WireValue>(
        &mut self,
        _name: &'static str,
        _step: Option<LocationSegment>,
        _cx: &mut DecodeContext,
        _slot: u16,
    ) -> Result<(), Self::Error> {
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
            match others.is_array {
                Some(is_array) if !cx.is_request() && (seen != 0 || !is_array) => {
                    cx.warnings.push(Warning::NoList { is_array });
                }
                _ => {}
            }
            others.tagged || !others.names.is_empty()
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
    let names = others.names.iter().filter(|name| others.is_array.is_none() || *name != ViewDocument::ITEMS);
    cx.similar_names(T::DESCRIPTOR, slot, names, &known);
}

/// The members of an object that are not in its table.
#[derive(Default)]
struct OtherMembers {
    tagged: bool,
    names: SeenKeys<'static>,
    /// Whether `items`, beside which there may be a view, is an array.
    is_array: Option<bool>,
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
        let meant = Meant::of::<T, E>(&name, is_first, entries, cx, slot);
        let is_part = || seen != 0 || (is_first && entries.has_known_after::<T>());
        let hint = meant.as_ref().and_then(|meant| meant.hint(&name, is_part, descriptor));
        let detail = ProblemDetail::UnknownMember { object: descriptor }.with_hint(hint);
        cx.below(descriptor, slot, member(name.clone()), entries.name(), detail);
        if let Some(meant) = meant {
            return meant.read::<T, E>(name, entries, cx, slot);
        }
    }
    let captured = entries.capture(&name, cx.depth(slot) + 1)?;
    if T::IS_VIEW && slot == 0 && name == ViewDocument::ITEMS {
        others.is_array = Some(captured.text.starts_with('['));
    }
    if slot == 0 && !cx.accepts_unknown() {
        explain_unknown(&name, &captured.text, descriptor, cx);
    }
    cx.all_below(descriptor, slot, captured.problems);
    if KEEP && cx.accepts_unknown() {
        unknown.push(name.into(), captured.text);
    }
    Ok(())
}

/// Reads the value of a `__type`, which must be this string.
pub(super) fn tag(tokens: &mut Lexer<'_>, urn: &str) -> Result<Option<(Unexpected, InnerProblems)>, LexError> {
    Ok(match raw_value::undecoded(tokens, Some(&PathBuilder::member(None, TYPE)))? {
        (Json::String(text), _) if text == urn => None,
        (json, problems) => Some((Unexpected::from(&json), problems)),
    })
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
            let hint = why_missing(descriptor, member.name, is_seen(EFFECTIVE), || others.names.iter()).or_else(|| {
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

/// Returns what is probably wrong where a required member is missing: there are unknown names, or the value that a GET returns.
pub(super) fn why_missing<'n, I: Iterator<Item = &'n str>>(
    descriptor: &TypeDescriptor,
    missing: &str,
    has_effective: bool,
    unknown: impl Fn() -> I,
) -> Option<Hint> {
    misspelt(descriptor, missing, unknown()).or_else(|| match missing {
        ACTUAL if has_effective => Some(Hint::EffectiveValue),
        ACTUAL if unknown().any(says_inherited) => Some(Hint::Inheritance),
        _ => None,
    })
}

/// Returns the first unknown name, in alphabetical order, that is probably a misspelling of a missing one.
fn misspelt<'n>(descriptor: &TypeDescriptor, missing: &str, unknown: impl Iterator<Item = &'n str>) -> Option<Hint> {
    let name = unknown.filter(|name| probable_member(name, descriptor) == Some(missing)).min()?;
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
