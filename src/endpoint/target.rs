//! The target of a request: path and query.

use super::error::{PartError, PartErrorReason, RequestPart};
use super::percent;
use super::secret::HIDDEN;
use super::session::{SessionId, UserId};
use std::fmt;

/// The target of a request: a path and, if there is one, a query.
///
/// The path contains the session id, which is a secret: `Debug` and `Display` show `***` instead of it, of the query, and of
/// the whole path of another resource.
///
/// ```
/// use icws_schema::endpoint::{SessionId, RequestTarget, UserId};
///
/// let target = RequestTarget::client(&SessionId::new("1984")?, &UserId::new("a%2Fb/c")?);
/// assert_eq!(target.expose(), "/icws/1984/configuration/users/a%252Fb%2Fc/client");
/// assert_eq!(target.to_string(), "/icws/***/configuration/users/a%252Fb%2Fc/client");
/// # Ok::<(), icws_schema::endpoint::PartError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RequestTarget {
    text: String,
    /// The end of the path, where `?` is if there is a query.
    path_end: usize,
}

/// The known resources, with the variable segments of their paths, unchanged.
pub(super) enum Resource<'t> {
    /// `/icws/{sessionId}/configuration/users/{id}/client`
    Client { session: &'t str, user: &'t str },
    /// `/icws/{sessionId}/configuration/users/{id}`
    User { session: &'t str, user: &'t str },
    /// Anything else.
    Other,
}

