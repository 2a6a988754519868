//! The exact values of numbers, one by one.

use super::*;
use std::collections::HashSet;

fn number(json: &str) -> Number<'_> {
    Number::parse(json).unwrap_or_else(|| panic!("{json} is not JSON"))
}

/// Each is greater than those on the lines before; those on one line are equal.
const ASCENDING: &[&[&str]] = &[
    &["-1e999999999", "-0.1e1000000000"],
    &["-1e400", "-10e399"],
    &["-9007199254740993", "-9007199254740993.0"],
    &["-9007199254740992", "-9007199254740992.000"],
    &["-2.5", "-25e-1", "-0.25E1", "-2.50"],
    &["-1", "-1.0", "-10e-1"],
    &["-1e-400", "-0.1e-399"],
    &["0", "-0", "0.0", "0e9", "-0.00E-5", "0e999999999999999999999999999999999999999999"],
    &["1e-99999999999999999999999999999", "10e-100000000000000000000000000000"],
    &["1e-999999999", "0.001e-999999996"],
    &["1e-999999998"],
    &["1e-400", "0.1e-399"],
    &["5e-324"],
    &["0.1", "1e-1", "0.10", "100E-3"],
    &["0.1000000000000000055511151231257827"],
    &["1", "1.0", "10e-1", "1E+0", "0.01e2", "1e-0"],
    &["1.00000000000000000000001"],
    &["9", "9.0"],
    &["10", "10.0", "1e1", "1E+1", "100e-1", "0.1e2", "0.0100e3", "1e0001"],
    &["10.00000000000000000000001"],
    &["2147483647"],
    &["9007199254740992", "9007199254740992.0", "9007199254740.992e3"],
    &["9007199254740993", "9007199254740993.0"],
    &["9223372036854775807", "9223372036854775.807e3"],
    &["9223372036854775808", "9223372036854775808.0"],
    &["18446744073709551615"],
    &["170141183460469231731687303715884105727", "1701411834604692317316873037158841057270e-1"],
    &["170141183460469231731687303715884105728"],
    &["1e39", "1000000000000000000000000000000000000000"],
    &["1000000000000000000000000000000000000001"],
    &["1e308"],
    &["1e400"],
    &["1e999999999", "10e999999998", "0.001e1000000002"],
    &["1e99999999999999999999999999999", "10e99999999999999999999999999998"],
];

#[test]
fn numbers_compare_by_their_exact_values() {
    let all = || {
        let lines = ASCENDING.iter().enumerate();
        lines.flat_map(|(rank, line)| line.iter().map(move |text| (rank, *text)))
    };
    for (rank, one) in all() {
        for (other_rank, two) in all() {
            for (one, two) in [
                (number(one), number(two)),
                (Number::Literal(one), number(two)),
                (Number::Literal(one), Number::Literal(two)),
            ] {
                assert_eq!(one.partial_cmp(&two), Some(rank.cmp(&other_rank)), "{one} {two}");
                assert_eq!(one == two, rank == other_rank, "{one} {two}");
            }
        }
    }
}

#[test]
fn equal_numbers_are_one_key() {
    let owned = |text: &str| OwnedNumber::new(number(text)).unwrap();
    for line in ASCENDING {
        let keys: HashSet<_> = line.iter().map(|text| owned(text)).collect();
        assert_eq!(keys.len(), 1, "{line:?}");
    }
    let keys: HashSet<_> = ASCENDING.iter().flat_map(|line| line.iter().map(|text| owned(text))).collect();
    assert_eq!(keys.len(), ASCENDING.len());
}

#[test]
fn a_source_makes_no_difference() {
    assert_eq!(Number::Unsigned(7), Number::Integer(7));
    assert_eq!(Number::Unsigned(u64::MAX), Number::Literal("18446744073709551615.0"));
    assert!(Number::Unsigned(u64::MAX) > Number::Integer(i64::MAX));
    assert_eq!(Number::Double(-3.0), Number::Integer(-3));
    assert_eq!(Number::Double(-0.0), Number::Integer(0));
    assert_eq!(Number::Double(0.1), Number::Literal("0.1"));
    assert_eq!(Number::Double(1e300), Number::Literal("1e300"));
    assert_eq!(Number::Double(5e-324), Number::Literal("5e-324"));
    assert!(Number::Double(0.1) < Number::Literal("0.1000000000000000055511151231257827"));
    assert!(Number::Double(9_007_199_254_740_992.0) < Number::Integer(9_007_199_254_740_993));
}

