use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// The exact value of a number in any notation: `0.DIGITS` times ten to the power of `order`.
///
/// The zeros of an exponent are counted, not written: the time to create, compare and divide a number depends on the
/// length of its notation, not on its magnitude.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decimal<'a> {
    negative: bool,
    /// The digits before and after the point, without leading and trailing zeros; zero has no digits.
    digits: [&'a str; 2],
    order: i128,
}

impl<'a> Decimal<'a> {
    /// The maximum exponent; exponents of 39 digits or more are reduced to it. `i128::MAX` leaves room to add the
    /// length of any input.
    const LIMIT: i128 = 10_i128.pow(38);

    /// Parses a valid JSON number.
    pub(super) fn new(number: &'a str) -> Self {
        let (negative, unsigned) = match number.strip_prefix('-') {
            Some(unsigned) => (true, unsigned),
            None => (false, number),
        };
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let digits = match (whole, fraction) {
            ("", "") => return Self { negative: false, digits: ["", ""], order: 0 },
            ("", fraction) => ["", fraction.trim_start_matches('0')],
            (whole, "") => [whole.trim_end_matches('0'), ""],
            (whole, fraction) => [whole, fraction],
        };
        let leading_zeros = if whole.is_empty() { fraction.len() - digits[1].len() } else { 0 };
        Self { negative, digits, order: Self::exponent(exponent) + len(whole) - len(&fraction[..leading_zeros]) }
    }

    fn exponent(text: &str) -> i128 {
        let limit = if text.starts_with('-') { -Self::LIMIT } else { Self::LIMIT };
        text.parse().map_or(limit, |exponent: i128| exponent.clamp(-Self::LIMIT, Self::LIMIT))
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.digits[0].bytes().chain(self.digits[1].bytes()).map(|digit| digit & 0xF)
    }

    /// Returns the exponent of the last digit: the number of zeros after it; below 0, the number of fractional digits.
    fn zeros(&self) -> i128 {
        self.order - len(self.digits[0]) - len(self.digits[1])
    }

    pub(super) fn is_integral(&self) -> bool {
        self.zeros() >= 0
    }

    /// Returns the number if it is a 128-bit integer.
    pub(super) fn integer(&self) -> Option<i128> {
        let zeros = usize::try_from(self.zeros()).ok()?;
        let mut digits = self.digits().chain(std::iter::repeat_n(0, zeros));
        // The minimum integer has no positive counterpart, so digits are subtracted.
        let negative = digits.try_fold(0_i128, |value, digit| value.checked_mul(10)?.checked_sub(digit.into()))?;
        if self.negative { Some(negative) } else { negative.checked_neg() }
    }

    /// Returns the remainder, at least 0 and below the divisor, if the number is integral.
    pub(super) fn rem_euclid(&self, divisor: u64) -> Option<u64> {
        // Digits are taken in groups, since dividing 128 bits is slow; no product needs more.
        const GROUP: u128 = 10_u128.pow(18);
        let zeros = u128::try_from(self.zeros()).ok()?;
        let divisor = Some(u128::from(divisor)).filter(|divisor| *divisor > 0)?;
        let (mut rest, mut group, mut scale) = (0, 0, 1);
        for digit in self.digits() {
            (group, scale) = (group * 10 + u128::from(digit), scale * 10);
            if scale == GROUP {
                rest = (rest * scale + group) % divisor;
                (group, scale) = (0, 1);
            }
        }
        rest = (rest * scale + group) % divisor;
        rest = rest * power_of_ten(zeros, divisor) % divisor;
        let rest = if self.negative && rest > 0 { divisor - rest } else { rest };
        u64::try_from(rest).ok()
    }

    /// Returns the digits, if the number is integral and has no more of them than the largest `f64`.
    pub(super) fn integer_digits(&self) -> Option<String> {
        const MOST: i128 = 309;
        let zeros = usize::try_from(self.zeros()).ok().filter(|_| self.order <= MOST)?;
        let [whole, fraction] = self.digits;
        let digits = if whole.is_empty() && fraction.is_empty() { "0" } else { whole };
        Some(format!("{}{digits}{fraction}{}", self.sign(), "0".repeat(zeros)))
    }

    /// Returns the canonical notation of a number.
    pub(super) fn normalized(&self) -> String {
        let [whole, fraction] = self.digits;
        format!("{}0.{whole}{fraction}e{}", self.sign(), self.order)
    }

    fn sign(&self) -> &'static str {
        if self.negative { "-" } else { "" }
    }

    fn signum(&self) -> i8 {
        match self {
            Self { digits: ["", ""], .. } => 0,
            Self { negative: true, .. } => -1,
            Self { negative: false, .. } => 1,
        }
    }
}

fn len(digits: &str) -> i128 {
    // No length exceeds 64 bits.
    digits.len() as i128
}

/// Returns the remainder of ten to the power of `exponent`.
fn power_of_ten(mut exponent: u128, divisor: u128) -> u128 {
    let (mut power, mut square) = (1 % divisor, 10 % divisor);
    while exponent > 0 {
        if exponent % 2 == 1 {
            power = power * square % divisor;
        }
        square = square * square % divisor;
        exponent /= 2;
    }
    power
}

impl Ord for Decimal<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.signum().cmp(&other.signum()).then_with(|| {
            let size = self.order.cmp(&other.order).then_with(|| self.digits().cmp(other.digits()));
            if self.negative { size.reverse() } else { size }
        })
    }
}

impl PartialOrd for Decimal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal<'_> {}

impl Hash for Decimal<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.negative.hash(state);
        self.order.hash(state);
        self.digits().for_each(|digit| digit.hash(state));
    }
}
