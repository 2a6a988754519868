use super::configuration_error::ConfigurationError;
use super::error::Error;
use super::unknown_error::UnknownError;
use crate::body::decode::members::{TYPE, WireValue};
use crate::body::decode::{Decode, DecodeContext, decode_as, peek_members};
use crate::body::{
    LicenseError, UnknownMembers, UpdateOperationResult, UserClientConfigurationProperties, UserList, ValidationError,
};
use crate::codes::{Code, EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::descriptor::{JsonType, TypeDescriptor};
use crate::json::lexer::{LexError, Lexer};
use crate::json::number::Number;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The body of a response other than 200, whose type is selected by `__type`.
///
/// Without `__type` it is a plain error, or, if it has `validationErrors` or `licenseErrors`, a configuration error whose `__type`
/// is missing, which is a problem. A URN that the vendor does not document makes it an unknown error; the URN of another documented
/// type is rejected (our choice).
///
/// ```
/// use icws_schema::body::ErrorBody;
/// use icws_schema::codes::ErrorId;
///
/// let body: ErrorBody = serde_json::from_str(r#"{"errorId": "error.request.timeout", "message": "The request timed out."}"#)?;
/// assert!(matches!(body, ErrorBody::Error(_)));
/// assert_eq!(body.error_id(), Some(&ErrorId::Timeout));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorBody {
    /// `__type` is the URN of a configuration error.
    ConfigurationError(ConfigurationError),
    /// `__type` is the URN of a plain error, or is missing.
    Error(Error),
    /// `__type` is a URN that the vendor does not document.
    UnknownError(UnknownError),
}

impl ErrorBody {
    /// Returns the identifier of the error, if there is one (`errorId`).
    ///
    /// ```
    /// use icws_schema::body::{Error, ErrorBody};
    /// use icws_schema::codes::ErrorId;
    ///
    /// let body = ErrorBody::from(Error::from(ErrorId::Timeout));
    /// assert_eq!(body.error_id(), Some(&ErrorId::Timeout));
    /// ```
    #[must_use]
    pub fn error_id(&self) -> Option<&ErrorId> {
        match self {
            Self::ConfigurationError(error) => error.error_id.as_ref(),
            Self::Error(error) => error.error_id.as_ref(),
            Self::UnknownError(error) => error.error_id.as_ref(),
        }
    }

