//! Requests that a server received.

use super::error::{PartError, PartErrorReason, RequestPart};
use super::headers::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, CSRF_TOKEN, Header, Headers};
use super::part::{AcceptLanguage, MediaType};
use super::request::RequestParts;
use super::session::{CsrfToken, Session, SessionCookie, SessionId, UserId};
use super::target::{RequestTarget, Resource};
use crate::body::UserClientConfigurationProperties;
use crate::body::decode::{ParseOptions, Parsed};
use std::fmt;

/// The operation of a request, by its method and path.
///
/// ```
/// use icws_schema::endpoint::{ReceivedRequest, Route};
///
/// let route = |method, target| ReceivedRequest::from_parts(method, target, [("", ""); 0], "").route();
/// assert_eq!(route("PUT", "/icws/1/configuration/users/jane/client"), Route::UpdateClient);
/// assert_eq!(route("GET", "/icws/1/configuration/users/jane"), Route::GetUser);
/// assert_eq!(route("POST", "/icws/1/configuration/users/jane/client"), Route::OtherMethod);
/// assert_eq!(route("PUT", "/icws/1/configuration/workgroups/sales"), Route::OtherResource);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Route {
    /// `PUT /icws/{sessionId}/configuration/users/{id}/client`: the endpoint.
    UpdateClient,
    /// `GET /icws/{sessionId}/configuration/users/{id}`, which returns the properties.
    GetUser,
    /// One of these two paths with another method, to which a server responds with 405 (our choice).
    OtherMethod,
    /// Another path, to which a server responds with 404 (our choice).
    OtherResource,
}

/// A request that a server received: every part unchanged, whether missing, valid or invalid.
///
/// Creating it never fails, so that a server can check the parts in any order, such as the session before the body. The
/// error for a part names it and never quotes it. `Debug` shows no secret, and nothing of the body but its length.
///
/// ```
/// use icws_schema::endpoint::{MediaType, ReceivedRequest, RequestPart, Route};
///
/// let headers = [("Content-Type", "application/json"), ("Cookie", "icws_1984=6d1c")];
/// let target = "/icws/1984/configuration/users/jane%20doe/client";
/// let received = ReceivedRequest::from_parts("PUT", target, headers, r#"{"screenCalls": null}"#);
/// assert_eq!(received.route(), Route::UpdateClient);
/// assert_eq!(received.user_id()?.as_str(), "jane doe");
/// assert_eq!(received.media_type()?, MediaType::Json);
/// assert_eq!(received.token().unwrap_err().to_string(), "header ININ-ICWS-CSRF-Token: missing");
/// assert!(received.update().report().is_valid());
/// # Ok::<(), icws_schema::endpoint::PartError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ReceivedRequest {
    method: String,
    target: RequestTarget,
    headers: Headers,
    body: Vec<u8>,
    session_id: Result<SessionId, PartError>,
    user_id: Result<UserId, PartError>,
    token: Result<CsrfToken, PartError>,
    cookies: Vec<Result<SessionCookie, PartError>>,
}

impl ReceivedRequest {
    /// Creates a request from its parts. This never fails: any method, target, headers and bytes are accepted.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// let received = ReceivedRequest::from_parts("PUT", "/", [("Cookie", b"\xff".as_slice())], "not JSON");
    /// assert!(received.session_id().is_err() && received.cookie().is_err());
    /// ```
    #[must_use]
    pub fn from_parts<N: AsRef<str>, V: AsRef<[u8]>>(
        method: &str,
        target: &str,
        headers: impl IntoIterator<Item = (N, V)>,
        body: impl Into<Vec<u8>>,
    ) -> Self {
        Self::new(method.to_owned(), RequestTarget::parse(target), headers.into_iter().collect(), body.into())
    }

    pub(super) fn new(method: String, target: RequestTarget, headers: Headers, body: Vec<u8>) -> Self {
        let token = only(&headers, CSRF_TOKEN, RequestPart::CsrfToken).and_then(CsrfToken::new);
        let (session_id, user_id) = (target.session_id(), target.user_id());
        let cookies = cookies(&headers);
        Self { method, target, headers, body, session_id, user_id, token, cookies }
    }

    /// Returns the operation, by the method and the path.
    ///
    /// ```
    /// use icws_schema::endpoint::{ReceivedRequest, Route};
    ///
    /// let received = ReceivedRequest::from_parts("put", "/icws/1/configuration/users/jane/client", [("", ""); 0], "");
    /// assert_eq!(received.route(), Route::OtherMethod); // methods are case-sensitive
    /// ```
    #[must_use]
    pub fn route(&self) -> Route {
        match (self.target.resource(), &*self.method) {
            (Resource::Client { .. }, "PUT") => Route::UpdateClient,
            (Resource::User { .. }, "GET") => Route::GetUser,
            (Resource::Client { .. } | Resource::User { .. }, _) => Route::OtherMethod,
            (Resource::Other, _) => Route::OtherResource,
        }
    }

