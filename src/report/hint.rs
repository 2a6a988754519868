use super::kind::Finding;
use super::unexpected::Unexpected;
use crate::descriptor::TypeDescriptor;
use crate::json::escape::Escaped;
use std::fmt;

/// What a mistake probably is, and so what to do about it: plain data, from which a message in any language can be made
/// (our choice).
///
/// [`Display`](fmt::Display) is this crate's English. No hint contains a value of the body, but for the name of a known code.
///
/// ```
/// use icws_schema::{body::UserClientConfigurationProperties, from_str, report::Hint};
///
/// let body = r#"{"callForwardAll": true, "eFaqSearchOption": "Best"}"#;
/// let error = from_str::<UserClientConfigurationProperties>(body).unwrap_err();
/// let hints: Vec<_> = error.report().iter().filter_map(|problem| problem.hint()).collect();
/// assert_eq!(hints, [Hint::BareValue, Hint::CodeName { code: 2, name: "Best" }]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Hint {
    /// An unknown property has nearly the name of this known one.
    SimilarProperty {
        /// The known name.
        name: &'static str,
    },
    /// A missing property is there, under a name that is unknown: both problems are one mistake.
    Misspelt {
        /// The unknown name.
        name: String,
    },
    /// A request has `effectiveValue`, which a GET returns, where a PUT sends `actualValue`.
    EffectiveValue,
    /// A request has the bare value of an inheritable property, which is an object with `actualValue`.
    BareValue,
    /// A request is a whole user, as a GET returns it: what is inside `clientConfigurationProperties` is the body.
    WholeUser,
    /// A request is an array: each of its items is a body of its own.
    ArrayOfBodies,
    /// A string is the name of a code, of which the number is sent.
    CodeName {
        /// The number.
        code: i32,
        /// The name.
        name: &'static str,
    },
    /// A number or boolean is in quotes.
    Quoted,
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SimilarProperty { name } => return write!(f, "did you mean `{name}`?"),
            Self::Misspelt { name } => {
                return write!(f, "the unknown property `{}` is probably meant as this one", Escaped(name));
            }
            Self::EffectiveValue => "`effectiveValue` is what a GET returns, `actualValue` is what a PUT sends",
            Self::BareValue => "write the value as `{\"actualValue\": ...}`",
            Self::WholeUser => "a request is only what is inside `clientConfigurationProperties` of a user",
            Self::ArrayOfBodies => "each item of the array is a body of its own",
            Self::CodeName { code, name } => return write!(f, "the code of `{name}` is {code}"),
            Self::Quoted => "write it without quotes",
        })
    }
}

/// The property that a request sends, and the one that a GET returns instead.
pub(crate) const ACTUAL: &str = "actualValue";
pub(crate) const EFFECTIVE: &str = "effectiveValue";

impl Hint {
    /// Returns the hint for a finding at a place of a request, whatever was read before.
    pub(crate) fn in_request(finding: &Finding, place: u16) -> Option<Self> {
        let Finding::Type { expected, found } = finding else { return None };
        if place == 0 && *found == Unexpected::Array {
            return Some(Self::ArrayOfBodies);
        }
        let is_scalar = !matches!(found, Unexpected::Array | Unexpected::Items(_) | Unexpected::Object);
        (is_scalar && expected.member(ACTUAL).is_some()).then_some(Self::BareValue)
    }

    /// Returns the hint for a string where a boolean, a number or a code is expected.
    pub(crate) fn of_string(string: &str, expected: &TypeDescriptor) -> Option<Self> {
        use crate::descriptor::Kind;
        let is_quoted = match expected.kind {
            Kind::Boolean => matches!(string, "true" | "false"),
            Kind::Int => !string.starts_with('+') && string.parse::<i32>().is_ok(),
            Kind::String | Kind::Array | Kind::Object => false,
        };
        if is_quoted {
            return Some(Self::Quoted);
        }
        let is_named = |(_, name, _): &&(i32, &'static str, &'static str)| name.eq_ignore_ascii_case(string);
        let (code, name, _) = expected.codes.iter().find(is_named)?;
        Some(Self::CodeName { code: *code, name })
    }
}
