use crate::body::{ConfigurationId, UserClientConfigurationView};
use crate::license::{Allocation, HeldLicenses};

/// A user of a [`State`](super::State).
///
/// ```
/// use icws_schema::endpoint::StateUser;
/// use icws_schema::license::{Allocation, HeldLicenses};
///
/// let user = StateUser::new("jane")
///     .with_roles(["Agent"])
///     .with_licenses(Allocation::Concurrent, HeldLicenses::new(["I3_ACCESS_CLIENT"]));
/// assert!(user.customize_client);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StateUser {
    /// Id, name and URI. If the URI is absent, responses have the one that follows from the id.
    pub id: ConfigurationId,
    /// The user's own values (`actualValue`), `eFaqSearchOption` and `followMe`. Inherited values are computed if there are
    /// sources.
    pub view: UserClientConfigurationView,
    /// Whether the user has the security right `customizeClient`. By default true (our choice).
    pub customize_client: bool,
    /// The ids of the user's client configuration templates.
    pub templates: Vec<String>,
    /// The ids of the user's roles.
    pub roles: Vec<String>,
    /// The ids of the user's workgroups.
    pub workgroups: Vec<String>,
    /// When the user's licenses are taken. By default assignable (our choice).
    pub allocation: Allocation,
    /// The user's licenses.
    pub licenses: HeldLicenses,
}

impl StateUser {
    /// Creates a user with the right `customizeClient`, without values or licenses of their own.
    ///
    /// ```
    /// use icws_schema::endpoint::StateUser;
    ///
    /// assert!(StateUser::new("jane").customize_client);
    /// ```
    #[must_use]
    pub fn new(id: impl Into<ConfigurationId>) -> Self {
        Self {
            id: id.into(),
            view: UserClientConfigurationView::new(),
            customize_client: true,
            templates: Vec::new(),
            roles: Vec::new(),
            workgroups: Vec::new(),
            allocation: Allocation::Assignable,
            licenses: HeldLicenses::default(),
        }
    }

    /// Sets the view with the user's own values.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::StateUser;
    ///
    /// let view = UserClientConfigurationView::new().with_screen_calls(true);
    /// assert_eq!(StateUser::new("jane").with_view(view.clone()).view, view);
    /// ```
    #[must_use]
    pub fn with_view(self, view: UserClientConfigurationView) -> Self {
        Self { view, ..self }
    }

    /// Sets whether the user has the security right `customizeClient`.
    ///
    /// ```
    /// use icws_schema::endpoint::StateUser;
    ///
    /// assert!(!StateUser::new("jane").with_customize_client(false).customize_client);
    /// ```
    #[must_use]
    pub fn with_customize_client(self, customize_client: bool) -> Self {
        Self { customize_client, ..self }
    }

    /// Sets the ids of the user's client configuration templates.
    ///
    /// ```
    /// use icws_schema::endpoint::StateUser;
    ///
    /// assert_eq!(StateUser::new("jane").with_templates(["Office"]).templates, ["Office"]);
    /// ```
    #[must_use]
    pub fn with_templates<T: Into<String>>(self, ids: impl IntoIterator<Item = T>) -> Self {
        Self { templates: ids.into_iter().map(Into::into).collect(), ..self }
    }

    /// Sets the ids of the user's roles.
    ///
    /// ```
    /// use icws_schema::endpoint::StateUser;
    ///
    /// assert_eq!(StateUser::new("jane").with_roles(["Agent"]).roles, ["Agent"]);
    /// ```
    #[must_use]
    pub fn with_roles<T: Into<String>>(self, ids: impl IntoIterator<Item = T>) -> Self {
        Self { roles: ids.into_iter().map(Into::into).collect(), ..self }
    }

    /// Sets the ids of the user's workgroups.
    ///
    /// ```
    /// use icws_schema::endpoint::StateUser;
    ///
    /// assert_eq!(StateUser::new("jane").with_workgroups(["Sales"]).workgroups, ["Sales"]);
    /// ```
    #[must_use]
    pub fn with_workgroups<T: Into<String>>(self, ids: impl IntoIterator<Item = T>) -> Self {
        Self { workgroups: ids.into_iter().map(Into::into).collect(), ..self }
    }

    /// Sets the licenses, and when they are taken.
    ///
    /// ```
    /// use icws_schema::endpoint::StateUser;
    /// use icws_schema::license::{Allocation, HeldLicenses};
    ///
    /// let held = HeldLicenses::new(["I3_ACCESS_CLIENT"]);
    /// assert_eq!(StateUser::new("jane").with_licenses(Allocation::Concurrent, held.clone()).licenses, held);
    /// ```
    #[must_use]
    pub fn with_licenses(self, allocation: Allocation, licenses: HeldLicenses) -> Self {
        Self { allocation, licenses, ..self }
    }
}
