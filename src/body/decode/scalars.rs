//! The scalar types, and the types of members: `Field`, `Option`, `Vec`.

use crate::body::Field;
use crate::body::decode::members::{Items, MapSource, ScalarToken, WireValue};
use crate::body::decode::{DecodeContext, ValueHook};
use crate::codes::{Code, EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::descriptor::{JsonType, Required, TypeDescriptor};
use crate::json::number::{Number, out_of_range_f64};
use crate::report::{Hint, ProblemDetail, Unexpected};
use crate::value_ref::{ArrayRef, ValueRef};
use std::borrow::Cow;

impl WireValue for bool {
    #[inline]
    fn is_sound(&self, hook: &impl ValueHook, slot: u16) -> bool {
        hook.accepts_scalar(slot, || ScalarToken::Boolean(*self))
    }
    fn node(&self) -> Option<ValueRef<'_>> {
        Some(ValueRef::Boolean(*self))
    }

    const DESCRIPTOR: &'static TypeDescriptor = &TypeDescriptor::scalar(JsonType::Boolean, "Boolean", "");
    const JSON_TYPE: JsonType = JsonType::Boolean;

    fn scalar<const KEEP: bool>(&mut self, scalar: ScalarToken<'_>, _: &DecodeContext) -> Result<(), ProblemDetail> {
        match scalar {
            ScalarToken::Boolean(value) => *self = value,
            other => return Err(other.type_mismatch(Self::DESCRIPTOR)),
        }
        Ok(())
    }
}

impl WireValue for i32 {
    #[inline]
    fn is_sound(&self, hook: &impl ValueHook, slot: u16) -> bool {
        hook.accepts_scalar(slot, || ScalarToken::Integer((*self).into()))
    }
    fn node(&self) -> Option<ValueRef<'_>> {
        Some(ValueRef::Number(Number::Integer((*self).into())))
    }

    const DESCRIPTOR: &'static TypeDescriptor = &TypeDescriptor::scalar(JsonType::Int, "Int", "");
    const JSON_TYPE: JsonType = JsonType::Int;

    #[inline]
    fn scalar<const KEEP: bool>(&mut self, scalar: ScalarToken<'_>, _: &DecodeContext) -> Result<(), ProblemDetail> {
        *self = int(scalar, Self::DESCRIPTOR)?;
        Ok(())
    }
}

/// Returns the value of a number that is an integer of 32 bits.
#[inline]
fn int(scalar: ScalarToken<'_>, descriptor: &'static TypeDescriptor) -> Result<i32, ProblemDetail> {
    match scalar {
        ScalarToken::Integer(value) => i32::try_from(value)
            .map_err(|_| ProblemDetail::Type { expected: descriptor, found: Unexpected::OutOfRangeI32 }),
        other => unusual_int(other, descriptor),
    }
}

/// Returns the 32-bit integer that equals a number in any notation.
#[cold]
fn unusual_int(scalar: ScalarToken<'_>, descriptor: &'static TypeDescriptor) -> Result<i32, ProblemDetail> {
    let number = match scalar {
        ScalarToken::Float(value) => Number::Double(value),
        ScalarToken::Literal(text) => Number::from_json(text),
        other => return Err(other.type_mismatch(descriptor)),
    };
    match number.to_i32() {
        Some(value) => Ok(value),
        None if number.is_integral() && number.is_finite() => {
            Err(ProblemDetail::Type { expected: descriptor, found: Unexpected::OutOfRangeI32 })
        }
        None => Err(scalar.type_mismatch(descriptor)),
    }
}

impl WireValue for String {
    #[inline]
    fn is_sound(&self, hook: &impl ValueHook, slot: u16) -> bool {
        hook.accepts_scalar(slot, || ScalarToken::String(Cow::Borrowed(self)))
    }
    fn node(&self) -> Option<ValueRef<'_>> {
        Some(ValueRef::String(self))
    }

    const DESCRIPTOR: &'static TypeDescriptor = &TypeDescriptor::scalar(JsonType::String, "String", "");
    const JSON_TYPE: JsonType = JsonType::String;

    #[inline]
    fn scalar<const KEEP: bool>(&mut self, scalar: ScalarToken<'_>, _: &DecodeContext) -> Result<(), ProblemDetail> {
        match scalar {
            ScalarToken::String(text) if KEEP => *self = text.into_owned(),
            ScalarToken::String(_) => {}
            other => return Err(other.type_mismatch(Self::DESCRIPTOR)),
        }
        Ok(())
    }
}

