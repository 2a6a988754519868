//! Hints for unknown properties of one object whose names differ only in case.

use super::Problem;
use super::hint::MAX_NAME;
use crate::fold::fold;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Adds a hint to each of them except the first in report order; it names the first.
pub(super) fn explain(problems: &mut [Problem]) {
    for unknown in problems.chunk_by_mut(Problem::are_unknown_in_one_object) {
        let mut firsts = HashMap::new();
        for problem in unknown {
            let Some(name) = problem.unknown_name().filter(|name| name.len() <= MAX_NAME) else { continue };
            match firsts.entry(fold(&name).into_owned()) {
                Entry::Vacant(first) => drop(first.insert(name)),
                Entry::Occupied(first) => problem.explain_case(first.get()),
            }
        }
    }
}