    /// Returns the description of the error (`message`); `None` if an unknown error has none.
    ///
    /// ```
    /// use icws_schema::body::{Error, ErrorBody};
    ///
    /// assert_eq!(ErrorBody::from(Error::new("failed")).message(), Some("failed"));
    /// ```
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        match self {
            Self::ConfigurationError(error) => Some(&error.message),
            Self::Error(error) => Some(&error.message),
            Self::UnknownError(error) => error.message.as_deref(),
        }
    }

    /// Returns the type URN of the error: the value of `__type`, whether or not it is present.
    ///
    /// ```
    /// use icws_schema::body::{Error, ErrorBody};
    ///
    /// assert_eq!(ErrorBody::from(Error::new("failed")).type_urn(), "urn:inin.com:common:error");
    /// ```
    #[must_use]
    pub fn type_urn(&self) -> &str {
        match self {
            Self::ConfigurationError(_) => ConfigurationError::DESCRIPTOR.urn,
            Self::Error(_) => Error::DESCRIPTOR.urn,
            Self::UnknownError(error) => error.type_urn.as_str(),
        }
    }

    /// Returns the members that the vendor does not document.
    ///
    /// ```
    /// use icws_schema::body::ErrorBody;
    ///
    /// let body: ErrorBody = serde_json::from_str(r#"{"message": "failed", "errorCode": -2147221503}"#)?;
    /// assert_eq!(body.unknown().get_raw("errorCode"), Some("-2147221503"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn unknown(&self) -> &UnknownMembers {
        match self {
            Self::ConfigurationError(error) => &error.unknown,
            Self::Error(error) => &error.unknown,
            Self::UnknownError(error) => &error.unknown,
        }
    }

    /// Returns the error number that older servers send (`errorCode`); `None` if it is missing or its value is not integral.
    ///
    /// ```
    /// use icws_schema::body::ErrorBody;
    ///
    /// let body: ErrorBody = serde_json::from_str(r#"{"message": "failed", "errorCode": -2147221503}"#)?;
    /// assert_eq!(body.error_code(), Some(-2147221503));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn error_code(&self) -> Option<i64> {
        Number::parse(self.unknown().get_raw("errorCode")?)?.to_i64()
    }

    /// Returns the property that an unknown error is about (`propertyName`), if it has one, as a `missingPropertyError` and an
    /// `invalidPropertyError` do.
    ///
    /// ```
    /// use icws_schema::body::ErrorBody;
    ///
    /// let body: ErrorBody =
    ///     serde_json::from_str(r#"{"__type": "urn:inin.com:common:missingPropertyError", "propertyName": "followMe"}"#)?;
    /// assert_eq!(body.property_name().as_deref(), Some("followMe"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn property_name(&self) -> Option<String> {
        string(self.unknown().get("propertyName")?)
    }

    /// Returns the alternate hosts of a 503 (`alternateHostList`); empty if there is no such array. Items that are not strings are
    /// omitted.
    ///
    /// ```
    /// use icws_schema::body::ErrorBody;
    ///
    /// let body = r#"{"message": "unavailable", "errorId": "error.server.unavailable", "alternateHostList": ["ic2.example.com"]}"#;
    /// let body: ErrorBody = serde_json::from_str(body)?;
    /// assert_eq!(body.alternate_hosts(), ["ic2.example.com"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn alternate_hosts(&self) -> Vec<String> {
        match self.unknown().get("alternateHostList") {
            Some(Value::Array(hosts)) => hosts.into_iter().filter_map(string).collect(),
            _ => Vec::new(),
        }
    }

    /// Returns the rejected values (`validationErrors`); empty if it is not a configuration error.
    ///
    /// ```
    /// use icws_schema::body::{ConfigurationError, ErrorBody, ValidationError};
    /// use icws_schema::codes::ValidationErrorType;
    ///
    /// let error = ValidationError::new(ValidationErrorType::Range, "externalCallTimeout.actualValue", "301");
    /// let body = ErrorBody::from(ConfigurationError::new("rejected").with_validation_errors([error.clone()]));
    /// assert_eq!(body.validation_errors(), [error]);
    /// ```
    #[must_use]
    pub fn validation_errors(&self) -> &[ValidationError] {
        match self {
            Self::ConfigurationError(error) => error.validation_errors.as_deref().unwrap_or_default(),
            Self::Error(_) | Self::UnknownError(_) => &[],
        }
    }

    /// Returns the rejected licenses (`licenseErrors`); empty if it is not a configuration error.
    ///
    /// ```
    /// use icws_schema::body::{ConfigurationError, ErrorBody, LicenseError};
    ///
    /// let error = LicenseError::not_set("I3_ACCESS_CLIENT");
    /// let body = ErrorBody::from(ConfigurationError::new("rejected").with_license_errors([error.clone()]));
    /// assert_eq!(body.license_errors(), [error]);
    /// ```
    #[must_use]
    pub fn license_errors(&self) -> &[LicenseError] {
        match self {
            Self::ConfigurationError(error) => error.license_errors.as_deref().unwrap_or_default(),
            Self::Error(_) | Self::UnknownError(_) => &[],
        }
    }
}

fn string(value: Value) -> Option<String> {
    match value {
        Value::String(string) => Some(string),
        _ => None,
    }
}

impl From<ConfigurationError> for ErrorBody {
    fn from(error: ConfigurationError) -> Self {
        Self::ConfigurationError(error)
    }
}

