use std::fmt;

/// One challenge of a `WWW-Authenticate` header: an authentication scheme with its parameters, or with its token (RFC
/// 9110, 11.3).
///
/// A 401 of this endpoint has a challenge of the scheme `ICWS`, whose `location` is the URL at which the client logs on
/// (documented): `ICWS realm="ICWS" location="/ICWS/connection"`. A proxy may add challenges of other schemes;
/// [`Challenges`](super::Challenges) has all of them.
///
/// ```
/// use icws_schema::response::Challenge;
///
/// let challenge: Challenge = r#"Negotiate, NTLM, ICWS realm="ICWS" location="/ICWS/connection""#.parse()?;
/// assert_eq!(challenge.scheme(), "ICWS");
/// assert_eq!(challenge.location(), Some("/ICWS/connection"));
/// # Ok::<(), icws_schema::response::ChallengeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Challenge {
    scheme: String,
    pub(super) token: Option<String>,
    pub(super) parameters: Vec<(String, String)>,
}

impl Challenge {
    /// Creates the challenge of the scheme `ICWS` with the realm `ICWS` and this location.
    ///
    /// ```
    /// use icws_schema::response::Challenge;
    ///
    /// let challenge = Challenge::new("/ICWS/connection");
    /// assert_eq!(challenge.to_string(), r#"ICWS realm="ICWS" location="/ICWS/connection""#);
    /// ```
    #[must_use]
    pub fn new(location: &str) -> Self {
        let parameter = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Self {
            parameters: vec![parameter("realm", "ICWS"), parameter("location", location)],
            ..Self::of_scheme("ICWS")
        }
    }

    /// Creates a challenge without parameters.
    pub(super) fn of_scheme(scheme: &str) -> Self {
        Self { scheme: scheme.to_owned(), token: None, parameters: Vec::new() }
    }

    /// Returns the authentication scheme, unchanged; schemes are case-insensitive.
    ///
    /// ```
    /// use icws_schema::response::Challenge;
    ///
    /// assert_eq!(Challenge::new("/ICWS/connection").scheme(), "ICWS");
    /// ```
    #[must_use]
    pub fn scheme(&self) -> &str {
        &self.scheme
    }

    /// Returns whether the scheme is `ICWS`.
    ///
    /// ```
    /// use icws_schema::response::Challenge;
    ///
    /// assert!("icws realm=ICWS".parse::<Challenge>()?.is_icws());
    /// # Ok::<(), icws_schema::response::ChallengeError>(())
    /// ```
    #[must_use]
    pub fn is_icws(&self) -> bool {
        self.scheme.eq_ignore_ascii_case("ICWS")
    }

    /// Returns the realm, if there is one. The realm of an ICWS challenge is `ICWS` (documented).
    ///
    /// ```
    /// use icws_schema::response::Challenge;
    ///
    /// assert_eq!(Challenge::new("/ICWS/connection").realm(), Some("ICWS"));
    /// ```
    #[must_use]
    pub fn realm(&self) -> Option<&str> {
        self.parameter("realm")
    }

    /// Returns the URL at which the client logs on, if there is one.
    ///
    /// ```
    /// use icws_schema::response::Challenge;
    ///
    /// assert_eq!(Challenge::new("/ICWS/connection").location(), Some("/ICWS/connection"));
    /// ```
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.parameter("location")
    }

    /// Returns the value of the first parameter with this name (case-insensitive), if there is one.
    ///
    /// ```
    /// use icws_schema::response::Challenge;
    ///
    /// let challenge: Challenge = "ICWS Realm=ICWS".parse()?;
    /// assert_eq!(challenge.parameter("realm"), Some("ICWS"));
    /// # Ok::<(), icws_schema::response::ChallengeError>(())
    /// ```
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters().find_map(|(other, value)| other.eq_ignore_ascii_case(name).then_some(value))
    }

    /// Returns an iterator over the names and values of the parameters, in order.
    ///
    /// ```
    /// use icws_schema::response::Challenge;
    ///
    /// let challenge = Challenge::new("/ICWS/connection");
    /// let names: Vec<_> = challenge.parameters().map(|(name, _)| name).collect();
    /// assert_eq!(names, ["realm", "location"]);
    /// ```
    pub fn parameters(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parameters.iter().map(|(name, value)| (&**name, &**value))
    }

    /// Returns the token that a challenge can have instead of parameters (`token68`), if there is one.
    ///
    /// ```
    /// use icws_schema::response::Challenges;
    ///
    /// let challenges = Challenges::parse(["Negotiate YIIJ8Q=="]);
    /// assert_eq!(challenges.iter().next().and_then(|challenge| challenge.token()), Some("YIIJ8Q=="));
    /// ```
    #[must_use]
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }
}

/// Writes the challenge as a server sends it: the parameters of an ICWS challenge are separated by spaces (documented),
/// those of other schemes by commas.
impl fmt::Display for Challenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.scheme)?;
        if let Some(token) = &self.token {
            write!(f, " {token}")?;
        }
        let separator = if self.is_icws() { " " } else { ", " };
        self.parameters().enumerate().try_for_each(|(index, (name, value))| {
            let value = value.replace('\\', "\\\\").replace('"', "\\\"");
            write!(f, "{}{name}=\"{value}\"", if index == 0 { " " } else { separator })
        })
    }
}

/// The error for a header that has no ICWS challenge, or cannot be parsed. Offsets count bytes of the header, from 0.
///
/// ```
/// use icws_schema::response::{Challenge, ChallengeError};
///
/// assert_eq!("Basic realm=\"x\"".parse::<Challenge>(), Err(ChallengeError::NoIcwsChallenge));
/// let error = "ICWS realm=\"ICWS".parse::<Challenge>().unwrap_err();
/// assert_eq!(error.to_string(), "byte 11: missing closing quote");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChallengeError {
    /// The header has no challenge of the scheme `ICWS`.
    NoIcwsChallenge,
    /// A scheme or the name of a parameter is missing.
    ExpectedName {
        /// The offset at which it is expected.
        offset: usize,
    },
    /// A parameter is not preceded by a scheme.
    ExpectedScheme {
        /// The offset at which the parameter begins.
        offset: usize,
    },
    /// The quoted value of a parameter has no closing quote.
    UnclosedQuote {
        /// The offset at which the value begins.
        offset: usize,
    },
}

impl fmt::Display for ChallengeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoIcwsChallenge => f.write_str("no challenge of the scheme ICWS"),
            Self::ExpectedName { offset } => write!(f, "byte {offset}: expected a scheme or the name of a parameter"),
            Self::ExpectedScheme { offset } => write!(f, "byte {offset}: expected a scheme, found a parameter"),
            Self::UnclosedQuote { offset } => write!(f, "byte {offset}: missing closing quote"),
        }
    }
}

impl std::error::Error for ChallengeError {}
