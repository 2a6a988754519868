//! Numbers with their exact decimal values, of any size and in any notation.
#![allow(dead_code, reason = "its users follow")]

mod decimal;
mod integer;
mod owned;
#[cfg(test)]
mod properties;
mod remainder;
#[cfg(test)]
mod tests;

pub use integer::Integer;
pub use owned::{InvalidNumber, OwnedNumber};

use decimal::Decimal;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

/// A number as its source represents it.
///
/// Numbers are compared by their exact decimal values, of any size and in any notation (our choice): `1.0` equals `1`,
/// and `9007199254740993.0` is greater than `9007199254740992`. The value of an `f64` is that of its shortest notation,
/// as in JSON: `0.1_f64` equals `0.1`. A non-finite `f64` is neither equal to nor greater than any number.
///
/// ```
/// use icws_schema::rules::Number;
///
/// assert_eq!(Number::Double(1.0), Number::Integer(1));
/// assert!(Number::Double(9_007_199_254_740_992.0) < Number::Integer(9_007_199_254_740_993));
/// assert_eq!(Number::Double(1e3).to_i64(), Some(1000));
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Number<'a> {
    /// An integer.
    Integer(i64),
    /// An integer that is not negative.
    Unsigned(u64),
    /// A 64-bit float.
    Double(f64),
    /// A number as written in JSON; always valid JSON.
    #[non_exhaustive]
    Literal(&'a str),
}

impl<'a> Number<'a> {
    /// Creates a number from its JSON, which must be valid.
    pub(crate) fn from_json(literal: &'a str) -> Self {
        literal.parse().map_or(Self::Literal(literal), Self::Integer)
    }

    /// Parses a JSON number; the string must contain nothing else.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        is_json(text).then(|| Self::from_json(text))
    }

    /// Returns whether the value is an integer; `1.0` is one.
    #[must_use]
    pub fn is_integral(self) -> bool {
        self.plain().is_some() || self.decimal(|decimal| decimal.is_integral()).unwrap_or(false)
    }

    /// Returns whether the nearest `f64` is finite. JSON can express larger numbers, such as `1e400`.
    #[must_use]
    pub fn is_finite(self) -> bool {
        match self {
            Self::Integer(_) | Self::Unsigned(_) => true,
            Self::Double(value) => value.is_finite(),
            Self::Literal(text) => !out_of_range_f64(text),
        }
    }

    /// Returns the value if it is an integer of 32 bits.
    pub(crate) fn to_i32(self) -> Option<i32> {
        self.to_i64()?.try_into().ok()
    }

    /// Returns the value if it is an integer of 64 bits.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        self.plain().or_else(|| self.to_i128()?.try_into().ok())
    }

    /// Returns the value if it is an integer of 128 bits.
    #[must_use]
    pub fn to_i128(self) -> Option<i128> {
        match self.plain() {
            Some(value) => Some(value.into()),
            None => self.decimal(|decimal| decimal.integer()).flatten(),
        }
    }

    /// Returns the nearest `f64`, which is infinite if the number is out of range.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "the nearest `f64` is what is returned")]
    pub fn to_f64(self) -> f64 {
        match self {
            Self::Integer(value) => value as f64,
            Self::Unsigned(value) => value as f64,
            Self::Double(value) => value,
            Self::Literal(text) => nearest_f64(text),
        }
    }

    /// Returns the remainder, at least 0, of an integer of any size; `None` if the number is not integral, or the divisor 0.
    pub(crate) fn rem_euclid(self, divisor: u64) -> Option<u64> {
        match self.plain() {
            Some(value) => i128::from(value).checked_rem_euclid(divisor.into())?.try_into().ok(),
            None => self.decimal(|decimal| decimal.rem_euclid(divisor)).flatten(),
        }
    }

    /// Returns whether two integers of any size have the same remainder, at least 0; false if one is not integral, has more digits
    /// than any `f64`, or if the divisor is 0 or less.
    pub(crate) fn is_congruent(self, other: Number<'_>, divisor: Number<'_>) -> bool {
        if let Some(divisor) = divisor.to_i128().and_then(|divisor| u64::try_from(divisor).ok()) {
            return self.rem_euclid(divisor).is_some_and(|rest| other.rem_euclid(divisor) == Some(rest));
        }
        let (Some(one), Some(other), Some(divisor)) =
            (self.integer_digits(), other.integer_digits(), divisor.integer_digits())
        else {
            return false;
        };
        remainder::rem_euclid(&one, &divisor) == remainder::rem_euclid(&other, &divisor)
    }

    /// Returns the digits of an integer, such as `100` for `1e2`; `None` if the number is not integral, or has more digits than
    /// any `f64`.
    pub(crate) fn integer_digits(self) -> Option<String> {
        match self.plain() {
            Some(value) => Some(value.to_string()),
            None => self.decimal(|decimal| decimal.integer_digits()).flatten(),
        }
    }

    /// Returns whether the number is between inclusive, optional bounds.
    pub(crate) fn is_within(self, min: Option<Number<'_>>, max: Option<Number<'_>>) -> bool {
        min.is_none_or(|min| self >= min) && max.is_none_or(|max| self <= max)
    }

    /// Returns the number in JSON syntax: an integer of 64 bits in plain digits, which every serde format keeps, any other number in
    /// its own notation.
    pub(crate) fn to_json(self) -> String {
        self.to_i64().map_or_else(|| self.to_string(), |integer| integer.to_string())
    }

    /// Returns the number as a response writes it in `propertyValue`: an integer with all its digits, any other number
    /// with the fewest digits that parse as the same `f64`, a number out of range as it was written.
    pub(crate) fn property_value(self) -> String {
        match self {
            Self::Literal("-0") => "0".to_owned(),
            Self::Literal(text) if !is_plain(text) => {
                let double = nearest_f64(text);
                if double.is_finite() { shortest_literal(double) } else { text.to_owned() }
            }
            other => other.to_string(),
        }
    }

    /// Returns the value of a 64-bit integer in plain notation; `None` for any other notation or number.
    #[inline]
    fn plain(self) -> Option<i64> {
        match self {
            Self::Integer(value) => Some(value),
            Self::Unsigned(value) => value.try_into().ok(),
            Self::Double(_) => None,
            Self::Literal(text) => text.parse().ok(),
        }
    }

    /// Returns the number in JSON syntax; `None` if it is not finite as an `f64`.
    fn literal(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Double(value) if !value.is_finite() => None,
            Self::Literal(text) => Some(Cow::Borrowed(text)),
            other => Some(Cow::Owned(other.to_string())),
        }
    }

    /// Compares the number with one that has been read.
    pub(crate) fn cmp_read(self, other: ReadNumber<'_>) -> Option<Ordering> {
        self.decimal(|one| one.cmp(&other.0))
    }

    fn decimal<T>(self, read: impl FnOnce(Decimal<'_>) -> T) -> Option<T> {
        self.literal().map(|literal| read(Decimal::new(&literal)))
    }
}

