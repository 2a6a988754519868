//! Problems of a view as problems of the file that contains it.

use crate::file::{LoadExpected, LoadFound, LoadProblem, LoadProblemKind};
use crate::report::{Expected, LocationSegment, Problem, ProblemKind};

/// Returns a problem of a view that starts at an offset of a file.
pub(super) fn view_problem(problem: &Problem, start: usize) -> LoadProblem {
    let at = problem.offset().and_then(|offset| usize::try_from(offset).ok()).map_or(start, |offset| start + offset);
    let name = || match problem.location().0.pop() {
        Some(LocationSegment::Member(name)) => name.into_owned(),
        Some(LocationSegment::Index(_)) | None => String::new(),
    };
    let found = LoadFound::Value(problem.found());
    match problem.kind() {
        ProblemKind::Missing => {
            let expected = LoadExpected::RequiredMember { name: name() };
            LoadProblem::new(at, LoadProblemKind::MissingMember, expected, LoadFound::Missing)
        }
        ProblemKind::DuplicateMember => {
            let found = LoadFound::name(&name());
            LoadProblem::new(at, LoadProblemKind::DuplicateMember, LoadExpected::UniqueMember, found)
        }
        ProblemKind::Syntax(error) => {
            LoadProblem::new(at, LoadProblemKind::Syntax(error), LoadExpected::Json, LoadFound::Syntax)
                .with_length(problem.length().and_then(|length| usize::try_from(length).ok()).unwrap_or_default())
        }
        ProblemKind::Type
        | ProblemKind::Null
        | ProblemKind::TypeTag
        | ProblemKind::UnknownCode
        | ProblemKind::UnknownMember
        | ProblemKind::Rule(_) => {
            LoadProblem::new(at, LoadProblemKind::InvalidValue, expected(&problem.expected()), found)
        }
    }
}

fn expected(expected: &Expected) -> LoadExpected {
    match *expected {
        Expected::Value { value, nullable: false } => LoadExpected::Value { value },
        Expected::Value { value, nullable: true } => LoadExpected::ValueOrNull { value },
        Expected::NumberInRange => LoadExpected::Number,
        Expected::TypeUrn(urn) => LoadExpected::TypeUrn { urn },
        Expected::KnownProperty { object } => LoadExpected::KnownMember { object },
        Expected::UniqueProperty => LoadExpected::UniqueMember,
        Expected::Json(_) | Expected::Rule(_) => LoadExpected::Json,
    }
}
