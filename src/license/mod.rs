//! The license check of a server: the errors and warnings for the licenses that a user or station has and that a request
//! sets.
//!
//! Requests to this endpoint set no licenses, but its responses can report on them. According to the vendor, all licenses
//! of a user or station are checked when its licenses are set; that they are checked in this PUT, too, is our choice.
//! [`check`] checks them, given the counts that only the server knows ([`LicenseCatalog`]).
//!
//! ```
//! use icws_schema::body::LicenseError;
//! use icws_schema::license::{
//!     self, Allocation, HeldLicenses, License, LicenseCatalog, LicenseCounts, LicenseHolder, LicenseUpdate, RequestedLicenses,
//! };
//!
//! let client = License::new("I3_ACCESS_CLIENT").with_assignable(LicenseCounts::new(50, 51));
//! let catalog = LicenseCatalog::from_iter([client]);
//! let user = LicenseHolder::User(Allocation::Assignable);
//!
//! // The request leaves the licenses unchanged, and too many are assigned of one that the user has: a warning.
//! let update = LicenseUpdate::new(user, HeldLicenses::new(["I3_ACCESS_CLIENT"]));
//! let outcome = license::check(&catalog, &update);
//! assert_eq!(outcome.license_problems(), [LicenseError::exceeds_threshold("I3_ACCESS_CLIENT")]);
//! assert_eq!(outcome.license_errors(), []);
//!
//! // The request adds the same license: an error, and it is not set.
//! let update = LicenseUpdate::new(user, HeldLicenses::default())
//!     .with_requested(RequestedLicenses::new().with_licenses(["I3_ACCESS_CLIENT"]));
//! let outcome = license::check(&catalog, &update);
//! assert_eq!(outcome.license_errors(), [LicenseError::not_set("I3_ACCESS_CLIENT")]);
//! assert!(outcome.resulting.licenses.is_empty());
//! ```
//!
//! # Documented
//!
//! * Code 1: the assignment count of a license exceeds its assignable and/or concurrent threshold; the license in the request was set. Code 2: a license
//!   being set would exceed its assignable or concurrent threshold, and was not set. Code 3: the ACD media level in the request came without media
//!   types, and the defaults of the level were set.
//! * Code 0 is never sent.
//! * When the licenses of a user or station are set, all of them are checked, not only those in the request.
//! * An assignable license is taken when it is assigned, a concurrent one at log-on. Concurrent licenses are for users only.
//! * Licenses are applied separately from the rest (documented for the vendor's sister API on the same server layer): if there are only license errors, the rest
//!   was saved, with any validation error nothing was. The outcome here is that of a request without validation errors.
//!
//! # Our choice
//!
//! * The licenses of a user are all assignable or all concurrent, those of a station are assignable. An ACD media level is itself a license, and counts as
//!   one.
//! * A license that the request adds, and that would exceed the threshold from which it is taken, is rejected (2). A license
//!   that the user or station keeps is never rejected; if one of its two thresholds is exceeded, that is a warning (1). The
//!   same warning is reported for a license that is added while the other threshold is exceeded.
//! * The counts after the request are compared: an added license counts as one more. The threshold is exceeded by more than
//!   the allowed number, not by exactly that number.
//! * The number of assigned licenses is compared, even for concurrent licenses, which are taken only at log-on. If more are
//!   in use than assigned, the number in use is compared: a user who lost a license may still be logged on with it.
//! * A license that the request removes is not checked.
//! * A rejected media level leaves the previous level unchanged, and never also reports code 3.
//! * A license that is not in the catalog is set as requested, and listed as unchecked.
//! * Each license has at most one of the codes 1 and 2, however often it is named. Licenses are in the order in which they are held or requested, followed
//!   by the media level. Ids are case-insensitive.
//! * If there is an error, the response is a 400, whose `licenseErrors` contain only the errors. Warnings are reported only
//!   in a 200.

mod assignments;
mod catalog;
mod outcome;

pub use assignments::{Allocation, HeldLicenses, LicenseHolder, LicenseUpdate, MediaLevel, RequestedLicenses};
pub use catalog::{License, LicenseCatalog, LicenseCatalogIter, LicenseCounts};
pub use outcome::{LicenseOutcome, LicenseProblem};

use crate::body::Field;
use crate::fold::fold;
use std::collections::{HashMap, HashSet};

