use super::client_configuration::{client_configuration, configuration_struct};
use super::field::Field;
use super::follow_me::FollowMe;
use super::inheritable::{InheritableBooleanProperty, InheritableIntProperty, InheritableStringProperty};
use crate::codes::EFaqSearchOptions;

client_configuration! { configuration_struct {
    /// The client configuration of a user, as a request changes it: the body of `PUT /icws/{sessionId}/configuration/users/{id}/client`.
    ///
    /// An absent member leaves its property unchanged, null clears it, a value sets it.
    pub struct UserClientConfigurationProperties {
        //! An inheritable property takes the user's own value, or [`InheritableProperty::inherit`](crate::body::InheritableProperty::inherit).
        //!
        //! ```
        //! use icws_schema::body::{Field, FollowMe, InheritableProperty, UserClientConfigurationProperties};
        //!
        //! let update = UserClientConfigurationProperties::new()
        //!     .with_call_forward_all(true)
        //!     .with_e_faq_search_option(Field::Null)
        //!     .with_external_call_timeout(InheritableProperty::inherit())
        //!     .with_follow_me([FollowMe::new("+13175550100", 15)]);
        //! assert_eq!(
        //!     serde_json::to_string(&update)?,
        //!     r#"{"callForwardAll":{"actualValue":true},"eFaqSearchOption":null,"externalCallTimeout":{"actualValue":null},"followMe":[{"phoneNumber":"+13175550100","timeout":15,"usePin":false}]}"#
        //! );
        //! # Ok::<(), serde_json::Error>(())
        //! ```
    }
} }

impl UserClientConfigurationProperties {
    /// Creates an update that changes nothing.
    ///
    /// ```
    /// use icws_schema::body::UserClientConfigurationProperties;
    ///
    /// assert_eq!(serde_json::to_string(&UserClientConfigurationProperties::new())?, "{}");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
