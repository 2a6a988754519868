//! The fast source: the tokens of JSON text.

use super::context::DecodeContext;
use super::other_forms;
use super::raw_value;
use crate::body::JsonType;
use crate::body::decode::members::{
    self, InnerProblems, Items, Key, MapSource, RawMember, ScalarToken, TYPE, WireValue,
};
use crate::json::lexer::{LexError, Lexer, NumberToken};
use crate::json::span::Span;
use crate::location::LocationSegment;
use crate::report::Unexpected;
use crate::report::hint::ACTUAL;
use crate::suggest::probable;

/// Decodes a value into its target. Problems are added to `cx`; a syntax error ends decoding.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the type is known, which leaves one way to read the value")]
pub(crate) fn value<T: WireValue, const KEEP: bool>(
    tokens: &mut Lexer<'_>,
    target: &mut T,
    cx: &mut DecodeContext,
    slot: u16,
) -> Result<(), LexError> {
    let first = tokens.peek();
    match (T::JSON_TYPE, first) {
        (JsonType::Object, b'{') => object::<T, KEEP>(tokens, target, cx, slot),
        (JsonType::Array, b'[') => array::<T, KEEP>(tokens, target, cx, slot),
        (JsonType::String, b'"') if !T::CHECKS_STRING && !KEEP && cx.fast_accept(slot).is_none() => {
            tokens.skip_string()
        }
        (kind, first) if kind.is_begun_by(first) => {
            let at = tokens.at();
            let scalar = scalar(tokens, first)?;
            cx.check_scalar(slot, &scalar, at, tokens.at());
            if let Err(detail) = target.scalar::<KEEP>(scalar, cx) {
                cx.wrong_value(slot, Span { at, len: tokens.at() - at }, detail);
            }
            Ok(())
        }
        _ => unexpected::<T, KEEP>(tokens, target, cx, slot, first),
    }
}

/// Decodes an object out of line: the code is long, and all members of the type share it.
#[inline(never)]
fn object<T: WireValue, const KEEP: bool>(
    tokens: &mut Lexer<'_>,
    target: &mut T,
    cx: &mut DecodeContext,
    slot: u16,
) -> Result<(), LexError> {
    let start = tokens.at();
    tokens.enter()?;
    target.object::<_, KEEP>(&mut JsonMap { tokens, start, name: start, last: Span::NONE }, cx, slot)
}

/// Decodes an array out of line.
#[inline(never)]
fn array<T: WireValue, const KEEP: bool>(
    tokens: &mut Lexer<'_>,
    target: &mut T,
    cx: &mut DecodeContext,
    slot: u16,
) -> Result<(), LexError> {
    let at = tokens.at();
    tokens.enter()?;
    target.array::<_, KEEP>(&mut JsonSeq { tokens, first: true }, cx, slot)?;
    cx.check_array(slot, at, tokens.at());
    Ok(())
}

/// Decodes null, or a value that does not have the expected type.
#[inline(never)]
fn unexpected<T: WireValue, const KEEP: bool>(
    tokens: &mut Lexer<'_>,
    target: &mut T,
    cx: &mut DecodeContext,
    slot: u16,
    first: u8,
) -> Result<(), LexError> {
    let at = tokens.at();
    if let b'{' | b'[' = first {
        let before = tokens.clone();
        let (json, problems) = raw_value::undecoded(tokens, None)?;
        other_forms::unexpected::<T>(&json, problems, &before, Span { at, len: tokens.at() - at }, cx, slot);
    } else {
        let detail = target.scalar::<KEEP>(scalar(tokens, first)?, cx).err();
        let span = Span { at, len: tokens.at() - at };
        if cx.is_of_copy() {
            cx.hide_made_up(slot, None, span, T::DESCRIPTOR);
        }
        if let Some(detail) = detail {
            cx.problem(slot, span, detail);
            if slot == 0 && first == b'"' && !cx.is_misplaced() && cx.reads_misplaced() {
                other_forms::in_string::<T>(tokens, span, cx);
            }
        }
    }
    Ok(())
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "most callers know what the first byte can be")]
fn scalar<'a>(tokens: &mut Lexer<'a>, first: u8) -> Result<ScalarToken<'a>, LexError> {
    match first {
        b'"' => Ok(ScalarToken::String(tokens.string()?)),
        b't' => tokens.literal("true").map(|()| ScalarToken::Boolean(true)),
        b'f' => tokens.literal("false").map(|()| ScalarToken::Boolean(false)),
        b'n' => tokens.literal("null").map(|()| ScalarToken::Null),
        b'-' | b'0'..=b'9' => match tokens.number()? {
            NumberToken::Integer(value) => Ok(ScalarToken::Integer(value)),
            NumberToken::String(text) => Ok(ScalarToken::Literal(text)),
        },
        _ => tokens.expected_value(),
    }
}

struct JsonSeq<'t, 'a> {
    tokens: &'t mut Lexer<'a>,
    first: bool,
}

impl Items for JsonSeq<'_, '_> {
    type Error = LexError;

    #[inline]
    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        target: &mut T,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<bool, LexError> {
        if !self.tokens.next_item(std::mem::take(&mut self.first))? {
            return Ok(false);
        }
        value::<T, KEEP>(self.tokens, target, cx, slot)?;
        Ok(true)
    }
}

/// A value that is read as an array with only this item.
pub(super) struct OneItem<'a>(pub(super) Option<Lexer<'a>>);

impl Items for OneItem<'_> {
    type Error = LexError;

    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        target: &mut T,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<bool, LexError> {
        match self.0.take() {
            Some(mut tokens) => value::<T, KEEP>(&mut tokens, target, cx, slot).map(|()| true),
            None => Ok(false),
        }
    }
}

