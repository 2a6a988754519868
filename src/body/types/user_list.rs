use super::user::User;
use super::wire_struct::wire_struct;

wire_struct! {
    /// The users that `GET /icws/{sessionId}/configuration/users` returns.
    pub struct UserList = ("Users", "urn:inin.com:configuration.people:users") {
        //! ```
        //! use icws_schema::body::UserList;
        //!
        //! let list: UserList = serde_json::from_str(r#"{"items": [
        //!     {"clientConfigurationProperties": {"screenCalls": {"effectiveValue": false}}}
        //! ]}"#)?;
        //! let view = list.items[0].client_configuration_properties.value().unwrap();
        //! assert_eq!(view.screen_calls.effective(), Some(&false));
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The users. Required.
        "items" [ours] => items: Vec<User>;
        /// The type URN. Any is accepted (our choice). May be absent.
        "__type" [ours] => type_urn: Option<String>,
            set by with_type_urn("urn:inin.com:configuration.people:users");
    }
}

impl UserList {
    /// Creates a list of these users.
    ///
    /// ```
    /// use icws_schema::body::{User, UserList};
    ///
    /// assert_eq!(UserList::new([User::new("gcadmin")]).items.len(), 1);
    /// ```
    #[must_use]
    pub fn new(users: impl Into<Vec<User>>) -> Self {
        Self { items: users.into(), ..Self::default() }
    }
}
