//! Errors of a query.

use super::Member;
use crate::json::escape::Escaped;
use std::fmt;

/// The member of a user that contains the client configuration.
pub(super) const CLIENT_CONFIGURATION: &str = "clientConfigurationProperties";

/// The error for an invalid query, with every problem.
///
/// ```
/// use icws_schema::endpoint::{Member, QueryProblem, UserQuery};
///
/// let error = UserQuery::parse("select=clientConfigurationProperties.ringWhenOnThePhone,screenCalls").unwrap_err();
/// assert_eq!(error.problems()[1], QueryProblem::MissingPrefix { member: Member::ScreenCalls });
/// assert_eq!(
///     error.to_string(),
///     "select: unknown member `ringWhenOnThePhone`; did you mean `clientConfigurationProperties.ringWhenOnPhone`?\n\
///      select: `screenCalls` is a member of the client configuration; did you mean `clientConfigurationProperties.screenCalls`?"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    problems: Vec<QueryProblem>,
}

impl QueryError {
    pub(super) fn new(problems: Vec<QueryProblem>) -> Self {
        Self { problems }
    }

    /// Returns the problems, in the order of the query; never empty.
    ///
    /// ```
    /// use icws_schema::endpoint::{QueryProblem, UserQuery};
    ///
    /// assert_eq!(UserQuery::parse("select=").unwrap_err().problems(), [QueryProblem::EmptyProperty]);
    /// ```
    #[must_use]
    pub fn problems(&self) -> &[QueryProblem] {
        &self.problems
    }
}

/// Writes one problem per line.
impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problems.iter().enumerate().try_for_each(|(index, problem)| {
            f.write_str(if index > 0 { "\n" } else { "" })?;
            problem.fmt(f)
        })
    }
}

impl std::error::Error for QueryError {}

/// A problem of a query. Names are cut at 60 characters.
///
/// ```
/// use icws_schema::endpoint::QueryProblem;
///
/// let problem = QueryProblem::InvalidBoolean { parameter: "actualValues" };
/// assert_eq!(problem.to_string(), "actualValues: expected `true` or `false`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum QueryProblem {
    /// A parameter is not valid percent-encoded UTF-8.
    InvalidEncoding,
    /// An unknown parameter. `where` is one too, since it cannot refer to the client configuration.
    UnknownParameter {
        /// Its name.
        name: String,
        /// The parameter with the most similar name.
        suggestion: Option<&'static str>,
    },
    /// A parameter that occurs more than once.
    DuplicateParameter {
        /// Its name.
        parameter: &'static str,
    },
    /// A value that is neither `true` nor `false`.
    InvalidBoolean {
        /// The name of the parameter.
        parameter: &'static str,
    },
    /// A selected property without a name.
    EmptyProperty,
    /// `clientConfigurationProperties` without a member, which is an error (documented).
    WholeConfiguration,
    /// A member that the client configuration does not have.
    UnknownMember {
        /// Its name, after `clientConfigurationProperties.`.
        name: String,
        /// The member with the most similar name.
        suggestion: Option<Member>,
    },
    /// A member of the client configuration without `clientConfigurationProperties.`.
    MissingPrefix {
        /// The member.
        member: Member,
    },
    /// A property whose name is almost `clientConfigurationProperties`.
    UnknownProperty {
        /// Its name.
        name: String,
    },
    /// `singlePropertyInheritedFrom=true` with more or less than one selected property, which is an error (documented).
    NotOneProperty,
}

impl QueryProblem {
    pub(super) fn unknown_parameter(name: &str, suggestion: Option<&'static str>) -> Self {
        Self::UnknownParameter { name: cut(name), suggestion }
    }

    pub(super) fn unknown_member(name: &str, suggestion: Option<Member>) -> Self {
        Self::UnknownMember { name: cut(name), suggestion }
    }

    pub(super) fn unknown_property(name: &str) -> Self {
        Self::UnknownProperty { name: cut(name) }
    }

    /// Returns whether the problem leaves the number of selected properties unknown.
    pub(super) fn affects_selection(&self) -> bool {
        match self {
            Self::InvalidEncoding
            | Self::EmptyProperty
            | Self::WholeConfiguration
            | Self::UnknownMember { .. }
            | Self::MissingPrefix { .. }
            | Self::UnknownProperty { .. } => true,
            Self::UnknownParameter { .. }
            | Self::DuplicateParameter { .. }
            | Self::InvalidBoolean { .. }
            | Self::NotOneProperty => false,
        }
    }
}

/// Cuts a name at 60 characters.
fn cut(name: &str) -> String {
    match name.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

impl fmt::Display for QueryProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidEncoding => f.write_str("a parameter is not percent-encoded UTF-8"),
            Self::UnknownParameter { name, suggestion } => {
                write!(f, "unknown parameter `{}`", Escaped(name))?;
                match suggestion {
                    Some(suggestion) => write!(f, "; did you mean `{suggestion}`?"),
                    None if name == "where" => f.write_str("; the client configuration cannot be used in it"),
                    None => Ok(()),
                }
            }
            Self::DuplicateParameter { parameter } => write!(f, "duplicate parameter `{parameter}`"),
            Self::InvalidBoolean { parameter } => write!(f, "{parameter}: expected `true` or `false`"),
            Self::EmptyProperty => f.write_str("select: missing property name"),
            Self::WholeConfiguration => {
                write!(f, "select: expected a member of `{CLIENT_CONFIGURATION}`, as in `{CLIENT_CONFIGURATION}.")?;
                write!(f, "{}`, or `*`", Member::CallForwardAll)
            }
            Self::UnknownMember { name, suggestion } => {
                write!(f, "select: unknown member `{}`", Escaped(name))?;
                match suggestion {
                    Some(member) => write!(f, "; did you mean `{CLIENT_CONFIGURATION}.{member}`?"),
                    None => Ok(()),
                }
            }
            Self::MissingPrefix { member } => {
                write!(f, "select: `{member}` is a member of the client configuration")?;
                write!(f, "; did you mean `{CLIENT_CONFIGURATION}.{member}`?")
            }
            Self::UnknownProperty { name } => {
                write!(f, "select: unknown property `{}`", Escaped(name))?;
                write!(f, "; did you mean `{CLIENT_CONFIGURATION}`, followed by a dot and a member?")
            }
            Self::NotOneProperty => f.write_str("singlePropertyInheritedFrom: expected exactly one selected property"),
        }
    }
}

impl std::error::Error for QueryProblem {}
