//! Inclusive bounds of which one may be left out.

use garde::rules::range::Bounds;
use std::fmt::Display;

/// What is wrong with bounds among themselves.
pub(crate) fn bounds_error<T: PartialOrd + Display>(min: Option<T>, max: Option<T>) -> Option<(&'static str, String)> {
    match (min, max) {
        (None, None) => Some(("min", "expected `min` or `max`, found neither".to_owned())),
        (Some(min), Some(max)) if min > max => {
            Some(("min", format!("expected at most {max}, which is `max`, found {min}")))
        }
        _ => None,
    }
}

/// Whether a value is within bounds, where those that are not given bound nothing.
pub(crate) fn within<T: Bounds<Size = T>>(value: &T, min: Option<T>, max: Option<T>) -> bool {
    value.validate_bounds(min.unwrap_or(T::MIN), max.unwrap_or(T::MAX)).is_ok()
}

/// Bounds of a count, where those that are not given bound nothing.
pub(crate) fn counts(min: Option<u64>, max: Option<u64>) -> (usize, usize) {
    let count = |bound: Option<u64>, none| bound.map_or(none, |bound| usize::try_from(bound).unwrap_or(usize::MAX));
    (count(min, 0), count(max, usize::MAX))
}
