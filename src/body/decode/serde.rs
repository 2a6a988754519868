//! The general source: any self-describing `serde` deserializer.

use super::context::DecodeContext;
use super::parse::Representation;
use super::raw_value::{self, Capture};
use crate::body::Kind;
use crate::body::decode::members::{Items, Key, MapSource, RawMember, Scalar, TYPE, WireValue};
use crate::json::lexer::Lexer;
use crate::json::span::Span;
use crate::json::tree::{self, Json};
use crate::report::hint::ACTUAL;
use crate::report::{Finding, Hint, Report, Unexpected};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// Deserializes a representation, as all of them do: everything that is wrong becomes one error.
pub(crate) fn deserialize<'de, T: Representation, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut cx = DecodeContext::new(T::SHAPE, T::DIRECTION, false).without_positions();
    let mut value = T::default();
    value.visit(deserializer, &mut cx)?;
    if cx.problems.is_empty() { Ok(value) } else { Err(D::Error::custom(Report::new(cx.problems, None))) }
}

/// Reads a value into its slot.
pub(crate) fn value<'de, T: WireValue, D: Deserializer<'de>>(
    deserializer: D,
    slot: &mut T,
    cx: &mut DecodeContext,
) -> Result<(), D::Error> {
    Target { slot, cx, place: 0 }.deserialize(deserializer)
}

/// Where a value goes.
struct Target<'s, 'j, T> {
    slot: &'s mut T,
    cx: &'s mut DecodeContext<'j>,
    place: u16,
}

impl<T: WireValue> Target<'_, '_, T> {
    #[inline]
    fn scalar<E>(self, scalar: Scalar<'_>) -> Result<(), E> {
        match self.slot.scalar::<true>(scalar, self.cx) {
            Ok(()) => Ok(()),
            Err(wrong) => self.wrong(wrong),
        }
    }

    /// Accepts a number in JSON syntax.
    fn number<E>(self, text: &str) -> Result<(), E> {
        self.scalar(text.parse().map_or(Scalar::Spelled(text), Scalar::Integer))
    }

    #[cold]
    #[expect(clippy::unnecessary_wraps, reason = "what a visitor answers")]
    fn wrong<E>(self, wrong: Finding) -> Result<(), E> {
        self.cx.problem(self.place, Span::NONE, wrong);
        Ok(())
    }

    #[cold]
    fn kind<E>(self, found: Unexpected) -> Result<(), E> {
        self.wrong(Finding::Type { expected: T::SHAPE, found })
    }
}

impl<'de, T: WireValue> DeserializeSeed<'de> for Target<'_, '_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: WireValue> Visitor<'de> for Target<'_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::KIND.name())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Scalar::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.scalar(Scalar::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match value.try_into() {
            Ok(value) => self.scalar(Scalar::Integer(value)),
            Err(_) => self.number(&value.to_string()),
        }
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.number(&value.to_string())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.number(&value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.scalar(Scalar::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.scalar(Scalar::String(Cow::Borrowed(value)))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        self.scalar(Scalar::String(Cow::Owned(value)))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if T::KIND == Kind::Array {
            return self.slot.list::<_, true>(&mut SerdeSeq { items, de: PhantomData }, self.cx, self.place);
        }
        while items.next_element::<IgnoredAny>()?.is_some() {}
        self.kind(Unexpected::Array)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut other = String::new();
        let first = members.next_key_seed(Name::<T>::new(&mut other))?.unwrap_or(Key::End);
        if raw_value::is_number::<A>(&other) {
            return self.number(&raw_value::number(&mut members)?);
        }
        if T::KIND == Kind::Object {
            let mut entries = SerdeMap { members, first: Some(first), other, de: PhantomData };
            return self.slot.object::<_, true>(&mut entries, self.cx, self.place);
        }
        let mut next = Some(first).filter(|first| !matches!(first, Key::End));
        let mut is_wrapped = false;
        while next.is_some() {
            is_wrapped |= other == ACTUAL && self.cx.is_request();
            members.next_value::<IgnoredAny>()?;
            next = members.next_key_seed(Name::<T>::new(&mut other))?;
        }
        let hint = is_wrapped.then_some(Hint::WrappedValue);
        self.wrong(Finding::Type { expected: T::SHAPE, found: Unexpected::Object }.with_hint(hint))
    }
}

/// The name of a member of `T`; another one is kept.
struct Name<'o, T> {
    other: &'o mut String,
    table: PhantomData<T>,
}

