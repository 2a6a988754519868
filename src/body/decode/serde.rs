//! The general source: any self-describing `serde` deserializer.

use super::context::DecodeContext;
use super::json;
use super::other_forms;
use super::parse::Representation;
use super::raw_value::{self, Capture};
use crate::body::JsonType;
use crate::body::decode::members::{
    self, InnerProblems, Items, Key, MapSource, RawMember, ScalarToken, TYPE, WireValue,
};
use crate::json::lexer::Lexer;
use crate::json::span::Span;
use crate::report::{ProblemDetail, Report, Unexpected};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// Deserializes a representation; all problems become one error.
pub(crate) fn deserialize<'de, T: Representation, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut cx = DecodeContext::new(T::DESCRIPTOR, T::DIRECTION, false).without_positions();
    let mut value = T::default();
    body::<T, D, true>(deserializer, &mut value, &mut cx)?;
    if cx.problems.is_empty() { Ok(value) } else { Err(D::Error::custom(Report::new(cx.problems, None))) }
}

/// Decodes a body into its target. With `TEXT` it is decoded from its JSON text where a deserializer has that: `serde_json` finds the
/// end of a value much faster than it decodes the value.
pub(crate) fn body<'de, T: Representation, D: Deserializer<'de>, const TEXT: bool>(
    deserializer: D,
    target: &mut T,
    cx: &mut DecodeContext,
) -> Result<(), D::Error> {
    if T::SELECTED_BY_TYPE_TAG || T::SELECTED_BY_MEMBERS {
        return text(&raw_value::text(deserializer)?, target, cx);
    }
    let seed = TargetSeed { target, cx, slot: 0 };
    if TEXT { deserializer.deserialize_newtype_struct(raw_value::RAW, seed) } else { seed.deserialize(deserializer) }
}

/// Decodes a body from its JSON text.
fn text<T: Representation, E: Error>(text: &str, target: &mut T, cx: &mut DecodeContext) -> Result<(), E> {
    target.decode_json::<true>(&mut Lexer::new(text), cx).map_err(|syntax| E::custom(syntax.error))
}

/// The place that a value is decoded into.
struct TargetSeed<'s, 'j, T> {
    target: &'s mut T,
    cx: &'s mut DecodeContext<'j>,
    slot: u16,
}

impl<T: WireValue> TargetSeed<'_, '_, T> {
    #[inline]
    fn scalar<E>(self, scalar: ScalarToken<'_>) -> Result<(), E> {
        match self.target.scalar::<true>(scalar, self.cx) {
            Ok(()) => Ok(()),
            Err(detail) => self.report(detail),
        }
    }

    /// Accepts a number in JSON syntax.
    fn number<E>(self, text: &str) -> Result<(), E> {
        self.scalar(text.parse().map_or(ScalarToken::Literal(text), ScalarToken::Integer))
    }

    #[cold]
    #[expect(clippy::unnecessary_wraps, reason = "the signature of a visitor")]
    fn report<E>(self, detail: ProblemDetail) -> Result<(), E> {
        self.cx.problem(self.slot, Span::NONE, detail);
        Ok(())
    }

    /// Reports an array or object that is not expected.
    #[cold]
    fn unexpected<E: Error>(self, text: &str) -> Result<(), E> {
        let mut tokens = Lexer::new(text).within(self.cx.depth(self.slot));
        let before = tokens.clone();
        let (json, problems) = raw_value::undecoded(&mut tokens, None).map_err(|syntax| E::custom(syntax.error))?;
        other_forms::unexpected::<T>(&json, problems, &before, Span::NONE, self.cx, self.slot);
        Ok(())
    }
}

impl<'de, T: WireValue> DeserializeSeed<'de> for TargetSeed<'_, '_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: WireValue> Visitor<'de> for TargetSeed<'_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::JSON_TYPE.name())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.scalar(ScalarToken::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.scalar(ScalarToken::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match value.try_into() {
            Ok(value) => self.scalar(ScalarToken::Integer(value)),
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
        self.scalar(ScalarToken::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.scalar(ScalarToken::String(Cow::Borrowed(value)))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        self.scalar(ScalarToken::String(Cow::Owned(value)))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(ScalarToken::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(ScalarToken::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        if T::JSON_TYPE == JsonType::Array {
            return self.target.array::<_, true>(&mut SerdeSeq { items, de: PhantomData }, self.cx, self.slot);
        }
        self.unexpected(&raw_value::array_text(items)?)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut other = String::new();
        let first = members.next_key_seed(Name::<T>::new(&mut other))?.unwrap_or(Key::End);
        if matches!(first, Key::Other) {
            if self.slot == 0 && raw_value::is_text::<A>(&other) {
                return members.next_value_seed(TextSeed(self));
            }
            if raw_value::is_number::<A>(&other) {
                return self.number(&raw_value::number(&mut members)?);
            }
        }
        if T::JSON_TYPE == JsonType::Object {
            let mut entries = SerdeMap { members, first: Some(first), other, de: PhantomData };
            return self.target.object::<_, true>(&mut entries, self.cx, self.slot);
        }
        let first = match first {
            Key::End => None,
            Key::Type => Some(TYPE.to_owned()),
            Key::Member(_) | Key::Other => Some(other),
        };
        self.unexpected(&raw_value::object_text(first, members)?)
    }
}

/// A place that a value is decoded into from its JSON text.
struct TextSeed<'s, 'j, T>(TargetSeed<'s, 'j, T>);

impl<'de, T: WireValue> DeserializeSeed<'de> for TextSeed<'_, '_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T: WireValue> Visitor<'_> for TextSeed<'_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let TargetSeed { target, cx, slot, .. } = self.0;
        json::value::<T, true>(&mut Lexer::new(text), target, cx, slot).map_err(|syntax| E::custom(syntax.error))
    }
}

/// The name of a member of `T`; any other name is kept.
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
        target: &mut T,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<bool, A::Error> {
        Ok(self.items.next_element_seed(TargetSeed { target, cx, slot })?.is_some())
    }
}

struct SerdeMap<'de, A> {
    members: A,
    /// The first name, which was read to distinguish a number from an object.
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
        target: &mut T,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), A::Error> {
        self.members.next_value_seed(TargetSeed { target, cx, slot })
    }

    fn tag(&mut self, urn: &'static str, depth: u8) -> Result<Option<(Unexpected, InnerProblems)>, A::Error> {
        let text = self.text()?;
        members::tag(&mut Lexer::new(&text).within(depth), urn).map_err(|syntax| A::Error::custom(syntax.error))
    }

    fn capture(&mut self, name: &str, depth: u8) -> Result<RawMember, A::Error> {
        let text = self.text()?;
        raw_value::read(&mut Lexer::new(&text).within(depth), name).map_err(|syntax| A::Error::custom(syntax.error))
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
