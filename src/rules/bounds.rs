//! Inclusive, optional bounds.

use super::params::ParameterProblem;
use crate::file::{LoadExpected, LoadFound};
use std::fmt::Display;

/// Returns the problem of bounds that contradict each other.
pub(crate) fn bounds_problem<T: PartialOrd + Display>(min: Option<&T>, max: Option<&T>) -> Vec<ParameterProblem> {
    const BOUNDS: &[&str] = &["min", "max"];
    let problem = match (min, max) {
        (None, None) => {
            let expected = LoadExpected::AnyOf { names: (&["min", "max"]).into() };
            Some(ParameterProblem::conflict(BOUNDS, expected, LoadFound::None))
        }
        (Some(min), Some(max)) if min > max => {
            let expected = LoadExpected::AtMost { max: max.to_string(), parameter: "max" };
            Some(ParameterProblem::conflict(BOUNDS, expected, LoadFound::Number(min.to_string())))
        }
        _ => None,
    };
    problem.into_iter().collect()
}

/// Returns whether a count is between bounds.
pub(crate) fn is_within(count: usize, min: Option<u64>, max: Option<u64>) -> bool {
    (min.unwrap_or(0)..=max.unwrap_or(u64::MAX)).contains(&(count as u64))
}
