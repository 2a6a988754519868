//! What rules make of a body that grew, and whether that is what it grew for.

use super::InvalidCase;
use super::body::Body;
use crate::codes::ValidationErrorType;
use crate::report::{Problem, Report, Unexpected};
use crate::rules::{Context, RequestChecker};

pub(super) struct ValueHook<'a> {
    pub(super) rules: RequestChecker,
    pub(super) context: Context<'a>,
}

impl ValueHook<'_> {
    pub(super) fn report(&self, body: &Body) -> Report {
        self.rules.check(body.text(), &self.context)
    }

    /// Whether a body is what is wanted.
    pub(super) fn finds(&self, wanted: &Wanted, body: &Body) -> bool {
        wanted.among(&self.report(body)).is_some_and(|(_, others)| others.is_empty())
    }

    /// A body with its one fault, as it is told.
    pub(super) fn told(&self, wanted: &Wanted, body: &Body) -> Option<InvalidCase> {
        let report = self.report(body);
        let (Some(problem), _) = wanted.among(&report)? else { return None };
        Some(InvalidCase {
            text: body.text(),
            fault: problem.kind(),
            pointer: problem.pointer(),
            rule: problem.rule_pointer(),
            done: body.wrong.as_ref().map_or_else(|| done(problem), |wrong| wrong.done.clone()),
        })
    }
}

/// What is to be wrong with a body.
#[derive(Debug, Clone)]
pub(super) enum Wanted {
    Nothing,
    /// One thing, as a representation.
    ProblemKind,
    /// The rule at this place in its set is broken, once.
    Rule(String),
}

impl Wanted {
    /// The problem that is wanted, if one is, and those that are not; `None` where there is none that is.
    pub(super) fn among<'r>(&self, report: &'r Report) -> Option<(Option<&'r Problem>, Vec<&'r Problem>)> {
        let problems = report.problems();
        let place = |problem: &Problem| problem.rule_pointer().unwrap_or_default();
        let (wanted, leaf) = match self {
            Self::Nothing => return Some((None, problems.iter().collect())),
            Self::ProblemKind => (problems.iter().find(|problem| problem.rule().is_none())?, None),
            Self::Rule(rule) => {
                // A list speaks for what is wrong with its items, of which one is enough.
                let is_within = |place: &str| place == rule || place.starts_with(&format!("{rule}/"));
                let leaf = problems.iter().find(|problem| !is_list(problem) && is_within(&place(problem)))?;
                (problems.iter().find(|problem| place(problem) == *rule)?, Some((leaf, place(leaf))))
            }
        };
        let is_part = |problem: &Problem| match &leaf {
            Some((leaf, inner)) => {
                std::ptr::eq(problem, *leaf) || is_list(problem) && inner.starts_with(&(place(problem) + "/"))
            }
            None => false,
        };
        let others = problems.iter().filter(|problem| !std::ptr::eq(*problem, wanted) && !is_part(problem));
        Some((Some(wanted), others.collect()))
    }
}

/// Whether a problem is that of a list whose items have their own.
pub(super) fn is_list(problem: &Problem) -> bool {
    problem.validator() == Some(ValidationErrorType::CollectionItemValidator)
}

/// What was done to a valid body so that it broke a rule: what stands there now, and what the rule takes.
fn done(problem: &Problem) -> String {
    let found = match (problem.found(), problem.value()) {
        (Unexpected::String(length), Some(text)) if length <= 40 => format!("{text:?}"),
        (Unexpected::Null | Unexpected::Boolean | Unexpected::Number, Some(value)) => value,
        (found, _) => found.to_string(),
    };
    let validator = problem.validator().map_or_else(String::new, |validator| validator.to_string());
    format!("{found} where {validator} takes {}", problem.expected())
}
