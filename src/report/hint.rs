use super::item_fault::ItemFault;
use super::kind::Finding;
use super::unexpected::Unexpected;
use crate::descriptor::{JsonType, TypeDescriptor};
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
    /// An unknown property has nearly the name of this known one, or is where only this one is missing.
    SimilarProperty {
        /// The known name.
        name: &'static str,
    },
    /// A missing property is there, under a name that is unknown: both problems are one mistake.
    Misspelt {
        /// The unknown name.
        name: String,
    },
    /// An unknown property has the name of another unknown one of its object, but for upper and lower case.
    OtherCase {
        /// The other name.
        name: String,
    },
    /// A request has `effectiveValue`, which a GET returns, where a PUT sends `actualValue`.
    EffectiveValue,
    /// A request has the bare value of an inheritable property, which is an object with `actualValue`.
    BareValue,
    /// A request has an object with `actualValue` where the value itself is sent.
    WrappedValue,
    /// A request is a whole user, as a GET returns it: what is inside `clientConfigurationProperties` is the body.
    WholeUser,
    /// A request is a list of users, as a GET returns it.
    ListOfUsers,
    /// A request is the body of an error response.
    ErrorResponse,
    /// A request is the body of the response to an update.
    UpdateResult,
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
    /// A request has a number where a string is expected: the quotes are missing.
    Unquoted,
    /// An item of a delimited string is what makes the string fail.
    Item {
        /// Its number, from 1.
        number: usize,
        /// What is wrong with it.
        fault: ItemFault,
    },
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SimilarProperty { name } => return write!(f, "did you mean `{name}`?"),
            Self::Misspelt { name } => {
                return write!(f, "the unknown property `{}` is probably meant as this one", Escaped(name));
            }
            Self::OtherCase { name } => {
                return write!(f, "the property is there already, as `{}`: keep only one of them", Escaped(name));
            }
            Self::EffectiveValue => {
                "`effectiveValue` is what a GET returns, `actualValue` is what a PUT sends; \
                 `--as view` checks what a GET returned"
            }
            Self::BareValue => "write the value as `{\"actualValue\": ...}`",
            Self::WrappedValue => "write the value itself, without `{\"actualValue\": ...}` around it",
            Self::WholeUser => {
                "a request is only what is inside `clientConfigurationProperties` of a user; \
                 `--as user` checks what a GET returned"
            }
            Self::ListOfUsers => {
                "a request is only what is inside `clientConfigurationProperties` of one user; \
                 `--as list` checks a list of users that a GET returned"
            }
            Self::ErrorResponse => "`--as error` checks the body of an error response",
            Self::UpdateResult => "`--as result` checks the body of the response to an update",
            Self::ArrayOfBodies => "each item of the array is a body of its own",
            Self::CodeName { code, name } => return write!(f, "the code of `{name}` is {code}"),
            Self::Quoted => "write it without quotes",
            Self::Unquoted => "write it in double quotes",
            Self::Item { number, fault } => return fault.write(*number, f),
        })
    }
}

/// Unknown names that are longer than this many bytes are in no hint.
pub(crate) const MAX_NAME: usize = 100;

/// The property that a request sends, and the one that a GET returns instead.
pub(crate) const ACTUAL: &str = "actualValue";
pub(crate) const EFFECTIVE: &str = "effectiveValue";

impl Hint {
    /// Returns the hint for a finding at a place of a request, whatever was read before.
    pub(crate) fn in_request(finding: &Finding, slot: u16) -> Option<Self> {
        let Finding::Type { expected, found } = finding else { return None };
        if slot == 0 && *found == Unexpected::Array {
            return Some(Self::ArrayOfBodies);
        }
        let is_scalar = !matches!(found, Unexpected::Array | Unexpected::Items(_) | Unexpected::Object);
        match expected.kind {
            JsonType::String => (*found == Unexpected::Number).then_some(Self::Unquoted),
            _ => (is_scalar && expected.member(ACTUAL).is_some()).then_some(Self::BareValue),
        }
    }

    /// Returns the hint for a property that requests do not have, but other bodies have.
    pub(crate) fn of_other_body(name: &str) -> Option<Self> {
        match name {
            "clientConfigurationProperties" | "configurationId" => Some(Self::WholeUser),
            "items" => Some(Self::ListOfUsers),
            "errorId" => Some(Self::ErrorResponse),
            "licenseProblems" => Some(Self::UpdateResult),
            _ => None,
        }
    }

    /// Returns the word of JSON output.
    ///
    /// ```
    /// assert_eq!(icws_schema::report::Hint::BareValue.as_str(), "bareValue");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::SimilarProperty { .. } => "similarProperty",
            Self::Misspelt { .. } => "misspelt",
            Self::OtherCase { .. } => "otherCase",
            Self::EffectiveValue => "effectiveValue",
            Self::BareValue => "bareValue",
            Self::WrappedValue => "wrappedValue",
            Self::WholeUser => "wholeUser",
            Self::ListOfUsers => "listOfUsers",
            Self::ErrorResponse => "errorResponse",
            Self::UpdateResult => "updateResult",
            Self::ArrayOfBodies => "arrayOfBodies",
            Self::CodeName { .. } => "codeName",
            Self::Quoted => "quoted",
            Self::Unquoted => "unquoted",
            Self::Item { fault, .. } => fault.as_str(),
        }
    }

    /// Returns the hint for a string where a boolean, a number or a code is expected.
    pub(crate) fn of_string(string: &str, expected: &TypeDescriptor) -> Option<Self> {
        let is_quoted = match expected.kind {
            JsonType::Boolean => matches!(string, "true" | "false"),
            JsonType::Int => !string.starts_with('+') && string.parse::<i32>().is_ok(),
            JsonType::String | JsonType::Array | JsonType::Object => false,
        };
        if is_quoted {
            return Some(Self::Quoted);
        }
        let is_named = |(_, name, _): &&(i32, &'static str, &'static str)| name.eq_ignore_ascii_case(string);
        let (code, name, _) = expected.codes.iter().find(is_named)?;
        Some(Self::CodeName { code: *code, name })
    }
}
