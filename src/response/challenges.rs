use super::challenge::{Challenge, ChallengeError};
use std::str::FromStr;

/// The challenges of a 401, from all `WWW-Authenticate` headers, in order.
///
/// Challenges are separated by commas (RFC 9110, 11.6.1). The parameters of a challenge are separated by commas, as in RFC
/// 9110, or by spaces, as in the vendor's documentation. Challenges before a syntax error are kept.
///
/// ```
/// use icws_schema::response::{Challenge, Challenges};
///
/// let icws = r#"ICWS realm="ICWS" location="/ICWS/connection", Basic realm="proxy""#;
/// let challenges = Challenges::parse(["Negotiate, NTLM", icws]);
/// let schemes: Vec<_> = challenges.iter().map(Challenge::scheme).collect();
/// assert_eq!(schemes, ["Negotiate", "NTLM", "ICWS", "Basic"]);
/// assert_eq!(challenges.icws().and_then(Challenge::location), Some("/ICWS/connection"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Challenges {
    challenges: Vec<Challenge>,
    errors: Vec<ChallengeError>,
}

impl Challenges {
    /// Parses the values of `WWW-Authenticate` headers. This never fails: see [`errors`](Self::errors). Bytes that are not
    /// UTF-8 are replaced by U+FFFD.
    ///
    /// ```
    /// use icws_schema::response::Challenges;
    ///
    /// assert!(Challenges::parse([b"ICWS realm=ICWS"]).icws().is_some());
    /// ```
    #[must_use]
    pub fn parse<H: AsRef<[u8]>>(headers: impl IntoIterator<Item = H>) -> Self {
        let mut challenges = Self::default();
        for header in headers {
            let header = String::from_utf8_lossy(header.as_ref());
            if let Err(error) = Scanner::new(&header).challenges(&mut challenges.challenges) {
                challenges.errors.push(error);
            }
        }
        challenges
    }

    /// Returns the first challenge of the scheme `ICWS`, if there is one.
    ///
    /// ```
    /// use icws_schema::response::Challenges;
    ///
    /// assert_eq!(Challenges::parse(["Negotiate, NTLM"]).icws(), None);
    /// ```
    #[must_use]
    pub fn icws(&self) -> Option<&Challenge> {
        self.iter().find(|challenge| challenge.is_icws())
    }

    /// Returns the first challenge of the scheme `ICWS`, or the reason why there is none. A challenge that a syntax error
    /// cuts off does not count.
    pub(super) fn into_icws(mut self) -> Result<Challenge, ChallengeError> {
        let error = self.errors.first().copied();
        if error.is_some() {
            self.challenges.pop();
        }
        let icws = self.challenges.into_iter().find(Challenge::is_icws);
        icws.ok_or(error.unwrap_or(ChallengeError::NoIcwsChallenge))
    }

    /// Returns the syntax errors of the headers: at most one for each header, the rest of which is not parsed.
    ///
    /// ```
    /// use icws_schema::response::{ChallengeError, Challenges};
    ///
    /// let challenges = Challenges::parse(["ICWS realm=\"ICWS\", Basic realm=\"proxy"]);
    /// assert_eq!(challenges.errors(), [ChallengeError::UnclosedQuote { offset: 31 }]);
    /// assert!(challenges.icws().is_some());
    /// ```
    #[must_use]
    pub fn errors(&self) -> &[ChallengeError] {
        &self.errors
    }

    /// Returns an iterator over the challenges.
    ///
    /// ```
    /// use icws_schema::response::Challenges;
    ///
    /// assert_eq!(Challenges::parse(["Negotiate, NTLM"]).iter().len(), 2);
    /// ```
    pub fn iter(&self) -> std::slice::Iter<'_, Challenge> {
        self.challenges.iter()
    }

    /// Returns the number of challenges.
    ///
    /// ```
    /// use icws_schema::response::Challenges;
    ///
    /// assert_eq!(Challenges::parse(["Negotiate, NTLM"]).len(), 2);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.challenges.len()
    }

    /// Returns whether there are no challenges.
    ///
    /// ```
    /// use icws_schema::response::Challenges;
    ///
    /// assert!(Challenges::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.challenges.is_empty()
    }
}

/// Parses the value of a header, and returns its first ICWS challenge. Other challenges may be before and after it.
///
/// It is an error if there is none, or if the header cannot be parsed up to its end.
impl FromStr for Challenge {
    type Err = ChallengeError;

    fn from_str(header: &str) -> Result<Self, ChallengeError> {
        Challenges::parse([header]).into_icws()
    }
}

