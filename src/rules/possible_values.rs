//! Determines which values a property of a representation can have, to warn of comparisons with any other value.

use super::outline::ReferenceName;
use super::params::Scalar;
use crate::descriptor::{JsonType, TypeDescriptor};
use crate::file::LoadFound;
use crate::fold::eq_ignore_case;
use crate::json::escape::Escaped;
use crate::json::number::{Number, OwnedNumber};

/// Returns whether a property of this type can be equal to a value.
pub(super) fn can_equal(descriptor: &TypeDescriptor, value: &Scalar) -> bool {
    match (descriptor.kind, value) {
        (JsonType::Boolean, value) => matches!(value, Scalar::Boolean(_)),
        (JsonType::String, value) => matches!(value, Scalar::String(_)),
        (JsonType::Int, Scalar::Number(number)) => {
            let integer = number.as_number().to_i64().and_then(|integer| i32::try_from(integer).ok());
            integer.is_some_and(|integer| descriptor.codes.is_empty() || is_code(descriptor, integer))
        }
        (JsonType::Int | JsonType::Array | JsonType::Object, _) => false,
    }
}

fn is_code(descriptor: &TypeDescriptor, integer: i32) -> bool {
    descriptor.codes.iter().any(|(code, ..)| *code == integer)
}

/// Returns the probably intended value as JSON: the number of a code given by name, or a number or boolean given as a
/// string.
pub(super) fn intended_value(descriptor: &TypeDescriptor, value: &Scalar) -> Option<String> {
    let Scalar::String(string) = value else { return None };
    let is_meant = match descriptor.kind {
        JsonType::Boolean => matches!(string.as_str(), "true" | "false"),
        JsonType::Int => string.parse::<i32>().is_ok_and(|integer| can_equal(descriptor, &integer.into())),
        _ => false,
    };
    let code = descriptor.codes.iter().find(|(_, name, _)| name.eq_ignore_ascii_case(string));
    if is_meant { Some(string.clone()) } else { code.map(|(code, ..)| code.to_string()) }
}

/// Returns what to write in place of several values that a property of this type cannot have. Many are not named.
pub(super) fn help_with_values(descriptor: &TypeDescriptor, values: &[&Scalar]) -> String {
    const MAX_NAMED: usize = 8;
    let (mut meant, mut others) = (Vec::new(), Vec::new());
    for value in values.iter().take(MAX_NAMED) {
        let shown = LoadFound::from(*value);
        match intended_value(descriptor, value) {
            Some(intended) => meant.push(format!("`{intended}` for `{shown}`")),
            None => others.push(format!("`{shown}`")),
        }
    }
    let rest = if values.len() > MAX_NAMED { ", and so on" } else { "" };
    let others = others.join(", ");
    Escaped(match (meant.is_empty(), others.is_empty()) {
        (true, _) => format!("none of these is possible: {others}{rest}"),
        (false, true) => format!("write {}{rest}", meant.join(", ")),
        (false, false) => format!("write {}{rest}; not possible either: {others}", meant.join(", ")),
    })
    .to_string()
}

/// Returns whether a property of this type can have a value between inclusive bounds; always true for types other than
/// integers.
pub(super) fn can_be_within(descriptor: &TypeDescriptor, min: Option<&OwnedNumber>, max: Option<&OwnedNumber>) -> bool {
    let bound = |bound: Option<&OwnedNumber>| bound.map(|bound| bound.as_number().to_f64());
    match descriptor.kind {
        JsonType::Int if descriptor.codes.is_empty() => {
            // Rounding a bound can only enlarge the range.
            let first = bound(min).map_or(f64::from(i32::MIN), |min| min.ceil().max(i32::MIN.into()));
            let last = bound(max).map_or(f64::from(i32::MAX), |max| max.floor().min(i32::MAX.into()));
            first <= last
        }
        JsonType::Int => descriptor.codes.iter().any(|(code, ..)| {
            let code = Number::Integer((*code).into());
            min.is_none_or(|min| min.as_number() <= code) && max.is_none_or(|max| code <= max.as_number())
        }),
        _ => true,
    }
}

/// Returns whether no value of a property satisfies two rules: bounds or values that exclude each other. Strings are compared
/// case-insensitively, and many values are not compared.
pub(super) fn exclude(descriptor: &TypeDescriptor, one: &ReferenceName, other: &ReferenceName) -> bool {
    use ReferenceName::{Bounds, Values};
    const MAX_COMPARISONS: usize = 10_000;
    let is_same = |one: &Scalar, other: &Scalar| match (one, other) {
        (Scalar::String(one), Scalar::String(other)) => eq_ignore_case(one, other),
        _ => one == other,
    };
    match (one, other) {
        (Bounds { min, max }, Bounds { min: other_min, max: other_max }) => {
            let max = [max, other_max].into_iter().flatten().min();
            !can_be_within(descriptor, min.max(other_min).as_ref(), max)
        }
        (Bounds { min, max }, Values(values)) | (Values(values), Bounds { min, max }) => !values.iter().any(|value| {
            let Scalar::Number(number) = value else { return true };
            min.as_ref().is_none_or(|min| min <= number) && max.as_ref().is_none_or(|max| number <= max)
        }),
        (Values(values), Values(others)) => {
            values.iter().len().saturating_mul(others.iter().len()) <= MAX_COMPARISONS
                && !values.iter().any(|value| others.iter().any(|other| is_same(value, other)))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{can_be_within, can_equal};
    use crate::body::decode::members::WireValue;
    use crate::codes::EFaqSearchOptions;
    use crate::descriptor::TypeDescriptor;
    use crate::rules::params::Scalar;

    const INT: &TypeDescriptor = <i32 as WireValue>::DESCRIPTOR;
    const CODE: &TypeDescriptor = <EFaqSearchOptions as WireValue>::DESCRIPTOR;

    #[test]
    fn a_property_can_equal_values_of_its_type() {
        let number = |text: &str| Scalar::Number(text.parse().unwrap());
        let values =
            [number("1.0"), number("1.5"), number("9"), number("3000000000"), Scalar::from("1"), Scalar::from(true)];
        let equal = |descriptor| values.iter().map(|value| can_equal(descriptor, value)).collect::<Vec<_>>();
        assert_eq!(equal(INT), [true, false, true, false, false, false]);
        assert_eq!(equal(CODE), [true, false, false, false, false, false]);
        assert_eq!(equal(bool::DESCRIPTOR), [false, false, false, false, false, true]);
        assert_eq!(equal(String::DESCRIPTOR), [false, false, false, false, true, false]);
    }

    #[test]
    fn a_range_without_an_integer_or_code_has_no_value() {
        let within = |descriptor, min: &str, max: &str| {
            let bound = |text: &str| text.parse().ok();
            can_be_within(descriptor, bound(min).as_ref(), bound(max).as_ref())
        };
        for (min, max, int, code) in [
            ("", "", true, true),
            ("1.2", "1.8", false, false),
            ("1.2", "2", true, true),
            ("2147483647", "", true, false),
            ("2147483647.5", "", false, false),
            ("", "-2147483649", false, false),
            ("-5", "-1", true, false),
            ("1", "1", true, true),
        ] {
            assert_eq!((within(INT, min, max), within(CODE, min, max)), (int, code), "{min} to {max}");
        }
        assert!(within(String::DESCRIPTOR, "1.2", "1.8"));
    }
}