    /// Returns the method, unchanged.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// assert_eq!(ReceivedRequest::from_parts("DELETE", "/", [("", ""); 0], "").method(), "DELETE");
    /// ```
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Returns the target.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// let target = "/icws/1/configuration/users/jane?select=*";
    /// let received = ReceivedRequest::from_parts("GET", target, [("", ""); 0], "");
    /// assert_eq!(received.target().query(), Some("select=*"));
    /// ```
    #[must_use]
    pub fn target(&self) -> &RequestTarget {
        &self.target
    }

    /// Returns the headers, unchanged.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// let received = ReceivedRequest::from_parts("PUT", "/", [("Accept", "*/*")], "");
    /// assert!(received.headers().get("accept").is_some());
    /// ```
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// Returns the bytes of the body, unchanged.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// assert_eq!(ReceivedRequest::from_parts("PUT", "/", [("", ""); 0], "{}").body(), b"{}");
    /// ```
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Parses the body as an update, without rules.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// let update = ReceivedRequest::from_parts("PUT", "/", [("", ""); 0], r#"{"screenCalls": true}"#).update();
    /// assert_eq!(update.report().problems()[0].pointer(), "/screenCalls");
    /// ```
    #[must_use]
    pub fn update(&self) -> Parsed<UserClientConfigurationProperties> {
        ParseOptions::new().parse(&self.body)
    }

    /// Returns the session id in the path.
    ///
    /// # Errors
    ///
    /// Returns an error if it is missing, since the path is that of another resource, or if the path segment is not a
    /// valid id.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// let target = "/icws/1984/configuration/users/jane/client";
    /// let received = ReceivedRequest::from_parts("PUT", target, [("", ""); 0], "");
    /// assert_eq!(received.session_id()?.expose(), "1984");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    pub fn session_id(&self) -> Result<&SessionId, PartError> {
        self.session_id.as_ref().map_err(|error| *error)
    }

    /// Returns the user id in the path.
    ///
    /// # Errors
    ///
    /// Returns an error if it is missing, since the path is that of another resource, or if the path segment is not a
    /// valid id.
    ///
    /// ```
    /// use icws_schema::endpoint::{PartErrorReason, ReceivedRequest};
    ///
    /// let target = "/icws/1984/configuration/users/%2E%2E/client";
    /// let received = ReceivedRequest::from_parts("PUT", target, [("", ""); 0], "");
    /// assert_eq!(received.user_id().unwrap_err().reason(), PartErrorReason::DotSegment);
    /// ```
    pub fn user_id(&self) -> Result<&UserId, PartError> {
        self.user_id.as_ref().map_err(|error| *error)
    }

    /// Returns the token of the session, from the header `ININ-ICWS-CSRF-Token`.
    ///
    /// # Errors
    ///
    /// Returns an error if it is missing, if there are several different ones, or if it is not a valid token.
    ///
    /// ```
    /// use icws_schema::endpoint::{PartErrorReason, ReceivedRequest};
    ///
    /// let headers = [("inin-icws-csrf-token", "a"), ("ININ-ICWS-CSRF-Token", "b")];
    /// let received = ReceivedRequest::from_parts("PUT", "/", headers, "");
    /// assert_eq!(received.token().unwrap_err().reason(), PartErrorReason::Duplicate);
    /// ```
    pub fn token(&self) -> Result<&CsrfToken, PartError> {
        self.token.as_ref().map_err(|error| *error)
    }

    /// Returns the cookie of the session, from the headers `Cookie`: the one that is [named after the
    /// session](SessionCookie::is_named_after), otherwise the first one (our choice).
    ///
    /// # Errors
    ///
    /// Returns an error if there is no cookie, or if none consists of a name, `=` and a value.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// let headers = [("Cookie", "balancer=7; icws_1984=6d1c")];
    /// let received = ReceivedRequest::from_parts("PUT", "/icws/1984/configuration/users/jane/client", headers, "");
    /// assert_eq!(received.cookie()?.expose(), "icws_1984=6d1c");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    pub fn cookie(&self) -> Result<&SessionCookie, PartError> {
        let named =
            self.session_id.as_ref().ok().and_then(|id| self.cookies().find(|cookie| cookie.is_named_after(id)));
        named.or_else(|| self.cookies().next()).ok_or_else(|| {
            let first = self.cookies.iter().find_map(|cookie| cookie.as_ref().err());
            first.copied().unwrap_or(PartError::new(RequestPart::SessionCookie, PartErrorReason::Missing))
        })
    }

    /// Returns whether the request has a cookie with the name and value of this one. It may have others.
    ///
    /// ```
    /// use icws_schema::endpoint::{ReceivedRequest, SessionCookie};
    ///
    /// let received = ReceivedRequest::from_parts("PUT", "/", [("Cookie", "balancer=7; icws_1984=6d1c")], "");
    /// assert!(received.has_cookie(&SessionCookie::new("icws_1984=6d1c")?));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn has_cookie(&self, cookie: &SessionCookie) -> bool {
        self.cookies().any(|other| other == cookie)
    }

    fn cookies(&self) -> impl Iterator<Item = &SessionCookie> {
        self.cookies.iter().filter_map(|cookie| cookie.as_ref().ok())
    }

    /// Returns the session: its id, its token, and its cookie if there is one.
    ///
    /// # Errors
    ///
    /// Returns an error if the id or the token is missing or invalid, or if there is a cookie and it is invalid.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// let target = "/icws/1984/configuration/users/jane/client";
    /// let received = ReceivedRequest::from_parts("PUT", target, [("ININ-ICWS-CSRF-Token", "WAhtYWRtaW4")], "");
    /// assert_eq!(received.session()?.cookie(), None);
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    pub fn session(&self) -> Result<Session, PartError> {
        let session = Session::new(self.session_id()?.clone(), self.token()?.clone());
        match self.cookie() {
            Ok(cookie) => Ok(session.with_cookie(cookie.clone())),
            Err(error) if error.is_missing() => Ok(session),
            Err(error) => Err(error),
        }
    }

    /// Returns the media type of the body, from the header `Content-Type`.
    ///
    /// # Errors
    ///
    /// Returns an error if it is missing, if there are several different ones, or if it is not a known [`MediaType`].
    ///
    /// ```
    /// use icws_schema::endpoint::{MediaType, ReceivedRequest};
    ///
    /// let headers = [("Content-Type", "application/vnd.inin.icws+JSON; charset=utf-8")];
    /// assert_eq!(ReceivedRequest::from_parts("PUT", "/", headers, "").media_type(), Ok(MediaType::Icws));
    /// assert!(ReceivedRequest::from_parts("PUT", "/", [("Content-Type", "text/plain")], "").media_type().is_err());
    /// ```
    pub fn media_type(&self) -> Result<MediaType, PartError> {
        only(&self.headers, CONTENT_TYPE, RequestPart::MediaType)?.parse()
    }

    /// Returns the languages in which the client wants messages, from the headers `Accept-Language`.
    ///
    /// # Errors
    ///
    /// Returns an error if the header is missing, or if it contains a character that is not allowed in a header.
    ///
    /// ```
    /// use icws_schema::endpoint::ReceivedRequest;
    ///
    /// let received = ReceivedRequest::from_parts("PUT", "/", [("accept-language", "de"), ("accept-language", "en")], "");
    /// assert_eq!(received.accept_language()?.as_str(), "de, en");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    pub fn accept_language(&self) -> Result<AcceptLanguage, PartError> {
        let values: Vec<_> = self.headers.get_all(ACCEPT_LANGUAGE).map(value).collect();
        if values.is_empty() {
            return Err(PartError::new(RequestPart::AcceptLanguage, PartErrorReason::Missing));
        }
        AcceptLanguage::new(values.join(", "))
    }
}

