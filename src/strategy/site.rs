//! The site to which the names in typical values belong.

use serde_json::Value;
use std::sync::LazyLock;

/// Returns the directory file of the site to which the names in typical values belong: its users, workgroups, extensions,
/// and every other section.
///
/// [`typical_json`](super::typical_json) and [`RequestStrategy::typical`](super::RequestStrategy::typical) use its names. It
/// is the same for every seed.
///
/// ```
/// use icws_schema::directory::InMemoryDirectory;
/// use icws_schema::strategy;
///
/// assert!(InMemoryDirectory::from_json(strategy::site_directory()).is_ok());
/// ```
#[must_use]
pub fn site_directory() -> &'static str {
    include_str!("site.json")
}

/// An object of the site.
#[derive(Debug, Default)]
pub(super) struct SiteObject {
    pub(super) id: String,
    pub(super) display_name: String,
    /// Empty if it has none.
    pub(super) extension: String,
}

/// The objects of the site, none of whose types is empty.
#[derive(Debug)]
pub(super) struct SampleSite {
    pub(super) users: Vec<SiteObject>,
    pub(super) workgroups: Vec<SiteObject>,
    pub(super) licenses: Vec<SiteObject>,
}

/// Returns the site.
pub(super) fn site() -> &'static SampleSite {
    static SITE: LazyLock<SampleSite> = LazyLock::new(|| {
        let file: Value = serde_json::from_str(site_directory()).unwrap_or_default();
        let objects = |object_type: &str| -> Vec<_> {
            file["objects"][object_type].as_array().into_iter().flatten().map(SiteObject::new).collect()
        };
        SampleSite { users: objects("user"), workgroups: objects("workgroup"), licenses: objects("license") }
    });
    &SITE
}

impl SiteObject {
    fn new(object: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let attributes = &object["attributes"];
        Self {
            id: text(&object["id"]),
            display_name: text(&attributes["displayName"]),
            extension: text(&attributes["extension"]),
        }
    }
}