impl From<Error> for ErrorBody {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl From<UnknownError> for ErrorBody {
    fn from(error: UnknownError) -> Self {
        Self::UnknownError(error)
    }
}

/// A plain error with an empty message.
impl Default for ErrorBody {
    fn default() -> Self {
        Self::Error(Error::default())
    }
}

impl WireValue for ErrorBody {
    const DESCRIPTOR: &'static TypeDescriptor = Error::DESCRIPTOR;
    const JSON_TYPE: JsonType = JsonType::Object;
    fn node(&self) -> Option<crate::value_ref::ValueRef<'_>> {
        match self {
            Self::ConfigurationError(error) => error.node(),
            Self::Error(error) => error.node(),
            Self::UnknownError(error) => error.node(),
        }
    }
}

impl Decode for ErrorBody {
    const SELECTED_BY_TYPE_TAG: bool = true;

    fn decode_json<const KEEP: bool>(
        &mut self,
        tokens: &mut Lexer<'_>,
        cx: &mut DecodeContext,
    ) -> Result<(), LexError> {
        match ErrorType::of(tokens) {
            ErrorType::ConfigurationError => decode_as::<ConfigurationError, _, KEEP>(self, tokens, cx),
            ErrorType::Error => decode_as::<Error, _, KEEP>(self, tokens, cx),
            ErrorType::UnknownError => decode_as::<UnknownError, _, KEEP>(self, tokens, cx),
        }
    }
}

/// The type of an error body.
enum ErrorType {
    ConfigurationError,
    Error,
    UnknownError,
}

impl ErrorType {
    /// Selects by the first `__type`, if that is a string. Otherwise, and if it is the URN of another documented type, a body with
    /// an array of a configuration error is one, and any other is a plain error.
    fn of(tokens: &Lexer<'_>) -> Self {
        let mut urn = None;
        let mut is_configuration_error = false;
        peek_members(tokens, |name, mut value| match name {
            TYPE if urn.is_none() => urn = Some(if value.peek() == b'"' { value.string().ok() } else { None }),
            "validationErrors" | "licenseErrors" => is_configuration_error = true,
            _ => {}
        });
        match urn.flatten().as_deref() {
            Some(urn) if urn == ConfigurationError::DESCRIPTOR.urn => Self::ConfigurationError,
            Some(urn) if urn == Error::DESCRIPTOR.urn => Self::Error,
            Some(urn) if !is_documented(urn) => Self::UnknownError,
            _ if is_configuration_error => Self::ConfigurationError,
            _ => Self::Error,
        }
    }
}

/// Returns whether a URN is that of a documented type of the endpoint.
pub(super) fn is_documented(urn: &str) -> bool {
    static URNS: LazyLock<BTreeSet<&str>> = LazyLock::new(known_urns);
    URNS.contains(urn)
}

/// Returns the URN of every type of the endpoint.
pub(crate) fn known_urns() -> BTreeSet<&'static str> {
    let codes = [EFaqSearchOptions::URN, InheritedFromType::URN, LicenseErrorType::URN, ValidationErrorType::URN];
    let mut urns = BTreeSet::from(codes);
    UserClientConfigurationProperties::DESCRIPTOR.collect_urns(&mut urns);
    UserList::DESCRIPTOR.collect_urns(&mut urns);
    UpdateOperationResult::DESCRIPTOR.collect_urns(&mut urns);
    ConfigurationError::DESCRIPTOR.collect_urns(&mut urns);
    Error::DESCRIPTOR.collect_urns(&mut urns);
    urns
}

impl serde::Serialize for ErrorBody {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::ConfigurationError(error) => error.serialize(serializer),
            Self::Error(error) => error.serialize(serializer),
            Self::UnknownError(error) => error.serialize(serializer),
        }
    }
}

impl<'de> serde::Deserialize<'de> for ErrorBody {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::body::decode::deserialize(deserializer)
    }
}