/// A number whose notation has been read: comparing it takes no longer than reading the other number.
#[derive(Clone, Copy)]
pub(crate) struct ReadNumber<'a>(Decimal<'a>);

impl<'a> ReadNumber<'a> {
    /// Reads a valid JSON number.
    pub(crate) fn new(literal: &'a str) -> Self {
        Self(Decimal::new(literal))
    }

    pub(crate) fn is_integral(self) -> bool {
        self.0.is_integral()
    }
}

/// Writes the number in JSON syntax; a non-finite `f64` as Rust writes it.
impl fmt::Display for Number<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => value.fmt(f),
            Self::Unsigned(value) => value.fmt(f),
            Self::Double(value) => f.write_str(&shortest_literal(*value)),
            Self::Literal(text) => f.write_str(text),
        }
    }
}

impl PartialOrd for Number<'_> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Integer(one), Self::Integer(two)) => Some(one.cmp(two)),
            _ => compare(*self, *other),
        }
    }
}

impl PartialEq for Number<'_> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

fn compare(one: Number<'_>, two: Number<'_>) -> Option<Ordering> {
    match (one.plain(), two.plain()) {
        (Some(one), Some(two)) => Some(one.cmp(&two)),
        _ => one.decimal(|one| two.decimal(|two| one.cmp(&two))).flatten(),
    }
}

/// Returns whether a JSON number is so large that the nearest `f64` is infinite.
pub(crate) fn out_of_range_f64(number: &str) -> bool {
    // Any shorter number is smaller.
    number.len() >= "2e308".len() && nearest_f64(number).is_infinite()
}

fn nearest_f64(number: &str) -> f64 {
    // `std` cuts exponents off at some number of at least 65536, for which the digits of a shorter text cannot make up.
    const LONG: usize = 10_000;
    let nearest = if number.len() < LONG { number.parse() } else { Decimal::new(number).normalized().parse() };
    nearest.unwrap_or(f64::NAN)
}

/// Returns the fewest digits that parse as the same `f64`: in plain notation if its magnitude is at least 1e-5 and
/// below 1e16, otherwise with an exponent.
///
/// If two are equally near (`604201901804828.25`), the one with the even last digit, as in JavaScript and Python; `std`
/// takes the upper one.
fn shortest_literal(double: f64) -> String {
    let (shortest, nearest) = match double.abs() {
        0.0 => return "0".to_owned(),
        1e-5..1e16 => {
            let shortest = double.to_string();
            let decimals = shortest.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            (shortest, format!("{double:.decimals$}"))
        }
        _ => {
            let shortest = format!("{double:e}");
            let decimals = shortest.find('e').unwrap_or_default() - usize::from(double < 0.0);
            let decimals = decimals.saturating_sub("0.".len());
            (shortest, format!("{double:.decimals$e}"))
        }
    };
    if nearest.parse() == Ok(double) { nearest } else { shortest }
}

/// Returns whether a valid JSON number has neither fraction nor exponent.
fn is_plain(number: &str) -> bool {
    !number.contains(['.', 'e', 'E'])
}

/// Returns whether a string is a JSON number and nothing else.
fn is_json(text: &str) -> bool {
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    are_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(are_digits)
        && exponent.is_none_or(are_digits)
}
