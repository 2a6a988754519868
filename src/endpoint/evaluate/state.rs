use super::state_user::StateUser;
use crate::directory::InMemoryDirectory;
use crate::endpoint::{InheritanceSource, Session, SessionId};
use crate::file::{LoadError, LoadProblem};
use crate::fold::fold;
use crate::license::{License, LicenseCatalog};
use std::collections::BTreeMap;
use std::fmt;

/// The data of a server: its users with their views, the objects from which they inherit, licenses, sessions, the feature
/// version, and a directory.
///
/// It is plain data, built here or loaded from a [state file](State::from_json). Ids are case-insensitive, except those of
/// sessions. `Debug` shows only the numbers of entries.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::{CsrfToken, Session, SessionId, State, StateUser};
///
/// let mut state = State::new();
/// state.insert_user(StateUser::new("jane").with_view(UserClientConfigurationView::new().with_screen_calls(true)));
/// state.insert_session(Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?), "jane");
/// assert_eq!(state.user("JANE").unwrap().view.screen_calls.actual(), Some(&true));
/// # Ok::<(), icws_schema::endpoint::PartError>(())
/// ```
#[derive(Clone, Default)]
pub struct State {
    pub(super) feature_version: Option<u32>,
    pub(super) users: ById<StateUser>,
    pub(super) templates: ById<InheritanceSource>,
    pub(super) roles: ById<InheritanceSource>,
    pub(super) workgroups: ById<InheritanceSource>,
    pub(super) default_user: Option<InheritanceSource>,
    pub(super) licenses: LicenseCatalog,
    pub(super) sessions: BTreeMap<SessionId, StateSession>,
    pub(super) directory: Option<StateDirectory>,
    /// Those of the file.
    pub(super) warnings: Vec<LoadProblem>,
}

/// Entries by id in lower case.
pub(super) type ById<T> = BTreeMap<Box<str>, T>;

/// A session and the user who is logged in.
#[derive(Clone)]
pub(super) struct StateSession {
    pub(super) session: Session,
    pub(super) user: String,
}

/// A directory and its file.
#[derive(Clone)]
pub(super) struct StateDirectory {
    pub(super) directory: InMemoryDirectory,
    pub(super) json: Box<str>,
}

pub(super) fn key(id: &str) -> Box<str> {
    fold(id).into()
}

impl State {
    /// The version of the state files that this crate loads and writes.
    pub const VERSION: u32 = 1;

    /// Creates a state without users and with an unknown feature version.
    ///
    /// ```
    /// use icws_schema::endpoint::State;
    ///
    /// assert_eq!(State::new().users().count(), 0);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the feature version of `configuration`. A server with an unknown version has the endpoint (our choice).
    ///
    /// ```
    /// use icws_schema::endpoint::State;
    ///
    /// assert_eq!(State::new().with_feature_version(8).feature_version(), Some(8));
    /// ```
    #[must_use]
    pub fn with_feature_version(self, version: u32) -> Self {
        Self { feature_version: Some(version), ..self }
    }

    /// Sets the default user, from which every user inherits.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::{InheritanceSource, State, StateUser};
    ///
    /// let everyone = InheritanceSource::new("Default User", UserClientConfigurationView::new().with_screen_calls(true));
    /// let mut state = State::new().with_default_user(everyone);
    /// state.insert_user(StateUser::new("jane"));
    /// assert_eq!(state.view("jane", &Default::default()).unwrap().screen_calls.effective(), Some(&true));
    /// ```
    #[must_use]
    pub fn with_default_user(self, default_user: InheritanceSource) -> Self {
        Self { default_user: Some(default_user), ..self }
    }

    /// Sets the licenses that the server has, with their counts.
    ///
    /// ```
    /// use icws_schema::endpoint::State;
    /// use icws_schema::license::License;
    ///
    /// let state = State::new().with_licenses([License::new("I3_ACCESS_CLIENT")]);
    /// assert_eq!(state.licenses().len(), 1);
    /// ```
    #[must_use]
    pub fn with_licenses(self, licenses: impl IntoIterator<Item = License>) -> Self {
        Self { licenses: licenses.into_iter().collect(), ..self }
    }

