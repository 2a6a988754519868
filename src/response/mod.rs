//! Responses of the server: parsed, interpreted for a client, and created for a mock server.
//!
//! No response is lost. [`Response::from_parts`] accepts any status and any bytes, and provides what could be parsed of the
//! body, every problem of it, and the bytes.

mod body;
mod challenge;
mod challenges;
mod content;
mod documented;
mod error;
mod outcome;
mod parse;
mod update;

pub use body::{Body, Foreign};
pub use challenge::{Challenge, ChallengeError};
pub use challenges::Challenges;
pub use content::Content;
pub use error::ResponseError;
pub use outcome::{Retry, Saved};

use crate::body::{ErrorBody, UpdateOperationResult};
use crate::report::Report;
use crate::report::error::Error;
use serde::Serialize;
use std::fmt;

/// A response to the PUT: its status, what could be parsed of its body, the problems of the body, and its bytes.
///
/// ```
/// use icws_schema::response::{Response, Retry, Saved};
///
/// let body = r#"{"__type": "urn:inin.com:configuration:configurationError", "errorId": "error.request.configuration.update",
///     "message": "One or more validation or license errors occurred.", "validationErrors":
///     [{"validationErrorType": 5, "propertyName": "externalCallTimeout.actualValue", "propertyValue": "301"}]}"#;
/// let response = Response::from_parts(400, body);
/// assert_eq!(response.message(), Some("One or more validation or license errors occurred."));
/// assert_eq!(response.validation_errors()[0].property_value, "301");
/// assert_eq!((response.saved(), response.retry()), (Saved::Nothing, Retry::Never));
/// ```
#[derive(Clone)]
pub struct Response {
    status: u16,
    content: Content,
    report: Report,
    bytes: Vec<u8>,
}

impl Response {
    /// Parses a response. This never fails: any status and any bytes are accepted.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_parts(500, r#"{"message": "Failed.", "errorId": 7}"#);
    /// assert_eq!(response.message(), Some("Failed."));
    /// assert_eq!(response.report().problems()[0].pointer(), "/errorId");
    /// ```
    #[must_use]
    pub fn from_parts(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let bytes = body.into();
        let (content, report) = content(status, &bytes);
        Self { status, content, report, bytes }
    }

    /// Adds the headers of the response: pairs of a name and a value, as from an `http::HeaderMap`.
    ///
    /// A 401 keeps the [challenges](Self::challenges) of the `WWW-Authenticate` headers. All other headers, and those of
    /// other statuses, are ignored.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let challenge = r#"ICWS realm="ICWS" location="/ICWS/connection""#;
    /// let headers = [("Content-Type", "text/html"), ("www-authenticate", challenge)];
    /// let response = Response::from_parts(401, "").with_headers(headers);
    /// assert_eq!(response.log_on_location(), Some("/ICWS/connection"));
    /// ```
    #[must_use]
    pub fn with_headers<N: AsRef<str>, V: AsRef<[u8]>>(mut self, headers: impl IntoIterator<Item = (N, V)>) -> Self {
        if let Content::Unauthorized { challenges, .. } = &mut self.content {
            let is_challenge = |(name, _): &(N, V)| name.as_ref().eq_ignore_ascii_case("WWW-Authenticate");
            let values = headers.into_iter().filter(is_challenge).map(|(_, value)| value);
            *challenges = Challenges::parse(values);
        }
        self
    }

    /// Sets the challenges of a 401, for mock servers. Any other status has none.
    ///
    /// ```
    /// use icws_schema::body::Error;
    /// use icws_schema::response::{Challenge, Response};
    ///
    /// let error = Error::new("The specified session token is missing, invalid, or has expired.");
    /// let response = Response::from_error(401, error).with_challenges([Challenge::new("/ICWS/connection")]);
    /// assert_eq!(response.log_on_location(), Some("/ICWS/connection"));
    /// ```
    #[must_use]
    pub fn with_challenges(mut self, new: impl IntoIterator<Item = Challenge>) -> Self {
        if let Content::Unauthorized { challenges, .. } = &mut self.content {
            *challenges = new.into_iter().collect();
        }
        self
    }

