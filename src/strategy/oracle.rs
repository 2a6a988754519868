//! Checks whether a generated body meets the goal that it was generated for.

use super::InvalidCase;
use super::document::Document;
use crate::codes::ValidationErrorType;
use crate::report::{Problem, Report, Unexpected};
use crate::rules::{Context, RequestChecker};

pub(super) struct Oracle<'a> {
    pub(super) checker: RequestChecker,
    pub(super) context: Context<'a>,
}

impl Oracle<'_> {
    pub(super) fn report(&self, document: &Document) -> Report {
        self.checker.check(document.to_json(), &self.context)
    }

    /// Returns whether a body has the problem of a goal and no other.
    pub(super) fn is_met(&self, goal: &Goal, document: &Document) -> bool {
        goal.split(&self.report(document)).is_some_and(|(_, others)| others.is_empty())
    }

    /// Returns the description of a body with one problem.
    pub(super) fn case(&self, goal: &Goal, document: &Document) -> Option<InvalidCase> {
        let report = self.report(document);
        let (Some(problem), _) = goal.split(&report)? else { return None };
        Some(InvalidCase {
            body: document.to_json(),
            kind: problem.kind(),
            pointer: problem.pointer(),
            rule_pointer: problem.rule_pointer(),
            mutation: document
                .injected
                .as_ref()
                .map_or_else(|| describe(problem), |injected| injected.mutation.clone()),
        })
    }
}

/// The goal of generating a body.
#[derive(Debug, Clone)]
pub(super) enum Goal {
    /// No problem.
    Valid,
    /// Exactly one problem that is not a violation.
    Malformed,
    /// Exactly one violation, of the rule with this pointer.
    Violates(String),
}

impl Goal {
    /// Returns the problem that is the goal, if it is one, and the other problems; `None` if the report does not have it.
    pub(super) fn split<'r>(&self, report: &'r Report) -> Option<(Option<&'r Problem>, Vec<&'r Problem>)> {
        let problems = report.problems();
        let pointer = |problem: &Problem| problem.rule_pointer().unwrap_or_default();
        let (goal, leaf) = match self {
            Self::Valid => return Some((None, problems.iter().collect())),
            Self::Malformed => (problems.iter().find(|problem| problem.rule().is_none())?, None),
            Self::Violates(rule) => {
                // A problem of an item is also reported for its array, once for each problem.
                let is_inside = |pointer: &str| pointer == rule || pointer.starts_with(&format!("{rule}/"));
                let leaf = problems.iter().find(|problem| !is_item_list(problem) && is_inside(&pointer(problem)))?;
                (problems.iter().find(|problem| pointer(problem) == *rule)?, Some((leaf, pointer(leaf))))
            }
        };
        let is_part = |problem: &Problem| match &leaf {
            Some((leaf, inner)) => {
                std::ptr::eq(problem, *leaf) || is_item_list(problem) && inner.starts_with(&(pointer(problem) + "/"))
            }
            None => false,
        };
        let others = problems.iter().filter(|problem| !std::ptr::eq(*problem, goal) && !is_part(problem));
        Some((Some(goal), others.collect()))
    }
}

/// Returns whether a problem is the one that an array has because of the problems of its items.
pub(super) fn is_item_list(problem: &Problem) -> bool {
    problem.validator() == Some(ValidationErrorType::CollectionItemValidator)
}

/// Describes a violation: the value that was found, and the values that the rule accepts.
fn describe(problem: &Problem) -> String {
    let found = match (problem.found(), problem.value()) {
        (Unexpected::String(length), Some(string)) if length <= 40 => format!("{string:?}"),
        (Unexpected::Null | Unexpected::Boolean | Unexpected::Number, Some(value)) => value,
        (found, _) => found.to_string(),
    };
    let validator = problem.validator().map_or_else(String::new, |validator| validator.to_string());
    format!("{found} where {validator} accepts {}", problem.expected())
}
