use crate::body::UserClientConfigurationView;
use crate::endpoint::Member;
use std::fmt;

/// The change that a request makes: the view of one user, before and after. [`State::apply`](super::State::apply) applies
/// it, [`State::revert`](super::State::revert) reverts it.
///
/// `Debug` shows no values.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::{Change, Member, State, StateUser};
///
/// let mut state = State::new();
/// state.insert_user(StateUser::new("jane"));
/// let after = UserClientConfigurationView::new().with_screen_calls(true);
/// let change = Change::new("jane", UserClientConfigurationView::new(), after);
/// assert_eq!(change.members(), [Member::ScreenCalls]);
///
/// state.apply(&change)?;
/// assert_eq!(state.user("jane").unwrap().view.screen_calls.actual(), Some(&true));
/// assert!(state.apply(&change).is_err());
/// state.revert(&change)?;
/// assert!(state.user("jane").unwrap().view.screen_calls.is_absent());
/// # Ok::<(), icws_schema::endpoint::ChangeConflict>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    user: String,
    views: Box<[UserClientConfigurationView; 2]>,
}

impl Change {
    /// Creates a change of the view that a state has for a user.
    ///
    /// ```
    /// use icws_schema::endpoint::Change;
    ///
    /// assert!(Change::new("jane", Default::default(), Default::default()).members().is_empty());
    /// ```
    #[must_use]
    pub fn new(
        user: impl Into<String>,
        before: UserClientConfigurationView,
        after: UserClientConfigurationView,
    ) -> Self {
        Self { user: user.into(), views: Box::new([before, after]) }
    }

    /// Returns the id of the user.
    ///
    /// ```
    /// use icws_schema::endpoint::Change;
    ///
    /// assert_eq!(Change::new("jane", Default::default(), Default::default()).user(), "jane");
    /// ```
    #[must_use]
    pub fn user(&self) -> &str {
        &self.user
    }

    /// Returns the view before the change.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::Change;
    ///
    /// let view = UserClientConfigurationView::new().with_screen_calls(true);
    /// assert_eq!(Change::new("jane", view.clone(), Default::default()).before(), &view);
    /// ```
    #[must_use]
    pub fn before(&self) -> &UserClientConfigurationView {
        &self.views[0]
    }

    /// Returns the view after the change.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::Change;
    ///
    /// let view = UserClientConfigurationView::new().with_screen_calls(true);
    /// assert_eq!(Change::new("jane", Default::default(), view.clone()).after(), &view);
    /// ```
    #[must_use]
    pub fn after(&self) -> &UserClientConfigurationView {
        &self.views[1]
    }

    /// Returns the members that differ between the two views, in the order of the documentation.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::{Change, Member};
    ///
    /// let view = UserClientConfigurationView::new().with_screen_calls(true);
    /// assert_eq!(Change::new("jane", Default::default(), view).members(), [Member::ScreenCalls]);
    /// ```
    #[must_use]
    pub fn members(&self) -> Vec<Member> {
        let differs = |member: &Member| self.before().get(*member) != self.after().get(*member);
        Member::ALL.iter().copied().filter(differs).collect()
    }
}

impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Change").field("user", &self.user).field("members", &self.members()).finish_non_exhaustive()
    }
}

/// The error for a change that does not fit a state.
///
/// ```
/// use icws_schema::endpoint::{Change, ChangeConflict, State};
///
/// let change = Change::new("jane", Default::default(), Default::default());
/// assert_eq!(State::new().apply(&change), Err(ChangeConflict::UnknownUser));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChangeConflict {
    /// The state does not have the user.
    UnknownUser,
    /// The user's view in the state differs from the one in the change.
    OtherView,
}

impl fmt::Display for ChangeConflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownUser => "the state does not have the user",
            Self::OtherView => "the user's view in the state differs from the one in the change",
        })
    }
}

impl std::error::Error for ChangeConflict {}
