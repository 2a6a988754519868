use super::decimal::Decimal;
use super::{Number, is_json, out_of_range_f64};
use std::cmp::Ordering;
use std::error::Error;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// A JSON number that keeps its notation and is compared by its exact decimal value, such as a bound in a rule file.
///
/// ```
/// use icws_schema::rules::OwnedNumber;
///
/// let bound: OwnedNumber = "9007199254740993.0".parse()?;
/// assert_eq!(bound, OwnedNumber::from(9_007_199_254_740_993));
/// assert!(bound > OwnedNumber::from(9_007_199_254_740_992));
/// assert_eq!(bound.to_string(), "9007199254740993.0");
/// assert!("1e400".parse::<OwnedNumber>().is_err());
/// # Ok::<(), icws_schema::rules::InvalidNumber>(())
/// ```
#[derive(Clone)]
pub struct OwnedNumber(Repr);

/// Most numbers are plain integers, which need no allocation.
#[derive(Clone)]
enum Repr {
    Integer(i64),
    Literal(Box<str>),
}

impl OwnedNumber {
    /// Copies a number; `None` for a non-finite `f64`, which JSON cannot express.
    #[must_use]
    pub fn new(number: Number<'_>) -> Option<Self> {
        Some(Self(match number {
            Number::Integer(value) => Repr::Integer(value),
            other => Repr::Literal(other.literal()?.into()),
        }))
    }

    /// Returns the number, borrowed.
    #[must_use]
    #[inline]
    pub fn as_number(&self) -> Number<'_> {
        match &self.0 {
            Repr::Integer(value) => Number::Integer(*value),
            Repr::Literal(text) => Number::Literal(text),
        }
    }
}

impl From<i64> for OwnedNumber {
    fn from(value: i64) -> Self {
        Self(Repr::Integer(value))
    }
}

/// Creates a number with the shortest notation of an `f64`.
///
/// # Errors
///
/// Returns an error if the `f64` is not finite.
impl TryFrom<f64> for OwnedNumber {
    type Error = InvalidNumber;

    fn try_from(value: f64) -> Result<Self, InvalidNumber> {
        Self::new(Number::Double(value)).ok_or(InvalidNumber::OutOfRange)
    }
}

/// Parses a JSON number; the string must contain nothing else.
///
/// # Errors
///
/// Returns an error if the string is not a JSON number, or if the number is out of range for `f64`, such as `1e400`.
impl FromStr for OwnedNumber {
    type Err = InvalidNumber;

    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        if !is_json(text) {
            return Err(InvalidNumber::Syntax);
        }
        if out_of_range_f64(text) {
            return Err(InvalidNumber::OutOfRange);
        }
        // An integer would lose the sign.
        let integer = if text == "-0" { None } else { text.parse().ok() };
        Ok(Self(integer.map_or_else(|| Repr::Literal(text.into()), Repr::Integer)))
    }
}

/// Writes the number in its original notation.
impl fmt::Display for OwnedNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_number().fmt(f)
    }
}

impl fmt::Debug for OwnedNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Ord for OwnedNumber {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        // All are finite, so they are ordered.
        self.as_number().partial_cmp(&other.as_number()).unwrap_or(Ordering::Equal)
    }
}

impl PartialOrd for OwnedNumber {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for OwnedNumber {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for OwnedNumber {}

impl Hash for OwnedNumber {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match (&self.0, self.as_number().to_i64()) {
            (_, Some(integer)) => integer.hash(state),
            (Repr::Integer(integer), None) => integer.hash(state),
            (Repr::Literal(text), None) => Decimal::new(text).hash(state),
        }
    }
}

/// The error for what is not a number, or not the kind of number that is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvalidNumber {
    /// The string is not a JSON number.
    Syntax,
    /// The number is out of range for `f64`.
    OutOfRange,
    /// The number is not integral.
    NotIntegral,
}

impl fmt::Display for InvalidNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Syntax => "expected a JSON number",
            Self::OutOfRange => "expected a number in the range of a 64-bit float",
            Self::NotIntegral => "expected an integer",
        })
    }
}

impl Error for InvalidNumber {}
