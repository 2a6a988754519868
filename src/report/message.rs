//! The English messages of problems.

use super::kind::ProblemDetail;
use super::problem::Problem;
use std::fmt;

impl Problem {
    /// Returns how to fix the problem, if that is known.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::UserClientConfigurationProperties};
    ///
    /// let report = ParseOptions::new().check::<UserClientConfigurationProperties>(r#"{"screenCals": null}"#);
    /// let help: Vec<_> = report.iter().filter_map(|problem| problem.help()).collect();
    /// assert_eq!(help, ["did you mean `screenCalls`?"]);
    /// ```
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self.detail() {
            ProblemDetail::Syntax(error) => error.help().map(str::to_owned),
            ProblemDetail::Duplicate => Some("keep only one of them".to_owned()),
            _ => self.hint().map(|hint| hint.to_string()),
        }
    }

    /// Displays the problem without a hint.
    pub(crate) fn statement(&self) -> impl fmt::Display {
        ProblemStatement(self)
    }
}

struct ProblemStatement<'p>(&'p Problem);

impl fmt::Display for ProblemStatement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = self.0;
        match problem.detail() {
            ProblemDetail::Syntax(error) => write!(f, "not JSON: {error}"),
            ProblemDetail::Missing { .. } if problem.is_at_root() => {
                write!(f, "missing body, expected {}", problem.expected())
            }
            ProblemDetail::Missing { .. } | ProblemDetail::Untagged { .. } => {
                write!(f, "missing required property, expected {}", problem.expected())
            }
            ProblemDetail::UnknownMember { .. } => write!(f, "unknown property, expected {}", problem.expected()),
            ProblemDetail::Duplicate => f.write_str("duplicate property"),
            ProblemDetail::UnknownCode { code, .. } => {
                write!(f, "unknown code {code}, expected {}", problem.expected())
            }
            ProblemDetail::Type { .. }
            | ProblemDetail::OutOfRangeF64
            | ProblemDetail::TypeTag { .. }
            | ProblemDetail::Null { .. }
            | ProblemDetail::Rule(_)
            | ProblemDetail::Hinted(_) => write!(f, "expected {}, found {}", problem.expected_text(), problem.found()),
        }
    }
}

/// Describes the problem and, if known, how to fix it.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.statement().fmt(f)?;
        self.help().map_or(Ok(()), |help| write!(f, "; {help}"))
    }
}
