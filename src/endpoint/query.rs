//! The query of the GET that returns the properties.

use super::members::{Member, similar};
use super::percent;
use super::query_error::{CLIENT_CONFIGURATION, QueryError, QueryProblem};
use crate::suggest::nearest;
use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

const SELECT: &str = "select";
const ACTUAL_VALUES: &str = "actualValues";
const INHERITED_VALUES: &str = "inheritedValues";
const INHERITED_FROM: &str = "singlePropertyInheritedFrom";
const PARAMETERS: [&str; 4] = [SELECT, ACTUAL_VALUES, INHERITED_VALUES, INHERITED_FROM];

/// The query of `GET /icws/{sessionId}/configuration/users/{id}`: which properties are selected, and which of their values.
///
/// | parameter | meaning |
/// |---|---|
/// | `select` | the properties, separated by commas, or `*` for all; a member of the client configuration is `clientConfigurationProperties.callForwardAll` |
/// | `actualValues=true` | adds `actualValue` to each inheritable property, which [`to_put`](super::to_put) and [`diff`](super::diff) need |
/// | `inheritedValues=true` | adds `inheritedValue` |
/// | `singlePropertyInheritedFrom=true` | adds `inheritedFrom`; exactly one property must be selected |
///
/// `select=clientConfigurationProperties` alone is an error (all documented).
///
/// ```
/// use icws_schema::endpoint::{Member, UserQuery};
///
/// let query = UserQuery::new([Member::CallForwardAll, Member::FollowMe]).with_actual_values();
/// assert_eq!(
///     query.to_string(),
///     "select=clientConfigurationProperties.callForwardAll,clientConfigurationProperties.followMe&actualValues=true"
/// );
/// assert_eq!(query.to_string().parse(), Ok(query));
/// assert_eq!(UserQuery::all().with_inherited_values().to_string(), "select=*&inheritedValues=true");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a parameter of the query")]
pub struct UserQuery {
    is_all: bool,
    /// Each once, in the order of the query.
    members: Vec<Member>,
    /// Other properties of the user, each once.
    others: Vec<String>,
    actual_values: bool,
    inherited_values: bool,
    inherited_from: bool,
}

impl UserQuery {
    /// Creates a query that selects members of the client configuration. Duplicates are removed.
    ///
    /// ```
    /// use icws_schema::endpoint::{Member, UserQuery};
    ///
    /// assert_eq!(UserQuery::new(Member::ALL.iter().copied()).members().len(), 25);
    /// assert_eq!(UserQuery::new([]).to_string(), "");
    /// ```
    #[must_use]
    pub fn new(members: impl IntoIterator<Item = Member>) -> Self {
        let mut query = Self::default();
        for member in members {
            if !query.members.contains(&member) {
                query.members.push(member);
            }
        }
        query
    }

    /// Creates a query that selects every property of the user (`select=*`), including the client configuration.
    ///
    /// ```
    /// use icws_schema::endpoint::{Member, UserQuery};
    ///
    /// assert!(UserQuery::all().selects(Member::FollowMe));
    /// ```
    #[must_use]
    pub fn all() -> Self {
        Self { is_all: true, ..Self::default() }
    }

    /// Creates a query that selects one member and requests the objects that its value is inherited from (`singlePropertyInheritedFrom=true`).
    ///
    /// ```
    /// use icws_schema::endpoint::{Member, UserQuery};
    ///
    /// assert_eq!(
    ///     UserQuery::inherited_from(Member::ScreenCalls).to_string(),
    ///     "select=clientConfigurationProperties.screenCalls&singlePropertyInheritedFrom=true"
    /// );
    /// ```
    #[must_use]
    pub fn inherited_from(member: Member) -> Self {
        Self { members: vec![member], inherited_from: true, ..Self::default() }
    }

    /// Adds the user's own values (`actualValues=true`).
    ///
    /// ```
    /// use icws_schema::endpoint::UserQuery;
    ///
    /// assert!(UserQuery::all().with_actual_values().has_actual_values());
    /// ```
    #[must_use]
    pub fn with_actual_values(self) -> Self {
        Self { actual_values: true, ..self }
    }

