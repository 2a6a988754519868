use super::{InvalidNumber, Number, OwnedNumber};
use std::fmt;
use std::str::FromStr;

/// A JSON number with an integral value of any size, which keeps its notation and is compared by its exact decimal value.
///
/// ```
/// use icws_schema::rules::Integer;
///
/// let bound: Integer = "1e30".parse()?;
/// assert!(bound > Integer::from(i64::MAX));
/// assert_eq!(bound.to_string(), "1e30");
/// assert_eq!("5.0".parse::<Integer>()?.to_i64(), Some(5));
/// assert!("5.5".parse::<Integer>().is_err());
/// # Ok::<(), icws_schema::rules::InvalidNumber>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer(OwnedNumber);

impl Integer {
    /// Returns the number, borrowed.
    #[must_use]
    #[inline]
    pub fn as_number(&self) -> Number<'_> {
        self.0.as_number()
    }

    /// Returns the value if it is an integer of 64 bits.
    #[must_use]
    #[inline]
    pub fn to_i64(&self) -> Option<i64> {
        self.as_number().to_i64()
    }

    /// Returns the nearest integer of 64 bits.
    pub(crate) fn saturating_i64(&self) -> i64 {
        let limit = if self.as_number() < Number::Integer(0) { i64::MIN } else { i64::MAX };
        self.to_i64().unwrap_or(limit)
    }
}

impl From<i64> for Integer {
    fn from(value: i64) -> Self {
        Self(value.into())
    }
}

/// Takes a number with an integral value, such as `5.0`.
///
/// # Errors
///
/// Returns an error if the number is not integral.
impl TryFrom<OwnedNumber> for Integer {
    type Error = InvalidNumber;

    fn try_from(number: OwnedNumber) -> Result<Self, InvalidNumber> {
        if number.as_number().is_integral() { Ok(Self(number)) } else { Err(InvalidNumber::NotIntegral) }
    }
}

impl From<Integer> for OwnedNumber {
    fn from(integer: Integer) -> Self {
        integer.0
    }
}

/// Parses a JSON number; the string must contain nothing else.
///
/// # Errors
///
/// Returns an error if the string is not a JSON number with an integral value, or if the number is out of range for `f64`.
impl FromStr for Integer {
    type Err = InvalidNumber;

    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        text.parse::<OwnedNumber>()?.try_into()
    }
}

/// Writes the number in its original notation.
impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