#[test]
fn a_double_that_is_not_finite_is_neither_equal_nor_ordered() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let one = Number::Double(value);
        for two in [one, Number::Integer(0), Number::Double(1.0), Number::Literal("1e999")] {
            assert_eq!(one.partial_cmp(&two), None, "{one} {two}");
            assert_eq!(two.partial_cmp(&one), None, "{one} {two}");
            assert!(one != two, "{one} {two}");
        }
        assert!(!one.is_within(Some(Number::Integer(0)), None) && !one.is_within(None, Some(Number::Integer(0))));
        assert!(!one.is_finite() && !one.is_integral());
        assert_eq!((one.to_i64(), one.rem_euclid(1), one.integer_digits()), (None, None, None));
        assert!(OwnedNumber::new(one).is_none() && OwnedNumber::try_from(value).is_err());
    }
}

#[test]
fn bounds_are_inclusive() {
    let within = |value, min: Option<&'static str>, max: Option<&'static str>| {
        number(value).is_within(min.map(number), max.map(number))
    };
    assert!(within("1", Some("1"), Some("1.0")) && within("5", None, None));
    assert!(within("9007199254740992", None, Some("9007199254740992")));
    assert!(!within("9007199254740993", None, Some("9007199254740992")));
    assert!(!within("0.999", Some("1"), None) && !within("1.001", None, Some("1")));
}

#[test]
fn an_integer_has_an_integral_value() {
    for (json, value) in [
        ("0", 0),
        ("-0", 0),
        ("-0.0", 0),
        ("0e-400", 0),
        ("10", 10),
        ("10.0", 10),
        ("1e1", 10),
        ("100e-1", 10),
        ("-2.5e1", -25),
        ("9007199254740993.0", 9_007_199_254_740_993),
        ("170141183460469231731687303715884105727", i128::MAX),
        ("-17014118346046923173168730371588410572.8e1", i128::MIN),
    ] {
        assert!(number(json).is_integral(), "{json}");
        assert_eq!(number(json).to_i128(), Some(value), "{json}");
        assert_eq!(number(json).to_i64(), value.try_into().ok(), "{json}");
        assert_eq!(number(json).to_i32(), value.try_into().ok(), "{json}");
        assert_eq!(number(json).integer_digits(), Some(value.to_string()), "{json}");
    }
    for json in
        ["0.5", "-0.5", "1e-1", "9.99", "10.00000000000000000000001", "1e-400", "-1e-999999999", "9007199254740992.5"]
    {
        assert!(!number(json).is_integral(), "{json}");
        assert_eq!(number(json).to_i128(), None, "{json}");
        assert_eq!(number(json).integer_digits(), None, "{json}");
        assert_eq!(number(json).rem_euclid(1), None, "{json}");
    }
    for json in [
        "170141183460469231731687303715884105728",
        "-170141183460469231731687303715884105729",
        "1e39",
        "1e40",
        "1e400",
        "-1e999999999",
    ] {
        assert!(number(json).is_integral(), "{json}");
        assert_eq!(number(json).to_i128(), None, "{json}");
    }
    assert_eq!(number("2147483648").to_i32(), None);
    assert_eq!(number("-2147483648.0").to_i32(), Some(i32::MIN));
}

#[test]
fn digits_of_an_integer_are_written_where_a_double_has_as_many() {
    assert_eq!(number("-1.5e3").integer_digits().as_deref(), Some("-1500"));
    assert_eq!(number("18446744073709551616.0").integer_digits().as_deref(), Some("18446744073709551616"));
    assert_eq!(number("1e308").integer_digits().map(|digits| digits.len()), Some(309));
    assert_eq!(number("1e309").integer_digits(), None);
    assert_eq!(number("1e999999999").integer_digits(), None);
}