    /// Adds the inherited values (`inheritedValues=true`).
    ///
    /// ```
    /// use icws_schema::endpoint::UserQuery;
    ///
    /// assert!(UserQuery::all().with_inherited_values().has_inherited_values());
    /// ```
    #[must_use]
    pub fn with_inherited_values(self) -> Self {
        Self { inherited_values: true, ..self }
    }

    /// Parses a query, with or without the leading `?`.
    ///
    /// Names are case-sensitive, and properties of a user outside the client configuration are kept by name (our choice).
    ///
    /// ```
    /// use icws_schema::endpoint::{Member, QueryProblem, UserQuery};
    ///
    /// let query = UserQuery::parse("select=extension%2CclientConfigurationProperties.screenCalls")?;
    /// assert!(query.selects(Member::ScreenCalls));
    /// assert_eq!(query.other_properties(), ["extension"]);
    ///
    /// let error = UserQuery::parse("select=clientConfigurationProperties&actualValues=yes").unwrap_err();
    /// assert_eq!(
    ///     error.problems(),
    ///     [QueryProblem::WholeConfiguration, QueryProblem::InvalidBoolean { parameter: "actualValues" }]
    /// );
    /// # Ok::<(), icws_schema::endpoint::QueryError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns every problem of the query, such as unknown and duplicate parameters, unknown members, the client
    /// configuration as a whole, and more or less than one property with `singlePropertyInheritedFrom`.
    pub fn parse(query: &str) -> Result<Self, QueryError> {
        let mut parsed = Self::default();
        let mut problems = Vec::new();
        let mut seen = Vec::new();
        let query = query.strip_prefix('?').unwrap_or(query);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (Some(name), Some(value)) = (percent::decode(name).ok(), percent::decode(value).ok()) else {
                problems.push(QueryProblem::InvalidEncoding);
                continue;
            };
            let Some(parameter) = PARAMETERS.into_iter().find(|parameter| *parameter == name) else {
                problems.push(QueryProblem::unknown_parameter(&name, nearest(&name, PARAMETERS)));
                continue;
            };
            if seen.contains(&parameter) {
                problems.push(QueryProblem::DuplicateParameter { parameter });
                continue;
            }
            seen.push(parameter);
            match parameter {
                SELECT => parsed.select(&value, &mut problems),
                ACTUAL_VALUES => parsed.actual_values = boolean(parameter, &value, &mut problems),
                INHERITED_VALUES => parsed.inherited_values = boolean(parameter, &value, &mut problems),
                _ => parsed.inherited_from = boolean(parameter, &value, &mut problems),
            }
        }
        let is_selection_read = !problems.iter().any(QueryProblem::affects_selection);
        if parsed.inherited_from && is_selection_read && !parsed.selects_one() {
            problems.push(QueryProblem::NotOneProperty);
        }
        if problems.is_empty() { Ok(parsed) } else { Err(QueryError::new(problems)) }
    }

    /// Reads the properties of `select`.
    fn select(&mut self, names: &str, problems: &mut Vec<QueryProblem>) {
        let mut seen = HashSet::new();
        for name in names.split(',').filter(|name| seen.insert(*name)) {
            match name.strip_prefix(CLIENT_CONFIGURATION).and_then(|rest| rest.strip_prefix('.')) {
                Some(member) => match Member::from_name(member) {
                    Some(member) => self.members.push(member),
                    None => problems.push(QueryProblem::unknown_member(member, similar(outermost(member)))),
                },
                None => match name {
                    "" => problems.push(QueryProblem::EmptyProperty),
                    "*" => self.is_all = true,
                    CLIENT_CONFIGURATION => problems.push(QueryProblem::WholeConfiguration),
                    name => self.select_other(name, problems),
                },
            }
        }
    }

    /// Selects a property outside the client configuration, unless it is a misspelled name of the client configuration.
    fn select_other(&mut self, name: &str, problems: &mut Vec<QueryProblem>) {
        if let Some(member) = Member::from_name(name) {
            problems.push(QueryProblem::MissingPrefix { member });
        } else if nearest(outermost(name), [CLIENT_CONFIGURATION]).is_some() {
            problems.push(QueryProblem::unknown_property(name));
        } else {
            self.others.push(name.to_owned());
        }
    }

    fn selects_one(&self) -> bool {
        !self.is_all && self.members.len() + self.others.len() == 1
    }

    /// Returns whether every property is selected (`*`).
    ///
    /// ```
    /// use icws_schema::endpoint::UserQuery;
    ///
    /// assert!(UserQuery::all().is_all());
    /// ```
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.is_all
    }

    /// Returns the members that are selected by name, in the order of the query.
    ///
    /// ```
    /// use icws_schema::endpoint::{Member, UserQuery};
    ///
    /// assert_eq!(UserQuery::new([Member::FollowMe]).members(), [Member::FollowMe]);
    /// assert_eq!(UserQuery::all().members(), []);
    /// ```
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Returns the selected properties of the user outside the client configuration, in the order of the query.
    ///
    /// ```
    /// use icws_schema::endpoint::UserQuery;
    ///
    /// assert_eq!(UserQuery::parse("select=extension,roles")?.other_properties(), ["extension", "roles"]);
    /// # Ok::<(), icws_schema::endpoint::QueryError>(())
    /// ```
    #[must_use]
    pub fn other_properties(&self) -> &[String] {
        &self.others
    }

    /// Returns whether a member is selected, by name or by `*`.
    ///
    /// ```
    /// use icws_schema::endpoint::{Member, UserQuery};
    ///
    /// assert!(!UserQuery::new([Member::FollowMe]).selects(Member::ScreenCalls));
    /// ```
    #[must_use]
    pub fn selects(&self, member: Member) -> bool {
        self.is_all || self.members.contains(&member)
    }

    /// Returns whether the user's own values are requested (`actualValues`).
    ///
    /// ```
    /// use icws_schema::endpoint::UserQuery;
    ///
    /// assert!(UserQuery::parse("actualValues=true")?.has_actual_values());
    /// # Ok::<(), icws_schema::endpoint::QueryError>(())
    /// ```
    #[must_use]
    pub fn has_actual_values(&self) -> bool {
        self.actual_values
    }

    /// Returns whether the inherited values are requested (`inheritedValues`).
    ///
    /// ```
    /// use icws_schema::endpoint::UserQuery;
    ///
    /// assert!(!UserQuery::parse("inheritedValues=false")?.has_inherited_values());
    /// # Ok::<(), icws_schema::endpoint::QueryError>(())
    /// ```
    #[must_use]
    pub fn has_inherited_values(&self) -> bool {
        self.inherited_values
    }

    /// Returns whether the sources of the inherited values are requested (`singlePropertyInheritedFrom`).
    ///
    /// ```
    /// use icws_schema::endpoint::{Member, UserQuery};
    ///
    /// assert!(UserQuery::inherited_from(Member::ScreenCalls).has_inherited_from());
    /// ```
    #[must_use]
    pub fn has_inherited_from(&self) -> bool {
        self.inherited_from
    }
}

