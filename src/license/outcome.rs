use super::assignments::HeldLicenses;
use crate::body::{ConfigurationId, LicenseError};
use crate::codes::LicenseErrorType;

/// A problem of a license: a warning or an error. None has the code 0, which is never sent (documented).
///
/// ```
/// use icws_schema::body::{ConfigurationId, LicenseError};
/// use icws_schema::license::LicenseProblem;
///
/// let problem = LicenseProblem::ErrorExceedsThreshold(ConfigurationId::new("I3_ACCESS_CLIENT"));
/// assert!(problem.is_error());
/// assert_eq!(LicenseError::from(problem), LicenseError::not_set("I3_ACCESS_CLIENT"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LicenseProblem {
    /// Code 1: more licenses are assigned than allowed; the license is set.
    WarningExceedsThreshold(ConfigurationId),
    /// Code 2: more licenses would be assigned than allowed; the license is not set.
    ErrorExceedsThreshold(ConfigurationId),
    /// Code 3: an ACD media level came without media types; the level is set, with its defaults.
    WarningMissingQualifiers(ConfigurationId),
}

impl LicenseProblem {
    /// Returns the code on the wire.
    ///
    /// ```
    /// use icws_schema::license::LicenseProblem;
    ///
    /// assert_eq!(LicenseProblem::ErrorExceedsThreshold("I3_ACCESS_CLIENT".into()).license_error_type(), 2);
    /// ```
    #[must_use]
    pub fn license_error_type(&self) -> LicenseErrorType {
        match self {
            Self::WarningExceedsThreshold(_) => LicenseErrorType::SetWarningExceedsThreshold,
            Self::ErrorExceedsThreshold(_) => LicenseErrorType::SetErrorExceedsThreshold,
            Self::WarningMissingQualifiers(_) => LicenseErrorType::SetWarningMissingQualifiers,
        }
    }

    /// Returns the license.
    ///
    /// ```
    /// use icws_schema::license::LicenseProblem;
    ///
    /// assert_eq!(LicenseProblem::ErrorExceedsThreshold("I3_ACCESS_CLIENT".into()).license().id, "I3_ACCESS_CLIENT");
    /// ```
    #[must_use]
    pub fn license(&self) -> &ConfigurationId {
        match self {
            Self::WarningExceedsThreshold(license)
            | Self::ErrorExceedsThreshold(license)
            | Self::WarningMissingQualifiers(license) => license,
        }
    }

    /// Returns whether the license was not set. Otherwise the problem is a warning.
    ///
    /// ```
    /// use icws_schema::license::LicenseProblem;
    ///
    /// assert!(!LicenseProblem::WarningExceedsThreshold("I3_ACCESS_CLIENT".into()).is_error());
    /// ```
    #[must_use]
    pub fn is_error(&self) -> bool {
        match self {
            Self::ErrorExceedsThreshold(_) => true,
            Self::WarningExceedsThreshold(_) | Self::WarningMissingQualifiers(_) => false,
        }
    }
}

/// Converts a problem to the form that a server sends.
impl From<LicenseProblem> for LicenseError {
    fn from(problem: LicenseProblem) -> Self {
        match problem {
            LicenseProblem::WarningExceedsThreshold(license) => Self::exceeds_threshold(license),
            LicenseProblem::ErrorExceedsThreshold(license) => Self::not_set(license),
            LicenseProblem::WarningMissingQualifiers(license) => Self::without_media_types(license),
        }
    }
}

/// Converts a problem to the form that a server sends.
impl From<&LicenseProblem> for LicenseError {
    fn from(problem: &LicenseProblem) -> Self {
        problem.clone().into()
    }
}

/// The result of a license check.
///
/// ```
/// use icws_schema::license::{self, HeldLicenses, LicenseCatalog, LicenseHolder, LicenseUpdate};
///
/// let update = LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::new(["I3_ACCESS_CLIENT"]));
/// let outcome = license::check(&LicenseCatalog::new(), &update);
/// assert_eq!(outcome.resulting, update.held);
/// assert_eq!(outcome.unchecked, ["I3_ACCESS_CLIENT"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct LicenseOutcome {
    /// The licenses after the request.
    pub resulting: HeldLicenses,
    /// The problems of the licenses, in order.
    pub problems: Vec<LicenseProblem>,
    /// The ids of the licenses that are not in the catalog, and so cannot be checked.
    pub unchecked: Vec<String>,
}

impl LicenseOutcome {
    /// Returns the `licenseProblems` of a 200 response: the warnings.
    ///
    /// ```
    /// use icws_schema::body::LicenseError;
    /// use icws_schema::license::{self, HeldLicenses, License, LicenseHolder, LicenseUpdate};
    ///
    /// let catalog = [License::new("I3_ACCESS_CLIENT")].into_iter().collect();
    /// let held = LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::new(["I3_ACCESS_CLIENT"]));
    /// assert_eq!(license::check(&catalog, &held).license_problems(), []);
    /// ```
    #[must_use]
    pub fn license_problems(&self) -> Vec<LicenseError> {
        self.problems.iter().filter(|problem| !problem.is_error()).map(Into::into).collect()
    }

    /// Returns the `licenseErrors` of a 400 response: the errors. If there are none, the licenses do not cause a 400.
    ///
    /// ```
    /// use icws_schema::body::LicenseError;
    /// use icws_schema::license::{self, HeldLicenses, License, LicenseHolder, LicenseUpdate, RequestedLicenses};
    ///
    /// let catalog = [License::new("I3_ACCESS_CLIENT")].into_iter().collect();
    /// let added = LicenseUpdate::new(LicenseHolder::Station, HeldLicenses::default())
    ///     .with_requested(RequestedLicenses::new().with_licenses(["I3_ACCESS_CLIENT"]));
    /// assert_eq!(license::check(&catalog, &added).license_errors(), [LicenseError::not_set("I3_ACCESS_CLIENT")]);
    /// ```
    #[must_use]
    pub fn license_errors(&self) -> Vec<LicenseError> {
        self.problems.iter().filter(|problem| problem.is_error()).map(Into::into).collect()
    }
}
