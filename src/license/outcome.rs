use super::assignments::HeldLicenses;
use crate::body::{ConfigurationId, LicenseError, UnknownMembers};
use crate::codes::LicenseErrorType;

/// What is wrong with a license. There is no problem with the code 0, which is never sent.
#[derive(Debug, Clone, PartialEq)]
pub enum LicenseProblem {
    /// Code 1: more are assigned than allowed; the license is set.
    WarningExceedsThreshold(ConfigurationId),
    /// Code 2: more would be assigned than allowed; the license is not set.
    ErrorExceedsThreshold(ConfigurationId),
    /// Code 3: an ACD media level without media types; the level is set, with its defaults.
    WarningMissingQualifiers(ConfigurationId),
}

impl LicenseProblem {
    /// The code on the wire.
    #[must_use]
    pub fn license_error_type(&self) -> LicenseErrorType {
        match self {
            Self::WarningExceedsThreshold(_) => LicenseErrorType::SetWarningExceedsThreshold,
            Self::ErrorExceedsThreshold(_) => LicenseErrorType::SetErrorExceedsThreshold,
            Self::WarningMissingQualifiers(_) => LicenseErrorType::SetWarningMissingQualifiers,
        }
    }

    /// The license.
    #[must_use]
    pub fn license(&self) -> &ConfigurationId {
        match self {
            Self::WarningExceedsThreshold(license)
            | Self::ErrorExceedsThreshold(license)
            | Self::WarningMissingQualifiers(license) => license,
        }
    }

    /// Whether the license was not set.
    #[must_use]
    pub fn is_error(&self) -> bool {
        match self {
            Self::ErrorExceedsThreshold(_) => true,
            Self::WarningExceedsThreshold(_) | Self::WarningMissingQualifiers(_) => false,
        }
    }
}

/// As it travels.
impl From<&LicenseProblem> for LicenseError {
    fn from(problem: &LicenseProblem) -> Self {
        Self {
            license_error_type: problem.license_error_type(),
            license: problem.license().clone(),
            unknown: UnknownMembers::default(),
        }
    }
}

/// What becomes of the licenses of a user or station.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LicenseOutcome {
    /// What is held after the request.
    pub set: HeldLicenses,
    /// What is wrong, in order.
    pub problems: Vec<LicenseProblem>,
    /// Ids of licenses that the catalog lacks: whether anything is wrong with them is not known.
    pub unchecked: Vec<String>,
}

impl LicenseOutcome {
    /// The `licenseProblems` of a 200: the warnings.
    #[must_use]
    pub fn license_problems(&self) -> Vec<LicenseError> {
        self.problems.iter().filter(|problem| !problem.is_error()).map(Into::into).collect()
    }

    /// The `licenseErrors` of a 400: the errors. Where there are none, licenses are no reason for a 400.
    #[must_use]
    pub fn license_errors(&self) -> Vec<LicenseError> {
        self.problems.iter().filter(|problem| problem.is_error()).map(Into::into).collect()
    }
}
