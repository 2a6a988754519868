//! Unknown properties of one object whose names differ in case alone.

use super::Problem;
use super::hint::MAX_NAME;
use crate::fold::fold;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Adds to each of them, but the first in the order of a report, a hint that names the first.
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
