super::list::codes! {
    /// The type of the configuration object that a value was inherited from (`objectType`).
    pub enum InheritedFromType = "urn:inin.com:configuration:inheritedFromType", example 2, Role, "Role" {
        //! ```
        //! use icws_schema::codes::InheritedFromType;
        //!
        //! assert_eq!(serde_json::from_str::<InheritedFromType>("1")?, InheritedFromType::Workgroup);
        //! # Ok::<(), serde_json::Error>(())
        //! ```
        0, None, "none", "The property was not inherited.";
        1, Workgroup, "Workgroup", "The property was inherited from a Workgroup configuration object.";
        2, Role, "Role", "The property was inherited from a Role configuration object.";
        3, DefaultUser, "DefaultUser", "The property was inherited from the Default User configuration object.";
        4, ClientConfigurationTemplate, "ClientConfigurationTemplate",
            "The property was inherited from a Client Configuration Template configuration object.";
    }
}
