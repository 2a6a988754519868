use crate::body::{ConfigurationId, UserClientConfigurationView};
use crate::codes::InheritedFromType;

/// An object from which users inherit: a client configuration template, a role, a workgroup, or the default user.
///
/// Users inherit `actualValue` of each inheritable property of its view, or `effectiveValue` where the view does not have
/// that (our choice). Null and absent are not inherited.
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::InheritanceSource;
///
/// let sales = InheritanceSource::new("sales", UserClientConfigurationView::new().with_screen_calls(true));
/// assert_eq!(sales.from.id, "sales");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct InheritanceSource {
    /// The object, as in `inheritedFrom`.
    pub from: ConfigurationId,
    /// The view with the values that users inherit.
    pub view: UserClientConfigurationView,
}

impl InheritanceSource {
    /// Creates a source.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationView;
    /// use icws_schema::endpoint::InheritanceSource;
    ///
    /// assert_eq!(InheritanceSource::new("sales", UserClientConfigurationView::new()).from.id, "sales");
    /// ```
    #[must_use]
    pub fn new(from: impl Into<ConfigurationId>, view: UserClientConfigurationView) -> Self {
        Self { from: from.into(), view }
    }
}

/// The objects from which one user inherits. Among objects of one type the first takes precedence (our choice).
///
/// ```
/// use icws_schema::body::UserClientConfigurationView;
/// use icws_schema::endpoint::{InheritanceSource, Sources};
///
/// let sales = InheritanceSource::new("sales", UserClientConfigurationView::new().with_screen_calls(true));
/// let everyone = InheritanceSource::new("Default User", UserClientConfigurationView::new().with_screen_calls(false));
/// let sources = Sources::new().with_workgroup(&sales).with_default_user(&everyone);
/// assert!(!sources.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Sources<'a> {
    /// The client configuration templates of the user.
    pub templates: Vec<&'a InheritanceSource>,
    /// The roles of the user.
    pub roles: Vec<&'a InheritanceSource>,
    /// The workgroups of the user.
    pub workgroups: Vec<&'a InheritanceSource>,
    /// The default user, from which every user inherits.
    pub default_user: Option<&'a InheritanceSource>,
}

impl<'a> Sources<'a> {
    /// Creates an empty set of sources: the user inherits nothing.
    ///
    /// ```
    /// use icws_schema::endpoint::Sources;
    ///
    /// assert!(Sources::new().is_empty());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a client configuration template.
    ///
    /// ```
    /// use icws_schema::endpoint::{InheritanceSource, Sources};
    ///
    /// let office = InheritanceSource::new("Office", Default::default());
    /// assert_eq!(Sources::new().with_template(&office).templates, [&office]);
    /// ```
    #[must_use]
    pub fn with_template(mut self, template: &'a InheritanceSource) -> Self {
        self.templates.push(template);
        self
    }

    /// Adds a role.
    ///
    /// ```
    /// use icws_schema::endpoint::{InheritanceSource, Sources};
    ///
    /// let agent = InheritanceSource::new("Agent", Default::default());
    /// assert_eq!(Sources::new().with_role(&agent).roles, [&agent]);
    /// ```
    #[must_use]
    pub fn with_role(mut self, role: &'a InheritanceSource) -> Self {
        self.roles.push(role);
        self
    }

    /// Adds a workgroup.
    ///
    /// ```
    /// use icws_schema::endpoint::{InheritanceSource, Sources};
    ///
    /// let sales = InheritanceSource::new("Sales", Default::default());
    /// assert_eq!(Sources::new().with_workgroup(&sales).workgroups, [&sales]);
    /// ```
    #[must_use]
    pub fn with_workgroup(mut self, workgroup: &'a InheritanceSource) -> Self {
        self.workgroups.push(workgroup);
        self
    }

