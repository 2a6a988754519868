/// The tools that a schema is for. The schemas of both profiles accept the same values, except that `Codegen` accepts the
/// validators of rules only by name: in rule files, and in case files that contain rules.
///
/// ```
/// use icws_schema::body::FollowMe;
/// use icws_schema::schema::{self, Profile};
///
/// assert_eq!(Profile::default().request::<FollowMe>(), schema::request::<FollowMe>());
/// assert_ne!(Profile::Codegen.request::<FollowMe>(), schema::request::<FollowMe>());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Profile {
    /// Validators and editors. Uses only standard keywords and no `format`, so that strict validators accept it. Editors
    /// show the description of each property, and do not propose `__type`.
    #[default]
    Default,
    /// Code generators: adds `format`, the names of codes (`x-enum-varnames`, `x-enumNames` and `tsEnumNames`) and a typed `__type` property, and writes rules as
    /// a union.
    Codegen,
}
