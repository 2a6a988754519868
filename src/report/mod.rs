//! The problems of a body as data, in order and with their locations.

mod case;
mod custom_check_error;
pub(crate) mod directory_error;
pub(crate) mod error;
mod excerpt;
mod expected;
mod group;
pub(crate) mod hint;
mod item_fault;
mod kind;
mod line;
mod message;
mod omitted;
mod origin;
mod problem;
mod problems;
mod rejected;
mod rule_info;
mod rule_sources;
mod serialize;
mod steps;
mod unchecked;
mod unexpected;
mod verdict;
mod violation;
mod warning;

pub use crate::json::escape::Escaped;
pub use crate::json::position::Position;
pub use crate::json::syntax_error::{Comment, Encoding, SeveralLines, SyntaxError, Unclosed, UnexpectedToken};
pub use crate::location::{Location, LocationSegment};
pub use custom_check_error::CustomCheckError;
pub use expected::{ComparedWith, Expected, ExpectedCondition, ExpectedScalar, ExpectedType, RuleExpectation};
pub use hint::Hint;
pub use item_fault::ItemFault;
pub use kind::{ProblemKind, Target};
pub(crate) use message::DUPLICATE;
pub use origin::Origin;
pub use problem::Problem;
pub use rule_info::RuleInfo;
pub use rule_sources::RuleSources;
pub use serialize::ReportWithValues;
pub use unchecked::{PropertyHint, UncheckedReason, UncheckedRule};
pub use unexpected::Unexpected;
pub use warning::Warning;

pub(crate) use kind::{ProblemDetail, expected_type};
pub(crate) use line::cut;
#[cfg(feature = "render")]
pub(crate) use line::location_name;
pub(crate) use omitted::{Omitted, OmittedSlot};
#[cfg(feature = "render")]
pub(crate) use problem::documentation_url;
pub(crate) use rejected::{InlineRule, Rejected, RejectedKind, RejectedValues};
#[cfg(feature = "render")]
pub(crate) use serialize::{CommandMembers, ReportForm, ShownValues, VERSION as FORM_VERSION};
pub(crate) use steps::{Misplaced, Steps};
pub(crate) use unchecked::pointer;
pub(crate) use violation::{HeldValue, Violation};

use crate::json::first_names::first_names;
use crate::json::position::Positions;
use crate::json::recovery::Recovery;
use crate::json::span::Span;
use line::{ReportLine, debug_line};
use problems::Problems;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// The result of checking a body: problems, rules that could not be checked, and warnings, each in order.
///
/// A report is data, not an error: [`crate::Error`] wraps a report with a problem. [`Display`](fmt::Display),
/// [`Debug`](fmt::Debug) and the serialized form contain no value of the body; for values, use
/// [`with_values`](Self::with_values).
///
/// ```
/// use icws_schema::{ParseOptions, body::FollowMe};
///
/// let report = ParseOptions::new().check::<FollowMe>(br#"{"phoneNumber": 8042, "timeout": 15}"#);
/// assert!(!report.is_valid());
/// let pointers: Vec<_> = report.iter().map(|problem| problem.pointer()).collect();
/// assert_eq!(pointers, ["/phoneNumber", "/usePin"]);
/// ```
#[derive(Clone, Default)]
pub struct Report {
    /// `None` if nothing was found: most reports are created, moved and dropped without findings.
    contents: Option<Box<ReportContents>>,
}

/// The findings in a body.
#[derive(Clone, Default, PartialEq)]
struct ReportContents {
    problems: Problems,
    unchecked: Vec<UncheckedRule>,
    warnings: Vec<Warning>,
    /// Whether the body could not be read to the end.
    is_unread: bool,
    omitted: Omitted,
    /// The slots of omitted problems, until rules have run.
    omitted_slots: Vec<OmittedSlot>,
    /// What is not in the input, until rules have run, to which it is malformed.
    hidden: Vec<Problem>,
}

