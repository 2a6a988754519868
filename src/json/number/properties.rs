//! The exact values of generated numbers, compared with what integers of any size give.

use super::*;
use num_bigint::BigInt;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::collections::HashSet;

/// A number as an integer times a power of ten, with all its zeros.
#[derive(Debug, Clone)]
struct Exact {
    integer: BigInt,
    exponent: i32,
}

impl Exact {
    fn new(json: &str) -> Self {
        let lower = json.to_lowercase();
        let (mantissa, exponent) = lower.split_once('e').unwrap_or((&lower, "0"));
        let fraction = mantissa.split_once('.').map_or(0, |(_, fraction)| i32::try_from(fraction.len()).unwrap());
        let exponent: i32 = exponent.parse().unwrap();
        Self { integer: mantissa.replace('.', "").parse().unwrap(), exponent: exponent - fraction }
    }

    /// The integer where the number counts units of ten to the power of `exponent`, none of which is lost.
    fn scaled(&self, exponent: i32) -> BigInt {
        &self.integer * BigInt::from(10).pow(u32::try_from(self.exponent - exponent).unwrap())
    }

    fn cmp(&self, other: &Self) -> Ordering {
        let exponent = self.exponent.min(other.exponent);
        self.scaled(exponent).cmp(&other.scaled(exponent))
    }

    fn integer(&self) -> Option<BigInt> {
        let one = BigInt::from(10).pow(self.exponent.min(0).unsigned_abs());
        let units = self.scaled(self.exponent.min(0));
        (&units % &one == BigInt::ZERO).then(|| units / one)
    }
}

/// A number with its digits; where the point is, and how the exponent compensates for it, is a matter of notation.
#[derive(Debug, Clone)]
struct Digits {
    negative: bool,
    significant: String,
    exponent: i32,
}

fn digits() -> impl Strategy<Value = Digits> {
    let digits = prop_oneof!["[0-9]{1,4}", "[0-9]{15,22}", "[0-9]{35,45}", "[0-9]0{0,30}[0-9]", "9{1,40}"];
    let exponent = prop_oneof![Just(0), -3..=3, -45..=45, -420..=420];
    (any::<bool>(), digits, exponent).prop_map(|(negative, significant, exponent)| Digits {
        negative,
        significant,
        exponent,
    })
}

/// The notation of a number.
#[derive(Debug, Clone)]
struct Spelling {
    /// Zeros after all digits, for which the exponent makes up.
    zeros: usize,
    /// How many digits are a fraction; more than there are make zeros before them.
    fraction: usize,
    exponent: &'static str,
}

fn spelling() -> impl Strategy<Value = Spelling> {
    let fraction = prop_oneof![Just(0), 0..6_usize, 0..60_usize];
    let exponent = prop_oneof![Just("e"), Just("E"), Just("e+"), Just("e0"), Just("E+00")];
    (prop_oneof![Just(0), 0..30_usize], fraction, exponent).prop_map(|(zeros, fraction, exponent)| Spelling {
        zeros,
        fraction,
        exponent,
    })
}

fn spell(number: &Digits, spelling: &Spelling) -> String {
    let fraction = spelling.fraction;
    let digits = format!("{:0>width$}{}", number.significant, "0".repeat(spelling.zeros), width = fraction + 1);
    let (whole, fraction_digits) = digits.split_at(digits.len() - fraction);
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if fraction > 0 { "." } else { "" };
    let shift = |count: usize| i32::try_from(count).unwrap();
    let exponent = match (number.exponent - shift(spelling.zeros) + shift(fraction), spelling.exponent) {
        (0, "e") => String::new(),
        (exponent @ ..0, letter) => {
            format!("{}-{:0>width$}", &letter[..1], -exponent, width = letter.len())
        }
        (exponent, letter) => format!("{letter}{exponent}"),
    };
    let sign = if number.negative { "-" } else { "" };
    format!("{sign}{whole}{point}{fraction_digits}{exponent}")
}

/// Returns a strategy for numbers in any notation.
fn json() -> impl Strategy<Value = String> {
    (digits(), spelling()).prop_map(|(number, how)| spell(&number, &how))
}

/// Two spellings, often of the same number or of neighbors.
fn pair() -> impl Strategy<Value = (String, String)> {
    let near = (digits(), spelling(), spelling(), "[0-9]?").prop_map(|(number, one, two, last)| {
        let mut other = number.clone();
        if let Some(last) = last.chars().next() {
            other.significant.push(last);
            other.exponent -= 1;
        }
        (spell(&number, &one), spell(&other, &two))
    });
    prop_oneof![near, (json(), json())]
}

