//! The scalars of the wire, and the wrappers of members.

use super::field::Field;
use super::fill::{Entries, Items, Scalar, Wire};
use super::shape::{Kind, Required, Shape};
use crate::codes::{Code, EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, ValidationErrorType};
#[cfg(feature = "rules")]
use crate::node::{List, Node, Number};
use crate::read::Cx;
use crate::report::{Found, Wrong};
#[cfg(feature = "rules")]
use crate::rules::InPass;
#[cfg(feature = "rules")]
use std::borrow::Cow;

impl Wire for bool {
    #[cfg(feature = "rules")]
    #[inline]
    fn is_sound(&self, judge: &InPass, place: u16) -> bool {
        judge.passes(place, || Scalar::Boolean(*self))
    }

    #[cfg(feature = "rules")]
    fn node(&self) -> Option<Node<'_>> {
        Some(Node::Boolean(*self))
    }

    const SHAPE: &'static Shape = &Shape::scalar(Kind::Boolean, "Boolean", "");
    const KIND: Kind = Kind::Boolean;

    fn scalar<const KEEP: bool>(&mut self, scalar: Scalar<'_>, _: &Cx) -> Result<(), Wrong> {
        match scalar {
            Scalar::Boolean(value) => *self = value,
            other => return Err(other.wrong(Self::SHAPE)),
        }
        Ok(())
    }
}

impl Wire for i32 {
    #[cfg(feature = "rules")]
    #[inline]
    fn is_sound(&self, judge: &InPass, place: u16) -> bool {
        judge.passes(place, || Scalar::Integer((*self).into()))
    }

    #[cfg(feature = "rules")]
    fn node(&self) -> Option<Node<'_>> {
        Some(Node::Number(Number::Integer((*self).into())))
    }

    const SHAPE: &'static Shape = &Shape::scalar(Kind::Int, "Int", "");
    const KIND: Kind = Kind::Int;

    #[inline]
    fn scalar<const KEEP: bool>(&mut self, scalar: Scalar<'_>, _: &Cx) -> Result<(), Wrong> {
        *self = int(scalar, Self::SHAPE)?;
        Ok(())
    }
}

/// A number with an integral value that 32 bits hold.
#[inline]
fn int(scalar: Scalar<'_>, shape: &'static Shape) -> Result<i32, Wrong> {
    let value = match scalar {
        Scalar::Integer(value) => value,
        #[allow(clippy::cast_possible_truncation)] // what does not fit is beyond 32 bits either way
        Scalar::Float(value) if value.fract() == 0.0 => value as i64,
        other => return Err(other.wrong(shape)),
    };
    i32::try_from(value).map_err(|_| Wrong::Kind { expected: shape, found: Found::Beyond32Bits })
}

impl Wire for String {
    #[cfg(feature = "rules")]
    #[inline]
    fn is_sound(&self, judge: &InPass, place: u16) -> bool {
        judge.passes(place, || Scalar::Text(Cow::Borrowed(self)))
    }

    #[cfg(feature = "rules")]
    fn node(&self) -> Option<Node<'_>> {
        Some(Node::Text(self))
    }

    const SHAPE: &'static Shape = &Shape::scalar(Kind::Text, "String", "");
    const KIND: Kind = Kind::Text;

    #[inline]
    fn scalar<const KEEP: bool>(&mut self, scalar: Scalar<'_>, _: &Cx) -> Result<(), Wrong> {
        match scalar {
            Scalar::Text(text) if KEEP => *self = text.into_owned(),
            Scalar::Text(_) => {}
            other => return Err(other.wrong(Self::SHAPE)),
        }
        Ok(())
    }
}

impl Wire for ErrorId {
    #[cfg(feature = "rules")]
    fn node(&self) -> Option<Node<'_>> {
        Some(Node::Text(self.as_str()))
    }

    const SHAPE: &'static Shape = <String as Wire>::SHAPE;
    const KIND: Kind = Kind::Text;

    fn scalar<const KEEP: bool>(&mut self, scalar: Scalar<'_>, _: &Cx) -> Result<(), Wrong> {
        match scalar {
            Scalar::Text(text) if KEEP => *self = Self::from_text(&text),
            Scalar::Text(_) => {}
            other => return Err(other.wrong(Self::SHAPE)),
        }
        Ok(())
    }
}

/// Reads a code; one that is not listed is kept, and in a request it is wrong.
fn code<C: Code + Wire>(slot: &mut C, scalar: Scalar<'_>, cx: &Cx) -> Result<(), Wrong> {
    *slot = C::from_number(int(scalar, C::SHAPE)?);
    if cx.is_request() && !slot.is_listed() {
        return Err(Wrong::Unlisted { list: C::SHAPE, code: slot.number() });
    }
    Ok(())
}

macro_rules! wire_codes {
    ($($Code:ident),+) => {$(
        impl Wire for $Code {
            #[cfg(feature = "rules")]
            fn node(&self) -> Option<Node<'_>> {
                Some(Node::Number(Number::Integer(self.number().into())))
            }

            #[cfg(feature = "rules")]
            fn is_sound(&self, judge: &InPass, place: u16) -> bool {
                self.is_listed() && judge.passes(place, || Scalar::Integer(self.number().into()))
            }

            const SHAPE: &'static Shape = &Shape::code::<Self>();
            const KIND: Kind = Kind::Int;

            fn scalar<const KEEP: bool>(&mut self, scalar: Scalar<'_>, cx: &Cx) -> Result<(), Wrong> {
                code(self, scalar, cx)
            }
        }

        impl serde::Serialize for $Code {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i32(self.number())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Code {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::read::deserialize(deserializer)
            }
        }
    )+};
}

