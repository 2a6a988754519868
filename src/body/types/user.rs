use super::configuration_id::ConfigurationId;
use super::field::Field;
use super::user_client_configuration_view::UserClientConfigurationView;
use super::wire_struct::wire_struct;

wire_struct! {
    /// A user, as `GET /icws/{sessionId}/configuration/users/{id}` and `GET /icws/{sessionId}/configuration/defaults/user`
    /// return it, with the view of the client configuration.
    pub struct User = ("User", "urn:inin.com:configuration.people:user") {
        //! Only the members that belong to the client configuration have fields; every other member of a user is kept in
        //! `unknown`.
        //!
        //! ```
        //! use icws_schema::body::User;
        //!
        //! let user: User = serde_json::from_str(r#"{
        //!     "configurationId": {"id": "gcadmin", "displayName": "Grace", "uri": "/configuration/users/gcadmin"},
        //!     "extension": "8042",
        //!     "clientConfigurationProperties": {"callForwardAll": {"effectiveValue": true}}
        //! }"#)?;
        //! let view = user.client_configuration_properties.value().unwrap();
        //! assert_eq!(view.call_forward_all.effective(), Some(&true));
        //! assert_eq!(user.unknown.get_raw("extension"), Some("\"8042\""));
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The user. May be absent.
        "configurationId" [ours] => configuration_id: Option<ConfigurationId>,
            set by with_configuration_id("gcadmin");
        /// The client configuration: the selected properties. May be absent (no property is selected) or null, which mean
        /// the same.
        "clientConfigurationProperties" [ours] => client_configuration_properties: Field<UserClientConfigurationView>,
            set by with_client_configuration_properties(UserClientConfigurationView::new());
        /// The type URN. Any is accepted (our choice). May be absent.
        "__type" [ours] => type_urn: Option<String>,
            set by with_type_urn("urn:inin.com:configuration.people:user");
    }
}

impl User {
    /// Creates a user with this id and no other members.
    ///
    /// ```
    /// use icws_schema::body::User;
    ///
    /// assert_eq!(serde_json::to_string(&User::new("gcadmin"))?, r#"{"configurationId":{"id":"gcadmin"}}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn new(id: impl Into<ConfigurationId>) -> Self {
        Self { configuration_id: Some(id.into()), ..Self::default() }
    }
}