/// Tests the same values each time.
#[track_caller]
fn for_each<S: Strategy>(strategy: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases: 3000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    runner.run(&strategy, test).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn numbers_compare_as_integers_of_any_size_do() {
    let equal = std::cell::Cell::new(0);
    for_each(pair(), |(one, two)| {
        let expected = Exact::new(&one).cmp(&Exact::new(&two));
        for (one, two) in [
            (Number::Literal(&one), Number::Literal(&two)),
            (Number::from_json(&one), Number::from_json(&two)),
            (Number::Literal(&one), Number::from_json(&two)),
        ] {
            prop_assert_eq!(one.partial_cmp(&two), Some(expected));
            prop_assert_eq!(two.partial_cmp(&one), Some(expected.reverse()));
        }
        let owned = |json| OwnedNumber::new(Number::from_json(json)).unwrap();
        let keys = HashSet::from([owned(&one), owned(&two)]);
        prop_assert_eq!(keys.len(), if expected.is_eq() { 1 } else { 2 });
        equal.set(equal.get() + usize::from(expected.is_eq()));
        Ok(())
    });
    assert!(equal.get() > 500, "{} equal pairs", equal.get());
}

#[test]
fn remainders_by_divisors_of_any_size_are_exact() {
    let digits = || "-?[1-9][0-9]{0,60}";
    for_each((digits(), digits(), "[1-9][0-9]{0,40}"), |(one, other, divisor)| {
        let [exact, exact_other, exact_divisor] = [&one, &other, &divisor].map(|text| text.parse::<BigInt>().unwrap());
        let (number, by) = (Number::from_json(&one), Number::from_json(&divisor));
        let rest = (&exact - &exact_other) % &exact_divisor == BigInt::ZERO;
        prop_assert_eq!(number.is_congruent(Number::from_json(&other), by), rest);
        let multiple = (&exact_other + &exact * &exact_divisor).to_string();
        prop_assert!(Number::from_json(&multiple).is_congruent(Number::from_json(&other), by));
        let next: BigInt = exact_other + exact * &exact_divisor + 1;
        prop_assert_eq!(
            Number::from_json(&next.to_string()).is_congruent(Number::from_json(&other), by),
            exact_divisor == BigInt::from(1)
        );
        Ok(())
    });
}

#[test]
fn integers_are_those_of_any_size() {
    let integers = std::cell::Cell::new(0);
    for_each((json(), 1..=u64::MAX, 1..=100_u64), |(json, large, small)| {
        let expected = Exact::new(&json).integer();
        for number in [Number::Literal(&json), Number::from_json(&json)] {
            prop_assert_eq!(number.is_integral(), expected.is_some());
            prop_assert_eq!(number.to_i128(), expected.as_ref().and_then(|integer| integer.try_into().ok()));
            prop_assert_eq!(number.to_i64(), expected.as_ref().and_then(|integer| integer.try_into().ok()));
            prop_assert_eq!(number.to_i32(), expected.as_ref().and_then(|integer| integer.try_into().ok()));
            let digits =
                expected.as_ref().map(BigInt::to_string).filter(|digits| digits.trim_matches('-').len() <= 309);
            prop_assert_eq!(number.integer_digits(), digits);
            for divisor in [large, small] {
                let rest = expected.as_ref().map(|integer| {
                    let divisor = BigInt::from(divisor);
                    u64::try_from(((integer % &divisor) + &divisor) % divisor).unwrap()
                });
                prop_assert_eq!(number.rem_euclid(divisor), rest);
            }
        }
        integers.set(integers.get() + usize::from(expected.is_some()));
        Ok(())
    });
    assert!((500..2500).contains(&integers.get()), "{} integers", integers.get());
}

#[test]
fn a_double_equals_its_shortest_notation_and_no_neighbor() {
    let neighbors = |double: f64| [double.next_down(), double.next_up()];
    for_each(any::<f64>().prop_filter("finite", |double| double.is_finite()), |double| {
        let one = Number::Double(double);
        let spelled = format!("{double:e}");
        prop_assert_eq!(one.partial_cmp(&Number::Literal(&spelled)), Some(Ordering::Equal));
        prop_assert_eq!(one.is_integral(), double.fract() == 0.0);
        prop_assert_eq!(Number::parse(&one.property_value()).map(Number::to_f64), Some(double));
        prop_assert!(one.property_value().trim_matches(['-', '0', '.']).len() <= spelled.len());
        for other in neighbors(double).map(Number::Double).into_iter().filter(|other| other.is_finite()) {
            prop_assert_eq!(one.partial_cmp(&other), double.partial_cmp(&other.to_f64()));
        }
        Ok(())
    });
}

#[test]
fn the_value_of_a_violation_parses_to_the_same_double() {
    for_each(json(), |json| {
        let number = Number::Literal(&json);
        let value = number.property_value();
        prop_assert!(is_json(&json) && is_json(&value));
        if !number.is_finite() || is_plain(&json) {
            prop_assert_eq!(value, if json == "-0" { "0" } else { &*json });
            return Ok(());
        }
        let double: f64 = json.parse().unwrap();
        prop_assert_eq!(value.parse().map(f64::to_bits), Ok(if double == 0.0 { 0 } else { double.to_bits() }));
        // Fewer digits would be another double.
        let digits = Decimal::new(&value).normalized();
        let exponent = digits.find('e').unwrap();
        let fewer = format!("{}{}", &digits[..exponent - 1], &digits[exponent..]);
        prop_assert!(double == 0.0 || fewer.parse::<f64>().ok() != Some(double), "{} {}", value, fewer);
        Ok(())
    });
}

#[test]
fn the_nearest_double_is_the_same_for_long_notations() {
    for_each((digits(), 0..6000_usize), |(number, zeros)| {
        let short = spell(&number, &Spelling { zeros: 0, fraction: 0, exponent: "e" });
        let long = spell(&number, &Spelling { zeros: 10_000 - zeros, fraction: zeros, exponent: "e" });
        prop_assert_eq!(nearest_f64(&long).to_bits(), short.parse::<f64>().unwrap().to_bits());
        Ok(())
    });
}
