use super::place_tree::PlaceTree;
use crate::codes::ValidationErrorType;
use crate::location::PathCache;
use crate::report::{ProblemKind, Report};

/// The problems that decoding a body has reported, by location.
pub(crate) struct ReportedProblems {
    /// `None` if nothing was reported.
    tree: Option<PlaceTree<Entry>>,
}

#[derive(Debug, Default)]
struct Entry {
    /// Whether the body is malformed here: no rule reports anything here and below.
    malformed: bool,
    /// The validators that were reported, and the indexes of their problems in the report.
    validators: Vec<(ValidationErrorType, usize)>,
}

/// A location at which something was reported, there or below.
#[derive(Clone, Copy)]
pub(super) struct ReportedCursor<'s> {
    tree: &'s PlaceTree<Entry>,
    node: usize,
}

impl ReportedProblems {
    /// Of the problems of the representation.
    pub(crate) fn new(report: &Report) -> Self {
        let mut tree = None;
        let mut cache = PathCache::default();
        for (index, problem) in report.problems().iter().enumerate() {
            // The first value of a duplicate is checked as any other. An unknown property is not the path of a rule, and
            // hides nothing. What is read of input that is not JSON is checked as if it were mended.
            let is_skipped = matches!(
                problem.kind(),
                ProblemKind::DuplicateMember | ProblemKind::UnknownMember | ProblemKind::Syntax(_)
            );
            if problem.is_of_rule() || is_skipped {
                continue;
            }
            let tree = tree.get_or_insert_with(PlaceTree::<Entry>::new);
            let node = problem.follow(0, &mut cache, &mut |node, segment| tree.step(*node, segment));
            let entry = tree.value_mut(node);
            match problem.validator() {
                Some(validator) => entry.validators.push((validator, index)),
                None => entry.malformed = true,
            }
        }
        Self { tree }
    }

    pub(super) fn root(&self) -> Option<ReportedCursor<'_>> {
        self.tree.as_ref().map(|tree| ReportedCursor { tree, node: 0 })
    }
}

impl<'s> ReportedCursor<'s> {
    fn entry(self) -> &'s Entry {
        self.tree.value(self.node)
    }

    pub(super) fn member(self, name: &str) -> Option<Self> {
        self.tree.member(self.node, name).map(|node| Self { node, ..self })
    }

    pub(super) fn item(self, index: usize) -> Option<Self> {
        self.tree.item(self.node, index).map(|node| Self { node, ..self })
    }

    pub(super) fn is_malformed(self) -> bool {
        self.entry().malformed
    }

    /// Returns the index of the problem of a validator here.
    pub(super) fn problem_of(self, validator: ValidationErrorType) -> Option<usize> {
        self.entry().validators.iter().find(|(reported, _)| *reported == validator).map(|(_, index)| *index)
    }
}