    /// Sets the default user.
    ///
    /// ```
    /// use icws_schema::endpoint::{InheritanceSource, Sources};
    ///
    /// let everyone = InheritanceSource::new("Default User", Default::default());
    /// assert_eq!(Sources::new().with_default_user(&everyone).default_user, Some(&everyone));
    /// ```
    #[must_use]
    pub fn with_default_user(self, default_user: &'a InheritanceSource) -> Self {
        Self { default_user: Some(default_user), ..self }
    }

    /// Returns whether there are no sources.
    ///
    /// ```
    /// use icws_schema::endpoint::{InheritanceSource, Sources};
    ///
    /// let agent = InheritanceSource::new("Agent", Default::default());
    /// assert!(!Sources::new().with_role(&agent).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.templates.is_empty() && self.roles.is_empty() && self.workgroups.is_empty() && self.default_user.is_none()
    }

    /// Returns the sources in order of precedence, each with its type.
    pub(super) fn ranked(&self, precedence: &Precedence) -> Vec<(InheritedFromType, &'a InheritanceSource)> {
        let mut ranked = Vec::new();
        for object_type in precedence.order() {
            let sources = match object_type {
                InheritedFromType::ClientConfigurationTemplate => self.templates.as_slice(),
                InheritedFromType::Role => &self.roles,
                InheritedFromType::Workgroup => &self.workgroups,
                InheritedFromType::DefaultUser => self.default_user.as_slice(),
                InheritedFromType::None | InheritedFromType::Unknown(_) => &[],
            };
            ranked.extend(sources.iter().map(|source| (*object_type, *source)));
        }
        ranked
    }
}

/// The order in which types of sources take precedence, highest first.
///
/// The vendor does not document it. The [default](Self::DEFAULT) is our choice.
///
/// ```
/// use icws_schema::codes::InheritedFromType;
/// use icws_schema::endpoint::Precedence;
///
/// let precedence = Precedence::new([InheritedFromType::Role]);
/// assert_eq!(
///     precedence.order(),
///     [
///         InheritedFromType::Role,
///         InheritedFromType::ClientConfigurationTemplate,
///         InheritedFromType::Workgroup,
///         InheritedFromType::DefaultUser,
///     ]
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Precedence {
    order: Vec<InheritedFromType>,
}

impl Precedence {
    /// The default order: client configuration templates, workgroups, roles, the default user (our choice).
    pub const DEFAULT: [InheritedFromType; 4] = [
        InheritedFromType::ClientConfigurationTemplate,
        InheritedFromType::Workgroup,
        InheritedFromType::Role,
        InheritedFromType::DefaultUser,
    ];

    /// Creates an order. Missing types follow in the order of [`DEFAULT`](Self::DEFAULT); later duplicates, and types that
    /// `DEFAULT` does not have, are ignored.
    ///
    /// ```
    /// use icws_schema::codes::InheritedFromType;
    /// use icws_schema::endpoint::Precedence;
    ///
    /// assert_eq!(Precedence::new([InheritedFromType::DefaultUser]).order()[0], InheritedFromType::DefaultUser);
    /// assert_eq!(Precedence::new([]), Precedence::default());
    /// ```
    #[must_use]
    pub fn new(order: impl IntoIterator<Item = InheritedFromType>) -> Self {
        let mut types = Vec::new();
        for object_type in order.into_iter().chain(Self::DEFAULT) {
            if Self::DEFAULT.contains(&object_type) && !types.contains(&object_type) {
                types.push(object_type);
            }
        }
        Self { order: types }
    }

    /// Returns the types of sources, highest precedence first.
    ///
    /// ```
    /// use icws_schema::endpoint::Precedence;
    ///
    /// assert_eq!(Precedence::default().order(), Precedence::DEFAULT);
    /// ```
    #[must_use]
    pub fn order(&self) -> &[InheritedFromType] {
        &self.order
    }
}

/// The order of [`DEFAULT`](Precedence::DEFAULT).
impl Default for Precedence {
    fn default() -> Self {
        Self::new([])
    }
}
