//! What is wrong with a body, as data: every problem, in order, with its place.

pub(crate) mod directory_error;
mod expected;
mod kind;
mod problem;
mod rule_info;
mod unchecked;
mod unexpected;
mod violation;

pub use crate::json::lexer::SyntaxError;
pub use crate::json::position::Position;
pub use crate::location::{Location, LocationSegment};
pub use expected::{ComparedWith, Expected, ExpectedCondition, ExpectedScalar, ExpectedType, RuleExpectation};
pub use kind::ProblemKind;
pub use problem::Problem;
pub use rule_info::RuleInfo;
pub use unchecked::{PropertyHint, UncheckedReason, UncheckedRule};
pub use unexpected::Unexpected;

pub(crate) use kind::Finding;
pub(crate) use unchecked::pointer;
pub(crate) use violation::{HeldValue, Violation};

use crate::codes::ValidationErrorType;
use crate::json::position::Positions;
use crate::json::span::Span;
use std::collections::BTreeMap;
use std::fmt;

/// Everything that is wrong with a body, in the order of its representation. A report without problems is clean.
#[derive(Debug, Clone, Default)]
pub struct Report {
    problems: Vec<Problem>,
    unchecked: Vec<UncheckedRule>,
}

impl Report {
    /// Puts problems in order and finds their lines and columns in the text, if they were read from one.
    #[cold]
    pub(crate) fn new(mut problems: Vec<Problem>, text: Option<&[u8]>) -> Self {
        if let Some(text) = text {
            if !problems.is_sorted_by_key(|problem| problem.span().at) {
                problems.sort_by_key(|problem| problem.span().at);
            }
            let last = problems.last().map_or(0, |problem| problem.span().at);
            let mut positions = Positions::up_to(last, text);
            for problem in &mut problems {
                problem.position = Some(positions.of(problem.span().at));
            }
        }
        problems.sort_by(Problem::order);
        Self { problems, unchecked: Vec::new() }
    }

    /// The problems: those of the representation in the order of its members, then the violations in the order of the rules.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.problems.is_empty()
    }

    /// Whether the server would call the body malformed, and say no more.
    #[must_use]
    pub fn is_malformed(&self) -> bool {
        self.problems.iter().any(|problem| problem.validator().is_none())
    }

    /// What could not be checked, in the order of the rules.
    #[must_use]
    pub fn unchecked(&self) -> &[UncheckedRule] {
        &self.unchecked
    }

    /// Whether every rule could be checked. Clean and complete are two answers.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unchecked.is_empty()
    }

    /// Returns whether a directory failed to answer a question. Then nothing proves the body valid, and whoever asked for a value gets an error.
    #[must_use]
    pub fn has_failed_questions(&self) -> bool {
        self.unchecked.iter().any(UncheckedRule::is_failed)
    }

    /// How many problems each validator has found, by number; those of a malformed body count under `None`.
    #[must_use]
    pub fn group_by_validator(&self) -> BTreeMap<Option<ValidationErrorType>, Vec<&Problem>> {
        let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
        self.problems.iter().for_each(|problem| groups.entry(problem.validator()).or_default().push(problem));
        groups
    }

    /// The problems at each place.
    #[must_use]
    pub fn group_by_property(&self) -> BTreeMap<Location, Vec<&Problem>> {
        let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
        self.problems.iter().for_each(|problem| groups.entry(problem.place()).or_default().push(problem));
        groups
    }

    /// Whether the text is no JSON.
    pub(crate) fn is_syntax(&self) -> bool {
        self.problems.iter().any(|problem| matches!(problem.fault(), ProblemKind::Syntax(_)))
    }

    /// What the representation says alone.
    pub(crate) fn without_rules(mut self) -> Self {
        self.problems.retain(|problem| !problem.is_of_rule());
        self
    }

    /// Whether the representation says nothing.
    pub(crate) fn is_of_rules(&self) -> bool {
        self.problems.iter().all(Problem::is_of_rule)
    }

    pub(crate) fn into_unchecked(self) -> Vec<UncheckedRule> {
        self.unchecked
    }

    pub(crate) fn add(&mut self, problems: Vec<Problem>, unchecked: Vec<UncheckedRule>) {
        self.problems.extend(problems);
        self.unchecked = unchecked;
    }

    /// Finds where the problems from `known` on stand in the text.
    pub(crate) fn locate(&mut self, text: &[u8], known: usize, mut span: impl FnMut(&Problem) -> Span) {
        let problems = &mut self.problems[known..];
        let mut offsets = Vec::new();
        for problem in &mut *problems {
            problem.locate(&mut span);
            problem.offsets(&mut offsets);
        }
        offsets.sort_unstable();
        let mut positions = Positions::up_to(offsets.last().copied().unwrap_or(0), text);
        let positions = offsets.into_iter().map(|offset| (offset, positions.of(offset))).collect();
        problems.iter_mut().for_each(|problem| problem.place_at(&positions));
    }

    /// The same, as if it had not been read from text.
    pub(crate) fn without_positions(mut self) -> Self {
        self.problems.iter_mut().for_each(Problem::forget_text);
        self
    }
}

/// A line for each problem: its place, what was expected, what was found, and the rule that says so, with its note. Below it, set in, its causes.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problems.iter().enumerate().try_for_each(|(index, problem)| {
            f.write_str(if index > 0 { "\n" } else { "" })?;
            line(f, problem, 0)
        })
    }
}

fn line(f: &mut fmt::Formatter<'_>, problem: &Problem, depth: usize) -> fmt::Result {
    write!(f, "{:1$}", "", 2 * depth)?;
    if let Some(Position { line, column }) = problem.position() {
        write!(f, "{line}:{column}: ")?;
    }
    write!(f, "{}: {problem}", Name(&problem.place()))?;
    if let (Some(rule), Some(pointer)) = (problem.rule(), problem.rule_pointer()) {
        write!(f, " ({}, {pointer}", rule.validator())?;
        write!(f, "{})", rule.note().map_or(String::new(), |note| format!("; {note}")))?;
        for cause in problem.causes() {
            f.write_str("\n")?;
            line(f, cause, depth + 1)?;
        }
    }
    Ok(())
}

/// A place, or `the body` at the root.
struct Name<'a>(&'a Location);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.0.is_empty() { f.write_str("the body") } else { f.write_str(&plain(&self.0.to_string())) }
    }
}

/// A text whose control characters are escaped: a name of a body ends no line and steers no terminal.
fn plain(text: &str) -> String {
    let escape = |character: char| {
        if character.is_control() { character.escape_default().to_string() } else { character.to_string() }
    };
    text.chars().map(escape).collect()
}

impl std::error::Error for Report {}