/// Returns the value of a header that must occur once; several equal ones count as one.
fn only(headers: &Headers, name: &str, part: RequestPart) -> Result<String, PartError> {
    let mut values = headers.get_all(name).map(value);
    let first = values.next().ok_or(PartError::new(part, PartErrorReason::Missing))?;
    if values.all(|other| other == first) { Ok(first) } else { Err(PartError::new(part, PartErrorReason::Duplicate)) }
}

/// Returns the value of a header without surrounding spaces. Bytes that are not UTF-8 are replaced by a character that is
/// not valid in any part of a request.
fn value(header: &Header) -> String {
    String::from_utf8_lossy(header.expose()).trim_matches([' ', '\t']).to_owned()
}

/// Returns every cookie of the headers, valid or not.
fn cookies(headers: &Headers) -> Vec<Result<SessionCookie, PartError>> {
    let mut cookies = Vec::new();
    for header in headers.get_all(COOKIE) {
        let header = value(header);
        let pairs = header.split(';').map(|pair| pair.trim_matches([' ', '\t'])).filter(|pair| !pair.is_empty());
        cookies.extend(pairs.map(SessionCookie::new));
    }
    cookies
}

/// Converts the request that a client sends to the one that the server receives.
impl From<RequestParts> for ReceivedRequest {
    fn from(parts: RequestParts) -> Self {
        Self::new(parts.method.to_owned(), parts.target, parts.headers, parts.body)
    }
}

impl fmt::Debug for ReceivedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReceivedRequest")
            .field("route", &self.route())
            .field("target", &self.target)
            .field("headers", &self.headers)
            .field("length", &self.body.len())
            .finish_non_exhaustive()
    }
}
