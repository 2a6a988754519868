use crate::body::ConfigurationId;
use crate::fold::fold;
use std::collections::{BTreeMap, btree_map};
use std::iter::FusedIterator;

/// The counts of a license before the request: how many are allowed, assigned and in use.
///
/// By default none is allowed.
///
/// ```
/// use icws_schema::license::LicenseCounts;
///
/// let counts = LicenseCounts::new(50, 48).with_in_use(31);
/// assert_eq!((counts.allowed, counts.configured, counts.in_use), (50, 48, 31));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct LicenseCounts {
    /// The threshold: how many may be assigned.
    pub allowed: u32,
    /// How many are assigned, to users and stations together.
    pub configured: u32,
    /// How many are taken now. A concurrent license is taken at log-on, an assignable one when it is assigned.
    pub in_use: u32,
}

impl LicenseCounts {
    /// Creates counts of a license that is in use wherever it is assigned.
    ///
    /// ```
    /// use icws_schema::license::LicenseCounts;
    ///
    /// assert_eq!(LicenseCounts::new(50, 48).in_use, 48);
    /// ```
    #[must_use]
    pub const fn new(allowed: u32, configured: u32) -> Self {
        Self { allowed, configured, in_use: configured }
    }

    /// Sets how many are taken now.
    ///
    /// ```
    /// use icws_schema::license::LicenseCounts;
    ///
    /// assert_eq!(LicenseCounts::new(50, 48).with_in_use(31).in_use, 31);
    /// ```
    #[must_use]
    pub const fn with_in_use(mut self, in_use: u32) -> Self {
        self.in_use = in_use;
        self
    }

    /// Returns whether there are more than allowed, optionally with one more assigned.
    pub(super) fn is_exceeded(self, one_more: bool) -> bool {
        let assigned = u64::from(self.configured) + u64::from(one_more);
        assigned.max(self.in_use.into()) > self.allowed.into()
    }
}

/// A license that the server has, with its counts.
///
/// ```
/// use icws_schema::license::{License, LicenseCounts};
///
/// let license = License::new("I3_ACCESS_CLIENT").with_assignable(LicenseCounts::new(50, 48));
/// assert_eq!(license.concurrent, LicenseCounts::default());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct License {
    /// Its id, name and URI, as in responses.
    pub license: ConfigurationId,
    /// The counts of the licenses that are taken when they are assigned.
    pub assignable: LicenseCounts,
    /// The counts of the licenses that are taken at log-on.
    pub concurrent: LicenseCounts,
    /// The media types that an ACD media level gets if a request has none for it. Empty for any other license.
    pub default_media_types: Vec<String>,
}

impl License {
    /// Creates a license with default counts, which allow none.
    ///
    /// ```
    /// use icws_schema::body::ConfigurationId;
    /// use icws_schema::license::License;
    ///
    /// assert_eq!(License::new("I3_ACCESS_CLIENT").license, ConfigurationId::new("I3_ACCESS_CLIENT"));
    /// ```
    #[must_use]
    pub fn new(license: impl Into<ConfigurationId>) -> Self {
        Self { license: license.into(), ..Self::default() }
    }

    /// Sets the counts of the licenses that are taken when they are assigned.
    ///
    /// ```
    /// use icws_schema::license::{License, LicenseCounts};
    ///
    /// let license = License::new("I3_ACCESS_CLIENT").with_assignable(LicenseCounts::new(50, 48));
    /// assert_eq!(license.assignable.allowed, 50);
    /// ```
    #[must_use]
    pub fn with_assignable(mut self, counts: LicenseCounts) -> Self {
        self.assignable = counts;
        self
    }

    /// Sets the counts of the licenses that are taken at log-on.
    ///
    /// ```
    /// use icws_schema::license::{License, LicenseCounts};
    ///
    /// let license = License::new("I3_ACCESS_CLIENT").with_concurrent(LicenseCounts::new(50, 48));
    /// assert_eq!(license.concurrent.allowed, 50);
    /// ```
    #[must_use]
    pub fn with_concurrent(mut self, counts: LicenseCounts) -> Self {
        self.concurrent = counts;
        self
    }

    /// Sets the media types that an ACD media level gets if a request has none for it.
    ///
    /// ```
    /// use icws_schema::license::License;
    ///
    /// assert_eq!(License::new("I3_ACCESS_ACD_MEDIA_1").with_default_media_types(["call"]).default_media_types, ["call"]);
    /// ```
    #[must_use]
    pub fn with_default_media_types<T: Into<String>>(mut self, media_types: impl IntoIterator<Item = T>) -> Self {
        self.default_media_types = media_types.into_iter().map(Into::into).collect();
        self
    }
}