    /// Parses a response strictly: it must be one that the vendor documents.
    ///
    /// # Errors
    ///
    /// Returns an error if the status is not 200, 400, 401, 403, 404, 410, 500 or 503, or if the body has a problem; an
    /// empty body is one.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// assert!(Response::parse_strict(200, r#"{"id": "gcadmin"}"#).is_ok());
    /// let error = Response::parse_strict(200, r#"{"id": 7}"#).unwrap_err();
    /// assert!(error.to_string().contains("expected a string, found a number"));
    /// ```
    pub fn parse_strict(status: u16, body: impl Into<Vec<u8>>) -> Result<Self, ResponseError> {
        let response = Self::from_parts(status, body);
        match response.content {
            Content::Other(_) => Err(ResponseError::Status(status)),
            _ if response.report.is_valid() => Ok(response),
            _ => Err(ResponseError::Body(Error::new(response.report))),
        }
    }

    /// Creates a response with this status and this error, for mock servers.
    ///
    /// ```
    /// use icws_schema::body::Error;
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_error(404, Error::new("The user does not exist."));
    /// assert_eq!(response.bytes(), br#"{"message":"The user does not exist."}"#);
    /// ```
    #[must_use]
    pub fn from_error(status: u16, error: impl Into<ErrorBody>) -> Self {
        Self::from_value(status, &error.into())
    }

    fn from_value(status: u16, body: &impl Serialize) -> Self {
        // A representation always serializes to JSON, so the default is never used.
        Self::from_parts(status, serde_json::to_vec(body).unwrap_or_default())
    }

    /// Returns the HTTP status.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// assert_eq!(Response::from_parts(599, "").status(), 599);
    /// ```
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the content of the response: a variant for each status.
    ///
    /// ```
    /// use icws_schema::response::{Body, Content, Response};
    ///
    /// assert_eq!(Response::from_parts(410, "").content(), &Content::Gone(Body::Empty));
    /// ```
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Returns the content of the response by value.
    ///
    /// ```
    /// use icws_schema::response::{Body, Content, Response};
    ///
    /// let Content::Ok(body) = Response::from_parts(200, r#"{"id": "gcadmin"}"#).into_content() else { unreachable!() };
    /// assert_eq!(body.into_typed().unwrap().id, "gcadmin");
    /// ```
    #[must_use]
    pub fn into_content(self) -> Content {
        self.content
    }

    /// Returns the problems of the body. If the vendor documents a body for the status, a body that is empty or not a JSON
    /// object is a problem; for other statuses, only an error object is checked.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// assert_eq!(Response::from_parts(200, "{}").report().problems()[0].pointer(), "/id");
    /// assert!(Response::from_parts(502, "<html></html>").report().is_valid());
    /// ```
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Returns the bytes of the body, unchanged.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// assert_eq!(Response::from_parts(502, "Bad Gateway").bytes(), b"Bad Gateway");
    /// ```
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns the bytes of the body, unchanged, by value.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// assert_eq!(Response::from_parts(502, "Bad Gateway").into_bytes(), b"Bad Gateway");
    /// ```
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

fn content(status: u16, bytes: &[u8]) -> (Content, Report) {
    if status == 200 {
        let (body, report) = parse::documented(bytes);
        return (Content::Ok(body), report);
    }
    let (body, report) = match status {
        400 | 401 | 403 | 404 | 410 | 500 | 503 => parse::documented(bytes),
        _ => parse::undocumented(status, bytes),
    };
    let content = match status {
        400 => Content::BadRequest(body),
        401 => Content::Unauthorized { body, challenges: Challenges::default() },
        403 => Content::Forbidden(body),
        404 => Content::NotFound(body),
        410 => Content::Gone(body),
        500 => Content::InternalServerError(body),
        503 => Content::ServiceUnavailable(body),
        _ => Content::Other(body),
    };
    (content, report)
}

/// Creates a 200 response with this result, for mock servers.
impl From<UpdateOperationResult> for Response {
    fn from(result: UpdateOperationResult) -> Self {
        Self::from_value(200, &result)
    }
}

/// Responses are equal if their statuses, bytes and challenges are: everything else follows from these.
impl PartialEq for Response {
    fn eq(&self, other: &Self) -> bool {
        self.status == other.status && self.bytes == other.bytes && self.content == other.content
    }
}

impl Eq for Response {}

/// Shows the status, the length of the body, and a line for each of its problems, without values of the body.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (length, report) = (self.bytes.len(), &self.report);
        write!(f, "Response {{ status: {}, length: {length} }}\n{report:?}", self.status)
    }
}