/// Checks the licenses of a user or station, before and after a request. The [module](self) lists the rules.
///
/// ```
/// use icws_schema::body::LicenseError;
/// use icws_schema::license::{self, HeldLicenses, License, LicenseCatalog, LicenseCounts, LicenseHolder, LicenseUpdate};
///
/// let catalog = LicenseCatalog::from_iter([License::new("I3_ACCESS_CLIENT").with_assignable(LicenseCounts::new(1, 2))]);
/// let update = LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::new(["I3_ACCESS_CLIENT"]));
/// let outcome = license::check(&catalog, &update);
/// assert_eq!(outcome.license_problems(), [LicenseError::exceeds_threshold("I3_ACCESS_CLIENT")]);
/// ```
#[must_use]
pub fn check(catalog: &LicenseCatalog, update: &LicenseUpdate) -> LicenseOutcome {
    let LicenseUpdate { holder, held, requested } = update;
    let held_licenses = held.licenses.iter().chain(held.media_level.iter().map(|level| &level.license));
    let mut check = LicenseCheck {
        catalog,
        allocation: holder.allocation(),
        held: held_licenses.map(|id| fold(id).into_owned()).collect(),
        in_force: HashMap::new(),
        outcome: LicenseOutcome::default(),
    };
    let licenses = match &requested.licenses {
        Field::Absent => held.licenses.as_slice(),
        Field::Null => &[],
        Field::Value(licenses) => licenses,
    };
    check.licenses(licenses);
    match &requested.media_level {
        Field::Value(level) if check.is_in_force(&level.license) => check.set_media_level(level),
        Field::Absent | Field::Value(_) => check.keep_media_level(held.media_level.as_ref()),
        Field::Null => {}
    }
    check.outcome
}

/// The state of a check.
struct LicenseCheck<'a> {
    catalog: &'a LicenseCatalog,
    allocation: Allocation,
    /// The ids of the licenses held before the request, in lower case.
    held: HashSet<String>,
    /// Whether the holder has a checked license after the request, by its id in lower case.
    in_force: HashMap<String, bool>,
    outcome: LicenseOutcome,
}

impl LicenseCheck<'_> {
    fn licenses(&mut self, ids: &[String]) {
        for id in ids {
            if !self.in_force.contains_key(&*fold(id)) && self.is_in_force(id) {
                self.outcome.resulting.licenses.push(id.clone());
            }
        }
    }

    fn keep_media_level(&mut self, held: Option<&MediaLevel>) {
        if let Some(level) = held.filter(|level| self.is_in_force(&level.license)) {
            self.outcome.resulting.media_level = Some(level.clone());
        }
    }

    fn set_media_level(&mut self, level: &MediaLevel) {
        let mut level = level.clone();
        if level.media_types.is_empty()
            && let Some(license) = self.catalog.get(&level.license)
        {
            level.media_types.clone_from(&license.default_media_types);
            self.outcome.problems.push(LicenseProblem::WarningMissingQualifiers(license.license.clone()));
        }
        self.outcome.resulting.media_level = Some(level);
    }

    /// Returns whether the holder has the license after the request, and reports its problem the first time.
    fn is_in_force(&mut self, id: &str) -> bool {
        let key = fold(id).into_owned();
        if let Some(&in_force) = self.in_force.get(&key) {
            return in_force;
        }
        let is_new = !self.held.contains(&key);
        let problem = match self.catalog.get(id) {
            None => {
                self.outcome.unchecked.push(id.to_owned());
                None
            }
            Some(license) => self.exceeds(license, is_new),
        };
        let in_force = !matches!(problem, Some(LicenseProblem::ErrorExceedsThreshold(_)));
        self.outcome.problems.extend(problem);
        self.in_force.insert(key, in_force);
        in_force
    }

    fn exceeds(&self, license: &License, is_new: bool) -> Option<LicenseProblem> {
        let (taken_from, other) = match self.allocation {
            Allocation::Assignable => (license.assignable, license.concurrent),
            Allocation::Concurrent => (license.concurrent, license.assignable),
        };
        let id = || license.license.clone();
        match (taken_from.is_exceeded(is_new), other.is_exceeded(false)) {
            (true, _) if is_new => Some(LicenseProblem::ErrorExceedsThreshold(id())),
            (true, _) | (_, true) => Some(LicenseProblem::WarningExceedsThreshold(id())),
            (false, false) => None,
        }
    }
}
