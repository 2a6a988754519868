//! The fast driver: the tokens of a JSON text.

use super::capture;
use super::cx::{Cx, Span};
use crate::json::tokens::{Number, Syntax, SyntaxError, Tokens};
use crate::report::{Found, Wrong};
use crate::wire::Kind;
use crate::wire::fill::{Captured, Entries, Items, Key, Scalar, TYPE, Wire};

/// Reads a value into its slot; what is wrong with it goes to `cx`, what is no JSON ends the reading.
#[inline]
pub(crate) fn value<T: Wire, const KEEP: bool>(
    tokens: &mut Tokens<'_>,
    slot: &mut T,
    cx: &mut Cx,
    place: u16,
) -> Result<(), Syntax> {
    let first = tokens.peek();
    let at = tokens.at();
    match (T::KIND, first) {
        (Kind::Object, b'{') => object::<T, KEEP>(tokens, slot, cx, place),
        (Kind::List, b'[') => {
            tokens.enter()?;
            slot.list::<_, KEEP>(&mut PullItems { tokens, first: true }, cx, place)?;
            cx.judge_list(place, at, || tokens.since(at));
            Ok(())
        }
        (Kind::Boolean, b't' | b'f') | (Kind::Text, b'"') | (Kind::Int, b'-' | b'0'..=b'9') => {
            if T::KIND == Kind::Text && !KEEP && cx.judges(place).is_none() {
                return tokens.skip_text();
            }
            let scalar = scalar(tokens, first)?;
            cx.judge_scalar(place, &scalar, at, tokens.at());
            if let Err(wrong) = slot.scalar::<KEEP>(scalar, cx) {
                cx.wrong_value(place, Span { at, len: tokens.at() - at }, wrong);
            }
            Ok(())
        }
        _ => {
            let scalar = other(tokens, first)?;
            let wrong = match scalar {
                Ok(scalar) => match slot.scalar::<KEEP>(scalar, cx) {
                    Ok(()) => return Ok(()),
                    Err(wrong) => wrong,
                },
                Err(found) => Wrong::Kind { expected: T::SHAPE, found },
            };
            cx.problem(place, Span { at, len: tokens.at() - at }, wrong);
            Ok(())
        }
    }
}

/// Reads an object out of line: its code is long, and every member of the type shares it.
#[inline(never)]
fn object<T: Wire, const KEEP: bool>(
    tokens: &mut Tokens<'_>,
    slot: &mut T,
    cx: &mut Cx,
    place: u16,
) -> Result<(), Syntax> {
    let start = tokens.at();
    tokens.enter()?;
    slot.object::<_, KEEP>(&mut PullEntries { tokens, start, first: true, name: start, last: Span::NONE }, cx, place)
}

#[inline]
fn scalar<'a>(tokens: &mut Tokens<'a>, first: u8) -> Result<Scalar<'a>, Syntax> {
    match first {
        b'"' => Ok(Scalar::Text(tokens.text()?)),
        b't' => tokens.word("true").map(|()| Scalar::Boolean(true)),
        b'f' => tokens.word("false").map(|()| Scalar::Boolean(false)),
        b'n' => tokens.word("null").map(|()| Scalar::Null),
        b'-' | b'0'..=b'9' => match tokens.number()? {
            Number::Integer(value) => Ok(Scalar::Integer(value)),
            // Every JSON number is one that `f64` reads; beyond a double it becomes infinite.
            Number::Text(text) => Ok(Scalar::Float(text.parse().unwrap_or(f64::INFINITY))),
        },
        _ => Err(tokens.wrong(SyntaxError::Value)),
    }
}

/// Reads a value that is not of the expected kind: a scalar, or a container that is stepped over.
#[cold]
fn other<'a>(tokens: &mut Tokens<'a>, first: u8) -> Result<Result<Scalar<'a>, Found>, Syntax> {
    match first {
        b'{' => tokens.skip().map(|()| Err(Found::Object)),
        b'[' => tokens.skip().map(|()| Err(Found::List)),
        _ => scalar(tokens, first).map(Ok),
    }
}

struct PullItems<'t, 'a> {
    tokens: &'t mut Tokens<'a>,
    first: bool,
}

impl Items for PullItems<'_, '_> {
    type Error = Syntax;

    #[inline]
    fn value<T: Wire, const KEEP: bool>(&mut self, slot: &mut T, cx: &mut Cx, place: u16) -> Result<bool, Syntax> {
        if !self.tokens.next_item(std::mem::take(&mut self.first))? {
            return Ok(false);
        }
        value::<T, KEEP>(self.tokens, slot, cx, place)?;
        Ok(true)
    }
}

struct PullEntries<'t, 'a> {
    tokens: &'t mut Tokens<'a>,
    start: usize,
    first: bool,
    /// Where the last name begins.
    name: usize,
    /// Where the last `__type` stood.
    last: Span,
}

impl Entries for PullEntries<'_, '_> {
    type Error = Syntax;

    #[inline]
    fn key<T: Wire>(&mut self, next: usize) -> Result<Key, Syntax> {
        if !self.tokens.next_name(std::mem::take(&mut self.first))? {
            return Ok(Key::End);
        }
        self.name = self.tokens.at();
        if let Some(len) = T::stands(next, self.tokens.rest()) {
            self.tokens.skip_bytes(len);
            return Ok(Key::Member(next));
        }
        let name = self.tokens.text()?;
        self.tokens.colon()?;
        Ok(match T::index(&name) {
            Some(member) => Key::Member(member),
            None if name == TYPE => Key::Type,
            None => Key::Other,
        })
    }

    fn other(&mut self) -> String {
        self.tokens.text_at(self.name).0
    }

    #[inline]
    fn value<T: Wire, const KEEP: bool>(&mut self, slot: &mut T, cx: &mut Cx, place: u16) -> Result<(), Syntax> {
        value::<T, KEEP>(self.tokens, slot, cx, place)
    }

    fn tag(&mut self, urn: &'static str) -> Result<Option<Found>, Syntax> {
        let first = self.tokens.peek();
        let at = self.tokens.at();
        let found = match other(self.tokens, first)? {
            Ok(Scalar::Text(text)) if text == urn => None,
            Ok(scalar) => Some(scalar.found()),
            Err(found) => Some(found),
        };
        self.last = Span { at, len: self.tokens.at() - at };
        Ok(found)
    }

    fn capture(&mut self, name: &str, _: u8) -> Result<Captured, Syntax> {
        capture::pull(self.tokens, name)
    }

    fn skip(&mut self) -> Result<(), Syntax> {
        self.tokens.skip()
    }

    fn start(&self) -> Span {
        Span { at: self.start, len: 0 }
    }

    fn name(&self) -> Span {
        Span { at: self.name, len: self.tokens.text_at(self.name).1 }
    }

    fn last(&self) -> Span {
        self.last
    }
}
