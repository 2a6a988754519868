use super::found::Found;
use crate::codes::ValidationErrorType;
use crate::json::tokens::SyntaxError;
use crate::wire::Kind;
use crate::wire::shape::Shape;

/// What is wrong at a place, as the reader sees it.
#[derive(Debug, Clone)]
pub(crate) enum Wrong {
    Syntax(SyntaxError),
    Kind {
        expected: &'static Shape,
        found: Found,
    },
    BeyondDouble,
    UnlistedMember {
        object: &'static Shape,
    },
    Repeated,
    Type {
        urn: &'static str,
        found: Found,
    },
    Missing {
        expected: &'static Shape,
    },
    Untagged {
        urn: &'static str,
    },
    Null {
        expected: &'static Shape,
    },
    Unlisted {
        list: &'static Shape,
        code: i32,
    },
    #[cfg(feature = "rules")]
    Rule(super::Violation),
}

/// In what way a body is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// The text is no JSON.
    Syntax(SyntaxError),
    /// The value is of a kind, or the number of a size, that its member does not hold.
    WrongKind,
    /// No table lists the member.
    UnlistedMember,
    /// The object has the member already.
    RepeatedMember,
    /// `__type` says another type.
    WrongType,
    /// A required member is absent.
    Missing,
    /// null where null is not allowed.
    Null,
    /// The code is not listed.
    UnlistedCode,
    /// A rule is broken.
    Rule(ValidationErrorType),
}

impl Fault {
    /// The fault as one word of JSON output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::WrongKind => "wrongKind",
            Self::UnlistedMember => "unlistedMember",
            Self::RepeatedMember => "repeatedMember",
            Self::WrongType => "wrongType",
            Self::Missing => "missing",
            Self::Null => "null",
            Self::UnlistedCode => "unlistedCode",
            Self::Rule(_) => "rule",
        }
    }

    /// The validator that says so; `None` makes the body malformed.
    #[must_use]
    pub fn validator(self) -> Option<ValidationErrorType> {
        match self {
            Self::Missing => Some(ValidationErrorType::RequiredAttribute),
            Self::Null => Some(ValidationErrorType::RequiredValue),
            Self::UnlistedCode => Some(ValidationErrorType::ValidValues),
            Self::Rule(validator) => Some(validator),
            Self::Syntax(_) | Self::WrongKind | Self::UnlistedMember | Self::RepeatedMember | Self::WrongType => None,
        }
    }
}

impl Wrong {
    pub(crate) fn fault(&self) -> Fault {
        match self {
            Self::Syntax(error) => Fault::Syntax(*error),
            Self::Kind { .. } | Self::BeyondDouble => Fault::WrongKind,
            Self::UnlistedMember { .. } => Fault::UnlistedMember,
            Self::Repeated => Fault::RepeatedMember,
            Self::Type { .. } => Fault::WrongType,
            Self::Missing { .. } | Self::Untagged { .. } => Fault::Missing,
            Self::Null { .. } => Fault::Null,
            Self::Unlisted { .. } => Fault::UnlistedCode,
            #[cfg(feature = "rules")]
            Self::Rule(violation) => Fault::Rule(violation.rule.check.id()),
        }
    }

    pub(crate) fn found(&self) -> Found {
        match self {
            Self::Syntax(error) => Found::Syntax(error.found()),
            Self::Kind { found, .. } | Self::Type { found, .. } => *found,
            Self::BeyondDouble => Found::BeyondDouble,
            Self::UnlistedMember { .. } => Found::UnlistedMember,
            Self::Repeated => Found::RepeatedMember,
            Self::Missing { .. } | Self::Untagged { .. } => Found::Nothing,
            Self::Null { .. } => Found::Null,
            Self::Unlisted { .. } => Found::UnlistedCode,
            #[cfg(feature = "rules")]
            Self::Rule(violation) => violation.found(),
        }
    }

    /// What would have been right; `nullable` says whether null would have been, too.
    pub(crate) fn expected(&self, nullable: bool) -> String {
        let or_null = if nullable { " or null" } else { "" };
        match self {
            Self::Syntax(error) => error.expected().to_owned(),
            Self::Kind { expected, .. } | Self::Missing { expected } => format!("{}{or_null}", shape(expected)),
            Self::BeyondDouble => "a number that a double holds".to_owned(),
            Self::UnlistedMember { object } => format!("a member of {}", object.name),
            Self::Repeated => "each member once".to_owned(),
            Self::Type { urn, .. } | Self::Untagged { urn } => format!("the text `{urn}`"),
            Self::Null { expected } => shape(expected),
            Self::Unlisted { list, .. } => shape(list),
            #[cfg(feature = "rules")]
            Self::Rule(violation) => violation.rule.check.expectation(),
        }
    }
}

/// A type in words.
fn shape(shape: &Shape) -> String {
    match (shape.kind, shape.item) {
        (Kind::Object, _) => format!("an object ({})", shape.name),
        (Kind::List, Some(item)) => format!("a list of {}", item.name),
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