/// Returns the first name of a dotted path.
fn outermost(path: &str) -> &str {
    path.split('.').next().unwrap_or_default()
}

/// Reads `true` or `false`.
fn boolean(parameter: &'static str, value: &str, problems: &mut Vec<QueryProblem>) -> bool {
    if value != "true" && value != "false" {
        problems.push(QueryProblem::InvalidBoolean { parameter });
    }
    value == "true"
}

/// Writes the query without `?`; empty if nothing is selected or requested.
impl fmt::Display for UserQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut select: Vec<_> = if self.is_all { vec!["*".to_owned()] } else { Vec::new() };
        select.extend(self.members.iter().map(|member| format!("{CLIENT_CONFIGURATION}.{member}")));
        select.extend(self.others.iter().map(|name| percent::encode(name)));
        let mut parameters = Vec::new();
        if !select.is_empty() {
            parameters.push(format!("{SELECT}={}", select.join(",")));
        }
        let flags = [
            (ACTUAL_VALUES, self.actual_values),
            (INHERITED_VALUES, self.inherited_values),
            (INHERITED_FROM, self.inherited_from),
        ];
        parameters.extend(flags.into_iter().filter(|(_, is_set)| *is_set).map(|(name, _)| format!("{name}=true")));
        f.write_str(&parameters.join("&"))
    }
}

/// Parses a query, as [`UserQuery::parse`] does.
impl FromStr for UserQuery {
    type Err = QueryError;

    fn from_str(query: &str) -> Result<Self, QueryError> {
        Self::parse(query)
    }
}
