use super::client_configuration::{client_configuration, configuration_struct};
use super::field::Field;
use super::follow_me::FollowMe;
use super::inheritable::{InheritableBooleanProperty, InheritableIntProperty, InheritableStringProperty};
use crate::codes::EFaqSearchOptions;

client_configuration! { configuration_struct {
    /// The client configuration of a user, as a server returns it: `clientConfigurationProperties` of
    /// `GET /icws/{sessionId}/configuration/users/{id}`. Absent and null mean the same, and servers omit members that are null.
    pub struct UserClientConfigurationView {
        //! The members are those of [`UserClientConfigurationProperties`](crate::body::UserClientConfigurationProperties),
        //! in a response: none is required, and unknown members and codes are kept. Servers send the selected properties,
        //! each with only `effectiveValue` unless more is requested.
        //!
        //! ```
        //! use icws_schema::body::UserClientConfigurationView;
        //!
        //! let view: UserClientConfigurationView = serde_json::from_str(r#"{"callForwardAll": {"effectiveValue": true}}"#)?;
        //! assert_eq!(view.call_forward_all.effective(), Some(&true));
        //! assert_eq!(view.call_forward_all.actual(), None);
        //! # Ok::<(), serde_json::Error>(())
        //! ```
    }
} }

impl UserClientConfigurationView {
    /// Creates a view without members.
    ///
    /// ```
    /// use icws_schema::body::{InheritableProperty, UserClientConfigurationView};
    ///
    /// let view = UserClientConfigurationView::new().with_screen_calls(InheritableProperty::from_effective(false));
    /// assert_eq!(serde_json::to_string(&view)?, r#"{"screenCalls":{"effectiveValue":false}}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
