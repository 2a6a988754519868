//! Division of integers of more than 64 bits.

use std::cmp::Ordering;

/// Returns the digits of the remainder, at least 0, of an integer by a positive divisor of any size. Both are written in digits.
/// The cost grows with the product of the lengths; neither has more digits than the largest `f64`.
pub(super) fn rem_euclid(integer: &str, divisor: &str) -> Vec<u8> {
    let (is_negative, digits) = match integer.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, integer),
    };
    let divisor: Vec<u8> = divisor.bytes().map(|digit| digit & 0xF).collect();
    let mut rest = Vec::with_capacity(divisor.len() + 1);
    for digit in digits.bytes() {
        if digit != b'0' || !rest.is_empty() {
            rest.push(digit & 0xF);
        }
        while compare(&rest, &divisor).is_ge() {
            subtract(&mut rest, &divisor);
        }
    }
    if !is_negative || rest.is_empty() {
        return rest;
    }
    let mut complement = divisor;
    subtract(&mut complement, &rest);
    complement
}

/// Compares digits without leading zeros.
fn compare(one: &[u8], other: &[u8]) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

/// Subtracts a number that is not greater, and removes leading zeros.
fn subtract(from: &mut Vec<u8>, other: &[u8]) {
    let mut borrow = 0;
    let others = other.iter().rev().copied().chain(std::iter::repeat(0));
    for (digit, other) in from.iter_mut().rev().zip(others) {
        let subtrahend = other + borrow;
        borrow = u8::from(*digit < subtrahend);
        *digit = *digit + 10 * borrow - subtrahend;
    }
    let leading_zeros = from.iter().take_while(|digit| **digit == 0).count();
    from.drain(..leading_zeros);
}
