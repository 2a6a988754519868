//! Requests that a client sends.

use super::headers::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, CSRF_TOKEN, Headers, MEDIA_TYPE};
use super::part::AcceptLanguage;
use super::session::{Session, UserId};
use super::target::RequestTarget;
use crate::body::UserClientConfigurationProperties;
use std::fmt;

/// A request to send: method, target, headers, and the bytes of the body. Any HTTP library can send it.
///
/// `Debug` shows no secret, and nothing of the body but its length.
///
/// ```
/// use icws_schema::endpoint::{CsrfToken, GetUserRequest, Session, SessionId, UserId};
///
/// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
/// let parts = GetUserRequest::new(session, UserId::new("jane")?).into_parts();
/// assert_eq!(parts.method, "GET");
/// assert_eq!(parts.target.to_string(), "/icws/***/configuration/users/jane");
/// assert!(parts.body.is_empty());
/// # Ok::<(), icws_schema::endpoint::PartError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RequestParts {
    /// The method: `PUT` or `GET`.
    pub method: &'static str,
    /// The target; [`expose`](RequestTarget::expose) returns all of it.
    pub target: RequestTarget,
    /// The headers; [`expose`](Headers::expose) returns their names and values.
    pub headers: Headers,
    /// The body, which is empty in a GET.
    pub body: Vec<u8>,
}

impl fmt::Debug for RequestParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestParts")
            .field("method", &self.method)
            .field("target", &self.target)
            .field("headers", &self.headers)
            .field("length", &self.body.len())
            .finish()
    }
}

/// Returns the headers that every request has: token, cookie, the accepted media type, the languages.
fn headers(session: &Session, accept_language: Option<&AcceptLanguage>) -> Headers {
    let mut headers = Headers::default();
    headers.push(CSRF_TOKEN, session.token().expose());
    if let Some(cookie) = session.cookie() {
        headers.push(COOKIE, cookie.expose());
    }
    headers.push(ACCEPT, MEDIA_TYPE);
    if let Some(languages) = accept_language {
        headers.push(ACCEPT_LANGUAGE, languages.as_str());
    }
    headers
}

/// The PUT that changes the client configuration of a user: `PUT /icws/{sessionId}/configuration/users/{id}/client`.
///
/// | part | value | source |
/// |---|---|---|
/// | `ININ-ICWS-CSRF-Token` | the token of the session | documented |
/// | `Cookie` | the cookie of the session, if it is set | documented |
/// | `Content-Type` | [`MEDIA_TYPE`] | the vendor's help |
/// | `Accept` | [`MEDIA_TYPE`] | our choice |
/// | `Accept-Language` | the languages, if they are set | our choice |
///
/// `Debug` shows no secret, and nothing of the update.
///
/// ```
/// use icws_schema::body::UserClientConfigurationProperties;
/// use icws_schema::endpoint::{CsrfToken, Session, SessionCookie, SessionId, UpdateRequest, UserId};
///
/// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?)
///     .with_cookie(SessionCookie::new("icws_1984=6d1c")?);
/// let update = UserClientConfigurationProperties::new().with_screen_calls(true);
/// let request = UpdateRequest::new(session, UserId::new("jane")?, update);
/// let names: Vec<_> = request.to_parts().headers.iter().map(|header| header.name().to_owned()).collect();
/// assert_eq!(names, ["ININ-ICWS-CSRF-Token", "Cookie", "Accept", "Content-Type"]);
/// # Ok::<(), icws_schema::endpoint::PartError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UpdateRequest {
    session: Session,
    user: UserId,
    update: UserClientConfigurationProperties,
    accept_language: Option<AcceptLanguage>,
}

