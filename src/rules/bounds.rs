//! Inclusive bounds of which one may be left out.

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

/// Returns whether a count is within bounds.
pub(crate) fn within(count: u64, min: Option<u64>, max: Option<u64>) -> bool {
    (min.unwrap_or(0)..=max.unwrap_or(u64::MAX)).contains(&count)
}

/// Bounds of a count, where those that are not given bound nothing.
pub(crate) fn counts(min: Option<u64>, max: Option<u64>) -> (usize, usize) {
    let count = |bound: Option<u64>, none| bound.map_or(none, |bound| usize::try_from(bound).unwrap_or(usize::MAX));
    (count(min, 0), count(max, usize::MAX))
}
