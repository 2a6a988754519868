//! The English messages of problems.

use super::expected::RuleExpectation;
use super::hint::ACTUAL;
use super::kind::ProblemDetail;
use super::problem::Problem;
use crate::body::decode::members::WireValue;
use crate::body::{FollowMe, UserClientConfigurationProperties};
use crate::descriptor::JsonType;
use crate::location::LocationSegment;
use crate::suggest::in_backticks;
use std::borrow::Cow;
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
            ProblemDetail::Syntax(error) => {
                let form = error.is_other_document().then(|| self.form()).flatten();
                let hint = self.hint().map(|hint| hint.to_string());
                let parts: Vec<_> = error
                    .help()
                    .into_iter()
                    .map(Cow::from)
                    .chain(hint.map(Cow::from))
                    .chain(form.map(Cow::from))
                    .collect();
                (!parts.is_empty()).then(|| parts.join("; "))
            }
            ProblemDetail::Duplicate => Some(DUPLICATE.to_owned()),
            finding => {
                let hint = self.hint().map(|hint| hint.to_string());
                hint.or_else(|| self.missing()).or_else(|| help(finding))
            }
        }
    }

    /// Returns what the body of a request looks like.
    fn form(&self) -> Option<&'static str> {
        (self.root().name == UserClientConfigurationProperties::DESCRIPTOR.name)
            .then_some("a body is an object, such as `{\"callForwardAll\": {\"actualValue\": true}}`")
    }

    /// Returns an example of a missing property that requests have.
    fn missing(&self) -> Option<String> {
        let ProblemDetail::Missing { expected } = self.detail() else { return None };
        let location = self.location();
        let Some(LocationSegment::Member(name)) = location.0.last() else { return None };
        if FollowMe::DESCRIPTOR.member(name).is_none() && name != ACTUAL {
            return None;
        }
        let member = match expected.kind {
            JsonType::Boolean => format!("`\"{name}\": true` or `\"{name}\": false`"),
            JsonType::Int => format!("`\"{name}\": ` and the number"),
            JsonType::String => format!("`\"{name}\": \"...\"`"),
            JsonType::Array | JsonType::Object => return None,
        };
        Some(format!("add {member}, unless it is there under another name"))
    }

    /// Displays the problem without a hint.
    pub(crate) fn statement(&self) -> impl fmt::Display {
        ProblemStatement(self)
    }
}

/// What to do about a duplicate property.
pub(crate) const DUPLICATE: &str = "keep only one of them, with what is needed of both";

/// How many names are listed.
const MAX_NAMES: usize = 8;

/// Returns what helps whatever was meant: the known names, or what a format is.
fn help(finding: &ProblemDetail) -> Option<String> {
    match finding {
        ProblemDetail::UnknownMember { object } if (1..=MAX_NAMES).contains(&object.members.len()) => {
            let names = in_backticks(object.members.iter().map(|member| member.name));
            Some(format!("the known properties are {names}"))
        }
        ProblemDetail::UnknownMember { .. } => {
            Some("correct its name, or remove it if nothing is lost with it".to_owned())
        }
        ProblemDetail::Rule(violation) => match *violation.rule.expected() {
            RuleExpectation::Format(format) => Some(format!("write {}", format.form())),
            _ => None,
        },
        _ => None,
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
            | ProblemDetail::NearInteger { .. }
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