#[test]
fn the_rest_of_a_division_is_exact_whatever_the_size() {
    for (json, divisor, rest) in [
        ("0", 7, 0),
        ("7", 7, 0),
        ("-1", 7, 6),
        ("-7", 7, 0),
        ("30.0", 15, 0),
        ("1e39", 2, 0),
        ("170141183460469231731687303715884105728", 2, 0),
        ("170141183460469231731687303715884105729", 2, 1),
        ("9007199254740993.0", 2, 1),
        ("18446744073709551615.0", u64::MAX, 0),
        ("18446744073709551616", u64::MAX, 1),
        ("-18446744073709551616", u64::MAX, u64::MAX - 1),
        ("1e400", 9, 1),
        ("1e999999999", 7, 6), // 10 is 3, whose powers repeat after 6
        ("1e999999999", 1, 0),
    ] {
        assert_eq!(number(json).rem_euclid(divisor), Some(rest), "{json} % {divisor}");
    }
    assert_eq!(number("1").rem_euclid(0), None);
    assert_eq!(number("1e30").rem_euclid(0), None);
    assert_eq!(number("1.5").rem_euclid(1), None);
}

#[test]
fn the_nearest_double() {
    for (json, double) in [
        ("0.1000000000000000055511151231257827", 0.1),
        ("9007199254740993", 9_007_199_254_740_992.0),
        ("1e-400", 0.0),
        ("-1e999999999", f64::NEG_INFINITY),
        ("1e-99999999999999999999999", 0.0),
    ] {
        assert_eq!(number(json).to_f64().to_bits(), double.to_bits(), "{json}");
    }
    assert_eq!(Number::Unsigned(u64::MAX).to_f64().to_bits(), 18_446_744_073_709_551_615.0_f64.to_bits());
}

#[test]
fn a_number_is_out_of_range_where_the_nearest_double_is_infinite() {
    for json in ["1e309", "2e308", "-1e400", "1.7976931348623159e308", "1e99999999999999999999", "123456e999999999"] {
        assert!(out_of_range_f64(json) && !number(json).is_finite(), "{json}");
        assert!(json.parse::<OwnedNumber>().is_err(), "{json}");
    }
    for json in ["0", "1.7976931348623157e308", "1.7976931348623158e308", "1e-400", "0e999999999", "99999"] {
        assert!(!out_of_range_f64(json) && number(json).is_finite(), "{json}");
        assert!(json.parse::<OwnedNumber>().is_ok(), "{json}");
    }
}

/// `std` reads only the first digits of exponents like these.
#[test]
fn digits_make_up_for_an_exponent_whatever_their_number() {
    let zeros = "0".repeat(1_000_000);
    for one in [format!("0.{zeros}1e1000001"), format!("1{zeros}e-1000000"), format!("1{zeros}.{zeros}e-1000000")] {
        let one = Number::Literal(&one);
        assert_eq!(one, Number::Integer(1));
        assert_eq!(one.to_f64().to_bits(), 1.0_f64.to_bits());
        assert_eq!(one.to_i32(), Some(1));
        assert_eq!(one.property_value(), "1");
        assert!(one.is_finite());
    }
    assert!(out_of_range_f64(&format!("1{zeros}")) && !out_of_range_f64(&format!("0.{zeros}1")));
}

/// An exponent is never written out: the zeros of these would take hundreds of megabytes each, if not more than there are.
#[test]
fn a_huge_exponent_costs_nothing() {
    let numbers =
        ["1e999999999", "1e-999999999", "1e99999999999999999999999999999", "-3e-99999999999999999999999999999"];
    for one in numbers {
        let one = number(one);
        for two in numbers {
            assert_eq!(one == number(two), one.to_string() == two);
        }
        assert!(one != Number::Integer(1) && one != Number::Double(1e308));
        assert_eq!((one.to_i128(), one.integer_digits()), (None, None));
        assert_eq!(one.is_integral(), one.rem_euclid(3) == Some(1), "{one}");
        assert!(one.property_value().len() < 40);
        assert_eq!(HashSet::from([OwnedNumber::new(one), OwnedNumber::new(one)]).len(), 1);
    }
}

/// No input has as many digits as such an exponent could count.
#[test]
fn exponents_of_up_to_38_digits_are_distinguished() {
    let nines = "9".repeat(37);
    assert!(Number::Literal(&format!("1e{nines}9")) > Number::Literal(&format!("9e{nines}8")));
    assert!(Number::Literal(&format!("9e-{nines}9")) < Number::Literal(&format!("1e-{nines}8")));
    assert!(Number::Literal(&format!("1e-{nines}9")) > Number::Literal(&format!("1e-{nines}999")));
    assert_eq!(Number::Literal(&format!("1e{nines}998")), Number::Literal(&format!("1e{nines}999")));
}

