use super::unexpected::Unexpected;
use crate::body::Kind;
use crate::codes::ValidationErrorType;
use crate::descriptor::TypeDescriptor;
use crate::json::lexer::SyntaxError;

/// What is wrong at a place, as the reader sees it.
#[derive(Debug, Clone)]
pub(crate) enum Finding {
    Syntax(SyntaxError),
    Type { expected: &'static TypeDescriptor, found: Unexpected },
    OutOfRangeF64,
    UnknownMember { object: &'static TypeDescriptor },
    Duplicate,
    TypeTag { urn: &'static str, found: Unexpected },
    Missing { expected: &'static TypeDescriptor },
    Untagged { urn: &'static str },
    Null { expected: &'static TypeDescriptor },
    UnknownCode { list: &'static TypeDescriptor, code: i32 },
    Rule(super::Violation),
}

/// In what way a body is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The text is no JSON.
    Syntax(SyntaxError),
    /// The value is of a kind, or the number of a size, that its member does not hold.
    Type,
    /// No table lists the member.
    UnknownMember,
    /// The object has the member already.
    DuplicateMember,
    /// `__type` says another type.
    TypeTag,
    /// A required member is absent.
    Missing,
    /// null where null is not allowed.
    Null,
    /// The code is not listed.
    UnknownCode,
    /// A rule is broken.
    Rule(ValidationErrorType),
}

impl ProblemKind {
    /// The fault as one word of JSON output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::Type => "wrongKind",
            Self::UnknownMember => "unlistedMember",
            Self::DuplicateMember => "repeatedMember",
            Self::TypeTag => "wrongType",
            Self::Missing => "missing",
            Self::Null => "null",
            Self::UnknownCode => "unlistedCode",
            Self::Rule(_) => "rule",
        }
    }

    /// The validator that says so; `None` makes the body malformed.
    #[must_use]
    pub fn validator(self) -> Option<ValidationErrorType> {
        match self {
            Self::Missing => Some(ValidationErrorType::RequiredAttribute),
            Self::Null => Some(ValidationErrorType::RequiredValue),
            Self::UnknownCode => Some(ValidationErrorType::ValidValues),
            Self::Rule(validator) => Some(validator),
            Self::Syntax(_) | Self::Type | Self::UnknownMember | Self::DuplicateMember | Self::TypeTag => None,
        }
    }
}

impl Finding {
    pub(crate) fn fault(&self) -> ProblemKind {
        match self {
            Self::Syntax(error) => ProblemKind::Syntax(*error),
            Self::Type { .. } | Self::OutOfRangeF64 => ProblemKind::Type,
            Self::UnknownMember { .. } => ProblemKind::UnknownMember,
            Self::Duplicate => ProblemKind::DuplicateMember,
            Self::TypeTag { .. } => ProblemKind::TypeTag,
            Self::Missing { .. } | Self::Untagged { .. } => ProblemKind::Missing,
            Self::Null { .. } => ProblemKind::Null,
            Self::UnknownCode { .. } => ProblemKind::UnknownCode,
            Self::Rule(violation) => ProblemKind::Rule(violation.rule.check.id()),
        }
    }

    pub(crate) fn found(&self) -> Unexpected {
        match self {
            Self::Syntax(error) => Unexpected::Syntax(error.found()),
            Self::Type { found, .. } | Self::TypeTag { found, .. } => *found,
            Self::OutOfRangeF64 => Unexpected::OutOfRangeF64,
            Self::UnknownMember { .. } => Unexpected::UnknownMember,
            Self::Duplicate => Unexpected::DuplicateMember,
            Self::Missing { .. } | Self::Untagged { .. } => Unexpected::Missing,
            Self::Null { .. } => Unexpected::Null,
            Self::UnknownCode { .. } => Unexpected::UnknownCode,
            Self::Rule(violation) => violation.found(),
        }
    }

    /// What would have been right; `nullable` says whether null would have been, too.
    pub(crate) fn expected(&self, nullable: bool) -> String {
        let or_null = if nullable { " or null" } else { "" };
        match self {
            Self::Syntax(error) => error.expected().to_owned(),
            Self::Type { expected, .. } | Self::Missing { expected } => format!("{}{or_null}", shape(expected)),
            Self::OutOfRangeF64 => "a number that a double holds".to_owned(),
            Self::UnknownMember { object } => format!("a member of {}", object.name),
            Self::Duplicate => "each member once".to_owned(),
            Self::TypeTag { urn, .. } | Self::Untagged { urn } => format!("the text `{urn}`"),
            Self::Null { expected } => shape(expected),
            Self::UnknownCode { list, .. } => shape(list),
            Self::Rule(violation) => violation.rule.check.expectation(),
        }
    }
}

/// A type in words.
fn shape(shape: &TypeDescriptor) -> String {
    match (shape.kind, shape.item) {
        (Kind::Object, _) => format!("an object ({})", shape.name),
        (Kind::Array, Some(item)) => format!("a list of {}", item.name),
        (Kind::Int, _) if !shape.codes.is_empty() => {
            let codes: Vec<_> = shape.codes.iter().map(|(number, name, _)| format!("{number} {name}")).collect();
            match codes.len() {
                0..=8 => format!("a code of {} ({})", shape.name, codes.join(", ")),
                _ => format!("a code of {}", shape.name),
            }
        }
        (kind, _) => kind.name().to_owned(),
    }
}