/// The licenses that the server has, by id. Ids are case-insensitive; the last of several licenses with the same id is kept.
///
/// ```
/// use icws_schema::license::{License, LicenseCatalog};
///
/// let mut catalog = LicenseCatalog::from_iter([License::new("I3_ACCESS_CLIENT")]);
/// catalog.extend([License::new("I3_ACCESS_FAX")]);
/// assert!(catalog.get("i3_access_client").is_some());
/// assert_eq!(catalog.iter().map(|license| &*license.license.id).collect::<Vec<_>>(), ["I3_ACCESS_CLIENT", "I3_ACCESS_FAX"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct LicenseCatalog {
    /// By id in lower case.
    licenses: BTreeMap<String, License>,
}

impl LicenseCatalog {
    /// Creates a catalog without licenses.
    ///
    /// ```
    /// use icws_schema::license::LicenseCatalog;
    ///
    /// assert!(LicenseCatalog::new().is_empty());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { licenses: BTreeMap::new() }
    }

    /// Returns the license with this id (case-insensitive), if there is one.
    ///
    /// ```
    /// use icws_schema::license::{License, LicenseCatalog};
    ///
    /// let catalog = LicenseCatalog::from_iter([License::new("I3_ACCESS_CLIENT")]);
    /// assert!(catalog.get("i3_Access_Client").is_some());
    /// ```
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&License> {
        self.licenses.get(&*fold(id))
    }

    /// Inserts a license. Returns the previous license with its id.
    ///
    /// ```
    /// use icws_schema::license::{License, LicenseCatalog};
    ///
    /// let mut catalog = LicenseCatalog::new();
    /// assert_eq!(catalog.insert(License::new("I3_ACCESS_CLIENT")), None);
    /// assert!(catalog.insert(License::new("i3_access_client")).is_some());
    /// ```
    pub fn insert(&mut self, license: License) -> Option<License> {
        self.licenses.insert(fold(&license.license.id).into_owned(), license)
    }

    /// Returns the number of licenses.
    ///
    /// ```
    /// use icws_schema::license::{License, LicenseCatalog};
    ///
    /// assert_eq!(LicenseCatalog::from_iter([License::new("I3_ACCESS_CLIENT")]).len(), 1);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.licenses.len()
    }

    /// Returns whether there are no licenses.
    ///
    /// ```
    /// use icws_schema::license::LicenseCatalog;
    ///
    /// assert!(LicenseCatalog::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.licenses.is_empty()
    }

    /// Returns an iterator over the licenses in the order of their ids.
    ///
    /// ```
    /// use icws_schema::license::{License, LicenseCatalog};
    ///
    /// let catalog = LicenseCatalog::from_iter([License::new("b"), License::new("A")]);
    /// assert_eq!(catalog.iter().map(|license| &*license.license.id).collect::<String>(), "Ab");
    /// ```
    #[must_use]
    pub fn iter(&self) -> LicenseCatalogIter<'_> {
        LicenseCatalogIter(self.licenses.values())
    }
}

/// An iterator over the licenses of a [`LicenseCatalog`], in the order of their ids.
///
/// ```
/// use icws_schema::license::{License, LicenseCatalog, LicenseCatalogIter};
///
/// let catalog = LicenseCatalog::from_iter([License::new("I3_ACCESS_CLIENT")]);
/// let iter: LicenseCatalogIter = catalog.iter();
/// assert_eq!(iter.len(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct LicenseCatalogIter<'a>(btree_map::Values<'a, String, License>);

impl<'a> Iterator for LicenseCatalogIter<'a> {
    type Item = &'a License;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for LicenseCatalogIter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back()
    }
}

impl ExactSizeIterator for LicenseCatalogIter<'_> {}

impl FusedIterator for LicenseCatalogIter<'_> {}

impl<'a> IntoIterator for &'a LicenseCatalog {
    type Item = &'a License;
    type IntoIter = LicenseCatalogIter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Extend<License> for LicenseCatalog {
    fn extend<I: IntoIterator<Item = License>>(&mut self, licenses: I) {
        for license in licenses {
            self.insert(license);
        }
    }
}

impl FromIterator<License> for LicenseCatalog {
    fn from_iter<I: IntoIterator<Item = License>>(licenses: I) -> Self {
        let mut catalog = Self::new();
        catalog.extend(licenses);
        catalog
    }
}
