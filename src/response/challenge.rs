use std::fmt;
use std::str::FromStr;

/// The header `WWW-Authenticate` of a 401: where a client can authenticate.
///
/// The documentation's example splits parameters by spaces; commas, which HTTP asks for, are taken too (our choice).
///
/// ```
/// use icws_schema::response::Challenge;
///
/// let challenge: Challenge = r#"ICWS realm="ICWS" location="/ICWS/connection""#.parse()?;
/// assert_eq!(challenge.location(), Some("/ICWS/connection"));
/// # Ok::<(), icws_schema::response::ChallengeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    parameters: Vec<(String, String)>,
}

impl Challenge {
    /// A challenge of the realm `ICWS` that points at a location.
    #[must_use]
    pub fn new(location: &str) -> Self {
        let parameter = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Self { parameters: vec![parameter("realm", "ICWS"), parameter("location", location)] }
    }

    /// The realm; the documentation knows `ICWS` alone.
    #[must_use]
    pub fn realm(&self) -> Option<&str> {
        self.parameter("realm")
    }

    /// The URL at which the client can authenticate.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.parameter("location")
    }

    /// The first parameter of a name, which is compared without case.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters().find_map(|(other, value)| other.eq_ignore_ascii_case(name).then_some(value))
    }

    /// Every parameter, in order.
    pub fn parameters(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parameters.iter().map(|(name, value)| (&**name, &**value))
    }
}

impl FromStr for Challenge {
    type Err = ChallengeError;

    fn from_str(header: &str) -> Result<Self, ChallengeError> {
        let header = header.trim_start();
        let end = header.find([' ', '\t', ',']).unwrap_or(header.len());
        let (scheme, mut rest) = header.split_at(end);
        if !scheme.eq_ignore_ascii_case("ICWS") {
            return Err(ChallengeError("the scheme ICWS"));
        }
        let mut parameters = Vec::new();
        loop {
            rest = rest.trim_start_matches([' ', '\t', ',']);
            if rest.is_empty() {
                return Ok(Self { parameters });
            }
            let (name, after) = rest.split_once('=').ok_or(ChallengeError("`=` behind a parameter's name"))?;
            if name.is_empty() || name.contains([' ', '\t', ',', '"']) {
                return Err(ChallengeError("a parameter's name, and `=` right behind it"));
            }
            let value;
            (value, rest) = self::value(after)?;
            parameters.push((name.to_owned(), value));
        }
    }
}

/// A parameter's value, bare or in quotes, and what follows it.
fn value(text: &str) -> Result<(String, &str), ChallengeError> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([' ', '\t', ',']).unwrap_or(text.len());
        return Ok((text[..end].to_owned(), &text[end..]));
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Ok((value, &quoted[at + 1..])),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    Err(ChallengeError("the closing quote of a value"))
}

/// As it is sent, parameters split by spaces.
impl fmt::Display for Challenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ICWS")?;
        self.parameters()
            .try_for_each(|(name, value)| write!(f, " {name}=\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")))
    }
}

/// Why a header is no challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChallengeError(&'static str);

impl fmt::Display for ChallengeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no ICWS challenge: expected {}", self.0)
    }
}

impl std::error::Error for ChallengeError {}