/// No findings, as in most bodies.
static NOTHING: ReportContents = ReportContents {
    problems: Problems::new(Vec::new()),
    unchecked: Vec::new(),
    warnings: Vec::new(),
    is_unread: false,
    omitted: Omitted::NONE,
    omitted_slots: Vec::new(),
    hidden: Vec::new(),
};

impl Report {
    fn contents(&self) -> &ReportContents {
        self.contents.as_deref().unwrap_or(&NOTHING)
    }

    fn contents_mut(&mut self) -> &mut ReportContents {
        self.contents.get_or_insert_default()
    }

    /// Sorts problems and determines their lines and columns in the text, if they were parsed from text.
    #[cold]
    pub(crate) fn new(mut problems: Vec<Problem>, text: Option<&[u8]>) -> Self {
        if let Some(text) = text.filter(|_| !problems.is_empty()) {
            if !problems.is_sorted_by_key(|problem| problem.span().at) {
                problems.sort_by_key(|problem| problem.span().at);
            }
            let last = problems.last().map_or(0, |problem| problem.span().at);
            let mut positions = Positions::up_to(last, text);
            for problem in &mut problems {
                problem.position = Some(positions.of(problem.span().at));
            }
        }
        let mut problems = sorted(problems);
        case::explain(&mut problems);
        let problems = Problems::new(problems);
        Self { contents: Some(Box::new(ReportContents { problems, ..ReportContents::default() })) }
    }