wire_codes!(EFaqSearchOptions, InheritedFromType, LicenseErrorType, ValidationErrorType);

impl serde::Serialize for ErrorId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for ErrorId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::read::deserialize(deserializer)
    }
}

/// Absent, null or a value.
impl<T: Wire> Wire for Field<T> {
    #[cfg(feature = "rules")]
    fn node(&self) -> Option<Node<'_>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(Node::Null),
            Self::Value(value) => value.node(),
        }
    }

    #[cfg(feature = "rules")]
    #[inline]
    fn is_sound(&self, judge: &InPass, place: u16) -> bool {
        match self {
            Self::Value(value) => value.is_sound(judge, place),
            Self::Absent | Self::Null => true,
        }
    }

    const SHAPE: &'static Shape = T::SHAPE;
    const KIND: Kind = T::KIND;
    const REQUIRED: Required = Required::Never;
    const NULLABLE: bool = true;

    #[inline]
    fn scalar<const KEEP: bool>(&mut self, scalar: Scalar<'_>, cx: &Cx) -> Result<(), Wrong> {
        if matches!(scalar, Scalar::Null) {
            *self = Self::Null;
            return Ok(());
        }
        fill(self).scalar::<KEEP>(scalar, cx)
    }

    #[inline]
    fn list<I: Items, const KEEP: bool>(&mut self, items: &mut I, cx: &mut Cx, place: u16) -> Result<(), I::Error> {
        fill(self).list::<I, KEEP>(items, cx, place)
    }

    #[inline]
    fn object<E: Entries, const KEEP: bool>(
        &mut self,
        entries: &mut E,
        cx: &mut Cx,
        place: u16,
    ) -> Result<(), E::Error> {
        fill(self).object::<E, KEEP>(entries, cx, place)
    }

    #[inline]
    fn index(name: &str) -> Option<usize> {
        T::index(name)
    }

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

/// Makes room for a value that is being read.
#[inline]
fn fill<T: Default>(field: &mut Field<T>) -> &mut T {
    // A member is read once, so what stood here was absent and needs no drop.
    std::mem::forget(std::mem::replace(field, Field::Value(T::default())));
    match field {
        Field::Value(value) => value,
        Field::Absent | Field::Null => unreachable!("it was filled"),
    }
}

/// Absent or a value, never null.
impl<T: Wire> Wire for Option<T> {
    #[cfg(feature = "rules")]
    fn node(&self) -> Option<Node<'_>> {
        self.as_ref().and_then(T::node)
    }

    #[cfg(feature = "rules")]
    fn is_sound(&self, judge: &InPass, place: u16) -> bool {
        self.as_ref().is_none_or(|value| value.is_sound(judge, place))
    }

    const SHAPE: &'static Shape = T::SHAPE;
    const KIND: Kind = T::KIND;
    const REQUIRED: Required = Required::Never;

    #[inline]
    fn scalar<const KEEP: bool>(&mut self, scalar: Scalar<'_>, cx: &Cx) -> Result<(), Wrong> {
        self.insert(T::default()).scalar::<KEEP>(scalar, cx)
    }

    #[inline]
    fn list<I: Items, const KEEP: bool>(&mut self, items: &mut I, cx: &mut Cx, place: u16) -> Result<(), I::Error> {
        self.insert(T::default()).list::<I, KEEP>(items, cx, place)
    }

    #[inline]
    fn object<E: Entries, const KEEP: bool>(
        &mut self,
        entries: &mut E,
        cx: &mut Cx,
        place: u16,
    ) -> Result<(), E::Error> {
        self.insert(T::default()).object::<E, KEEP>(entries, cx, place)
    }

    #[inline]
    fn index(name: &str) -> Option<usize> {
        T::index(name)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Wire> Wire for Vec<T> {
    #[cfg(feature = "rules")]
    fn node(&self) -> Option<Node<'_>> {
        Some(Node::List(self))
    }

    #[cfg(feature = "rules")]
    fn is_sound(&self, judge: &InPass, place: u16) -> bool {
        judge.passes_list(place, self.len()) && self.iter().all(|item| item.is_sound(judge, place + 1))
    }

    const SHAPE: &'static Shape = &Shape::list(T::SHAPE);
    const KIND: Kind = Kind::List;

    fn list<I: Items, const KEEP: bool>(&mut self, items: &mut I, cx: &mut Cx, place: u16) -> Result<(), I::Error> {
        cx.enter_list(place);
        loop {
            let mut item = T::default();
            if !items.value::<T, KEEP>(&mut item, cx, place + 1)? {
                cx.leave_list();
                return Ok(());
            }
            if KEEP {
                self.push(item);
            }
            cx.next_item();
        }
    }
}

impl Scalar<'_> {
    /// What is wrong with a scalar where something else is expected.
    #[cold]
    pub(crate) fn wrong(self, expected: &'static Shape) -> Wrong {
        match (self.found(), expected.kind) {
            (Found::Null, _) => Wrong::Null { expected },
            (Found::Number, Kind::Int) => Wrong::Kind { expected, found: Found::Fraction },
            (found, _) => Wrong::Kind { expected, found },
        }
    }

    /// What a scalar is, for those who expect another one.
    pub(crate) fn found(&self) -> Found {
        match self {
            Self::Null => Found::Null,
            Self::Boolean(_) => Found::Boolean,
            Self::Float(value) if value.is_infinite() => Found::BeyondDouble,
            Self::Integer(_) | Self::Float(_) => Found::Number,
            Self::Text(text) => Found::Text(text.chars().count()),
        }
    }
}

#[cfg(feature = "rules")]
impl<T: Wire> List for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> Option<Node<'_>> {
        self.get(index).and_then(T::node)
    }
}
