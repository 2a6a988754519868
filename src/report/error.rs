use super::Report;
use super::line::location_name;
use std::fmt;

/// An invalid body: a report with at least one problem, or with a question that the directory failed to answer.
///
/// [`Display`](fmt::Display) and [`Debug`](fmt::Debug) have one line for each problem and each failed question, and no
/// value of the body; [`source`](std::error::Error::source) is the first problem, or the error of the directory.
///
/// ```
/// use icws_schema::body::FollowMe;
/// use std::error::Error;
///
/// let error = icws_schema::from_str::<FollowMe>(r#"{"phoneNumber": "8042"}"#).unwrap_err();
/// assert_eq!(error.report().problems().len(), 2);
/// assert!(error.source().is_some());
/// ```
#[derive(Clone, PartialEq)]
pub struct Error {
    report: Report,
}

impl Error {
    pub(crate) fn new(report: Report) -> Self {
        debug_assert!(!report.is_valid() || !report.is_complete(), "an error has a reason");
        Self { report }
    }

    /// Returns the report.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Returns the report.
    #[must_use]
    pub fn into_report(self) -> Report {
        self.report
    }
}

impl From<Error> for Report {
    fn from(error: Error) -> Self {
        error.into_report()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.report.fmt(f)?;
        let failed = self.report.unchecked().iter().filter(|unchecked| unchecked.is_failed());
        for (index, unchecked) in failed.enumerate() {
            let is_first = index == 0 && self.report.is_valid();
            let location = location_name(unchecked.property());
            write!(f, "{}{location}: {unchecked}", if is_first { "" } else { "\n" })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.report, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let problem = self.report.problems().first().map(|problem| problem as _);
        problem.or_else(|| self.report.unchecked().iter().find_map(super::UncheckedRule::failure))
    }
}
