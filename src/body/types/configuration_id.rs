use super::field::Field;
use crate::body::representation::representation;

representation! {
    /// Points at a configuration object: a user, a workgroup, a role, a license.
    pub struct ConfigurationId = ("ConfigurationId", "urn:inin.com:configuration:configurationId") {
        /// The unique identifier of the configuration object.
        "id" => id: String;
        /// The name to show. May be null.
        "displayName" => display_name: Field<String>;
        /// The object's address, relative to the server and without `/icws/{sessionId}`, percent-encoded; `""` when the object has no resource.
        "uri" => uri: Option<String>;
    }
}

impl ConfigurationId {
    /// Points at the object with this id.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }
}
