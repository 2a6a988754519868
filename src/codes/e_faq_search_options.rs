super::list::codes! {
    /// How the e-FAQ search matches (`eFaqSearchOption`). The vendor documents only the names.
    pub enum EFaqSearchOptions = "urn:inin.com:configuration.people:eFaqSearchOptions", example 2, Best, "Best" {
        //! ```
        //! use icws_schema::body::UserClientConfigurationProperties;
        //! use icws_schema::codes::EFaqSearchOptions;
        //!
        //! let update = UserClientConfigurationProperties::new().with_e_faq_search_option(EFaqSearchOptions::Best);
        //! assert_eq!(serde_json::to_string(&update)?, r#"{"eFaqSearchOption":2}"#);
        //! # Ok::<(), serde_json::Error>(())
        //! ```
        0, All, "All";
        1, Generous, "Generous";
        2, Best, "Best";
        3, Strict, "Strict";
    }
}
