use crate::directory::Directory;
use crate::endpoint::Precedence;
use std::fmt;

/// Options for behavior of a server that the vendor does not document, each with a default (our choice).
///
/// | option | default (our choice) | alternative |
/// |---|---|---|
/// | [`user_order`](Self::user_order) | an unknown user (404) is reported before a missing right (403) | after it |
/// | [`old_server`](Self::old_server) | a server below feature version 7 responds 404 | evaluates the request |
/// | [`media_type`](Self::media_type) | ignored | 415 unless it is a known [`MediaType`](super::super::MediaType) |
/// | [`unchecked`](Self::unchecked) | rules that cannot be checked are ignored | 500 |
/// | [`licenses`](Self::licenses) | the user's licenses are checked as kept: problems are warnings | checked as newly assigned: problems are errors; or not checked |
/// | [`precedence`](Self::precedence) | the order of [`Precedence::DEFAULT`] | any other order |
/// | [`log_on_location`](Self::log_on_location) | `/ICWS/connection`, the vendor's example | any other URL |
/// | [`directory`](Self::directory) | the directory of the state | any other one |
///
/// ```
/// use icws_schema::endpoint::{EvaluationOptions, UserOrder};
///
/// let options = EvaluationOptions::new().with_user_order(UserOrder::AfterRight);
/// assert_eq!(options.log_on_location, "/ICWS/connection");
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct EvaluationOptions<'a> {
    /// Whether an unknown user is reported before or after a missing right.
    pub user_order: UserOrder,
    /// The behavior of a server below feature version 7, which does not have the endpoint.
    pub old_server: OldServer,
    /// Whether the media type of the body matters.
    pub media_type: MediaTypeCheck,
    /// How rules that cannot be checked are handled.
    pub unchecked: UncheckedRules,
    /// How the licenses of the user are checked.
    pub licenses: LicenseRecheck,
    /// Which of several sources of a property takes precedence.
    pub precedence: Precedence,
    /// The URL at which clients log on, in the challenge of a 401.
    pub log_on_location: String,
    /// The directory that rules query instead of the one in the state. If it fails to answer, the response is a 500.
    pub directory: Option<&'a dyn Directory>,
}

impl Default for EvaluationOptions<'_> {
    fn default() -> Self {
        Self {
            user_order: UserOrder::default(),
            old_server: OldServer::default(),
            media_type: MediaTypeCheck::default(),
            unchecked: UncheckedRules::default(),
            licenses: LicenseRecheck::default(),
            precedence: Precedence::default(),
            log_on_location: "/ICWS/connection".to_owned(),
            directory: None,
        }
    }
}

impl<'a> EvaluationOptions<'a> {
    /// Creates the defaults.
    ///
    /// ```
    /// use icws_schema::endpoint::{EvaluationOptions, UserOrder};
    ///
    /// assert_eq!(EvaluationOptions::new().user_order, UserOrder::BeforeRight);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets whether an unknown user is reported before or after a missing right.
    ///
    /// ```
    /// use icws_schema::endpoint::{EvaluationOptions, UserOrder};
    ///
    /// let options = EvaluationOptions::new().with_user_order(UserOrder::AfterRight);
    /// assert_eq!(options.user_order, UserOrder::AfterRight);
    /// ```
    #[must_use]
    pub fn with_user_order(self, user_order: UserOrder) -> Self {
        Self { user_order, ..self }
    }

    /// Sets the behavior of a server below feature version 7.
    ///
    /// ```
    /// use icws_schema::endpoint::{EvaluationOptions, OldServer};
    ///
    /// let options = EvaluationOptions::new().with_old_server(OldServer::Evaluate);
    /// assert_eq!(options.old_server, OldServer::Evaluate);
    /// ```
    #[must_use]
    pub fn with_old_server(self, old_server: OldServer) -> Self {
        Self { old_server, ..self }
    }

    /// Sets whether the media type of the body matters.
    ///
    /// ```
    /// use icws_schema::endpoint::{EvaluationOptions, MediaTypeCheck};
    ///
    /// let options = EvaluationOptions::new().with_media_type(MediaTypeCheck::Required);
    /// assert_eq!(options.media_type, MediaTypeCheck::Required);
    /// ```
    #[must_use]
    pub fn with_media_type(self, media_type: MediaTypeCheck) -> Self {
        Self { media_type, ..self }
    }

    /// Sets how rules that cannot be checked are handled.
    ///
    /// ```
    /// use icws_schema::endpoint::{EvaluationOptions, UncheckedRules};
    ///
    /// let options = EvaluationOptions::new().with_unchecked(UncheckedRules::Failed);
    /// assert_eq!(options.unchecked, UncheckedRules::Failed);
    /// ```
    #[must_use]
    pub fn with_unchecked(self, unchecked: UncheckedRules) -> Self {
        Self { unchecked, ..self }
    }

