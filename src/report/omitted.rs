//! The limit on the problems of a report: the first are kept, the others are counted.

use super::{Problem, ProblemKind, Report};
use crate::descriptor::MAX_ARRAYS;

/// The number of problems and rules that a report does not list because a maximum was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Omitted {
    pub(super) malformed: Count,
    /// Problems of the representation that do not make the body malformed.
    pub(super) invalid: Count,
    /// Violations of rules.
    pub(super) violations: usize,
    pub(super) unchecked: usize,
    /// Whether a directory failed to answer the question of one of the unchecked rules.
    pub(super) has_failed_questions: bool,
}

/// The slot of a problem that is not listed, for rules that need to know that something is invalid there. It takes a
/// tenth of the memory of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OmittedSlot {
    pub(crate) slot: u16,
    pub(crate) index: [u32; MAX_ARRAYS],
    /// The number of the validator; `MALFORMED` if the body is malformed there.
    pub(crate) validator: u8,
}

impl OmittedSlot {
    pub(crate) const MALFORMED: u8 = u8::MAX;

    /// Returns the slot of a problem of the representation whose value a rule can read; `None` for any other problem.
    fn of(problem: &Problem) -> Option<Self> {
        let (slot, index) = problem.slot_and_indexes()?;
        let validator = match problem.kind() {
            ProblemKind::Type => Self::MALFORMED,
            ProblemKind::Missing | ProblemKind::Null | ProblemKind::UnknownCode => {
                u8::try_from(problem.validator()?.code()).ok()?
            }
            _ => return None,
        };
        Some(Self { slot, index, validator })
    }
}

/// A number of problems, and whether the vendor documents a constraint that one of them violates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) count: usize,
    pub(super) is_documented: bool,
}

impl Count {
    fn add(&mut self, problem: &Problem) {
        self.count += 1;
        self.is_documented |= problem.is_documented();
    }
}

impl Default for Omitted {
    fn default() -> Self {
        Self::NONE
    }
}

impl Omitted {
    pub(super) const NONE: Self = {
        let none = Count { count: 0, is_documented: false };
        Self { malformed: none, invalid: none, violations: 0, unchecked: 0, has_failed_questions: false }
    };

    pub(super) fn problems(&self) -> usize {
        self.malformed.count + self.invalid.count + self.violations
    }

    /// Returns the same without violations of rules.
    pub(crate) fn without_violations(self) -> Self {
        Self { violations: 0, ..self }
    }

    /// Counts violations that are not listed.
    pub(crate) fn omit_violations(&mut self, count: usize) {
        self.violations += count;
    }

    fn add(&mut self, problem: &Problem) {
        if problem.is_violation() {
            self.violations += 1;
        } else if problem.validator().is_none() {
            self.malformed.add(problem);
        } else {
            self.invalid.add(problem);
        }
    }

    /// Keeps the first `max` problems in report order, without reordering them, and collects the slots of the others if
    /// requested.
    #[cold]
    pub(crate) fn keep_first(
        &mut self,
        problems: &mut Vec<Problem>,
        max: usize,
        mut slots: Option<&mut Vec<OmittedSlot>>,
    ) {
        if problems.len() <= max {
            return;
        }
        let mut order: Vec<usize> = (0..problems.len()).collect();
        order.select_nth_unstable_by(max, |one, two| problems[*one].order(&problems[*two]).then(one.cmp(two)));
        let mut is_kept = vec![false; problems.len()];
        order[..max].iter().for_each(|index| is_kept[*index] = true);
        let mut is_kept = is_kept.into_iter();
        problems.retain(|problem| {
            let is_kept = is_kept.next().unwrap_or_default();
            if !is_kept {
                self.add(problem);
                if let Some(slots) = &mut slots {
                    slots.extend(OmittedSlot::of(problem));
                }
            }
            is_kept
        });
    }
}

impl Report {
    /// Keeps the first `max` problems and the first `max` unchecked rules.
    pub(crate) fn truncate(&mut self, max: usize) {
        let Some(contents) = &mut self.contents else { return };
        let omitted = &mut contents.omitted;
        if contents.problems.len() > max {
            omitted.keep_first(contents.problems.as_mut(), max, None);
        }
        (contents.omitted_slots, contents.hidden) = (Vec::new(), Vec::new());
        if contents.unchecked.len() > max {
            let others = contents.unchecked.split_off(max);
            omitted.unchecked += others.len();
            omitted.has_failed_questions |= others.iter().any(super::UncheckedRule::is_failed);
        }
    }

    /// Adds the problems that decoding omitted.
    pub(crate) fn with_omitted(mut self, omitted: Omitted, mut slots: Vec<OmittedSlot>) -> Self {
        slots.sort_unstable();
        let contents = self.contents_mut();
        (contents.omitted, contents.omitted_slots) = (omitted, slots);
        self
    }

    /// Returns the slots of the problems that decoding omitted, in order.
    pub(crate) fn omitted_slots(&self) -> &[OmittedSlot] {
        &self.contents().omitted_slots
    }

    /// Counts violations and unchecked rules that are not listed.
    pub(crate) fn omit(&mut self, violations: usize, unchecked: usize, has_failed_questions: bool) {
        let omitted = &mut self.contents_mut().omitted;
        omitted.omit_violations(violations);
        omitted.unchecked += unchecked;
        omitted.has_failed_questions |= has_failed_questions;
    }

    /// Returns the number of all problems, including those that are not listed because a
    /// [maximum](crate::ParseOptions::max_problems) was set.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let report = ParseOptions::new().max_problems(1).check::<FollowMe>("{}");
    /// assert_eq!((report.problems().len(), report.problem_count()), (1, 3));
    /// ```
    #[must_use]
    pub fn problem_count(&self) -> usize {
        self.contents().problems.len() + self.contents().omitted.problems()
    }

    /// Returns the number of all rules that could not be checked, including those that are not listed because a
    /// [maximum](crate::ParseOptions::max_problems) was set.
    #[must_use]
    pub fn unchecked_count(&self) -> usize {
        self.unchecked().len() + self.contents().omitted.unchecked
    }

    /// Returns whether there are more problems or unchecked rules than are listed, because a
    /// [maximum](crate::ParseOptions::max_problems) was set.
    #[must_use]
    pub fn is_truncated(&self) -> bool {
        let omitted = &self.contents().omitted;
        omitted.problems() > 0 || omitted.unchecked > 0
    }
}
