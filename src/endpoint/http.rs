//! Conversions to and from the types of the crate `http`.
//!
//! Header values are marked sensitive in requests and responses, so that `http` does not print them. It does print the path
//! of a request, which contains the session id: do not print an `http::Request`.

use super::headers::Headers;
use super::received::ReceivedRequest;
use super::request::{GetUserRequest, RequestParts, UpdateRequest};
use super::response_parts::ResponseParts;
use super::target::RequestTarget;
use crate::response::Response;
use ::http::{HeaderMap, HeaderName, HeaderValue, Uri, request, response};

impl RequestParts {
    /// Returns an `http::Request` to an origin such as `https://ic.example.com:8019`.
    ///
    /// Every header value that [may be a secret] is marked [sensitive](HeaderValue::is_sensitive). `http` prints the path of
    /// a request, with the session id: do not print the request.
    ///
    /// [may be a secret]: super::Header::is_sensitive
    ///
    /// # Errors
    ///
    /// Returns an error if the origin is not the beginning of a URL, or if the URL is longer than `http` allows (65,534
    /// bytes).
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, GetUserRequest, Session, SessionId, UserId};
    /// use icws_schema::exports::http;
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let parts = GetUserRequest::new(session, UserId::new("jane")?).into_parts();
    /// let request: http::Request<Vec<u8>> = parts.into_http("https://ic.example.com:8019")?;
    /// assert_eq!(*request.uri(), "https://ic.example.com:8019/icws/1984/configuration/users/jane");
    /// assert!(request.headers()["ININ-ICWS-CSRF-Token"].is_sensitive());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn into_http<B: From<Vec<u8>>>(self, origin: &str) -> Result<::http::Request<B>, ::http::Error> {
        let uri = format!("{}{}", origin.trim_end_matches('/'), self.target.expose());
        let mut request = request::Builder::new().method(self.method).uri(uri);
        if let Some(headers) = request.headers_mut() {
            *headers = header_map(&self.headers)?;
        }
        request.body(self.body.into())
    }
}

fn header_map(headers: &Headers) -> Result<HeaderMap, ::http::Error> {
    let mut map = HeaderMap::new();
    for header in headers {
        let name = HeaderName::try_from(header.name())?;
        let mut value = HeaderValue::from_bytes(header.expose())?;
        value.set_sensitive(header.is_sensitive());
        map.append(name, value);
    }
    Ok(map)
}

/// Converts to an `http::Request` whose URI is only the path and query. [`into_http`](RequestParts::into_http) adds an
/// origin.
///
/// Fails if the path is longer than `http` allows (65,534 bytes).
impl<B: From<Vec<u8>>> TryFrom<RequestParts> for ::http::Request<B> {
    type Error = ::http::Error;

    fn try_from(parts: RequestParts) -> Result<Self, ::http::Error> {
        parts.into_http("")
    }
}

/// Converts to an `http::Request` whose URI is only the path and query. Fails as the conversion of [`RequestParts`] does.
impl<B: From<Vec<u8>>> TryFrom<UpdateRequest> for ::http::Request<B> {
    type Error = ::http::Error;

    fn try_from(request: UpdateRequest) -> Result<Self, ::http::Error> {
        request.into_parts().try_into()
    }
}

/// Converts to an `http::Request` whose URI is only the path and query. Fails as the conversion of [`RequestParts`] does.
impl<B: From<Vec<u8>>> TryFrom<GetUserRequest> for ::http::Request<B> {
    type Error = ::http::Error;

    fn try_from(request: GetUserRequest) -> Result<Self, ::http::Error> {
        request.into_parts().try_into()
    }
}

/// Converts a request that a server received. This never fails.
///
/// ```
/// use icws_schema::endpoint::ReceivedRequest;
/// use icws_schema::exports::http;
///
/// let request = http::Request::put("/icws/1984/configuration/users/jane/client").body("{}")?;
/// assert_eq!(ReceivedRequest::from(request).user_id()?.as_str(), "jane");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<B: Into<Vec<u8>>> From<::http::Request<B>> for ReceivedRequest {
    fn from(request: ::http::Request<B>) -> Self {
        let (parts, body) = request.into_parts();
        let headers = parts.headers.iter().collect();
        Self::new(parts.method.as_str().to_owned(), target(&parts.uri), headers, body.into())
    }
}

fn target(uri: &Uri) -> RequestTarget {
    RequestTarget::parse(uri.path_and_query().map_or("", |target| target.as_str()))
}

/// Converts to an `http::Response` for a mock server to send. Fails if the status does not have three digits.
///
/// ```
/// use icws_schema::body::Error;
/// use icws_schema::exports::http;
/// use icws_schema::response::Response;
///
/// let response = Response::from_error(404, Error::new("The user does not exist."));
/// let response = http::Response::<Vec<u8>>::try_from(response)?;
/// assert_eq!(response.status(), http::StatusCode::NOT_FOUND);
/// assert_eq!(response.headers()["Content-Type"], icws_schema::endpoint::MEDIA_TYPE);
/// # Ok::<(), http::Error>(())
/// ```
impl<B: From<Vec<u8>>> TryFrom<Response> for ::http::Response<B> {
    type Error = ::http::Error;

    fn try_from(response: Response) -> Result<Self, ::http::Error> {
        response.into_parts().try_into()
    }
}

/// Converts to an `http::Response` for a mock server to send. Fails if the status does not have three digits.
impl<B: From<Vec<u8>>> TryFrom<ResponseParts> for ::http::Response<B> {
    type Error = ::http::Error;

    fn try_from(parts: ResponseParts) -> Result<Self, ::http::Error> {
        let mut response = response::Builder::new().status(parts.status);
        if let Some(headers) = response.headers_mut() {
            *headers = header_map(&parts.headers)?;
        }
        response.body(parts.body.into())
    }
}

/// Parses a response that a client received. This never fails.
///
/// ```
/// use icws_schema::exports::http;
/// use icws_schema::response::Response;
///
/// let response = http::Response::builder().status(200).body(r#"{"id": "jane"}"#)?;
/// assert_eq!(Response::from(response).result().map(|result| &*result.id), Some("jane"));
/// # Ok::<(), http::Error>(())
/// ```
impl<B: Into<Vec<u8>>> From<::http::Response<B>> for Response {
    fn from(response: ::http::Response<B>) -> Self {
        let (parts, body) = response.into_parts();
        Self::from_parts(parts.status.as_u16(), body).with_headers(parts.headers.iter())
    }
}
