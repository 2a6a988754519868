//! How a value is decoded, whatever the source: the tokens of JSON text, or any `serde` deserializer.
//!
//! A source looks for the expected kind first and hands over what it finds. What becomes of it, and of absent, missing,
//! duplicate and unknown members, is decided here, once.

use crate::body::UnknownMembers;
use crate::body::decode::{DecodeContext, ValueHook};
use crate::descriptor::{Kind, Required, TypeDescriptor};
use crate::json::number::Number;
use crate::json::seen_keys::SeenKeys;
use crate::json::span::Span;
use crate::location::{LocationSegment, SharedPath};
use crate::report::hint::{ACTUAL, EFFECTIVE, MAX_NAME};
use crate::report::{Finding, Hint, Unexpected};
use crate::suggest::nearest;
use crate::value_ref::ValueRef;
use std::borrow::Cow;

/// A scalar, wherever it came from.
#[derive(Debug, Clone)]
pub(crate) enum Scalar<'a> {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A number of a source that has it as a 64-bit float.
    Float(f64),
    /// Any other number, as it is written in JSON.
    Spelled(&'a str),
    String(Cow<'a, str>),
}

/// A type that a value on the wire can have. Decoding fills a value in place, made by `default`.
pub(crate) trait WireValue: Default {
    const SHAPE: &'static TypeDescriptor;
    const KIND: Kind;
    /// When a member of this type must be there.
    const REQUIRED: Required = Required::Always;
    /// Whether a member of this type may be null.
    const NULLABLE: bool = false;
    /// Whether a string can be wrong in itself, so that it is decoded even if it is not kept.
    const CHECKS_STRING: bool = false;

    /// Takes a scalar. Without `KEEP` the value itself is not wanted, only what is wrong with it.
    fn scalar<const KEEP: bool>(&mut self, scalar: Scalar<'_>, _: &DecodeContext) -> Result<(), Finding> {
        Err(scalar.wrong(Self::SHAPE))
    }

    /// Takes an array; called only if `KIND` is one.
    fn list<I: Items, const KEEP: bool>(&mut self, _: &mut I, _: &mut DecodeContext, _: u16) -> Result<(), I::Error> {
        unreachable!("only arrays are read so")
    }

    /// Takes an object; called only if `KIND` is one.
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

    /// Returns whether a member with this value is left out.
    fn is_absent(&self) -> bool {
        false
    }

    /// Returns the value for rules; `None` if it is absent.
    fn node(&self) -> Option<ValueRef<'_>>;

    /// Returns whether nothing is wrong with the value in a request, the checks of its slot included: no required member
    /// is missing, and no code and no member unknown.
    fn is_sound(&self, _hook: &impl ValueHook, _slot: u16) -> bool {
        true
    }
}

/// The items of an array that is being read.
pub(crate) trait Items {
    type Error;
    /// Reads the next item; `false` at the end.
    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        slot: &mut T,
        cx: &mut DecodeContext,
        place: u16,
    ) -> Result<bool, Self::Error>;
}

/// The members of an object that is being read.
pub(crate) trait MapSource {
    type Error;
    /// Steps to the name of the next member. Returns `false` at the end of the object, if the source sees it there.
    fn next(&mut self, first: bool) -> Result<bool, Self::Error>;
    /// Steps over the next name if it is this one, given with quotes and colon. A source without text returns `false`.
    fn skip_name(&mut self, quoted: &'static str) -> bool;
    /// Reads the next name.
    fn key<T: WireValue>(&mut self) -> Result<Key, Self::Error>;
    /// Returns the last name, if it was another one.
    fn other(&mut self) -> String;
    /// Reads the value of the last name.
    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        slot: &mut T,
        cx: &mut DecodeContext,
        place: u16,
    ) -> Result<(), Self::Error>;
    /// Reads the value of the last name, which must be this string. Returns what was found if it is another.
    fn tag(&mut self, urn: &'static str) -> Result<Option<Unexpected>, Self::Error>;
    /// Reads the value of the last name, which is given, as compact JSON text; `depth` arrays and objects are around it.
    fn capture(&mut self, name: &str, depth: u8) -> Result<RawMember, Self::Error>;
    /// Steps over the value of the last name.
    fn skip(&mut self) -> Result<(), Self::Error>;
    /// Returns where the object begins.
    fn start(&self) -> Span;
    /// Returns where the last name is that `key` has read.
    fn name(&self) -> Span;
    /// Returns where the last value is that `tag` has read.
    fn last(&self) -> Span;
}

/// A member's name, or the end of the object.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    /// A member of the table, by its index.
    Member(usize),
    /// `__type`, if the table does not have it.
    Type,
    /// Any other name.
    Other,
    /// There is none.
    End,
}

