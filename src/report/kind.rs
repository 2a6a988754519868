use super::expected::{Expected, ExpectedType};
use super::hint::Hint;
use super::unexpected::Unexpected;
use super::violation::Violation;
use crate::codes::ValidationErrorType;
use crate::descriptor::{JsonType, TypeDescriptor};
use crate::json::syntax_error::SyntaxError;

/// A problem as the decoder finds it.
#[derive(Debug, Clone)]
pub(crate) enum ProblemDetail {
    Syntax(SyntaxError),
    Type {
        expected: &'static TypeDescriptor,
        found: Unexpected,
    },
    OutOfRangeF64,
    /// A number whose exact value is not integral, but whose nearest 64-bit float is, where an integer is expected.
    NearInteger {
        expected: &'static TypeDescriptor,
    },
    UnknownMember {
        object: &'static TypeDescriptor,
    },
    Duplicate,
    TypeTag {
        urn: &'static str,
        found: Unexpected,
    },
    Missing {
        expected: &'static TypeDescriptor,
    },
    Untagged {
        urn: &'static str,
    },
    Null {
        expected: &'static TypeDescriptor,
    },
    UnknownCode {
        list: &'static TypeDescriptor,
        code: i32,
    },
    Rule(Violation),
    /// Any other finding with a hint: split when it becomes a problem.
    Hinted(Box<(ProblemDetail, Hint)>),
}

/// The kind of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The input is not JSON.
    Syntax(SyntaxError),
    /// The value has a different type than its property, or the number is out of range.
    Type,
    /// The property is unknown.
    UnknownMember,
    /// The property is a duplicate.
    DuplicateMember,
    /// `__type` has the URN of another type.
    TypeTag,
    /// A required property is missing.
    Missing,
    /// The value is null where null is not allowed.
    Null,
    /// The code is unknown.
    UnknownCode,
    /// A rule is violated.
    Rule(ValidationErrorType),
}

impl ProblemKind {
    /// Returns the name in JSON output.
    ///
    /// ```
    /// use icws_schema::report::ProblemKind;
    ///
    /// assert_eq!(ProblemKind::UnknownMember.as_str(), "unknownMember");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::Type => "type",
            Self::UnknownMember => "unknownMember",
            Self::DuplicateMember => "duplicateMember",
            Self::TypeTag => "typeTag",
            Self::Missing => "missing",
            Self::Null => "null",
            Self::UnknownCode => "unknownCode",
            Self::Rule(_) => "rule",
        }
    }

    /// Returns the validator; `None` if the kind makes the body malformed.
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

/// The part of a property that a problem concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// The property itself: it is missing, unknown or duplicate.
    Key,
    /// The value.
    Value,
}

impl Target {
    /// Returns the name in JSON output: `key` or `value`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Value => "value",
        }
    }
}

impl ProblemDetail {
    /// Adds a hint, if there is one.
    pub(crate) fn with_hint(self, hint: Option<Hint>) -> Self {
        match hint {
            Some(hint) => Self::Hinted(Box::new((self, hint))),
            None => self,
        }
    }

    /// Separates the hint from the finding.
    pub(crate) fn into_parts(self) -> (Self, Option<Box<Hint>>) {
        match self {
            Self::Hinted(hinted) => (hinted.0, Some(Box::new(hinted.1))),
            plain => (plain, None),
        }
    }

    pub(crate) fn kind(&self) -> ProblemKind {
        match self {
            Self::Syntax(error) => ProblemKind::Syntax(*error),
            Self::Type { .. } | Self::OutOfRangeF64 | Self::NearInteger { .. } => ProblemKind::Type,
            Self::UnknownMember { .. } => ProblemKind::UnknownMember,
            Self::Duplicate => ProblemKind::DuplicateMember,
            Self::TypeTag { .. } => ProblemKind::TypeTag,
            Self::Missing { .. } | Self::Untagged { .. } => ProblemKind::Missing,
            Self::Null { .. } => ProblemKind::Null,
            Self::UnknownCode { .. } => ProblemKind::UnknownCode,
            Self::Rule(violation) => ProblemKind::Rule(violation.rule.validator()),
            Self::Hinted(hinted) => hinted.0.kind(),
        }
    }

    /// Returns whether a public source states the violated constraint.
    pub(super) fn is_documented(&self) -> bool {
        match self {
            Self::Syntax(error) => error.is_documented(),
            Self::Type { expected, found } => match found {
                // An integer has 32 bits according to the help, which does not say so of codes.
                Unexpected::OutOfRangeI32 => expected.codes.is_empty(),
                Unexpected::OutOfRangeF64 => expected.kind != JsonType::Int,
                _ => true,
            },
            Self::Missing { .. } | Self::Untagged { .. } | Self::Null { .. } => true,
            Self::OutOfRangeF64
            | Self::NearInteger { .. }
            | Self::UnknownMember { .. }
            | Self::Duplicate
            | Self::TypeTag { .. }
            | Self::UnknownCode { .. }
            | Self::Rule(_) => false,
            Self::Hinted(hinted) => hinted.0.is_documented(),
        }
    }

    pub(crate) fn found(&self) -> Unexpected {
        match self {
            Self::Syntax(error) => Unexpected::Syntax(*error),
            Self::Type { found, .. } | Self::TypeTag { found, .. } => *found,
            Self::OutOfRangeF64 => Unexpected::OutOfRangeF64,
            Self::NearInteger { .. } => Unexpected::NonInteger,
            Self::UnknownMember { .. } => Unexpected::UnknownMember,
            Self::Duplicate => Unexpected::DuplicateMember,
            Self::Missing { .. } | Self::Untagged { .. } => Unexpected::Missing,
            Self::Null { .. } => Unexpected::Null,
            Self::UnknownCode { code, .. } => Unexpected::UnknownCode(*code),
            Self::Rule(violation) => violation.found(),
            Self::Hinted(hinted) => hinted.0.found(),
        }
    }

    /// Returns what was expected; `nullable` is whether null was allowed, too.
    pub(crate) fn expected(&self, nullable: bool) -> Expected {
        let value = |value, nullable| Expected::Value { value, nullable };
        match self {
            Self::Syntax(error) => Expected::Json(*error),
            Self::Type { expected, .. } | Self::NearInteger { expected } | Self::Missing { expected } => {
                value(expected_type(expected), nullable)
            }
            Self::OutOfRangeF64 => Expected::NumberInRange,
            Self::UnknownMember { object } => Expected::KnownProperty { object: object.name },
            Self::Duplicate => Expected::UniqueProperty,
            Self::TypeTag { urn, .. } | Self::Untagged { urn } => Expected::TypeUrn(urn),
            Self::Null { expected } | Self::UnknownCode { list: expected, .. } => value(expected_type(expected), false),
            Self::Rule(violation) => Expected::Rule(violation.rule.expected().into_owned()),
            Self::Hinted(hinted) => hinted.0.expected(nullable),
        }
    }
}

/// Returns the expected type as messages name it.
pub(crate) fn expected_type(descriptor: &TypeDescriptor) -> ExpectedType {
    match (descriptor.kind, descriptor.item) {
        (JsonType::Boolean, _) => ExpectedType::Boolean,
        (JsonType::Int, _) if descriptor.codes.is_empty() => ExpectedType::Int32,
        (JsonType::Int, _) => ExpectedType::Code { list: descriptor.name, codes: descriptor.codes },
        (JsonType::String, _) => ExpectedType::String,
        (JsonType::Array, item) => ExpectedType::Array { items: item.map_or("", |item| item.name) },
        (JsonType::Object, _) => ExpectedType::Object { name: descriptor.name },
    }
}