impl<'c> IntoIterator for &'c Challenges {
    type Item = &'c Challenge;
    type IntoIter = std::slice::Iter<'c, Challenge>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Challenges {
    type Item = Challenge;
    type IntoIter = std::vec::IntoIter<Challenge>;

    fn into_iter(self) -> Self::IntoIter {
        self.challenges.into_iter()
    }
}

impl FromIterator<Challenge> for Challenges {
    fn from_iter<I: IntoIterator<Item = Challenge>>(challenges: I) -> Self {
        Self { challenges: challenges.into_iter().collect(), errors: Vec::new() }
    }
}

/// White space in a header, including that of a folded one.
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// Reads a header from left to right, every byte a fixed number of times.
struct Scanner<'h> {
    header: &'h str,
    /// The rest of the header.
    rest: &'h str,
}

impl<'h> Scanner<'h> {
    fn new(header: &'h str) -> Self {
        Self { header, rest: header }
    }

    fn offset(&self) -> usize {
        self.header.len() - self.rest.len()
    }

    /// Reads the challenges of the header.
    fn challenges(&mut self, challenges: &mut Vec<Challenge>) -> Result<(), ChallengeError> {
        let first = challenges.len();
        loop {
            let comma = self.separators();
            if self.rest.is_empty() {
                return Ok(());
            }
            let start = self.offset();
            let name = self.word();
            if name.is_empty() {
                return Err(ChallengeError::ExpectedName { offset: start });
            }
            let current = challenges.get_mut(first..).unwrap_or_default().last_mut();
            let follows_scheme = !comma && current.as_ref().is_some_and(|last| last.parameters.is_empty());
            match current {
                Some(challenge) if follows_scheme && challenge.token.is_none() && self.skip_token_end() => {
                    challenge.token = Some(self.header[start..self.offset()].to_owned());
                }
                Some(challenge) if self.is_parameter() && challenge.token.is_none() => {
                    let value = self.value()?;
                    challenge.parameters.push((name.to_owned(), value));
                }
                _ if self.is_parameter() => return Err(ChallengeError::ExpectedScheme { offset: start }),
                _ => challenges.push(Challenge::of_scheme(name)),
            }
        }
    }

    /// Skips white space and commas; returns whether there was a comma.
    fn separators(&mut self) -> bool {
        let rest = self.rest.trim_start_matches(|next| next == ',' || SPACE.contains(&next));
        let skipped = &self.rest[..self.rest.len() - rest.len()];
        self.rest = rest;
        skipped.contains(',')
    }

    /// Reads up to the next separator, quote or equals sign.
    fn word(&mut self) -> &'h str {
        self.until(|next| matches!(next, ',' | '"' | '=') || SPACE.contains(&next))
    }

    fn until(&mut self, is_end: impl Fn(char) -> bool) -> &'h str {
        let (word, rest) = self.rest.split_at(self.rest.find(is_end).unwrap_or(self.rest.len()));
        self.rest = rest;
        word
    }

    /// Returns whether the word that was read is the name of a parameter.
    fn is_parameter(&self) -> bool {
        self.rest.trim_start_matches(SPACE).starts_with('=')
    }

    /// Skips the padding of a token, if the word that was read is a token and not the name of a parameter, which a value
    /// would follow.
    fn skip_token_end(&mut self) -> bool {
        let end = self.rest.trim_start_matches('=');
        let is_at_end = |rest: &str| rest.is_empty() || rest.starts_with(',');
        let is_token = match self.rest.len() - end.len() {
            0 => !self.is_parameter(),
            1 => is_at_end(end.trim_start_matches(SPACE)),
            _ => is_at_end(end) || end.starts_with(SPACE),
        };
        if is_token {
            self.rest = end;
        }
        is_token
    }

    /// Reads the equals sign after the name of a parameter, and the value: a quoted string, or everything up to a
    /// separator.
    fn value(&mut self) -> Result<String, ChallengeError> {
        let value = self.rest.trim_start_matches(SPACE);
        let value = value.strip_prefix('=').unwrap_or(value).trim_start_matches(SPACE);
        self.rest = value;
        let Some(quoted) = value.strip_prefix('"') else {
            return Ok(self.until(|next| next == ',' || SPACE.contains(&next)).to_owned());
        };
        let mut value = String::new();
        let mut characters = quoted.char_indices();
        while let Some((at, character)) = characters.next() {
            match character {
                '"' => {
                    self.rest = &quoted[at + 1..];
                    return Ok(value);
                }
                '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
                other => value.push(other),
            }
        }
        Err(ChallengeError::UnclosedQuote { offset: self.offset() })
    }
}