/// A value that is not in a table, and what is wrong in it, by the path from the object that contains it.
pub(crate) struct RawMember {
    pub(crate) text: String,
    pub(crate) problems: Vec<(SharedPath, Span, Finding)>,
}

/// An object of a table.
pub(crate) trait Object: WireValue {
    const REQUIRED_IN_REQUESTS: u32;
    const REQUIRED_IN_RESPONSES: u32;
    /// Whether it is the client configuration, of which a view has at least one property.
    const IS_VIEW: bool;
    /// Reads members as long as they are in the order of the table, of which it skips some, and marks them in `seen`.
    /// Returns `false` at the end of the object.
    fn members_in_order<E: MapSource, const KEEP: bool>(
        &mut self,
        seen: &mut u32,
        entries: &mut E,
        cx: &mut DecodeContext,
        place: u16,
    ) -> Result<bool, E::Error>;
    /// Reads the value of a member of the table.
    fn member<E: MapSource, const KEEP: bool>(
        &mut self,
        member: usize,
        entries: &mut E,
        cx: &mut DecodeContext,
        place: u16,
    ) -> Result<(), E::Error>;
    fn unknown(&mut self) -> &mut UnknownMembers;
}

/// The name of the member that contains the type of an object.
pub(crate) const TYPE: &str = "__type";

/// Reads the members of an object.
///
/// Most clients write members in the order of the documentation, so the next name is first compared with those of the
/// table, in their order: names known to the compiler are what makes reading fast. A name that is none of those is read,
/// and looked up.
#[inline]
pub(crate) fn members<T: Object, E: MapSource, const KEEP: bool>(
    object: &mut T,
    entries: &mut E,
    cx: &mut DecodeContext,
    place: u16,
) -> Result<(), E::Error> {
    let mut seen = 0_u32;
    let mut others: Option<Box<Others>> = None;
    let mut is_more = entries.next(true)?;
    while is_more {
        let seen_before = seen;
        is_more = object.members_in_order::<E, KEEP>(&mut seen, entries, cx, place)?;
        if seen != seen_before {
            continue;
        }
        match entries.key::<T>()? {
            Key::Member(member) if seen & (1 << member) == 0 => {
                seen |= 1 << member;
                object.member::<E, KEEP>(member, entries, cx, place)?;
            }
            Key::Member(member) => {
                let place = place + TypeDescriptor::offset(T::SHAPE.members, member);
                cx.problem(place, entries.name(), Finding::Duplicate);
                entries.skip()?;
            }
            Key::End => break,
            key => other::<E, KEEP>(key, T::SHAPE, object.unknown(), &mut others, entries, cx, place)?,
        }
        is_more = entries.next(false)?;
    }
    let must = if cx.is_request() { T::REQUIRED_IN_REQUESTS } else { T::REQUIRED_IN_RESPONSES };
    // Taken apart, since nearly every object has none and then nothing is to be dropped.
    let has_unknown = match others {
        None => {
            if must & !seen != 0 || T::SHAPE.tagged {
                missing(T::SHAPE, must, seen, &Others::default(), entries.start(), cx, place);
            }
            false
        }
        Some(others) => {
            if must & !seen != 0 || (T::SHAPE.tagged && !others.tagged) {
                missing(T::SHAPE, must, seen, &others, entries.start(), cx, place);
            }
            !others.names.is_empty()
        }
    };
    if T::IS_VIEW && has_unknown && seen == 0 && !cx.is_request() {
        cx.no_known_property(place);
    }
    Ok(())
}

/// The members of an object that are not in its table.
#[derive(Default)]
struct Others {
    tagged: bool,
    names: SeenKeys<'static>,
}