impl UpdateRequest {
    /// Creates the request.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId, UpdateRequest, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let request = UpdateRequest::new(session, UserId::new("jane")?, UserClientConfigurationProperties::new());
    /// assert_eq!(request.to_parts().body, b"{}");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn new(session: Session, user: UserId, update: UserClientConfigurationProperties) -> Self {
        Self { session, user, update, accept_language: None }
    }

    /// Sets the languages in which the client wants messages.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    /// use icws_schema::endpoint::{AcceptLanguage, CsrfToken, Session, SessionId, UpdateRequest, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let parts = UpdateRequest::new(session, UserId::new("jane")?, UserClientConfigurationProperties::new())
    ///     .with_accept_language(AcceptLanguage::new("de")?)
    ///     .into_parts();
    /// assert_eq!(parts.headers.get("Accept-Language").map(ToString::to_string), Some("Accept-Language: de".to_owned()));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn with_accept_language(self, languages: AcceptLanguage) -> Self {
        Self { accept_language: Some(languages), ..self }
    }

    /// Returns the session.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId, UpdateRequest, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let request = UpdateRequest::new(session.clone(), UserId::new("jane")?, UserClientConfigurationProperties::new());
    /// assert_eq!(request.session(), &session);
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Returns the id of the user.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId, UpdateRequest, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let request = UpdateRequest::new(session, UserId::new("jane")?, UserClientConfigurationProperties::new());
    /// assert_eq!(request.user().as_str(), "jane");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn user(&self) -> &UserId {
        &self.user
    }

    /// Returns the update.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId, UpdateRequest, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let update = UserClientConfigurationProperties::new().with_screen_calls(true);
    /// let request = UpdateRequest::new(session, UserId::new("jane")?, update.clone());
    /// assert_eq!(request.update(), &update);
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn update(&self) -> &UserClientConfigurationProperties {
        &self.update
    }

    /// Returns method, target, headers and body. This cannot fail: every part was checked when it was created.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId, UpdateRequest, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let request = UpdateRequest::new(session, UserId::new("jane")?, UserClientConfigurationProperties::new());
    /// assert_eq!(request.to_parts(), request.into_parts());
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn to_parts(&self) -> RequestParts {
        let mut headers = headers(&self.session, self.accept_language.as_ref());
        headers.push(CONTENT_TYPE, MEDIA_TYPE);
        RequestParts {
            method: "PUT",
            target: RequestTarget::client(self.session.id(), &self.user),
            headers,
            // A representation always serializes to JSON, so the default is never used.
            body: serde_json::to_vec(&self.update).unwrap_or_default(),
        }
    }

    /// Returns method, target, headers and body, by value. This cannot fail: every part was checked when it was created.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId, UpdateRequest, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let parts = UpdateRequest::new(session, UserId::new("jane")?, UserClientConfigurationProperties::new()).into_parts();
    /// assert_eq!(parts.target.expose(), "/icws/1984/configuration/users/jane/client");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn into_parts(self) -> RequestParts {
        self.to_parts()
    }
}

impl fmt::Debug for UpdateRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateRequest")
            .field("session", &self.session)
            .field("user", &self.user)
            .field("accept_language", &self.accept_language)
            .finish_non_exhaustive()
    }
}

/// The GET that returns the client configuration of a user: `GET /icws/{sessionId}/configuration/users/{id}` (documented).
/// Its response is a [`User`](crate::body::User).
///
/// ```
/// use icws_schema::endpoint::{CsrfToken, GetUserRequest, Session, SessionId, UserId};
///
/// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
/// let parts = GetUserRequest::new(session, UserId::new("jane")?).with_query("select=*&actualValues=true").into_parts();
/// assert_eq!(parts.target.expose(), "/icws/1984/configuration/users/jane?select=*&actualValues=true");
/// # Ok::<(), icws_schema::endpoint::PartError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GetUserRequest {
    session: Session,
    user: UserId,
    query: String,
    accept_language: Option<AcceptLanguage>,
}

impl GetUserRequest {
    /// Creates a request without a query.
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, GetUserRequest, Session, SessionId, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let parts = GetUserRequest::new(session, UserId::new("jane doe")?).into_parts();
    /// assert_eq!(parts.target.expose(), "/icws/1984/configuration/users/jane%20doe");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn new(session: Session, user: UserId) -> Self {
        Self { session, user, query: String::new(), accept_language: None }
    }

    /// Sets the query, without `?`: usually a [`UserQuery`](super::UserQuery).
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, GetUserRequest, Session, SessionId, UserId, UserQuery};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let request = GetUserRequest::new(session, UserId::new("jane")?).with_query(UserQuery::all());
    /// assert_eq!(request.into_parts().target.query(), Some("select=*"));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn with_query(self, query: impl fmt::Display) -> Self {
        Self { query: query.to_string(), ..self }
    }

    /// Sets the languages in which the client wants messages.
    ///
    /// ```
    /// use icws_schema::endpoint::{AcceptLanguage, CsrfToken, GetUserRequest, Session, SessionId, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let request = GetUserRequest::new(session, UserId::new("jane")?).with_accept_language(AcceptLanguage::new("de")?);
    /// assert!(request.into_parts().headers.get("Accept-Language").is_some());
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn with_accept_language(self, languages: AcceptLanguage) -> Self {
        Self { accept_language: Some(languages), ..self }
    }

    /// Returns method, target and headers; the body is empty. This cannot fail.
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, GetUserRequest, Session, SessionId, UserId};
    ///
    /// let session = Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?);
    /// let parts = GetUserRequest::new(session, UserId::new("jane")?).into_parts();
    /// assert!(parts.headers.get("Content-Type").is_none());
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn into_parts(self) -> RequestParts {
        let headers = headers(&self.session, self.accept_language.as_ref());
        let target = RequestTarget::user(self.session.id(), &self.user).with_query(self.query);
        RequestParts { method: "GET", target, headers, body: Vec::new() }
    }
}
