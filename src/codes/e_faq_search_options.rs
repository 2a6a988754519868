super::codes! {
    /// How the e-FAQ search matches (`eFaqSearchOption`). The documentation gives names and no text.
    pub enum EFaqSearchOptions = "urn:inin.com:configuration.people:eFaqSearchOptions" {
        0, All, "All";
        1, Generous, "Generous";
        2, Best, "Best";
        3, Strict, "Strict";
    }
}
