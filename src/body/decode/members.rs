//! How a value is read, whoever drives: the tokens of a JSON text, or any `serde` deserializer.
//!
//! A driver asks for the expected kind first and hands over what it finds; what becomes of it, absent, null, missing,
//! repeated and unlisted members included, is said here once.

use crate::body::UnknownMembers;
use crate::body::decode::{DecodeContext, ValueHook};
use crate::descriptor::{Kind, Required, TypeDescriptor};
use crate::json::number::Number;
use crate::json::seen_keys::SeenKeys;
use crate::json::span::Span;
use crate::location::{LocationSegment, SharedPath};
use crate::report::{Finding, HeldValue, Unexpected};
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
    /// Any other number, as JSON spells it.
    Spelled(&'a str),
    String(Cow<'a, str>),
}

/// A type that a value on the wire can have. Reading fills a value in place, made by `default`.
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

    /// Takes a list; asked only where `KIND` is one.
    fn list<I: Items, const KEEP: bool>(&mut self, _: &mut I, _: &mut DecodeContext, _: u16) -> Result<(), I::Error> {
        unreachable!("only lists are asked")
    }

    /// Takes an object; asked only where `KIND` is one.
    fn object<E: MapSource, const KEEP: bool>(
        &mut self,
        _: &mut E,
        _: &mut DecodeContext,
        _: u16,
    ) -> Result<(), E::Error> {
        unreachable!("only objects are asked")
    }

    /// The member of this name.
    fn index(_: &str) -> Option<usize> {
        None
    }

    /// The length of the name of this member with its quotes and colon, if the text begins with it: names known to the compiler
    /// are what makes reading fast.
    fn stands(_member: usize, _text: &[u8]) -> Option<usize> {
        None
    }

    /// Whether a member with this value is left out.
    fn is_absent(&self) -> bool {
        false
    }

    /// The value as a rule finds it; `None` where it is absent.
    fn node(&self) -> Option<ValueRef<'_>>;

    /// Whether a request may hold the value, and it is not refused where it stands. It may not where something required is absent, or a code or
    /// a member is not listed.
    fn is_sound(&self, _hook: &impl ValueHook, _slot: u16) -> bool {
        true
    }
}

/// The items of a list that is being read.
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
    /// The next member's name, of which the table member `next` is the likeliest.
    fn key<T: WireValue>(&mut self, next: usize) -> Result<Key, Self::Error>;
    /// The text of the last name, where it was another one.
    fn other(&mut self) -> String;
    /// Reads the value of the last name.
    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        slot: &mut T,
        cx: &mut DecodeContext,
        place: u16,
    ) -> Result<(), Self::Error>;
    /// Reads the value of the last name, which must be this text; says what was found where it is another.
    fn tag(&mut self, urn: &'static str) -> Result<Option<Unexpected>, Self::Error>;
    /// Reads the value of the last name, this one, whatever it is, as compact JSON text; so many containers stand around it.
    fn capture(&mut self, name: &str, depth: u8) -> Result<RawMember, Self::Error>;
    /// Steps over the value of the last name.
    fn skip(&mut self) -> Result<(), Self::Error>;
    /// Where the object begins.
    fn start(&self) -> Span;
    /// Where the last name stands.
    fn name(&self) -> Span;
    /// Where the last value stood.
    fn last(&self) -> Span;
}

/// A member's name, or the end of the object.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    /// A member of the table, by its index.
    Member(usize),
    /// `__type`, where the table does not list it.
    Type,
    /// Any other name.
    Other,
    /// There is none.
    End,
}

/// A value that no table lists, and what is wrong within it, by the steps from the object that holds it.
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

/// The name of the member that says an object's type.
pub(crate) const TYPE: &str = "__type";

/// Reads the members of an object.
#[inline]
pub(crate) fn members<T: Object, E: MapSource, const KEEP: bool>(
    object: &mut T,
    entries: &mut E,
    cx: &mut DecodeContext,
    place: u16,
) -> Result<(), E::Error> {
    let mut seen = 0_u32;
    let mut next = 0;
    let mut others: Option<Box<Others>> = None;
    loop {
        match entries.key::<T>(next)? {
            Key::Member(member) if seen & (1 << member) == 0 => {
                seen |= 1 << member;
                next = member + 1;
                object.member::<E, KEEP>(member, entries, cx, place)?;
            }
            Key::Member(member) => {
                let place = place + TypeDescriptor::offset(T::SHAPE.members, member);
                cx.problem(place, entries.name(), Finding::Duplicate { first: None });
                entries.skip()?;
            }
            Key::End => break,
            key => other::<E, KEEP>(key, T::SHAPE, object.unknown(), &mut others, entries, cx, place)?,
        }
    }
    let must = if cx.is_request() { T::REQUIRED_IN_REQUESTS } else { T::REQUIRED_IN_RESPONSES };
    // Taken apart, since nearly every object has none and then nothing is to be dropped.
    let (tagged, has_unknown) = match others {
        None => (false, false),
        Some(others) => (others.tagged, !others.names.is_empty()),
    };
    if must & !seen != 0 || (T::SHAPE.tagged && !tagged) {
        missing(T::SHAPE, must & !seen, tagged, entries.start(), cx, place);
    }
    if T::IS_VIEW && has_unknown && seen == 0 && !cx.is_request() {
        cx.no_known_property(place);
    }
    Ok(())
}

/// What an object has shown beside the members of its table.
#[derive(Default)]
struct Others {
    tagged: bool,
    names: SeenKeys<'static>,
}

/// Reads a member that the table does not list.
#[cold]
fn other<E: MapSource, const KEEP: bool>(
    key: Key,
    shape: &'static TypeDescriptor,
    unlisted: &mut UnknownMembers,
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
                None => unlisted.set_type_tag(!shape.tagged),
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
        let wrong =
            if repeated { Finding::Duplicate { first: None } } else { Finding::UnknownMember { object: shape } };
        cx.below(shape, place, member(name), entries.name(), wrong);
        return entries.skip();
    }
    let captured = entries.capture(&name, cx.depth(place) + 1)?;
    for (trail, span, wrong) in captured.problems {
        cx.below(shape, place, trail, span, wrong);
    }
    if KEEP {
        unlisted.push(name.into(), captured.text);
    }
    Ok(())
}

/// A member of the object itself.
fn member(name: impl Into<Cow<'static, str>>) -> SharedPath {
    SharedPath::new(None, LocationSegment::Member(name.into()))
}

/// Reports the members that must be there and are not.
#[cold]
fn missing(
    shape: &'static TypeDescriptor,
    members: u32,
    tagged: bool,
    start: Span,
    cx: &mut DecodeContext,
    place: u16,
) {
    for (i, member) in shape.members.iter().enumerate() {
        if members & (1 << i) != 0 {
            let place = place + TypeDescriptor::offset(shape.members, i);
            cx.problem(place, start, Finding::Missing { expected: member.shape });
        }
    }
    if shape.tagged && !tagged {
        cx.below(shape, place, member(TYPE), start, Finding::Untagged { urn: shape.urn });
    }
}

impl From<&Scalar<'_>> for HeldValue {
    fn from(scalar: &Scalar<'_>) -> Self {
        match scalar {
            Scalar::Null => Self::Shown(Box::new((Unexpected::Null, "null".into()))),
            Scalar::Boolean(value) => Self::Boolean(*value),
            Scalar::Integer(value) => Self::Integer(*value),
            Scalar::Float(value) => Self::Double(*value),
            Scalar::Spelled(text) => Self::Spelled((*text).into()),
            Scalar::String(text) => Self::String(text.as_ref().to_owned()),
        }
    }
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