    /// Returns the problems: those of the representation in the order of its members, then the violations in the order of the rules.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        self.contents().problems.as_slice()
    }

    /// Returns the rules that could not be checked, in the order of the rules.
    #[must_use]
    pub fn unchecked(&self) -> &[UncheckedRule] {
        &self.contents().unchecked
    }

    /// Returns the warnings.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.contents().warnings
    }

    /// Returns an iterator over the problems.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.problems().iter()
    }

    /// Returns whether the text is not JSON; false for a byte order mark, after which parsing continues.
    pub(crate) fn is_syntax(&self) -> bool {
        let is_mark = |problem: &Problem| problem.kind() == ProblemKind::Syntax(SyntaxError::ByteOrderMark);
        let problems = self.contents().problems.of_representation();
        problems.iter().any(|problem| problem.is_syntax() && !is_mark(problem))
    }

    /// Keeps the findings at a property or below it; `path` is its path in rules.
    #[cfg(feature = "garde")]
    pub(crate) fn below(mut self, property: &Location, path: &str) -> Self {
        let is_below = |location: Location| location.0.starts_with(&property.0);
        let Some(contents) = &mut self.contents else { return self };
        contents.problems.as_mut().retain(|problem| is_below(problem.location()));
        contents.unchecked.retain(|unchecked| match unchecked.location() {
            Some(location) => is_below(location),
            None => unchecked
                .property()
                .strip_prefix(path)
                .is_some_and(|rest| matches!(rest.as_bytes(), [] | [b'.' | b'[', ..])),
        });
        self
    }

    /// Locates the first property of each duplicate.
    pub(crate) fn with_first_names(mut self, input: &[u8]) -> Self {
        if !self.problems().iter().any(Problem::is_duplicate) {
            return self;
        }
        let firsts = first_names(input);
        let first =
            |problem: &Problem| if problem.is_duplicate() { firsts.get(&problem.span().at).copied() } else { None };
        let mut offsets: Vec<_> = self.problems().iter().filter_map(first).collect();
        offsets.sort_unstable();
        let mut positions = Positions::up_to(offsets.last().copied().unwrap_or(0), input);
        let positions: HashMap<_, _> = offsets.into_iter().map(|offset| (offset, positions.of(offset))).collect();
        for problem in self.contents_mut().problems.as_mut() {
            if let Some(offset) = first(problem) {
                problem.set_first(offset, positions[&offset]);
            }
        }
        self
    }

    /// Adds the values that rules rejected.
    pub(crate) fn with_rejected(mut self, rejected: Option<RejectedValues>) -> Self {
        if let Some(rejected) = rejected {
            self.contents_mut().problems.set_rejected(rejected);
        }
        self
    }

    /// Adds what is not in the input, for rules, to which it is malformed.
    pub(crate) fn with_hidden(mut self, hidden: Vec<Problem>) -> Self {
        if !hidden.is_empty() {
            self.contents_mut().hidden = hidden;
        }
        self
    }

    /// Returns what is malformed to rules, but not reported.
    pub(crate) fn hidden(&self) -> &[Problem] {
        &self.contents().hidden
    }

    /// Removes the violations of some rules.
    pub(crate) fn retain_rules(&mut self, keep: impl Fn(&dyn RuleInfo) -> bool) {
        if let Some(contents) = &mut self.contents {
            contents.problems.as_mut().retain(|problem| problem.rule().is_none_or(&keep));
        }
    }

    pub(crate) fn into_unchecked(self) -> Vec<UncheckedRule> {
        self.contents.map_or_else(Vec::new, |contents| contents.unchecked)
    }

    /// Adds the findings of rules after the existing problems.
    pub(crate) fn add(&mut self, problems: Vec<Problem>, unchecked: Vec<UncheckedRule>) {
        let contents = self.contents_mut();
        contents.problems.as_mut().extend(problems);
        contents.unchecked = unchecked;
    }

    /// Sorts the problems; those of one rule keep their order.
    pub(crate) fn sort(&mut self) {
        let problems = self.contents_mut().problems.as_mut();
        *problems = sorted(std::mem::take(problems));
    }

    /// Returns whether the body could not be read to the end, so that rules cannot be checked.
    pub(crate) fn is_unread(&self) -> bool {
        self.contents().is_unread
    }

    /// Returns the line at which reading has stopped before the end of the body: what is after it was not checked.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let report = ParseOptions::new().check::<FollowMe>("{\n  \"usePin\": True,\n  \"timeout\": 0\n}");
    /// assert_eq!(report.last_line_read(), Some(2));
    /// ```
    #[must_use]
    pub fn last_line_read(&self) -> Option<u64> {
        let syntax = self.problems().iter().filter(|problem| problem.is_syntax());
        let last = syntax.max_by_key(|problem| problem.offset())?;
        let is_end = matches!(last.kind(), ProblemKind::Syntax(error) if error.is_at_end());
        last.position().filter(|_| self.is_unread() && !is_end).map(|position| position.line)
    }

    /// Sets whether the body could not be read to the end.
    pub(crate) fn set_unread(mut self, is_unread: bool) -> Self {
        self.contents_mut().is_unread = is_unread;
        self
    }

    pub(crate) fn with_warnings(mut self, warnings: Vec<Warning>) -> Self {
        self.contents_mut().warnings = warnings;
        self
    }

    pub(crate) fn warn(&mut self, warning: Warning) {
        self.contents_mut().warnings.push(warning);
    }

    /// Reports the problems of a body that is part of a larger text at their positions in that text.
    ///
    /// ```
    /// use icws_schema::report::Origin;
    /// use icws_schema::rules::{Context, RequestChecker};
    ///
    /// let report = RequestChecker::documented().check("[]", &Context::new()).with_origin(Origin::new().with_line(7));
    /// assert_eq!(report.problems()[0].position().unwrap().line, 7);
    /// ```
    #[must_use]
    pub fn with_origin(mut self, origin: Origin) -> Self {
        self.set_origin(&Arc::new(origin));
        self
    }

    /// Reports the problems at their positions in a larger text.
    pub(crate) fn set_origin(&mut self, origin: &Arc<Origin>) {
        if let Some(contents) = &mut self.contents {
            contents.problems.as_mut().iter_mut().for_each(|problem| problem.set_origin(origin));
        }
    }

    /// Moves the problems of a body to where they are in a text that has the body at an offset.
    pub(crate) fn moved(mut self, text: &[u8], start: usize) -> Self {
        if start == 0 || self.contents.is_none() {
            return self;
        }
        self.locate(text, 0, |problem| {
            let Span { at, len } = problem.span();
            if problem.span().is_some() { Span { at: at + start, len } } else { problem.span() }
        });
        for problem in self.contents_mut().problems.as_mut() {
            problem.move_other_places(text, start);
        }
        self
    }

    /// Adds the syntax errors of another report, with the places of both in the same text.
    pub(crate) fn with_errors(mut self, errors: Self) -> Self {
        let errors: Vec<_> = errors.into_iter().collect();
        if errors.is_empty() {
            return self;
        }
        let problems = self.contents_mut().problems.as_mut();
        problems.splice(0..0, errors);
        let count = problems.iter().take_while(|problem| problem.is_syntax()).count();
        problems[..count].sort_by_key(|problem| problem.span().at);
        self
    }

    /// Reports the problems of a corrected copy where they are in the text.
    pub(crate) fn set_original(&mut self, recovery: &Recovery, text: &[u8]) {
        if recovery.text.is_none() {
            return;
        }
        let text = match &recovery.decoded {
            Some(decoded) => &decoded.text,
            None => str::from_utf8(text).unwrap_or_default(),
        };
        self.locate(text.as_bytes(), 0, |problem| recovery.original_span(problem.span()));
        for problem in self.contents_mut().problems.as_mut() {
            problem.set_original(recovery, text);
        }
    }

    /// Locates the problems from index `known` on in the text.
    pub(crate) fn locate(&mut self, text: &[u8], known: usize, mut span: impl FnMut(&Problem) -> Span) {
        let problems = &mut self.contents_mut().problems.as_mut()[known..];
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
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.contents() == other.contents()
    }
}

