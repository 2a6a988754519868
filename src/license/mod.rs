//! Licenses: which of them a server would complain of, from what a user or station holds and asks for.
//!
//! This endpoint sets no licenses itself, and its answers speak of them all the same: the server checks every license of
//! the user. [`check`] does what the server does, given the counts that only the server knows ([`LicenseCatalog`]).
//!
//! ```
//! use icws_schema::license::{self, Allocation, LicenseUpdate, HeldLicenses, LicenseHolder, License, LicenseCatalog, LicenseCounts};
//! use icws_schema::body::ConfigurationId;
//! use icws_schema::codes::LicenseErrorType;
//!
//! let catalog: LicenseCatalog = [License {
//!     license: ConfigurationId::new("I3_ACCESS_CLIENT"),
//!     assignable: LicenseCounts { allowed: 50, configured: 51, in_use: 51 },
//!     ..License::default()
//! }]
//! .into_iter()
//! .collect();
//!
//! // Nothing is asked of licenses, and one is held of which too many are assigned: a warning.
//! let held = HeldLicenses { licenses: vec!["I3_ACCESS_CLIENT".to_owned()], media_level: None };
//! let mut assignments = LicenseUpdate::kept(LicenseHolder::User(Allocation::Assignable), held);
//! let outcome = license::check(&catalog, &assignments);
//! assert_eq!(outcome.license_problems()[0].license_error_type, LicenseErrorType::SetWarningExceedsThreshold);
//! assert!(outcome.license_errors().is_empty());
//!
//! // The same license is asked for by one who does not hold it: an error, and it is not set.
//! assignments.requested.licenses.set(std::mem::take(&mut assignments.held.licenses));
//! let outcome = license::check(&catalog, &assignments);
//! assert_eq!(outcome.license_errors()[0].license_error_type, LicenseErrorType::SetErrorExceedsThreshold);
//! assert!(outcome.set.licenses.is_empty());
//! ```
//!
//! # Documented
//!
//! * Code 1: a license has an assignment count that exceeds its assignable and/or concurrent threshold; what the request set
//!   was set all the same. Code 2: a license being set would exceed its assignable or concurrent threshold, and was not set.
//!   Code 3: the ACD media level in the request came without media types, and the level's defaults were set.
//! * Code 0 is never sent.
//! * All licenses of a user or station are checked, not only those in the request.
//! * An assignable license is taken when it is assigned, a concurrent one at log-on. Concurrent ones are for users alone.
//! * Licenses are applied apart from the rest (of the vendor's sister API): with license errors alone the rest was saved, with
//!   any validation error nothing was. The outcome here holds where no validation error stops it.
//!
//! # Inferred: our choice
//!
//! * A user's licenses are all assignable or all concurrent, a station's are assignable. An ACD media level is itself a
//!   license, and counts as one.
//! * A license that the request adds, and that would exceed the threshold from which it is taken, is refused (2). One that
//!   was held before and stays is never refused; where one of its two thresholds is exceeded it is a warning (1). So is
//!   one that is added while the other threshold is exceeded.
//! * What counts is how it would stand after the request: an added license counts one more. As many as allowed are fine.
//! * The assignments count for concurrent licenses too, as the documentation's words have it, although they are taken at
//!   log-on only. Where more are in use than assigned, those in use count: who lost a license may be logged on with it.
//! * A license that the request takes away is not checked.
//! * A refused media level leaves the level as it was, and is not said to lack media types (3) beside.
//! * A license that the catalog lacks is set as asked, and listed as unchecked.
//! * Each license has at most one of the codes 1 and 2, however often it is named. Licenses come in the order in which they
//!   are held or asked for, then the media level. Ids compare without case.
//! * With an error the answer is a 400, whose `licenseErrors` are the errors alone; warnings travel in a 200.

mod assignments;
mod catalog;
mod outcome;

pub use assignments::{Allocation, HeldLicenses, LicenseHolder, LicenseUpdate, MediaLevel, RequestedLicenses};
pub use catalog::{License, LicenseCatalog, LicenseCounts};
pub use outcome::{LicenseOutcome, LicenseProblem};

use crate::body::Field;
use std::collections::{HashMap, HashSet};

/// What becomes of the licenses of a user or station; the [module](self) says by which rules.
#[must_use]
pub fn check(catalog: &LicenseCatalog, assignments: &LicenseUpdate) -> LicenseOutcome {
    let LicenseUpdate { holder, held, requested } = assignments;
    let held_licenses = held.licenses.iter().chain(held.media_level.iter().map(|level| &level.license));
    let mut check = Validator {
        catalog,
        allocation: holder.allocation(),
        held: held_licenses.map(|id| fold(id)).collect(),
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

/// How ids compare.
fn fold(id: &str) -> String {
    id.to_lowercase()
}

/// A check under way.
struct Validator<'a> {
    catalog: &'a LicenseCatalog,
    allocation: Allocation,
    /// The licenses held before the request, folded.
    held: HashSet<String>,
    /// What was found of a license already, by folded id.
    in_force: HashMap<String, bool>,
    outcome: LicenseOutcome,
}

impl Validator<'_> {
    fn licenses(&mut self, ids: &[String]) {
        for id in ids {
            if !self.in_force.contains_key(&fold(id)) && self.is_in_force(id) {
                self.outcome.set.licenses.push(id.clone());
            }
        }
    }

    fn keep_media_level(&mut self, held: Option<&MediaLevel>) {
        if let Some(level) = held.filter(|level| self.is_in_force(&level.license)) {
            self.outcome.set.media_level = Some(level.clone());
        }
    }

    fn set_media_level(&mut self, level: &MediaLevel) {
        let mut level = level.clone();
        if level.media_types.is_empty()
            && let Some(license) = self.catalog.license(&level.license)
        {
            level.media_types.clone_from(&license.default_media_types);
            self.outcome.problems.push(LicenseProblem::WarningMissingQualifiers(license.license.clone()));
        }
        self.outcome.set.media_level = Some(level);
    }

    /// Whether the holder has the license after the request. What is wrong with it is said the first time.
    fn is_in_force(&mut self, id: &str) -> bool {
        let key = fold(id);
        if let Some(&in_force) = self.in_force.get(&key) {
            return in_force;
        }
        let is_new = !self.held.contains(&key);
        let problem = match self.catalog.license(id) {
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