impl RequestTarget {
    /// Creates the target of the PUT: `/icws/{sessionId}/configuration/users/{id}/client` (documented). Every byte of an id
    /// that is not an unreserved character (RFC 3986, 2.3) is percent-encoded, so that no two ids have the same target.
    ///
    /// ```
    /// use icws_schema::endpoint::{SessionId, RequestTarget, UserId};
    ///
    /// let target = RequestTarget::client(&SessionId::new("1984")?, &UserId::new("../x?y#z")?);
    /// assert_eq!(target.expose(), "/icws/1984/configuration/users/..%2Fx%3Fy%23z/client");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn client(session: &SessionId, user: &UserId) -> Self {
        let user = Self::user(session, user).text;
        Self::of_path(user + "/client")
    }

    /// Creates the target of the GET that returns the properties: `/icws/{sessionId}/configuration/users/{id}` (documented).
    ///
    /// ```
    /// use icws_schema::endpoint::{SessionId, RequestTarget, UserId};
    ///
    /// let target = RequestTarget::user(&SessionId::new("1984")?, &UserId::new("jane")?).with_query("select=*");
    /// assert_eq!(target.expose(), "/icws/1984/configuration/users/jane?select=*");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn user(session: &SessionId, user: &UserId) -> Self {
        let (session, user) = (percent::encode(session.expose()), percent::encode(user.as_str()));
        Self::of_path(format!("/icws/{session}/configuration/users/{user}"))
    }

    fn of_path(text: String) -> Self {
        Self { path_end: text.len(), text }
    }

    /// Sets the query, without `?`. It is expected to be percent-encoded; remaining characters that are not allowed in a
    /// query are encoded. An empty query is the same as none.
    ///
    /// ```
    /// use icws_schema::endpoint::{SessionId, RequestTarget, UserId};
    ///
    /// let target = RequestTarget::user(&SessionId::new("1984")?, &UserId::new("jane")?).with_query("select=a,b#c d%20e");
    /// assert_eq!(target.query(), Some("select=a,b%23c%20d%20e"));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn with_query(mut self, query: impl fmt::Display) -> Self {
        let query = percent::encode_query(&query.to_string());
        self.text.truncate(self.path_end);
        if !query.is_empty() {
            self.text = self.text + "?" + &query;
        }
        self
    }

    /// Parses the target of a request. This never fails: any unknown path is that of another resource.
    ///
    /// Segments may have any valid percent-encoding. An absolute URL, as sent to proxies, is accepted (RFC 9112, 3.2.2), and
    /// a fragment is removed. The fixed segments are compared case-insensitively, since the vendor writes both `/icws` and
    /// `/ICWS` (our choice).
    ///
    /// ```
    /// use icws_schema::endpoint::{SessionId, RequestTarget, UserId};
    ///
    /// let target = RequestTarget::parse("http://ic.example.com/ICWS/1984/configuration/users/%6aane%20doe/client");
    /// assert_eq!(target.user_id(), Ok(UserId::new("jane doe")?));
    /// assert!(RequestTarget::parse("/icws/1984/queues").user_id().is_err());
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text = text.split('#').next().unwrap_or_default();
        let text = without_origin(text).to_owned();
        Self { path_end: text.find('?').unwrap_or(text.len()), text }
    }

    /// Returns the whole target, including the session id, for sending it.
    ///
    /// ```
    /// use icws_schema::endpoint::{SessionId, RequestTarget, UserId};
    ///
    /// let target = RequestTarget::client(&SessionId::new("1984")?, &UserId::new("jane")?);
    /// assert_eq!(target.expose(), "/icws/1984/configuration/users/jane/client");
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// Returns the query, unchanged and without `?`; `None` if there is none.
    ///
    /// ```
    /// use icws_schema::endpoint::RequestTarget;
    ///
    /// assert_eq!(RequestTarget::parse("/icws/1/configuration/users/jane?select=*").query(), Some("select=*"));
    /// assert_eq!(RequestTarget::parse("/icws/1/configuration/users/jane").query(), None);
    /// ```
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.text[self.path_end..].strip_prefix('?')
    }

    /// Returns the session id in the path.
    ///
    /// # Errors
    ///
    /// Returns an error if the path is that of another resource (the id is then missing), or if the segment is not a
    /// valid id.
    ///
    /// ```
    /// use icws_schema::endpoint::{SessionId, RequestTarget};
    ///
    /// assert_eq!(RequestTarget::parse("/icws/1984/configuration/users/jane").session_id(), Ok(SessionId::new("1984")?));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    pub fn session_id(&self) -> Result<SessionId, PartError> {
        let error = |reason| PartError::new(RequestPart::SessionId, reason);
        match self.resource() {
            Resource::Client { session, .. } | Resource::User { session, .. } => {
                SessionId::new(percent::decode(session).map_err(error)?)
            }
            Resource::Other => Err(error(PartErrorReason::Missing)),
        }
    }

    /// Returns the user id in the path.
    ///
    /// # Errors
    ///
    /// Returns an error if the path is that of another resource (the id is then missing), or if the segment is not a
    /// valid id.
    ///
    /// ```
    /// use icws_schema::endpoint::{PartErrorReason, RequestTarget};
    ///
    /// let error = RequestTarget::parse("/icws/1984/configuration/users/%C3/client").user_id().unwrap_err();
    /// assert_eq!(error.reason(), PartErrorReason::NotUtf8);
    /// ```
    pub fn user_id(&self) -> Result<UserId, PartError> {
        let error = |reason| PartError::new(RequestPart::UserId, reason);
        match self.resource() {
            Resource::Client { user, .. } | Resource::User { user, .. } => {
                UserId::new(percent::decode(user).map_err(error)?)
            }
            Resource::Other => Err(error(PartErrorReason::Missing)),
        }
    }

    /// Returns the resource of the path.
    pub(super) fn resource(&self) -> Resource<'_> {
        let mut segments = self.text[..self.path_end].split('/');
        let mut fixed = |name: &str| segments.next().is_some_and(|segment| segment.eq_ignore_ascii_case(name));
        if !(fixed("") && fixed("icws")) {
            return Resource::Other;
        }
        let rest: Vec<_> = segments.take(6).collect();
        match rest[..] {
            [session, configuration, users, user, ref last @ ..]
                if configuration.eq_ignore_ascii_case("configuration") && users.eq_ignore_ascii_case("users") =>
            {
                match last {
                    [] => Resource::User { session, user },
                    [client] if client.eq_ignore_ascii_case("client") => Resource::Client { session, user },
                    _ => Resource::Other,
                }
            }
            _ => Resource::Other,
        }
    }
}

/// Returns a target without scheme and authority.
fn without_origin(text: &str) -> &str {
    let scheme = ["http://", "https://"]
        .into_iter()
        .find(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let Some(scheme) = scheme else { return text };
    let rest = &text[scheme.len()..];
    rest.find(['/', '?']).map_or("/", |start| &rest[start..])
}

impl fmt::Display for RequestTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = match self.resource() {
            Resource::Client { .. } => "/client",
            Resource::User { .. } => "",
            Resource::Other => return f.write_str(HIDDEN),
        };
        let user = self.user_id().map_or(HIDDEN.to_owned(), |user| percent::encode(user.as_str()));
        let query = if self.query().is_some() { "?***" } else { "" };
        write!(f, "/icws/{HIDDEN}/configuration/users/{user}{end}{query}")
    }
}

impl fmt::Debug for RequestTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RequestTarget({self})")
    }
}
