//! The check of a user's licenses after an update.

use super::options::LicenseRecheck;
use super::state_user::StateUser;
use crate::license::{
    self, Allocation, HeldLicenses, License, LicenseCatalog, LicenseCounts, LicenseHolder, LicenseOutcome,
    LicenseUpdate, RequestedLicenses,
};

/// Checks the licenses of a user; returns `None` if the options turn the check off.
pub(super) fn recheck(user: &StateUser, catalog: &LicenseCatalog, how: LicenseRecheck) -> Option<LicenseOutcome> {
    let holder = LicenseHolder::User(user.allocation);
    match how {
        LicenseRecheck::Off => None,
        LicenseRecheck::Kept => Some(license::check(catalog, &LicenseUpdate::new(holder, user.licenses.clone()))),
        LicenseRecheck::NewlyAssigned => {
            let mut requested = RequestedLicenses::new().with_licenses(user.licenses.licenses.iter().cloned());
            requested.media_level = user.licenses.media_level.clone().into();
            let update = LicenseUpdate::new(holder, HeldLicenses::default()).with_requested(requested);
            Some(license::check(&without(user, catalog), &update))
        }
    }
}

/// Returns the catalog, with the licenses of a user counted as if the user did not have them.
fn without(user: &StateUser, catalog: &LicenseCatalog) -> LicenseCatalog {
    let ids = user.licenses.licenses.iter().chain(user.licenses.media_level.iter().map(|level| &level.license));
    let license = |license: &License| {
        let mut license = license.clone();
        let counts = match user.allocation {
            Allocation::Assignable => &mut license.assignable,
            Allocation::Concurrent => &mut license.concurrent,
        };
        *counts = released(*counts, user.allocation);
        license
    };
    ids.filter_map(|id| catalog.get(id)).map(license).collect()
}

/// Returns counts reduced by one: an assignable license is in use as long as it is assigned.
fn released(counts: LicenseCounts, allocation: Allocation) -> LicenseCounts {
    let in_use = match allocation {
        Allocation::Assignable => counts.in_use.saturating_sub(1),
        Allocation::Concurrent => counts.in_use,
    };
    LicenseCounts::new(counts.allowed, counts.configured.saturating_sub(1)).with_in_use(in_use)
}
