//! The guides: the same pages as in the folder `docs/` of the repository.

/// Declares a page: a module whose documentation is a file. The links between pages, which are file names in a repository, lead
/// to the modules here: of two definitions of a link, the first one counts.
macro_rules! pages {
    ($($module:ident = $file:literal;)+) => {$(
        #[doc = "[choices]: crate::docs::choices"]
        #[doc = "[comparison]: crate::docs::comparison"]
        #[doc = "[design]: crate::docs::design"]
        #[doc = "[directory-files]: crate::docs::directory_files"]
        #[doc = "[endpoint]: crate::docs::endpoint"]
        #[doc = "[evaluation]: crate::docs::evaluation"]
        #[doc = "[rule-files]: crate::docs::rule_files"]
        #[doc = "[schemas]: crate::docs::schemas"]
        #[doc = "[stability]: crate::docs::stability"]
        #[doc = "[statements]: crate::docs::statements"]
        #[doc = "[wire]: crate::docs::wire"]
        #[doc = ""]
        #[doc = include_str!(concat!("../docs/", $file, ".md"))]
        pub mod $module {}
    )+};
}

pages! {
    wire = "wire";
    choices = "choices";
    statements = "statements";
    rule_files = "rule-files";
    directory_files = "directory-files";
    endpoint = "endpoint";
    evaluation = "evaluation";
    schemas = "schemas";
    design = "design";
    comparison = "comparison";
    stability = "stability";
}
