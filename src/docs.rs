//! Pages about the whole, for reading: the same as the files in `docs/` of the repository, which are also a book.

/// Declares a page: a module whose documentation is a file. The links between pages, which are file names in a repository, lead
/// to the modules here: of two definitions of a link, the first one counts.
macro_rules! pages {
    ($($module:ident = $file:literal;)+) => {$(
        #[doc = "[bulk]: crate::docs::bulk"]
        #[doc = "[check-a-file]: crate::docs::check_a_file"]
        #[doc = "[choices]: crate::docs::choices"]
        #[doc = "[comparison]: crate::docs::comparison"]
        #[doc = "[design]: crate::docs::design"]
        #[doc = "[directory-files]: crate::docs::directory_files"]
        #[doc = "[endpoint]: crate::docs::endpoint"]
        #[doc = "[evaluation]: crate::docs::evaluation"]
        #[doc = "[install]: crate::docs::install"]
        #[doc = "[mock-server]: crate::docs::mock_server"]
        #[doc = "[other-languages]: crate::docs::other_languages"]
        #[doc = "[rule-files]: crate::docs::rule_files"]
        #[doc = "[schemas]: crate::docs::schemas"]
        #[doc = "[stability]: crate::docs::stability"]
        #[doc = "[statements]: crate::docs::statements"]
        #[doc = "[ten-mistakes]: crate::docs::ten_mistakes"]
        #[doc = "[validators]: crate::docs::validators"]
        #[doc = "[wire]: crate::docs::wire"]
        #[doc = "[write-a-directory]: crate::docs::write_a_directory"]
        #[doc = "[write-rules]: crate::docs::write_rules"]
        #[doc = ""]
        #[doc = include_str!(concat!("../docs/", $file, ".md"))]
        pub mod $module {}
    )+};
}

pages! {
    install = "install";
    check_a_file = "check-a-file";
    ten_mistakes = "ten-mistakes";
    write_rules = "write-rules";
    write_a_directory = "write-a-directory";
    bulk = "bulk";
    mock_server = "mock-server";
    other_languages = "other-languages";
    validators = "validators";
    rule_files = "rule-files";
    directory_files = "directory-files";
    schemas = "schemas";
    endpoint = "endpoint";
    evaluation = "evaluation";
    wire = "wire";
    choices = "choices";
    statements = "statements";
    design = "design";
    comparison = "comparison";
    stability = "stability";
}
