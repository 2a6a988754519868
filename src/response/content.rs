use super::body::{Body, Foreign};
use super::challenges::Challenges;
use crate::body::{ErrorBody, UpdateOperationResult};

/// The content of a response: one variant for each status that the vendor documents.
///
/// ```
/// use icws_schema::response::{Body, Content, Response};
///
/// let response = Response::from_parts(200, r#"{"id": "gcadmin"}"#);
/// match response.content() {
///     Content::Ok(Body::Typed(result)) => assert_eq!(result.id, "gcadmin"),
///     Content::Unauthorized { challenges, .. } => println!("log on at {:?}", challenges.icws()),
///     _ => println!("{}: {:?}", response.status(), response.message()),
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Content {
    /// 200: the user is updated. Warnings about licenses are in `licenseProblems`.
    Ok(Body<UpdateOperationResult>),
    /// 400: the request is malformed, or values or licenses are rejected.
    BadRequest(Body<ErrorBody>),
    /// 401: the session token is missing, invalid, or has expired.
    #[non_exhaustive]
    Unauthorized {
        /// The body.
        body: Body<ErrorBody>,
        /// The challenges of the `WWW-Authenticate` headers, if [headers](super::Response::with_headers) are given.
        challenges: Challenges,
    },
    /// 403: the session is not authorized to update this user.
    Forbidden(Body<ErrorBody>),
    /// 404: the user does not exist.
    NotFound(Body<ErrorBody>),
    /// 410: the resource has been removed from the API.
    Gone(Body<ErrorBody>),
    /// 500: the server failed, or the request timed out.
    InternalServerError(Body<ErrorBody>),
    /// 503: the server accepts no connections, or is not available. The body may name [alternate
    /// hosts](crate::body::ErrorBody::alternate_hosts).
    ServiceUnavailable(Body<ErrorBody>),
    /// Any other status, which the vendor does not document for this endpoint. An object is parsed as an error if the status
    /// is 400 or greater (our choice).
    Other(Body<ErrorBody>),
}

impl Content {
    /// Returns the result of the update, as far as it could be parsed; `None` if the status is not 200, or if the body is
    /// not a JSON object.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_parts(200, r#"{"id": "gcadmin"}"#);
    /// assert_eq!(response.content().result().map(|result| &*result.id), Some("gcadmin"));
    /// ```
    #[must_use]
    pub fn result(&self) -> Option<&UpdateOperationResult> {
        match self {
            Self::Ok(body) => body.typed(),
            _ => None,
        }
    }

    /// Returns the error, as far as it could be parsed; `None` if the status is 200, or if the body is not a JSON object.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_parts(404, r#"{"message": "The user does not exist."}"#);
    /// assert_eq!(response.content().error().and_then(|error| error.message()), Some("The user does not exist."));
    /// ```
    #[must_use]
    pub fn error(&self) -> Option<&ErrorBody> {
        self.error_body().and_then(Body::typed)
    }

    /// Returns the kind of a body that is neither empty nor a JSON object of the endpoint.
    ///
    /// ```
    /// use icws_schema::response::{Foreign, Response};
    ///
    /// let response = Response::from_parts(403, "<!DOCTYPE html><title>403</title>");
    /// assert_eq!(response.content().foreign(), Some(Foreign::Html));
    /// ```
    #[must_use]
    pub fn foreign(&self) -> Option<Foreign> {
        match self {
            Self::Ok(body) => body.foreign(),
            other => other.error_body().and_then(Body::foreign),
        }
    }

    fn error_body(&self) -> Option<&Body<ErrorBody>> {
        match self {
            Self::Ok(_) => None,
            Self::BadRequest(body)
            | Self::Unauthorized { body, .. }
            | Self::Forbidden(body)
            | Self::NotFound(body)
            | Self::Gone(body)
            | Self::InternalServerError(body)
            | Self::ServiceUnavailable(body)
            | Self::Other(body) => Some(body),
        }
    }
}