#[track_caller]
fn value(json: &str, expected: &str) {
    assert_eq!(number(json).property_value(), expected);
    assert_eq!(Number::Literal(json).property_value(), expected);
}

#[test]
fn a_plain_integer_keeps_its_digits() {
    for digits in ["0", "7", "-7", "10000000000000000", "9007199254740993", "-123456789012345678901234567890123456789"]
    {
        value(digits, digits);
    }
    value("-0", "0");
}

#[test]
fn other_numbers_have_the_fewest_digits() {
    value("10.0", "10");
    value("1e1", "10");
    value("-1E+1", "-10");
    value("-0.0", "0");
    value("0e5", "0");
    value("-1e-400", "0");
    value("1.50", "1.5");
    value("0.1", "0.1");
    value("0.30000000000000004", "0.30000000000000004");
    value("0.1000000000000000055511151231257827", "0.1");
    value("9007199254740993.0", "9007199254740992");
}

#[test]
fn a_number_out_of_range_keeps_its_digits() {
    value("1e400", "1e400");
    value("-1.50E+309", "-1.50E+309");
}

#[test]
fn plain_from_1e_minus_5_to_below_1e16() {
    value("0.00001", "0.00001");
    value("1e-5", "0.00001");
    value("-1e-5", "-0.00001");
    value("9.999999999999999e-6", "9.999999999999999e-6");
    value("1e-6", "1e-6");
    value("-1.5E-06", "-1.5e-6");
    value("9999999999999998.0", "9999999999999998");
    value("1e15", "1000000000000000");
    value("1e16", "1e16");
    value("10000000000000000.0", "1e16");
    value("-1.5E+016", "-1.5e16");
    value("1e300", "1e300");
    value("5e-324", "5e-324");
}

#[test]
fn a_double_is_written_as_json_has_it() {
    for (double, expected) in [(10.0, "10"), (-0.0, "0"), (0.1, "0.1"), (1e16, "1e16"), (1e-6, "1e-6"), (-2.5, "-2.5")]
    {
        assert_eq!(Number::Double(double).to_string(), expected);
        assert_eq!(Number::Double(double).property_value(), expected);
    }
}

#[test]
fn a_number_is_written_as_in_json() {
    for json in ["0", "-0", "-1.5", "1e3", "1E+3", "2e-1", "10", "0.0", "0e00", "1e999", "100.001E-09"] {
        assert!(is_json(json), "{json}");
    }
    for text in [
        "", "-", "--1", "+1", "01", "-01", "00", "1.", ".5", "1.e1", "1e", "1e+", "1e+-1", "1e1.5", "1e1e1", "1.1.1",
        " 1", "1 ", "1\n", "1 1", "1,1", "0x1", "1_0", "٣", "NaN", "inf", "infinity",
    ] {
        assert!(!is_json(text), "{text:?}");
        assert!(text.parse::<OwnedNumber>().is_err(), "{text:?}");
    }
}

#[test]
fn an_owned_number_keeps_its_digits() {
    for json in ["0", "-0", "5", "5.0", "0.50", "1E2", "18446744073709551615", "10.00000000000000000000001"] {
        assert_eq!(json.parse::<OwnedNumber>().unwrap().to_string(), json);
    }
    assert_eq!(OwnedNumber::try_from(0.5).unwrap().to_string(), "0.5");
    assert_eq!(OwnedNumber::from(-5).to_string(), "-5");
    assert_eq!("5.0".parse::<OwnedNumber>().unwrap(), OwnedNumber::from(5));
    assert!("5.1".parse::<OwnedNumber>().unwrap() > OwnedNumber::from(5));
}

#[test]
fn of_two_shortest_notations_that_are_equally_near_the_even_one_is_written() {
    for (number, value) in [
        ("604201901804828.25", "604201901804828.2"),
        ("-586692638038376.25", "-586692638038376.2"),
        ("562949953421312.375", "562949953421312.4"),
        ("562949953421312.125", "562949953421312.1"),
        ("18014398509481990.0", "1.801439850948199e16"),
        ("1.5e16", "1.5e16"),
        ("1e-6", "1e-6"),
        ("-9.5367431640625e-7", "-9.5367431640625e-7"),
        ("5e-324", "5e-324"),
        ("1.7976931348623157e308", "1.7976931348623157e308"),
    ] {
        assert_eq!(Number::from_json(number).property_value(), value);
    }
}
