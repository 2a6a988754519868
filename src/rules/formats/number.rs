//! JSON numbers as text, and as integers.

use serde::de::IgnoredAny;

/// The text of a JSON number. A plain integer keeps its digits; any other number has the fewest digits that read back as
/// the same double; one beyond a double, which has none, stays as it is written.
pub(crate) fn number_text(json_number: &str) -> String {
    match json_number.parse() {
        Ok(double) if f64::is_finite(double) && !is_plain_integer(json_number) => double_text(double),
        _ if json_number == "-0" => "0".to_owned(),
        _ => json_number.to_owned(),
    }
}

/// The text of a number of which only the double is known: plain where its magnitude is at least 1e-5 and below 1e16, else
/// with an exponent.
pub(crate) fn double_text(double: f64) -> String {
    match double.abs() {
        0.0 => "0".to_owned(),
        1e-5..1e16 => double.to_string(),
        _ => format!("{double:e}"),
    }
}

/// The integer that a JSON number is, if its value is integral: exactly where it is written as a plain integer, else as
/// its double is. Beyond 128 bits it is the outermost integer on its side.
pub(crate) fn integral(json_number: &str) -> Option<i128> {
    if is_plain_integer(json_number) {
        let outermost = if json_number.starts_with('-') { i128::MIN } else { i128::MAX };
        return Some(json_number.parse().unwrap_or(outermost));
    }
    json_number.parse().ok().and_then(integral_double)
}

/// The integer that a double is, if its value is integral. Beyond 128 bits it is the outermost integer on its side.
#[expect(clippy::cast_possible_truncation, reason = "no fraction is lost, and the cast stops at the outermost integer")]
pub(crate) fn integral_double(double: f64) -> Option<i128> {
    (double.is_finite() && double.fract() == 0.0).then_some(double as i128)
}

/// The double of a text that spells a JSON number, with nothing around it.
pub(crate) fn spelled(text: &str) -> Option<f64> {
    // std refuses the blanks that JSON allows, and JSON the spellings that std allows.
    let double: f64 = text.parse().ok()?;
    let is_json = serde_json::from_str::<IgnoredAny>(text).is_ok();
    (is_json && double.is_finite()).then_some(double)
}

fn is_plain_integer(json_number: &str) -> bool {
    let digits = json_number.strip_prefix('-').unwrap_or(json_number);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn text(json_number: &str, expected: &str) {
        assert_eq!(number_text(json_number), expected);
    }

    #[test]
    fn a_plain_integer_keeps_its_digits() {
        for digits in
            ["0", "7", "-7", "10000000000000000", "9007199254740993", "-123456789012345678901234567890123456789"]
        {
            text(digits, digits);
        }
        text("-0", "0");
    }

    #[test]
    fn other_numbers_have_the_fewest_digits() {
        text("10.0", "10");
        text("1e1", "10");
        text("-1E+1", "-10");
        text("-0.0", "0");
        text("0e5", "0");
        text("-1e-400", "0");
        text("1.50", "1.5");
        text("0.1", "0.1");
        text("0.30000000000000004", "0.30000000000000004");
        text("0.1000000000000000055511151231257827", "0.1");
        text("9007199254740993.0", "9007199254740992");
    }

    #[test]
    fn a_number_beyond_a_double_stays_as_it_is_written() {
        text("1e400", "1e400");
        text("-1.50E+309", "-1.50E+309");
    }

    #[test]
    fn plain_from_1e_minus_5_to_below_1e16() {
        text("0.00001", "0.00001");
        text("1e-5", "0.00001");
        text("-1e-5", "-0.00001");
        text("9.999999999999999e-6", "9.999999999999999e-6");
        text("1e-6", "1e-6");
        text("-1.5E-06", "-1.5e-6");
        text("9999999999999998.0", "9999999999999998");
        text("1e15", "1000000000000000");
        text("1e16", "1e16");
        text("10000000000000000.0", "1e16");
        text("-1.5E+016", "-1.5e16");
        text("1e300", "1e300");
        text("5e-324", "5e-324");
    }

    #[test]
    fn an_integer_has_an_integral_value() {
        for (number, value) in
            [("0", 0), ("-0", 0), ("-0.0", 0), ("10", 10), ("10.0", 10), ("1e1", 10), ("-2.5e1", -25)]
        {
            assert_eq!(integral(number), Some(value), "{number}");
        }
        for number in ["0.5", "-0.5", "1.5", "1e-1", "9.99"] {
            assert_eq!(integral(number), None, "{number}");
        }
    }

    #[test]
    fn a_plain_integer_is_exact_to_128_bits() {
        assert_eq!(integral("9007199254740993"), Some(9_007_199_254_740_993));
        assert_eq!(integral(&i128::MAX.to_string()), Some(i128::MAX));
        assert_eq!(integral(&i128::MIN.to_string()), Some(i128::MIN));
        assert_eq!(integral(&"9".repeat(60)), Some(i128::MAX));
        assert_eq!(integral(&format!("-{}", "9".repeat(60))), Some(i128::MIN));
        assert_eq!(integral("1e300"), Some(i128::MAX));
        assert_eq!(integral("-1e300"), Some(i128::MIN));
    }

    #[test]
    fn no_integer_is_infinite() {
        assert_eq!(integral_double(f64::INFINITY), None);
        assert_eq!(integral_double(f64::NAN), None);
        assert_eq!(integral_double(-3.0), Some(-3));
    }

    #[test]
    fn spelled_as_json_spells_it() {
        for (number, value) in
            [("0", 0.0), ("-1.5", -1.5), ("1e3", 1000.0), ("1E+3", 1000.0), ("-0", 0.0), ("2e-1", 0.2)]
        {
            assert_eq!(spelled(number), Some(value), "{number}");
        }
        for text in [
            "", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", " 1", "1 ", "1\n", "1 1", "1,1", "0x1", "NaN", "inf",
            "infinity",
        ] {
            assert_eq!(spelled(text), None, "{text:?}");
        }
    }

    #[test]
    fn spelled_within_a_double() {
        assert!(spelled("1.7976931348623157e308").is_some());
        assert!(spelled("1e309").is_none());
        assert!(spelled("-1e400").is_none());
        assert_eq!(spelled("1e-400"), Some(0.0));
    }
}
