//! Headers of a request or a response, whose values are not printed.

use super::secret::HIDDEN;
use std::fmt;

pub(super) const ACCEPT: &str = "Accept";
pub(super) const ACCEPT_LANGUAGE: &str = "Accept-Language";
pub(super) const CONTENT_TYPE: &str = "Content-Type";
pub(super) const COOKIE: &str = "Cookie";
pub(super) const CSRF_TOKEN: &str = "ININ-ICWS-CSRF-Token";
pub(super) const WWW_AUTHENTICATE: &str = "WWW-Authenticate";

/// The media type of JSON bodies: the `Content-Type` of requests and responses (documented in the vendor's help).
///
/// ```
/// assert_eq!(icws_schema::endpoint::MEDIA_TYPE, "application/vnd.inin.icws+JSON; charset=utf-8");
/// ```
pub const MEDIA_TYPE: &str = "application/vnd.inin.icws+JSON; charset=utf-8";

/// The headers whose values are printed. Any other value may be a secret.
const HARMLESS: [&str; 4] = [ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, "Content-Length"];

/// A header: its name, and its value, which may be a secret.
///
/// ```
/// use icws_schema::endpoint::Headers;
///
/// let headers = Headers::from_iter([("Cookie", "icws_1984=6d1c"), ("Accept", "application/json")]);
/// let shown: Vec<_> = headers.iter().map(ToString::to_string).collect();
/// assert_eq!(shown, ["Cookie: ***", "Accept: application/json"]);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Header {
    name: String,
    value: Vec<u8>,
}

impl Header {
    /// Creates a header that can be sent: control characters of the value are replaced by spaces, as RFC 9110, 5.5 allows
    /// for line breaks.
    pub(super) fn writable(name: &str, value: &str) -> Self {
        let value = value.bytes().map(|byte| if byte.is_ascii_control() && byte != b'\t' { b' ' } else { byte });
        Self { name: name.to_owned(), value: value.collect() }
    }

    /// Returns the name, unchanged; names are case-insensitive.
    ///
    /// ```
    /// use icws_schema::endpoint::Headers;
    ///
    /// let headers = Headers::from_iter([("cookie", "icws_1984=6d1c")]);
    /// assert_eq!(headers.get("Cookie").map(|header| header.name()), Some("cookie"));
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the value, even if it is a secret.
    ///
    /// ```
    /// use icws_schema::endpoint::Headers;
    ///
    /// let headers = Headers::from_iter([("Cookie", "icws_1984=6d1c")]);
    /// assert_eq!(headers.get("cookie").map(|header| header.expose()), Some(&b"icws_1984=6d1c"[..]));
    /// ```
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.value
    }

    /// Returns whether the value may be a secret, and is printed as `***`. This is so for every header except `Accept`,
    /// `Accept-Language`, `Content-Type` and `Content-Length`.
    ///
    /// ```
    /// use icws_schema::endpoint::Headers;
    ///
    /// let headers = Headers::from_iter([("cookie", ""), ("Accept", "*/*")]);
    /// let sensitive: Vec<_> = headers.iter().map(|header| header.is_sensitive()).collect();
    /// assert_eq!(sensitive, [true, false]);
    /// ```
    #[must_use]
    pub fn is_sensitive(&self) -> bool {
        !HARMLESS.iter().any(|name| name.eq_ignore_ascii_case(&self.name))
    }
}

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name.escape_debug())?;
        if self.is_sensitive() { f.write_str(HIDDEN) } else { write!(f, "{}", self.value.escape_ascii()) }
    }
}

impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Headers, in the order in which they are sent or were received.
///
/// `Debug` shows only the values that are [not sensitive](Header::is_sensitive).
///
/// ```
/// use icws_schema::endpoint::Headers;
///
/// let headers = Headers::from_iter([("ININ-ICWS-CSRF-Token", "WAhtYWRtaW4"), ("Accept", "*/*")]);
/// assert_eq!(format!("{headers:?}"), "[ININ-ICWS-CSRF-Token: ***, Accept: */*]");
/// for (name, value) in headers.expose() {
///     assert!(!name.is_empty() && !value.is_empty()); // pass them to an HTTP library
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Headers(Vec<Header>);

impl Headers {
    /// Adds a header at the end. Control characters of the value become spaces (RFC 9110, 5.5), so that the value cannot
    /// start another header; the name is unchanged.
    ///
    /// ```
    /// use icws_schema::response::Response;
    ///
    /// let mut parts = Response::from_parts(405, "").into_parts();
    /// parts.headers.push("Allow", "PUT");
    /// assert_eq!(parts.headers.expose().next(), Some(("Allow", &b"PUT"[..])));
    /// ```
    pub fn push(&mut self, name: &str, value: &str) {
        self.0.push(Header::writable(name, value));
    }

    /// Returns the first header with this name (case-insensitive), if there is one.
    ///
    /// ```
    /// use icws_schema::endpoint::Headers;
    ///
    /// let headers = Headers::from_iter([("content-type", "application/json")]);
    /// assert!(headers.get("Content-Type").is_some() && headers.get("Accept").is_none());
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Header> {
        self.get_all(name).next()
    }

    /// Returns the headers with this name.
    pub(super) fn get_all<'h>(&'h self, name: &str) -> impl Iterator<Item = &'h Header> {
        self.0.iter().filter(move |header| header.name.eq_ignore_ascii_case(name))
    }

    /// Returns an iterator over the headers.
    ///
    /// ```
    /// use icws_schema::endpoint::Headers;
    ///
    /// assert_eq!(Headers::from_iter([("Accept", "*/*")]).iter().len(), 1);
    /// ```
    pub fn iter(&self) -> std::slice::Iter<'_, Header> {
        self.0.iter()
    }

    /// Returns an iterator over names and values, including secret ones, for sending them.
    ///
    /// ```
    /// use icws_schema::endpoint::Headers;
    ///
    /// let headers = Headers::from_iter([("Cookie", "icws_1984=6d1c")]);
    /// assert_eq!(headers.expose().next(), Some(("Cookie", &b"icws_1984=6d1c"[..])));
    /// ```
    pub fn expose(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|header| (header.name(), header.expose()))
    }
}

/// Collects headers, unchanged: pairs of a name and a value, as from an `http::HeaderMap`.
impl<N: AsRef<str>, V: AsRef<[u8]>> FromIterator<(N, V)> for Headers {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(headers: I) -> Self {
        let header = |(name, value): (N, V)| Header { name: name.as_ref().into(), value: value.as_ref().into() };
        Self(headers.into_iter().map(header).collect())
    }
}

impl<'h> IntoIterator for &'h Headers {
    type Item = &'h Header;
    type IntoIter = std::slice::Iter<'h, Header>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.0).finish()
    }
}