/// A value that is read as that of a name, which it does not have in the text: an object with this member alone.
pub(super) struct OnePair<'a> {
    tokens: Lexer<'a>,
    name: &'static str,
}

impl<'a> OnePair<'a> {
    pub(super) fn new(tokens: Lexer<'a>, name: &'static str) -> Self {
        Self { tokens, name }
    }
}

impl MapSource for OnePair<'_> {
    type Error = LexError;

    fn next(&mut self, first: bool) -> Result<bool, LexError> {
        Ok(first)
    }

    fn skip_name(&mut self, _: &'static str) -> bool {
        false
    }

    fn key<T: WireValue>(&mut self) -> Result<Key, LexError> {
        Ok(T::index(self.name).map_or(Key::Other, Key::Member))
    }

    fn other(&mut self) -> String {
        self.name.to_owned()
    }

    /// The value of an inheritable property is that of the property itself, unless it is an object.
    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        target: &mut T,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), LexError> {
        let is_inheritable = T::JSON_TYPE == JsonType::Object && T::index(ACTUAL).is_some();
        if is_inheritable && self.tokens.peek() != b'{' {
            return target.object::<_, KEEP>(&mut OnePair::new(self.tokens.clone(), ACTUAL), cx, slot);
        }
        value::<T, KEEP>(&mut self.tokens, target, cx, slot)
    }

    fn tag(&mut self, urn: &'static str, _: u8) -> Result<Option<(Unexpected, InnerProblems)>, LexError> {
        members::tag(&mut self.tokens, urn)
    }

    fn capture(&mut self, name: &str, _: u8) -> Result<RawMember, LexError> {
        raw_value::read(&mut self.tokens, name)
    }

    fn skip(&mut self) -> Result<(), LexError> {
        self.tokens.skip()
    }

    fn start(&self) -> Span {
        Span { at: self.tokens.at(), len: 0 }
    }

    fn name(&self) -> Span {
        self.start()
    }

    fn last(&self) -> Span {
        self.start()
    }
}

struct JsonMap<'t, 'a> {
    tokens: &'t mut Lexer<'a>,
    start: usize,
    /// The start of the name that `key` read last.
    name: usize,
    /// The position of the last `__type`.
    last: Span,
}

impl MapSource for JsonMap<'_, '_> {
    type Error = LexError;

    #[inline]
    fn next(&mut self, first: bool) -> Result<bool, LexError> {
        self.tokens.next_key(first)
    }

    #[inline]
    fn skip_name(&mut self, quoted: &'static str) -> bool {
        self.tokens.skip_if(quoted)
    }

    #[inline(never)]
    fn key<T: WireValue>(&mut self) -> Result<Key, LexError> {
        self.name = self.tokens.at();
        let name = self.tokens.string()?;
        self.tokens.colon()?;
        Ok(match T::index(&name) {
            Some(member) => Key::Member(member),
            None if name == TYPE => Key::Type,
            None => Key::Other,
        })
    }

    fn other(&mut self) -> String {
        self.tokens.string_at(self.name).0
    }

    fn is_last(&self) -> bool {
        let mut ahead = self.tokens.clone();
        ahead.skip().is_ok() && ahead.peek() == b'}'
    }

    fn has_known_after<T: WireValue>(&self) -> bool {
        let mut ahead = self.tokens.clone();
        let mut has_known = || {
            ahead.skip()?;
            while ahead.next_key(false)? {
                if T::DESCRIPTOR.member(&ahead.string()?).is_some() {
                    return Ok(true);
                }
                ahead.colon()?;
                ahead.skip()?;
            }
            Ok::<_, LexError>(false)
        };
        has_known().unwrap_or(false)
    }

    fn begins_with_member<T: WireValue>(&self) -> bool {
        let names = T::DESCRIPTOR.members.iter().map(|member| member.name);
        let mut ahead = self.tokens.clone();
        if ahead.peek() == b'[' {
            // An array of bodies, or of the parts of one.
            ahead.skip_bytes(1);
        }
        ahead.first_name().is_some_and(|name| probable(&name, names).is_some())
    }

    fn is_array(&self) -> bool {
        self.tokens.clone().peek() == b'['
    }

    fn first_pair(&self) -> Option<String> {
        other_forms::first_pair(self.tokens)
    }

    fn read_pairs<T: WireValue>(&mut self, cx: &mut DecodeContext, slot: u16) -> Result<(), LexError> {
        other_forms::next_pairs::<T>(self.tokens, cx, slot)
    }

    fn read_property<T: WireValue>(
        &mut self,
        name: &'static str,
        step: Option<LocationSegment>,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), LexError> {
        other_forms::next_property::<T>(self.tokens, name, step, cx, slot)
    }

    #[inline]
    fn value<T: WireValue, const KEEP: bool>(
        &mut self,
        target: &mut T,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), LexError> {
        value::<T, KEEP>(self.tokens, target, cx, slot)
    }

    fn tag(&mut self, urn: &'static str, _: u8) -> Result<Option<(Unexpected, InnerProblems)>, LexError> {
        self.tokens.peek();
        let at = self.tokens.at();
        let found = members::tag(self.tokens, urn)?;
        self.last = Span { at, len: self.tokens.at() - at };
        Ok(found)
    }

    fn capture(&mut self, name: &str, _: u8) -> Result<RawMember, LexError> {
        raw_value::read(self.tokens, name)
    }

    fn skip(&mut self) -> Result<(), LexError> {
        self.tokens.skip()
    }

    fn start(&self) -> Span {
        Span { at: self.start, len: 0 }
    }

    fn name(&self) -> Span {
        Span { at: self.name, len: self.tokens.string_at(self.name).1 }
    }

    fn last(&self) -> Span {
        self.last
    }
}
