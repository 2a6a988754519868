//! The parts of a response to send: status, headers, bytes.

use super::headers::{CONTENT_TYPE, Headers, MEDIA_TYPE, WWW_AUTHENTICATE};
use crate::response::{Foreign, Response};
use std::fmt;

/// A response to send: status, headers, and the bytes of the body.
///
/// `Debug` shows no secret, and nothing of the body but its length.
///
/// ```
/// use icws_schema::body::UpdateOperationResult;
/// use icws_schema::response::Response;
///
/// let parts = Response::from(UpdateOperationResult::new("jane")).into_parts();
/// assert_eq!((parts.status, parts.body), (200, br#"{"id":"jane"}"#.to_vec()));
/// assert_eq!(format!("{:?}", parts.headers), "[Content-Type: application/vnd.inin.icws+JSON; charset=utf-8]");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ResponseParts {
    /// The HTTP status.
    pub status: u16,
    /// The headers: `Content-Type` if there is a body, and `WWW-Authenticate` for each challenge of a 401.
    pub headers: Headers,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// Returns the headers of the response: `Content-Type` if there is a body, and `WWW-Authenticate` for each challenge of
    /// a 401. The media type of a JSON body is [`MEDIA_TYPE`].
    ///
    /// ```
    /// use icws_schema::response::{Challenge, Response};
    ///
    /// let response = Response::from_parts(401, "").with_challenges([Challenge::new("/ICWS/connection")]);
    /// let headers = response.headers();
    /// let challenge = headers.get("WWW-Authenticate").map(|header| header.expose());
    /// assert_eq!(challenge, Some(&br#"ICWS realm="ICWS" location="/ICWS/connection""#[..]));
    /// ```
    #[must_use]
    pub fn headers(&self) -> Headers {
        let mut headers = Headers::default();
        if let Some(media_type) = self.media_type() {
            headers.push(CONTENT_TYPE, media_type);
        }
        for challenge in self.challenges().into_iter().flatten() {
            headers.push(WWW_AUTHENTICATE, &challenge.to_string());
        }
        headers
    }

    fn media_type(&self) -> Option<&'static str> {
        match self.foreign() {
            _ if self.bytes().is_empty() => None,
            None | Some(Foreign::Json) => Some(MEDIA_TYPE),
            Some(Foreign::Html) => Some("text/html"),
            Some(Foreign::Xml) => Some("application/xml"),
            Some(Foreign::Text) => Some("text/plain; charset=utf-8"),
            Some(Foreign::Binary) => Some("application/octet-stream"),
        }
    }

    /// Returns status, headers and bytes, by value, for a mock server to send.
    ///
    /// ```
    /// use icws_schema::body::Error;
    /// use icws_schema::response::Response;
    ///
    /// let response = Response::from_error(403, Error::new("Not authorized to update this resource."));
    /// let parts = response.clone().into_parts();
    /// assert_eq!(Response::from(parts), response);
    /// ```
    #[must_use]
    pub fn into_parts(self) -> ResponseParts {
        ResponseParts { status: self.status(), headers: self.headers(), body: self.into_bytes() }
    }
}

/// Converts the response that a mock server sends to the one that the client parses.
impl From<ResponseParts> for Response {
    fn from(parts: ResponseParts) -> Self {
        Self::from_parts(parts.status, parts.body).with_headers(parts.headers.expose())
    }
}

impl fmt::Debug for ResponseParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseParts")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("length", &self.body.len())
            .finish()
    }
}