    /// Sets the directory that rules query, loaded from a [directory file](crate::docs::directory_files), which the state
    /// file contains. A directory in code is an [option](super::EvaluationOptions::with_directory) of the evaluation.
    ///
    /// # Errors
    ///
    /// Returns every problem of the file.
    ///
    /// ```
    /// use icws_schema::endpoint::State;
    ///
    /// let state = State::new().with_directory_json(r#"{"extensions": ["8001"]}"#)?;
    /// assert!(state.directory().is_some());
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    pub fn with_directory_json(self, file: &str) -> Result<Self, LoadError> {
        let directory = InMemoryDirectory::from_json(file)?;
        Ok(Self { directory: Some(StateDirectory { directory, json: file.into() }), ..self })
    }

    /// Returns warnings about the directory in the file, as [`InMemoryDirectory::warnings`] does.
    ///
    /// ```
    /// use icws_schema::endpoint::State;
    ///
    /// let state = State::from_json(r#"{"version": 1, "directory": {"timeZones": ["Europe/Berlin", "Europe/Berlin"]}}"#)?;
    /// assert_eq!(state.warnings()[0].pointer(), "/directory/timeZones/1");
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn warnings(&self) -> &[LoadProblem] {
        &self.warnings
    }

    /// Inserts a user. Returns the previous user with this id.
    ///
    /// ```
    /// use icws_schema::endpoint::{State, StateUser};
    ///
    /// let mut state = State::new();
    /// assert!(state.insert_user(StateUser::new("jane")).is_none());
    /// assert!(state.insert_user(StateUser::new("Jane")).is_some());
    /// ```
    pub fn insert_user(&mut self, user: StateUser) -> Option<StateUser> {
        self.users.insert(key(&user.id.id), user)
    }

    /// Inserts a client configuration template. Returns the previous one with this id.
    ///
    /// ```
    /// use icws_schema::endpoint::{InheritanceSource, State};
    ///
    /// let mut state = State::new();
    /// assert!(state.insert_template(InheritanceSource::new("Office", Default::default())).is_none());
    /// ```
    pub fn insert_template(&mut self, template: InheritanceSource) -> Option<InheritanceSource> {
        self.templates.insert(key(&template.from.id), template)
    }

    /// Inserts a role. Returns the previous one with this id.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::{InheritanceSource, State, StateUser};
    ///
    /// let mut state = State::new();
    /// state.insert_role(InheritanceSource::new("Agent", UserClientConfigurationView::new().with_screen_calls(true)));
    /// state.insert_user(StateUser::new("jane").with_roles(["agent"]));
    /// assert_eq!(state.view("jane", &Default::default()).unwrap().screen_calls.effective(), Some(&true));
    /// ```
    pub fn insert_role(&mut self, role: InheritanceSource) -> Option<InheritanceSource> {
        self.roles.insert(key(&role.from.id), role)
    }

    /// Inserts a workgroup. Returns the previous one with this id.
    ///
    /// ```
    /// use icws_schema::endpoint::{InheritanceSource, State};
    ///
    /// let mut state = State::new();
    /// assert!(state.insert_workgroup(InheritanceSource::new("Sales", Default::default())).is_none());
    /// ```
    pub fn insert_workgroup(&mut self, workgroup: InheritanceSource) -> Option<InheritanceSource> {
        self.workgroups.insert(key(&workgroup.from.id), workgroup)
    }

    /// Inserts a session of a user who is logged in, or replaces the one with this id. A session without a cookie requires
    /// none in requests (our choice).
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId, State};
    ///
    /// let mut state = State::new();
    /// state.insert_session(Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?), "jane");
    /// assert!(state.remove_session(&SessionId::new("1984")?));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    pub fn insert_session(&mut self, session: Session, user: impl Into<String>) {
        self.sessions.insert(session.id().clone(), StateSession { session, user: user.into() });
    }

    /// Removes a session, as on log-off or expiry. Returns whether it existed.
    ///
    /// ```
    /// use icws_schema::endpoint::{SessionId, State};
    ///
    /// assert!(!State::new().remove_session(&SessionId::new("1984")?));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    pub fn remove_session(&mut self, id: &SessionId) -> bool {
        self.sessions.remove(id).is_some()
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("feature_version", &self.feature_version)
            .field("users", &self.users.len())
            .field("templates", &self.templates.len())
            .field("roles", &self.roles.len())
            .field("workgroups", &self.workgroups.len())
            .field("default_user", &self.default_user.is_some())
            .field("licenses", &self.licenses.len())
            .field("sessions", &self.sessions.len())
            .field("directory", &self.directory.is_some())
            .field("warnings", &self.warnings.len())
            .finish()
    }
}