impl<'o, T> Name<'o, T> {
    fn new(other: &'o mut String) -> Self {
        Self { other, table: PhantomData }
    }
}

impl<'de, T: WireValue> DeserializeSeed<'de> for Name<'_, T> {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: WireValue> Visitor<'_> for Name<'_, T> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        Ok(match T::index(name) {
            Some(member) => Key::Member(member),
            None if name == TYPE => Key::Type,
            None => {
                name.clone_into(self.other);
                Key::Other
            }
        })
    }
}

struct SerdeSeq<'de, A> {
    items: A,
    de: PhantomData<&'de ()>,
}

impl<'de, A: SeqAccess<'de>> Items for SerdeSeq<'de, A> {
    type Error = A::Error;

    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        slot: &mut T,
        cx: &mut DecodeContext,
        place: u16,
    ) -> Result<bool, A::Error> {
        Ok(self.items.next_element_seed(Target { slot, cx, place })?.is_some())
    }
}

struct SerdeMap<'de, A> {
    members: A,
    /// The name that was read to see what this is.
    first: Option<Key>,
    /// The last name that is not in the table.
    other: String,
    de: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> SerdeMap<'de, A> {
    /// Returns the value of the last name as JSON text.
    fn text(&mut self) -> Result<String, A::Error> {
        let mut text = String::new();
        self.members.next_value_seed(Capture::new(&mut text))?;
        Ok(text)
    }
}

impl<'de, A: MapAccess<'de>> MapSource for SerdeMap<'de, A> {
    type Error = A::Error;

    #[inline]
    fn next(&mut self, _: bool) -> Result<bool, A::Error> {
        Ok(true)
    }

    #[inline]
    fn skip_name(&mut self, _: &'static str) -> bool {
        false
    }

    #[inline]
    fn key<T: WireValue>(&mut self) -> Result<Key, A::Error> {
        match self.first.take() {
            Some(first) => Ok(first),
            None => Ok(self.members.next_key_seed(Name::<T>::new(&mut self.other))?.unwrap_or(Key::End)),
        }
    }

    fn other(&mut self) -> String {
        std::mem::take(&mut self.other)
    }

    #[inline]
    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        slot: &mut T,
        cx: &mut DecodeContext,
        place: u16,
    ) -> Result<(), A::Error> {
        self.members.next_value_seed(Target { slot, cx, place })
    }

    fn tag(&mut self, urn: &'static str) -> Result<Option<Unexpected>, A::Error> {
        let text = self.text()?;
        let tree = tree::parse(&text).map_err(|syntax| A::Error::custom(syntax.error))?;
        Ok(match tree.json {
            Json::String(text) if text == urn => None,
            json => Some(Unexpected::from(&json)),
        })
    }

    fn capture(&mut self, name: &str, depth: u8) -> Result<RawMember, A::Error> {
        let text = self.text()?;
        raw_value::pull(&mut Lexer::new(&text).within(depth), name).map_err(|syntax| A::Error::custom(syntax.error))
    }

    fn skip(&mut self) -> Result<(), A::Error> {
        self.members.next_value::<IgnoredAny>().map(drop)
    }

    fn start(&self) -> Span {
        Span::NONE
    }

    fn name(&self) -> Span {
        Span::NONE
    }

    fn last(&self) -> Span {
        Span::NONE
    }
}
