super::codes! {
    /// The kind of configuration object that a value was inherited from (`objectType`).
    pub enum InheritedFromType = "urn:inin.com:configuration:inheritedFromType" {
        0, None, "none", "The property was not inherited.";
        1, Workgroup, "Workgroup", "The property was inherited from a Workgroup configuration object.";
        2, Role, "Role", "The property was inherited from a Role configuration object.";
        3, DefaultUser, "DefaultUser", "The property was inherited from the Default User configuration object.";
        4, ClientConfigurationTemplate, "ClientConfigurationTemplate",
            "The property was inherited from a Client Configuration Template configuration object.";
    }
}
