use super::fold;
use crate::body::ConfigurationId;
use std::collections::HashMap;

/// How many of a license there may be, and how many there are, as the server counts them before the request.
///
/// Without any allowed, which is the default, none can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct LicenseCounts {
    /// How many may be assigned: the threshold.
    pub allowed: u32,
    /// How many are assigned, to users and stations together.
    pub configured: u32,
    /// How many are taken now: at log-on, of concurrent licenses; when they are assigned, of assignable ones.
    pub in_use: u32,
}

impl LicenseCounts {
    /// Whether there would be more than allowed, with one assigned more or as it is.
    pub(super) fn is_exceeded(self, one_more: bool) -> bool {
        let assigned = u64::from(self.configured) + u64::from(one_more);
        assigned.max(self.in_use.into()) > self.allowed.into()
    }
}

/// A license that the server has.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct License {
    /// Its id, name and address, as answers name it.
    pub license: ConfigurationId,
    /// Of those that are taken when they are assigned.
    pub assignable: LicenseCounts,
    /// Of those that are taken at log-on.
    pub concurrent: LicenseCounts,
    /// The media types that are set where the license is an ACD media level and comes without any.
    pub default_media_types: Vec<String>,
}

/// The licenses that the server has, by id without case. Of two with the same id the later one stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LicenseCatalog {
    licenses: HashMap<String, License>,
}

impl LicenseCatalog {
    /// The license with this id.
    #[must_use]
    pub fn license(&self, id: &str) -> Option<&License> {
        self.licenses.get(&fold(id))
    }
}

impl FromIterator<License> for LicenseCatalog {
    fn from_iter<I: IntoIterator<Item = License>>(licenses: I) -> Self {
        Self { licenses: licenses.into_iter().map(|license| (fold(&license.license.id), license)).collect() }
    }
}