/// Reads a member that is not in the table.
#[cold]
fn other<E: MapSource, const KEEP: bool>(
    key: Key,
    shape: &'static TypeDescriptor,
    unknown: &mut UnknownMembers,
    others: &mut Option<Box<Others>>,
    entries: &mut E,
    cx: &mut DecodeContext,
    place: u16,
) -> Result<(), E::Error> {
    let others = others.get_or_insert_default();
    let (name, repeated) = match key {
        Key::Type if !others.tagged => {
            others.tagged = true;
            match entries.tag(shape.urn)? {
                None => unknown.set_type_tag(!shape.tagged),
                Some(found) => {
                    let wrong = Finding::TypeTag { urn: shape.urn, found };
                    cx.below(shape, place, member(TYPE), entries.last(), wrong);
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
    if repeated || !cx.accepts_unknown() {
        let wrong = if repeated { Finding::Duplicate } else { Finding::UnknownMember { object: shape } };
        cx.below(shape, place, member(name), entries.name(), wrong);
        return entries.skip();
    }
    let captured = entries.capture(&name, cx.depth(place) + 1)?;
    for (trail, span, wrong) in captured.problems {
        cx.below(shape, place, trail, span, wrong);
    }
    if KEEP {
        unknown.push(name.into(), captured.text);
    }
    Ok(())
}

/// A member of the object itself.
fn member(name: impl Into<Cow<'static, str>>) -> SharedPath {
    SharedPath::new(None, LocationSegment::Member(name.into()))
}

/// Reports required members that are missing, and why that may be.
#[cold]
fn missing(
    shape: &'static TypeDescriptor,
    must: u32,
    seen: u32,
    others: &Others,
    start: Span,
    cx: &mut DecodeContext,
    place: u16,
) {
    let object = place;
    for (i, member) in shape.members.iter().enumerate() {
        if must & !seen & (1 << i) != 0 {
            let place = place + TypeDescriptor::offset(shape.members, i);
            let is_seen = |name| shape.index(name).is_some_and(|index| seen & (1 << index) != 0);
            let hint = misspelt(shape, member.name, others.names.iter())
                .or_else(|| (member.name == ACTUAL && is_seen(EFFECTIVE)).then_some(Hint::EffectiveValue))
                .or_else(|| {
                    let name = if seen == 0 { lone(shape, member.name, others.names.iter()) } else { None }?;
                    let path = self::member(name.to_owned());
                    if let Some(problem) = cx.problems.last_mut() {
                        problem.explain_unknown(object, &path, || Hint::SimilarProperty { name: member.name });
                    }
                    Some(Hint::Misspelt { name: name.to_owned() })
                });
            cx.problem(place, start, Finding::Missing { expected: member.shape }.with_hint(hint));
        }
    }
    if shape.tagged && !others.tagged {
        cx.below(shape, place, member(TYPE), start, Finding::Untagged { urn: shape.urn });
    }
}

/// Returns the only unknown name of an object in which `actualValue` is missing, unless it is similar to another known name.
pub(super) fn lone<'n>(
    shape: &TypeDescriptor,
    missing: &str,
    mut unknown: impl Iterator<Item = &'n str>,
) -> Option<&'n str> {
    let name = unknown.next().filter(|name| missing == ACTUAL && name.len() <= MAX_NAME && !name.starts_with("__"))?;
    let is_other = unknown.next().is_some() || nearest(name, shape.members.iter().map(|member| member.name)).is_some();
    (!is_other).then_some(name)
}

/// Returns the first, by name, of the unknown names that are probably meant as a missing one.
pub(super) fn misspelt<'n>(
    shape: &TypeDescriptor,
    missing: &str,
    unknown: impl Iterator<Item = &'n str>,
) -> Option<Hint> {
    let known = || shape.members.iter().map(|member| member.name);
    let name = unknown.filter(|name| nearest(name, known()) == Some(missing)).min()?;
    Some(Hint::Misspelt { name: name.to_owned() })
}

impl<'s> From<&'s Scalar<'_>> for ValueRef<'s> {
    #[inline]
    fn from(scalar: &'s Scalar<'_>) -> Self {
        match scalar {
            Scalar::Null => Self::Null,
            Scalar::Boolean(value) => Self::Boolean(*value),
            Scalar::Integer(value) => Self::Number(Number::Integer(*value)),
            Scalar::Float(value) => Self::Number(Number::Double(*value)),
            Scalar::Spelled(text) => Self::Number(Number::Spelled(text)),
            Scalar::String(text) => Self::String(text),
        }
    }
}
