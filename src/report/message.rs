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
use crate::vocabulary::Format;
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
            RuleExpectation::Format(format) => Some(form(format).to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// Returns what a value of a format looks like.
fn form(format: Format) -> &'static str {
    match format {
        Format::Date => "write the date as `2012-02-28`",
        Format::Time => "write the time as `09:38` or `09:38:17`",
        Format::DateTime => {
            "write the date and time as `2012-02-28T09:38:17Z` or with an offset, as `2012-02-28T09:38:17+01:00`"
        }
        Format::Duration => "write the number of seconds",
        Format::Guid => "write the GUID without braces, as `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`",
        Format::Uri => "escape spaces and the characters that no URI has, such as `%20` for a space",
        Format::Email => "write an address as `jane@example.com`, without a name",
        Format::Ipv4 => "write four numbers from 0 to 255 without leading zeros, as `192.0.2.1`",
        Format::Ipv6 => "write an address as `2001:db8::1`",
        Format::Hostname => "write a name as `host.example.com`, of letters, digits and hyphens",
        Format::Integer => "write an integer, as `15`",
        Format::Number => "write a number, as `1.5`",
        Format::Boolean => "write `true` or `false`",
        Format::PhoneNumber => {
            "a phone number begins with a digit or `+ * # (`, ends with a letter, a digit, `*` or `#`, and has digits, letters, spaces \
             and `+ * # ( ) . , / -` in between, as in `8001` or `+1 317 555 0142`; or it is a `tel:` or `sip:` URI"
        }
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
