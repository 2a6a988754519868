/// A documented member of a wire type.
///
/// ```
/// use icws_schema::body::{DescriptionSource, UserClientConfigurationProperties};
///
/// let newer: Vec<_> = UserClientConfigurationProperties::members().iter().filter(|member| member.since > Some(3)).collect();
/// assert_eq!(newer.len(), 1);
/// assert_eq!(newer[0].name, "emailDownloadHTMLPictures");
/// assert_eq!(newer[0].since, Some(7));
/// assert_eq!(newer[0].source, DescriptionSource::Ours);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct MemberInfo {
    /// The name on the wire.
    pub name: &'static str,
    /// What the member is.
    pub description: &'static str,
    /// Where the description comes from.
    pub source: DescriptionSource,
    /// The feature version of `configuration` that introduced the member, if the vendor documents it.
    pub since: Option<u32>,
}

/// Where the description of a member comes from.
///
/// ```
/// use icws_schema::body::{DescriptionSource, FollowMe};
///
/// assert!(FollowMe::members().iter().all(|member| member.source == DescriptionSource::Documented));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DescriptionSource {
    /// The vendor describes the member; the wording is this crate's.
    Documented,
    /// The vendor gives only the name; the description is inferred from it.
    Ours,
}
