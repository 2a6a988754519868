use crate::endpoint::{Member, PartError, RequestPart};
use std::fmt;

/// A step of an evaluation: a condition that was checked, and the result.
///
/// [`Display`](fmt::Display) is one line without values. The last step with a [status](Self::status) determines the
/// response.
///
/// ```
/// use icws_schema::endpoint::Step;
///
/// let step = Step::MissingRight;
/// assert_eq!(step.status(), Some(403));
/// assert!(!step.is_documented());
/// assert_eq!(step.to_string(), "403: the user does not have the security right `customizeClient` (our choice)");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// The path is that of another resource: 404.
    OtherResource,
    /// The method is not PUT: 405.
    OtherMethod,
    /// The server is too old to have the endpoint: 404.
    OldServer {
        /// The feature version of `configuration`.
        version: u32,
    },
    /// The session id, the token or the cookie is missing or invalid: 401.
    InvalidSessionPart(PartError),
    /// The session does not exist: 401.
    UnknownSession,
    /// The token is not that of the session: 401.
    OtherToken,
    /// The cookie is missing, or is not that of the session: 401.
    OtherCookie,
    /// The session is valid.
    SessionFound,
    /// The user id is invalid: 404.
    InvalidUserId(PartError),
    /// The user does not exist: 404.
    UnknownUser,
    /// The user exists.
    UserFound,
    /// The user is not the one who is logged in: 403.
    OtherUser,
    /// The user does not have the security right `customizeClient`: 403.
    MissingRight,
    /// The user may change their client configuration.
    Authorized,
    /// The media type is missing, or is not a known [`MediaType`](super::super::MediaType): 415.
    InvalidMediaType(PartError),
    /// The body is malformed: 400.
    Malformed {
        /// The number of problems.
        problems: usize,
    },
    /// The directory failed to answer a question: 500.
    DirectoryFailed,
    /// Rules could not be checked, which the options do not accept: 500.
    UncheckedRejected {
        /// The number of rules.
        rules: usize,
    },
    /// Values are rejected, and nothing is saved: 400.
    Rejected {
        /// The number of problems.
        problems: usize,
    },
    /// Rules could not be checked, which the options accept.
    UncheckedAccepted {
        /// The number of rules.
        rules: usize,
    },
    /// The body is valid.
    Valid,
    /// Members of the view change.
    Saved {
        /// The members, in the order of the documentation.
        members: Vec<Member>,
    },
    /// The view does not change.
    Unchanged,
    /// The licenses are not checked.
    LicensesNotChecked,
    /// Licenses are rejected, and everything else is saved: 400.
    LicensesRejected {
        /// The number of licenses.
        licenses: usize,
    },
    /// No license is rejected: 200.
    LicensesAccepted {
        /// The number of warnings.
        warnings: usize,
    },
    /// The user is updated: 200.
    Updated,
}

