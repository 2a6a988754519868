/// The exact value of a JSON number in any notation: its digits without zeros at either end, and the power of ten that
/// the last of them counts. No digit is lost, as a double would.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    digits: String,
    power: i64,
}

impl Decimal {
    /// Creates the value of a number, which must be valid JSON.
    pub(crate) fn of(number: &str) -> Self {
        let (negative, number) = match number.strip_prefix('-') {
            Some(number) => (true, number),
            None => (false, number),
        };
        let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        let significant = digits.trim_end_matches('0');
        if significant.is_empty() {
            return Self { negative: false, digits: String::new(), power: 0 };
        }
        let overflow = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
        let places = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let power = exponent.parse().unwrap_or(overflow).saturating_sub(places(fraction.len()));
        Self {
            negative,
            power: power.saturating_add(places(digits.len() - significant.len())),
            digits: significant.trim_start_matches('0').to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn one_number_has_many_notations() {
        for same in [
            &["0", "-0", "0.0", "0e9", "-0.00E-5"][..],
            &["10", "10.0", "1e1", "1E+1", "100e-1", "0.1e2", "0.0100e3"],
            &["-2.5", "-25e-1", "-0.25E1"],
            &["123456789012345678901234567890", "12345678901234567890123456789e1"],
        ] {
            same.iter().for_each(|number| assert_eq!(Decimal::of(number), Decimal::of(same[0]), "{number}"));
        }
        for (one, other) in [("1", "-1"), ("1", "10"), ("1e400", "1e401"), ("0.1", "0.10000000000000001")] {
            assert_ne!(Decimal::of(one), Decimal::of(other));
        }
        assert_eq!(Decimal::of("1e99999999999999999999").power, i64::MAX);
    }
}