impl WireValue for ErrorId {
    fn node(&self) -> Option<ValueRef<'_>> {
        Some(ValueRef::String(self.as_str()))
    }

    const DESCRIPTOR: &'static TypeDescriptor = <String as WireValue>::DESCRIPTOR;
    const JSON_TYPE: JsonType = JsonType::String;

    fn scalar<const KEEP: bool>(&mut self, scalar: ScalarToken<'_>, _: &DecodeContext) -> Result<(), ProblemDetail> {
        match scalar {
            ScalarToken::String(text) => {
                *self = Self::from(&*text);
                Ok(())
            }
            other => Err(other.type_mismatch(Self::DESCRIPTOR)),
        }
    }
}

/// Decodes a code. An unknown code is kept, and is a problem in a request.
fn code<C: Code + WireValue>(target: &mut C, scalar: ScalarToken<'_>, cx: &DecodeContext) -> Result<(), ProblemDetail> {
    *target = C::from_code(int(scalar, C::DESCRIPTOR)?);
    if cx.is_request() && !target.is_known() {
        return Err(ProblemDetail::UnknownCode { list: C::DESCRIPTOR, code: target.number() });
    }
    Ok(())
}

macro_rules! wire_codes {
    ($($Code:ident),+) => {$(
        impl WireValue for $Code {
            fn node(&self) -> Option<ValueRef<'_>> {
                Some(ValueRef::Number(Number::Integer(self.number().into())))
            }
            fn is_sound(&self, hook: &impl ValueHook, slot: u16) -> bool {
                self.is_known() && hook.accepts_scalar(slot, || ScalarToken::Integer(self.number().into()))
            }

            const DESCRIPTOR: &'static TypeDescriptor = &TypeDescriptor::code::<Self>();
            const JSON_TYPE: JsonType = JsonType::Int;

            fn scalar<const KEEP: bool>(&mut self, scalar: ScalarToken<'_>, cx: &DecodeContext) -> Result<(), ProblemDetail> {
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
                crate::body::decode::deserialize(deserializer)
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
        crate::body::decode::deserialize(deserializer)
    }
}

/// Absent, null or a value.
impl<T: WireValue> WireValue for Field<T> {
    fn node(&self) -> Option<ValueRef<'_>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(ValueRef::Null),
            Self::Value(value) => value.node(),
        }
    }
    #[inline]
    fn is_sound(&self, hook: &impl ValueHook, slot: u16) -> bool {
        match self {
            Self::Value(value) => value.is_sound(hook, slot),
            Self::Absent | Self::Null => true,
        }
    }

    const DESCRIPTOR: &'static TypeDescriptor = T::DESCRIPTOR;
    const JSON_TYPE: JsonType = T::JSON_TYPE;
    const REQUIRED: Required = Required::Never;
    const NULLABLE: bool = true;

    #[inline]
    fn scalar<const KEEP: bool>(&mut self, scalar: ScalarToken<'_>, cx: &DecodeContext) -> Result<(), ProblemDetail> {
        if matches!(scalar, ScalarToken::Null) {
            *self = Self::Null;
            return Ok(());
        }
        fill(self).scalar::<KEEP>(scalar, cx).inspect_err(|detail| {
            if !is_decoded(detail) {
                *self = Self::Absent;
            }
        })
    }

    #[inline]
    fn array<I: Items, const KEEP: bool>(
        &mut self,
        items: &mut I,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), I::Error> {
        fill(self).array::<I, KEEP>(items, cx, slot)
    }

    #[inline]
    fn object<E: MapSource, const KEEP: bool>(
        &mut self,
        entries: &mut E,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), E::Error> {
        fill(self).object::<E, KEEP>(entries, cx, slot)
    }

    #[inline]
    fn index(name: &str) -> Option<usize> {
        T::index(name)
    }

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

/// Returns whether a value could be decoded. If not, a member that may be absent becomes absent.
fn is_decoded(detail: &ProblemDetail) -> bool {
    matches!(detail, ProblemDetail::UnknownCode { .. })
}

/// Inserts a default value to decode into.
#[inline]
fn fill<T: Default>(field: &mut Field<T>) -> &mut T {
    // A member is decoded once, so it was absent and needs no drop.
    std::mem::forget(std::mem::replace(field, Field::Value(T::default())));
    match field {
        Field::Value(value) => value,
        Field::Absent | Field::Null => unreachable!("a value was inserted"),
    }
}

/// Absent or a value, never null.
impl<T: WireValue> WireValue for Option<T> {
    fn node(&self) -> Option<ValueRef<'_>> {
        self.as_ref().and_then(T::node)
    }
    fn is_sound(&self, hook: &impl ValueHook, slot: u16) -> bool {
        self.as_ref().is_none_or(|value| value.is_sound(hook, slot))
    }

    const DESCRIPTOR: &'static TypeDescriptor = T::DESCRIPTOR;
    const JSON_TYPE: JsonType = T::JSON_TYPE;
    const REQUIRED: Required = Required::Never;

    #[inline]
    fn scalar<const KEEP: bool>(&mut self, scalar: ScalarToken<'_>, cx: &DecodeContext) -> Result<(), ProblemDetail> {
        self.insert(T::default()).scalar::<KEEP>(scalar, cx).inspect_err(|detail| {
            if !is_decoded(detail) {
                *self = None;
            }
        })
    }

    #[inline]
    fn array<I: Items, const KEEP: bool>(
        &mut self,
        items: &mut I,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), I::Error> {
        self.insert(T::default()).array::<I, KEEP>(items, cx, slot)
    }

    #[inline]
    fn object<E: MapSource, const KEEP: bool>(
        &mut self,
        entries: &mut E,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), E::Error> {
        self.insert(T::default()).object::<E, KEEP>(entries, cx, slot)
    }

    #[inline]
    fn index(name: &str) -> Option<usize> {
        T::index(name)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: WireValue> WireValue for Vec<T> {
    fn node(&self) -> Option<ValueRef<'_>> {
        Some(ValueRef::Array(self))
    }
    fn is_sound(&self, hook: &impl ValueHook, slot: u16) -> bool {
        hook.accepts_array(slot, self.len()) && self.iter().all(|item| item.is_sound(hook, slot + 1))
    }

    const DESCRIPTOR: &'static TypeDescriptor = &TypeDescriptor::array(T::DESCRIPTOR);
    const JSON_TYPE: JsonType = JsonType::Array;

    fn array<I: Items, const KEEP: bool>(
        &mut self,
        items: &mut I,
        cx: &mut DecodeContext,
        slot: u16,
    ) -> Result<(), I::Error> {
        cx.enter_array(slot);
        loop {
            let mut item = T::default();
            if !items.value::<T, KEEP>(&mut item, cx, slot + 1)? {
                cx.leave_array();
                return Ok(());
            }
            if KEEP {
                self.push(item);
            } else {
                // Nothing was kept in it, so nothing needs a drop.
                std::mem::forget(item);
            }
            cx.next_item();
        }
    }
}

impl ScalarToken<'_> {
    /// Returns the problem of a scalar where another type is expected.
    #[cold]
    pub(crate) fn type_mismatch(self, expected: &'static TypeDescriptor) -> ProblemDetail {
        let detail = match (self.found(), expected.kind) {
            (Unexpected::Null, _) => ProblemDetail::Null { expected },
            (Unexpected::Number, JsonType::Int) if self.is_rounded_to_integer() => {
                ProblemDetail::NearInteger { expected }
            }
            (Unexpected::Number, JsonType::Int) => ProblemDetail::Type { expected, found: Unexpected::NonInteger },
            (found, _) => ProblemDetail::Type { expected, found },
        };
        match &self {
            Self::String(string) => detail.with_hint(Hint::of_string(string, expected)),
            _ if expected.kind == JsonType::String && self.may_lack_digits() => {
                detail.with_hint(Some(Hint::LostDigits))
            }
            _ => detail,
        }
    }

    /// Returns whether it is a number whose nearest 64-bit float is integral.
    fn is_rounded_to_integer(&self) -> bool {
        matches!(self, Self::Literal(text) if text.parse().is_ok_and(|nearest: f64| nearest.fract() == 0.0))
    }

    /// Returns whether it is a large number in another notation than that of an integer, as programs write rounded ones.
    fn may_lack_digits(&self) -> bool {
        let is_large = |value: f64| value.is_finite() && value.abs() >= 1e6 && value.fract() == 0.0;
        match self {
            Self::Float(value) => is_large(*value),
            Self::Literal(text) => text.parse::<u64>().is_err() && text.parse().is_ok_and(is_large),
            Self::Null | Self::Boolean(_) | Self::Integer(_) | Self::String(_) => false,
        }
    }

    /// Returns the scalar as an unexpected value.
    pub(crate) fn found(&self) -> Unexpected {
        match self {
            Self::Null => Unexpected::Null,
            Self::Boolean(_) => Unexpected::Boolean,
            Self::Float(value) if value.is_infinite() => Unexpected::OutOfRangeF64,
            Self::Literal(text) if out_of_range_f64(text) => Unexpected::OutOfRangeF64,
            Self::Integer(_) | Self::Float(_) | Self::Literal(_) => Unexpected::Number,
            Self::String(text) => Unexpected::String(text.chars().count()),
        }
    }
}
impl<T: WireValue> ArrayRef for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> Option<ValueRef<'_>> {
        self.get(index).and_then(T::node)
    }
}