impl Step {
    /// Returns the status of the response that the step determines; `None` if the evaluation continues.
    ///
    /// ```
    /// use icws_schema::endpoint::Step;
    ///
    /// assert_eq!((Step::OtherToken.status(), Step::SessionFound.status()), (Some(401), None));
    /// ```
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Updated => Some(200),
            Self::Malformed { .. } | Self::Rejected { .. } | Self::LicensesRejected { .. } => Some(400),
            Self::InvalidSessionPart(_) | Self::UnknownSession | Self::OtherToken | Self::OtherCookie => Some(401),
            Self::OtherUser | Self::MissingRight => Some(403),
            Self::OtherResource | Self::OldServer { .. } | Self::InvalidUserId(_) | Self::UnknownUser => Some(404),
            Self::OtherMethod => Some(405),
            Self::InvalidMediaType(_) => Some(415),
            Self::DirectoryFailed | Self::UncheckedRejected { .. } => Some(500),
            Self::SessionFound
            | Self::UserFound
            | Self::Authorized
            | Self::UncheckedAccepted { .. }
            | Self::Valid
            | Self::Saved { .. }
            | Self::Unchanged
            | Self::LicensesNotChecked
            | Self::LicensesAccepted { .. } => None,
        }
    }

    /// Returns whether the vendor documents the step and its status; otherwise it is our choice. For example, the vendor documents
    /// that the right is needed, and what 403 means, but not that a missing right is a 403. A body can be documented to be
    /// wrong ([`Report::is_documented`](crate::report::Report::is_documented)), but which error id this leads to, and that
    /// nothing is saved, is our choice.
    ///
    /// ```
    /// use icws_schema::endpoint::Step;
    ///
    /// assert!(Step::UnknownUser.is_documented() && !Step::DirectoryFailed.is_documented());
    /// ```
    #[must_use]
    pub fn is_documented(&self) -> bool {
        match self {
            Self::InvalidSessionPart(error) => error.part() == RequestPart::CsrfToken,
            Self::UnknownSession
            | Self::OtherToken
            | Self::SessionFound
            | Self::UnknownUser
            | Self::UserFound
            | Self::Authorized
            | Self::Valid
            | Self::Saved { .. }
            | Self::Updated => true,
            Self::OtherResource
            | Self::OtherMethod
            | Self::OldServer { .. }
            | Self::OtherCookie
            | Self::InvalidUserId(_)
            | Self::OtherUser
            | Self::MissingRight
            | Self::InvalidMediaType(_)
            | Self::Malformed { .. }
            | Self::Rejected { .. }
            | Self::Unchanged
            | Self::LicensesAccepted { .. }
            | Self::DirectoryFailed
            | Self::UncheckedRejected { .. }
            | Self::UncheckedAccepted { .. }
            | Self::LicensesNotChecked
            | Self::LicensesRejected { .. } => false,
        }
    }

    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherResource => f.write_str("the path is that of another resource"),
            Self::OtherMethod => f.write_str("the method is not PUT"),
            Self::OldServer { version } => {
                write!(f, "the server has feature version {version} of `configuration`, the endpoint needs 7")
            }
            Self::InvalidSessionPart(error) | Self::InvalidUserId(error) | Self::InvalidMediaType(error) => {
                write!(f, "{error}")
            }
            Self::UnknownSession => f.write_str("the session does not exist"),
            Self::OtherToken => f.write_str("the token is not that of the session"),
            Self::OtherCookie => f.write_str("the request does not have the cookie of the session"),
            Self::SessionFound => f.write_str("the session is valid"),
            Self::UnknownUser => f.write_str("the user does not exist"),
            Self::UserFound => f.write_str("the user exists"),
            Self::OtherUser => f.write_str("the user is not the one who is logged in"),
            Self::MissingRight => f.write_str("the user does not have the security right `customizeClient`"),
            Self::Authorized => f.write_str("the user may change their client configuration"),
            Self::Malformed { problems } => write!(f, "the body is malformed: {}", Quantity(*problems, "problem")),
            Self::DirectoryFailed => f.write_str("the directory failed to answer a question"),
            Self::UncheckedRejected { rules } | Self::UncheckedAccepted { rules } => {
                write!(f, "{} could not be checked", Quantity(*rules, "rule"))
            }
            Self::Rejected { problems } => {
                write!(f, "values are rejected and nothing is saved: {}", Quantity(*problems, "problem"))
            }
            Self::Valid => f.write_str("the body is valid"),
            Self::Saved { members } => {
                f.write_str("saved: ")?;
                members
                    .iter()
                    .enumerate()
                    .try_for_each(|(index, member)| write!(f, "{}{member}", if index > 0 { ", " } else { "" }))
            }
            Self::Unchanged => f.write_str("nothing changes"),
            Self::LicensesNotChecked => f.write_str("the licenses are not checked"),
            Self::LicensesRejected { licenses } => {
                write!(f, "{} rejected, everything else is saved", Quantity(*licenses, "license"))
            }
            Self::LicensesAccepted { warnings } => {
                write!(f, "the licenses are checked: {}", Quantity(*warnings, "warning"))
            }
            Self::Updated => f.write_str("the user is updated"),
        }
    }
}

/// Writes the status, if the step determines it; the result; and whether it is documented.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(status) = self.status() {
            write!(f, "{status}: ")?;
        }
        self.describe(f)?;
        f.write_str(if self.is_documented() { " (documented)" } else { " (our choice)" })
    }
}

/// A number of things.
struct Quantity(usize, &'static str);

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.0, self.1, if self.0 == 1 { "" } else { "s" })
    }
}
