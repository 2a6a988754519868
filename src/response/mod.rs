//! What the server answers, by status.

mod challenge;

pub use challenge::{Challenge, ChallengeError};

use crate::body::decode::from_slice;
use crate::body::{ConfigurationError, Error, ErrorBody, LicenseError, UpdateOperationResult, ValidationError};
use crate::codes::ErrorId;
use crate::report::{Problem, Report};
use serde::{Serialize, Serializer};
use std::fmt;

/// An answer to the PUT, by its status.
///
/// The documentation gives a plain [`Error`](crate::body::Error) to every status but 200 and 400; servers also send errors under other type URNs, so
/// each holds whatever error came.
///
/// ```
/// use icws_schema::codes::LicenseErrorType;
/// use icws_schema::response::Response;
///
/// let body = r#"{"id": "gcadmin", "licenseProblems": [{"licenseErrorType": 1, "license": {"id": "I3_ACCESS_CLIENT"}}]}"#;
/// match Response::read(200, body)? {
///     Response::Ok(result) => {
///         let problems = result.license_problems.unwrap_or_default();
///         assert_eq!(problems[0].license_error_type, LicenseErrorType::SetWarningExceedsThreshold);
///     }
///     refused => println!("refused with status {}", refused.status()),
/// }
/// # Ok::<(), icws_schema::response::ResponseError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// 200: the user has been updated. License warnings travel here.
    Ok(UpdateOperationResult),
    /// 400: the request is malformed, or values or licenses are refused.
    BadRequest(ErrorBody),
    /// 401: the session token is missing, invalid or expired. The header `WWW-Authenticate` holds a [`Challenge`].
    Unauthorized(ErrorBody),
    /// 403: not authorized to update this user.
    Forbidden(ErrorBody),
    /// 404: there is no such user.
    NotFound(ErrorBody),
    /// 410: the resource has been removed from the API.
    Gone(ErrorBody),
    /// 500: the server failed.
    InternalServerError(ErrorBody),
}

impl Response {
    /// Reads the body of an answer.
    ///
    /// # Errors
    ///
    /// When the documentation does not list the status, or the body is not what it should be.
    pub fn read(status: u16, body: impl AsRef<[u8]>) -> Result<Self, ResponseError> {
        let error = || from_slice(body.as_ref());
        Ok(match status {
            200 => Self::Ok(from_slice(body.as_ref())?),
            400 => Self::BadRequest(error()?),
            401 => Self::Unauthorized(error()?),
            403 => Self::Forbidden(error()?),
            404 => Self::NotFound(error()?),
            410 => Self::Gone(error()?),
            500 => Self::InternalServerError(error()?),
            _ => return Err(ResponseError::Status(status)),
        })
    }

    /// What the server would answer to an update: 200 with the result, or 400 with what the report and the licenses refuse.
    ///
    /// Of a malformed body nothing more is said; with license errors alone the rest was saved.
    #[must_use]
    pub fn to_update(report: &Report, result: UpdateOperationResult, license_errors: Vec<LicenseError>) -> Self {
        match report.to_response_body() {
            Some(ErrorBody::ConfigurationError(mut error)) => {
                error.license_errors = Some(license_errors).filter(|errors| !errors.is_empty());
                Self::BadRequest(ErrorBody::ConfigurationError(error))
            }
            Some(error) => Self::BadRequest(error),
            None if license_errors.is_empty() => Self::Ok(result),
            None => Self::BadRequest(ErrorBody::ConfigurationError(ConfigurationError {
                license_errors: Some(license_errors),
                ..ConfigurationError::from(ErrorId::ConfigurationUpdate)
            })),
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Ok(_) => 200,
            Self::BadRequest(_) => 400,
            Self::Unauthorized(_) => 401,
            Self::Forbidden(_) => 403,
            Self::NotFound(_) => 404,
            Self::Gone(_) => 410,
            Self::InternalServerError(_) => 500,
        }
    }

    /// The error, unless the status is 200.
    #[must_use]
    pub fn error(&self) -> Option<&ErrorBody> {
        match self {
            Self::Ok(_) => None,
            Self::BadRequest(error)
            | Self::Unauthorized(error)
            | Self::Forbidden(error)
            | Self::NotFound(error)
            | Self::Gone(error)
            | Self::InternalServerError(error) => Some(error),
        }
    }
}

/// The body.
impl Serialize for Response {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Ok(result) => result.serialize(serializer),
            answer => answer.error().serialize(serializer),
        }
    }
}

/// Why an answer cannot be read.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum ResponseError {
    /// The documentation does not list this status.
    Status(u16),
    /// What is wrong with the body.
    Body(crate::Error),
}

impl From<crate::Error> for ResponseError {
    fn from(report: crate::Error) -> Self {
        Self::Body(report)
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => {
                write!(f, "expected status 200, 400, 401, 403, 404, 410 or 500, found {status}")
            }
            Self::Body(report) => report.fmt(f),
        }
    }
}

impl std::error::Error for ResponseError {}

impl Report {
    /// Returns the body of the 400 response for this report; `None` where nothing is wrong.
    ///
    /// A malformed body gives the malformed error alone; anything else one validation error for each problem. Which error and which
    /// validator a server reports is our choice. The message is the documentation's description of the error id.
    #[must_use]
    pub fn to_response_body(&self) -> Option<ErrorBody> {
        if self.is_valid() {
            return None;
        }
        if self.is_malformed() {
            return Some(ErrorBody::Error(Error::from(ErrorId::Malformed)));
        }
        Some(ErrorBody::ConfigurationError(ConfigurationError {
            validation_errors: Some(self.problems().iter().filter_map(validation_error).collect()),
            ..ConfigurationError::from(ErrorId::ConfigurationUpdate)
        }))
    }
}

/// Returns a problem as a response has it; `None` if it makes the body malformed.
fn validation_error(problem: &Problem) -> Option<ValidationError> {
    Some(ValidationError {
        validation_error_type: problem.validator()?,
        property_name: problem.location().to_string(),
        property_value: problem.value()?,
        ..ValidationError::default()
    })
}
