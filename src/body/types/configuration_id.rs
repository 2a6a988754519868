use super::field::Field;
use super::wire_struct::wire_struct;

wire_struct! {
    /// A reference to a configuration object: a user, a workgroup, a role, a license.
    pub struct ConfigurationId = ("ConfigurationId", "urn:inin.com:configuration:configurationId") {
        //! ```
        //! use icws_schema::body::ConfigurationId;
        //!
        //! let sales = ConfigurationId::new("sales").with_display_name("Sales").with_uri("/configuration/workgroups/sales");
        //! assert_eq!(
        //!     serde_json::to_string(&sales)?,
        //!     r#"{"id":"sales","displayName":"Sales","uri":"/configuration/workgroups/sales"}"#
        //! );
        //! # Ok::<(), serde_json::Error>(())
        //! ```

        /// The unique identifier of the object. Required.
        "id" [documented] => id: String;
        /// The name to show. May be absent or null, which mean the same.
        "displayName" [documented] => display_name: Field<String>,
            set by with_display_name("Sales");
        /// The object's URI, relative to the server and without `/icws/{sessionId}`, percent-encoded; `""` if the object has no resource. May be
        /// absent.
        "uri" [documented] => uri: Option<String>,
            set by with_uri("/configuration/workgroups/sales");
    }
}

impl ConfigurationId {
    /// Creates a reference to the object with this id.
    ///
    /// ```
    /// use icws_schema::body::ConfigurationId;
    ///
    /// assert_eq!(ConfigurationId::new("gcadmin").id, "gcadmin");
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }
}

/// Creates a reference by id, as [`ConfigurationId::new`] does.
impl From<&str> for ConfigurationId {
    fn from(id: &str) -> Self {
        Self::new(id)
    }
}

/// Creates a reference by id, as [`ConfigurationId::new`] does.
impl From<String> for ConfigurationId {
    fn from(id: String) -> Self {
        Self::new(id)
    }
}
