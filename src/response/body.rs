/// The body of a response: empty, a JSON object, or anything else.
///
/// ```
/// use icws_schema::response::{Body, Content, Foreign, Response};
///
/// let response = Response::from_parts(502, "<html><title>502 Bad Gateway</title></html>");
/// assert_eq!(response.content(), &Content::Other(Body::Foreign(Foreign::Html)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Body<T> {
    /// There is no body, or only white space.
    Empty,
    /// A JSON object, as far as it could be parsed: a required property that could not be parsed has the default of its
    /// type, any other is absent. The report of the response has every problem.
    Typed(T),
    /// Anything else.
    Foreign(Foreign),
}

impl<T> Body<T> {
    /// Returns what could be parsed of a JSON object; `None` if the body is not one.
    ///
    /// ```
    /// use icws_schema::response::Body;
    ///
    /// assert_eq!(Body::Typed(1).typed(), Some(&1));
    /// assert_eq!(Body::<i32>::Empty.typed(), None);
    /// ```
    #[must_use]
    pub fn typed(&self) -> Option<&T> {
        match self {
            Self::Typed(value) => Some(value),
            Self::Empty | Self::Foreign(_) => None,
        }
    }

    /// Returns what could be parsed of a JSON object, by value; `None` if the body is not one.
    ///
    /// ```
    /// use icws_schema::response::Body;
    ///
    /// assert_eq!(Body::Typed(1).into_typed(), Some(1));
    /// ```
    #[must_use]
    pub fn into_typed(self) -> Option<T> {
        match self {
            Self::Typed(value) => Some(value),
            Self::Empty | Self::Foreign(_) => None,
        }
    }

    /// Returns whether there is no body.
    ///
    /// ```
    /// use icws_schema::response::Body;
    ///
    /// assert!(Body::<i32>::Empty.is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// Returns the kind of a body that is neither empty nor a JSON object.
    ///
    /// ```
    /// use icws_schema::response::{Body, Foreign};
    ///
    /// assert_eq!(Body::<i32>::Foreign(Foreign::Html).foreign(), Some(Foreign::Html));
    /// ```
    #[must_use]
    pub fn foreign(&self) -> Option<Foreign> {
        match self {
            Self::Foreign(foreign) => Some(*foreign),
            Self::Empty | Self::Typed(_) => None,
        }
    }
}

/// The kind of a body that is not a JSON object of the endpoint, but was probably sent by a proxy or a gateway. It is
/// determined from the bytes, not from headers (our choice).
///
/// ```
/// use icws_schema::response::{Foreign, Response};
///
/// let response = Response::from_parts(504, "upstream request timeout");
/// assert_eq!(response.foreign(), Some(Foreign::Text));
/// assert_eq!(response.bytes(), b"upstream request timeout");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Foreign {
    /// HTML: begins with one of the tags by which browsers recognize HTML (WHATWG MIME Sniffing), in upper or lower case.
    Html,
    /// Anything else that begins with `<`.
    Xml,
    /// JSON other than an object; or any JSON, if the vendor documents no body for the status.
    Json,
    /// Other UTF-8 text without control characters.
    Text,
    /// Anything else.
    Binary,
}