    /// Sets how the licenses of the user are checked.
    ///
    /// ```
    /// use icws_schema::endpoint::{EvaluationOptions, LicenseRecheck};
    ///
    /// let options = EvaluationOptions::new().with_licenses(LicenseRecheck::NewlyAssigned);
    /// assert_eq!(options.licenses, LicenseRecheck::NewlyAssigned);
    /// ```
    #[must_use]
    pub fn with_licenses(self, licenses: LicenseRecheck) -> Self {
        Self { licenses, ..self }
    }

    /// Sets which of several sources of a property takes precedence.
    ///
    /// ```
    /// use icws_schema::codes::InheritedFromType;
    /// use icws_schema::endpoint::{EvaluationOptions, Precedence};
    ///
    /// let roles_first = Precedence::new([InheritedFromType::Role]);
    /// assert_eq!(EvaluationOptions::new().with_precedence(roles_first.clone()).precedence, roles_first);
    /// ```
    #[must_use]
    pub fn with_precedence(self, precedence: Precedence) -> Self {
        Self { precedence, ..self }
    }

    /// Sets the URL at which clients log on.
    ///
    /// ```
    /// use icws_schema::endpoint::EvaluationOptions;
    ///
    /// assert_eq!(EvaluationOptions::new().with_log_on_location("/log-on").log_on_location, "/log-on");
    /// ```
    #[must_use]
    pub fn with_log_on_location(self, location: impl Into<String>) -> Self {
        Self { log_on_location: location.into(), ..self }
    }

    /// Sets the directory that rules query instead of the one in the state.
    ///
    /// ```
    /// use icws_schema::directory::InMemoryDirectory;
    /// use icws_schema::endpoint::EvaluationOptions;
    ///
    /// let directory = InMemoryDirectory::from_json(r#"{"extensions": ["8001"]}"#)?;
    /// assert!(EvaluationOptions::new().with_directory(&directory).directory.is_some());
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn with_directory(self, directory: &'a dyn Directory) -> Self {
        Self { directory: Some(directory), ..self }
    }
}

impl fmt::Debug for EvaluationOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EvaluationOptions")
            .field("user_order", &self.user_order)
            .field("old_server", &self.old_server)
            .field("media_type", &self.media_type)
            .field("unchecked", &self.unchecked)
            .field("licenses", &self.licenses)
            .field("precedence", &self.precedence)
            .field("log_on_location", &self.log_on_location)
            .field("directory", &self.directory.is_some())
            .finish()
    }
}

/// Whether an unknown user (404) is reported before or after a missing right (403).
///
/// ```
/// use icws_schema::endpoint::UserOrder;
///
/// assert_eq!(UserOrder::default(), UserOrder::BeforeRight);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum UserOrder {
    /// Before it. The default (our choice).
    #[default]
    BeforeRight,
    /// After it, so that users without the right cannot find out which users exist.
    AfterRight,
}

/// The behavior of a server below feature version 7 of `configuration`, which does not have the endpoint (documented).
///
/// ```
/// use icws_schema::endpoint::OldServer;
///
/// assert_eq!(OldServer::default(), OldServer::NotFound);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum OldServer {
    /// It responds with 404. The default (our choice).
    #[default]
    NotFound,
    /// It evaluates the request, with the rules of its version.
    Evaluate,
}

/// Whether the media type of the body matters.
///
/// ```
/// use icws_schema::endpoint::MediaTypeCheck;
///
/// assert_eq!(MediaTypeCheck::default(), MediaTypeCheck::Ignored);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum MediaTypeCheck {
    /// The body is parsed as JSON, whatever its media type. The default (our choice).
    #[default]
    Ignored,
    /// The response is a 415 if the media type is missing, or is not a known [`MediaType`](super::super::MediaType).
    Required,
}

/// How rules that cannot be checked are handled.
///
/// ```
/// use icws_schema::endpoint::UncheckedRules;
///
/// assert_eq!(UncheckedRules::default(), UncheckedRules::Accepted);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum UncheckedRules {
    /// They count as satisfied. The default (our choice).
    #[default]
    Accepted,
    /// The response is a 500.
    Failed,
}

/// How the licenses of the user are checked after the update. The endpoint sets none, and those in the state do not change.
///
/// ```
/// use icws_schema::endpoint::LicenseRecheck;
///
/// assert_eq!(LicenseRecheck::default(), LicenseRecheck::Kept);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum LicenseRecheck {
    /// As licenses that the user keeps: one that exceeds its threshold is a warning in the 200. The default (our choice).
    #[default]
    Kept,
    /// As newly assigned licenses: for one that exceeds its threshold, the response is a 400, and the rest is saved.
    NewlyAssigned,
    /// They are not checked.
    Off,
}