impl IntoIterator for Report {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.contents.map_or_else(Vec::new, |mut contents| std::mem::take(contents.problems.as_mut())).into_iter()
    }
}

impl<'r> IntoIterator for &'r Report {
    type Item = &'r Problem;
    type IntoIter = std::slice::Iter<'r, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Sorts problems: those of the representation first, in their order, then those of each rule.
fn sorted(mut problems: Vec<Problem>) -> Vec<Problem> {
    // Problems are large: the cached keys are sorted, then each problem is moved once.
    problems.sort_by_cached_key(Problem::rule_index);
    let count = problems.partition_point(|problem| !problem.is_violation());
    problems[..count].sort_by(Problem::order);
    problems
}

/// Writes a line for each problem: position and location, what was expected, what was found, the violated rule with its
/// note; its causes follow, indented.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problems().iter().enumerate().try_for_each(|(index, problem)| {
            f.write_str(if index > 0 { "\n" } else { "" })?;
            lines(f, problem, 0)
        })?;
        match self.contents().omitted.problems() {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

fn lines(f: &mut fmt::Formatter<'_>, problem: &Problem, depth: usize) -> fmt::Result {
    write!(f, "{:1$}{2}", "", 2 * depth, ReportLine(problem))?;
    for cause in problem.causes() {
        f.write_str("\n")?;
        lines(f, cause, depth + 1)?;
    }
    Ok(())
}

/// Writes one line of at most 200 bytes for each problem, unchecked rule and warning, without values.
impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems = self.problems().iter().map(|problem| format!("{problem:?}"));
        let unchecked = self.unchecked().iter().map(|unchecked| format!("{unchecked:?}"));
        let warnings = self.warnings().iter().map(|warning| debug_line(&format!("warning: {warning}")));
        let more = self.is_truncated().then(|| "and more".to_owned());
        let lines: Vec<_> = problems.chain(unchecked).chain(warnings).chain(more).collect();
        if lines.is_empty() { f.write_str("valid") } else { f.write_str(&lines.join("\n")) }
    }
}
