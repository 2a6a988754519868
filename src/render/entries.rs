//! Problems for people: in the order of the file, and each mistake once.

use crate::report::{Hint, LocationSegment, Problem, ProblemKind, Report};
use std::collections::HashSet;

/// The problems of a report for people.
pub(super) struct Entries<'r> {
    pub(super) problems: Vec<&'r Problem>,
    /// The number of all entries, including those that are not listed.
    pub(super) count: usize,
}

impl<'r> Entries<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let misspelt = misspelt(report);
        // What a whole user has besides its properties is one mistake.
        let is_whole = |problem: &Problem| matches!(problem.hint(), Some(Hint::WholeUser | Hint::ListOfUsers));
        let whole = report.iter().filter(|problem| is_whole(problem)).min_by_key(|problem| problem.offset());
        let is_of_whole = |problem: &Problem| {
            let is_tag = || problem.kind() == ProblemKind::TypeTag && problem.location().0.len() == 1;
            whole.is_some_and(|whole| !std::ptr::eq(whole, problem) && (is_whole(problem) || is_tag()))
        };
        let is_explained = |problem: &Problem| {
            is_of_whole(problem) || (problem.kind() == ProblemKind::Missing && misspelt.contains(&problem.pointer()))
        };
        let mut problems: Vec<_> = report.iter().filter(|problem| !is_explained(problem)).collect();
        problems.sort_by_key(|problem| problem.offset());
        let explained = report.problems().len() - problems.len();
        Self { problems, count: report.problem_count() - explained }
    }

    /// Returns how many are not listed, as a sentence; `None` if all are.
    pub(super) fn not_listed(&self) -> Option<String> {
        match self.count - self.problems.len() {
            0 => None,
            1 => Some("1 more problem is not listed".to_owned()),
            more => Some(format!("{more} more problems are not listed")),
        }
    }
}

/// Returns the pointers of missing properties whose names are misspelt as unknown properties.
fn misspelt(report: &Report) -> HashSet<String> {
    let meant = |problem: &Problem| {
        let mut location = problem.location();
        location.0.pop();
        location.0.push(LocationSegment::Member(problem.suggestion()?.into()));
        Some(problem.pointer_of(&location))
    };
    report.iter().filter_map(meant).collect()
}
