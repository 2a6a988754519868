//! Queries of a state, and changes of it.

use super::change::{Change, ChangeConflict};
use super::state::{ById, State};
use super::state_user::StateUser;
use crate::body::UserClientConfigurationView;
use crate::directory::InMemoryDirectory;
use crate::endpoint::{InheritanceSource, Precedence, SessionId, Sources, resolve};
use crate::fold::fold;
use crate::license::LicenseCatalog;
use std::borrow::Cow;

impl State {
    /// Returns the feature version of `configuration`, if it is known.
    ///
    /// ```
    /// use icws_schema::endpoint::State;
    ///
    /// assert_eq!(State::new().feature_version(), None);
    /// ```
    #[must_use]
    pub fn feature_version(&self) -> Option<u32> {
        self.feature_version
    }

    /// Returns the user with this id (case-insensitive), if there is one.
    ///
    /// ```
    /// use icws_schema::endpoint::{State, StateUser};
    ///
    /// let mut state = State::new();
    /// state.insert_user(StateUser::new("jane"));
    /// assert!(state.user("Jane").is_some() && state.user("john").is_none());
    /// ```
    #[must_use]
    pub fn user(&self, id: &str) -> Option<&StateUser> {
        self.users.get(&*fold(id))
    }

    /// Returns an iterator over the users, in the order of their ids.
    ///
    /// ```
    /// use icws_schema::endpoint::{State, StateUser};
    ///
    /// let mut state = State::new();
    /// state.insert_user(StateUser::new("jane"));
    /// assert_eq!(state.users().map(|user| &*user.id.id).collect::<Vec<_>>(), ["jane"]);
    /// ```
    pub fn users(&self) -> impl Iterator<Item = &StateUser> {
        self.users.values()
    }

    /// Returns the licenses that the server has.
    ///
    /// ```
    /// use icws_schema::endpoint::State;
    ///
    /// assert!(State::new().licenses().is_empty());
    /// ```
    #[must_use]
    pub fn licenses(&self) -> &LicenseCatalog {
        &self.licenses
    }

    /// Returns the directory, if there is one.
    ///
    /// ```
    /// use icws_schema::endpoint::State;
    ///
    /// assert!(State::new().directory().is_none());
    /// ```
    #[must_use]
    pub fn directory(&self) -> Option<&InMemoryDirectory> {
        self.directory.as_ref().map(|directory| &directory.directory)
    }

    /// Returns the id of the user who is logged in with a session; `None` if there is no such session.
    ///
    /// ```
    /// use icws_schema::endpoint::{CsrfToken, Session, SessionId, State};
    ///
    /// let mut state = State::new();
    /// state.insert_session(Session::new(SessionId::new("1984")?, CsrfToken::new("WAhtYWRtaW4")?), "jane");
    /// assert_eq!(state.session_user(&SessionId::new("1984")?), Some("jane"));
    /// # Ok::<(), icws_schema::endpoint::PartError>(())
    /// ```
    #[must_use]
    pub fn session_user(&self, id: &SessionId) -> Option<&str> {
        self.sessions.get(id).map(|session| &*session.user)
    }

    /// Returns the objects from which a user inherits; ids without an entry in the state are omitted.
    ///
    /// ```
    /// use icws_schema::endpoint::{InheritanceSource, State, StateUser};
    ///
    /// let state = State::new().with_default_user(InheritanceSource::new("Default User", Default::default()));
    /// assert!(state.sources(&StateUser::new("jane")).default_user.is_some());
    /// ```
    #[must_use]
    pub fn sources(&self, user: &StateUser) -> Sources<'_> {
        fn named<'s>(ids: &[String], sources: &'s ById<InheritanceSource>) -> Vec<&'s InheritanceSource> {
            ids.iter().filter_map(|id| sources.get(&*fold(id))).collect()
        }
        let mut sources = Sources::new();
        sources.templates = named(&user.templates, &self.templates);
        sources.roles = named(&user.roles, &self.roles);
        sources.workgroups = named(&user.workgroups, &self.workgroups);
        sources.default_user = self.default_user.as_ref();
        sources
    }

    /// Returns the view of a user: their own values and what they inherit; `None` if there is no such user. Without any
    /// source it is the view in the state, unchanged. [`UserQuery::project`](crate::endpoint::UserQuery::project) selects
    /// the part that a GET returns.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::{Precedence, State, StateUser};
    ///
    /// let mut state = State::new();
    /// let view = UserClientConfigurationView::new().with_screen_calls(true);
    /// state.insert_user(StateUser::new("jane").with_view(view.clone()));
    /// assert_eq!(state.view("jane", &Precedence::default()).as_deref(), Some(&view));
    /// ```
    #[must_use]
    pub fn view(&self, id: &str, precedence: &Precedence) -> Option<Cow<'_, UserClientConfigurationView>> {
        self.user(id).map(|user| self.view_of(user, precedence))
    }

    pub(super) fn view_of<'s>(
        &self,
        user: &'s StateUser,
        precedence: &Precedence,
    ) -> Cow<'s, UserClientConfigurationView> {
        let sources = self.sources(user);
        if sources.is_empty() {
            return Cow::Borrowed(&user.view);
        }
        Cow::Owned(resolve(&user.view, &sources, precedence))
    }

    /// Applies a change.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such user, or if their view is not the one before the change. The state is then
    /// unchanged.
    ///
    /// ```
    /// use icws_schema::endpoint::{Change, ChangeConflict, State};
    ///
    /// let change = Change::new("jane", Default::default(), Default::default());
    /// assert_eq!(State::new().apply(&change), Err(ChangeConflict::UnknownUser));
    /// ```
    pub fn apply(&mut self, change: &Change) -> Result<(), ChangeConflict> {
        self.replace(change.user(), change.before(), change.after())
    }

    /// Reverts a change.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such user, or if their view is not the one after the change. The state is then
    /// unchanged.
    ///
    /// ```
    /// use icws_schema::endpoint::{Change, ChangeConflict, State};
    ///
    /// let change = Change::new("jane", Default::default(), Default::default());
    /// assert_eq!(State::new().revert(&change), Err(ChangeConflict::UnknownUser));
    /// ```
    pub fn revert(&mut self, change: &Change) -> Result<(), ChangeConflict> {
        self.replace(change.user(), change.after(), change.before())
    }

    fn replace(
        &mut self,
        user: &str,
        from: &UserClientConfigurationView,
        to: &UserClientConfigurationView,
    ) -> Result<(), ChangeConflict> {
        let user = self.users.get_mut(&*fold(user)).ok_or(ChangeConflict::UnknownUser)?;
        if user.view != *from {
            return Err(ChangeConflict::OtherView);
        }
        user.view.clone_from(to);
        Ok(())
    }
}
