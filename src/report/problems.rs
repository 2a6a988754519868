use super::problem::Problem;
use super::rejected::RejectedValues;
use std::sync::OnceLock;

/// The problems of a report, in order.
#[derive(Clone, Default)]
pub(super) struct Problems {
    made: Vec<Problem>,
    /// Rejected values, from which problems are created on first access, and all problems with these.
    rejected: Option<RejectedValues>,
    all: OnceLock<Vec<Problem>>,
}

impl Problems {
    pub(super) const fn new(made: Vec<Problem>) -> Self {
        Self { made, rejected: None, all: OnceLock::new() }
    }

    /// Adds the values that rules rejected.
    pub(super) fn set_rejected(&mut self, rejected: RejectedValues) {
        self.rejected = Some(rejected);
    }

    /// Returns the number of problems.
    pub(super) fn len(&self) -> usize {
        self.made.len() + self.rejected.as_ref().map_or(0, RejectedValues::len)
    }

    /// Returns the problems of the representation; violations of rules may be among them.
    pub(super) fn of_representation(&self) -> &[Problem] {
        &self.made
    }

    /// Returns all problems.
    pub(super) fn as_slice(&self) -> &[Problem] {
        match &self.rejected {
            Some(rejected) => self.all.get_or_init(|| all(self.made.clone(), rejected)),
            None => &self.made,
        }
    }

    /// Returns all problems, mutably.
    pub(super) fn as_mut(&mut self) -> &mut Vec<Problem> {
        if let Some(rejected) = self.rejected.take() {
            let made = std::mem::take(&mut self.made);
            self.made = self.all.take().unwrap_or_else(|| all(made, &rejected));
        }
        &mut self.made
    }
}

#[cold]
fn all(mut problems: Vec<Problem>, rejected: &RejectedValues) -> Vec<Problem> {
    rejected.add_to(&mut problems);
    problems
}

impl PartialEq for Problems {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}
