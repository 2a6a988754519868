use super::configuration_error::ConfigurationError;
use super::error::Error;
use super::unknown_error::UnknownError;
use crate::body::decode::members::{TYPE, WireValue};
use crate::body::decode::{DecodeContext, Read, raw_value};
use crate::body::{UnknownMembers, UpdateOperationResult, UserClientConfigurationProperties};
use crate::codes::{Code, EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::descriptor::{Kind, TypeDescriptor};
use crate::json::lexer::{LexError, Lexer};
use serde::de::{Deserializer, Error as _};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The body of a response other than 200, selected by its `__type`.
///
/// Without `__type` it is a plain error, under a URN that the vendor does not document an unknown one; the URN of another documented type is
/// rejected (our choice).
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
    /// The URN is that of a configuration error.
    ConfigurationError(ConfigurationError),
    /// The URN is that of a plain error, or `__type` is missing.
    Error(Error),
    /// The URN is not documented.
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

    /// Returns the type URN of the error: what is or would be in its `__type`.
    ///
    /// ```
    /// use icws_schema::body::{Error, ErrorBody};
    ///
    /// assert_eq!(ErrorBody::from(Error::new("failed")).type_urn(), "urn:inin.com:common:error");
    /// ```
    #[must_use]
    pub fn type_urn(&self) -> &str {
        match self {
            Self::ConfigurationError(_) => ConfigurationError::SHAPE.urn,
            Self::Error(_) => Error::SHAPE.urn,
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

/// A plain error without message.
impl Default for ErrorBody {
    fn default() -> Self {
        Self::Error(Error::default())
    }
}

impl WireValue for ErrorBody {
    const SHAPE: &'static TypeDescriptor = Error::SHAPE;
    const KIND: Kind = Kind::Object;
    fn node(&self) -> Option<crate::value_ref::ValueRef<'_>> {
        match self {
            Self::ConfigurationError(error) => error.node(),
            Self::Error(error) => error.node(),
            Self::UnknownError(error) => error.node(),
        }
    }
}

impl Read for ErrorBody {
    const SELECTED_BY_TYPE_TAG: bool = true;

    fn pull<const KEEP: bool>(&mut self, tokens: &mut Lexer<'_>, cx: &mut DecodeContext) -> Result<(), LexError> {
        let urn = urn(&mut tokens.clone()).ok().flatten();
        match urn.as_deref() {
            Some(urn) if urn == ConfigurationError::SHAPE.urn => {
                cx.set_root(ConfigurationError::SHAPE);
                let mut error = ConfigurationError::default();
                error.pull::<KEEP>(tokens, cx)?;
                *self = Self::ConfigurationError(error);
            }
            Some(urn) if !is_documented(urn) => {
                cx.set_root(UnknownError::SHAPE);
                let mut error = UnknownError::default();
                error.pull::<KEEP>(tokens, cx)?;
                *self = Self::UnknownError(error);
            }
            _ => {
                let mut error = Error::default();
                error.pull::<KEEP>(tokens, cx)?;
                *self = Self::Error(error);
            }
        }
        Ok(())
    }

    fn visit<'de, D: Deserializer<'de>>(&mut self, deserializer: D, cx: &mut DecodeContext) -> Result<(), D::Error> {
        let text = raw_value::text(deserializer)?;
        self.pull::<true>(&mut Lexer::new(&text), cx).map_err(|syntax| D::Error::custom(syntax.error))
    }
}

/// Returns the string in the first `__type` of an object.
fn urn<'a>(tokens: &mut Lexer<'a>) -> Result<Option<Cow<'a, str>>, LexError> {
    if tokens.peek() != b'{' {
        return Ok(None);
    }
    tokens.enter()?;
    let mut first = true;
    while tokens.next_key(std::mem::take(&mut first))? {
        let name = tokens.text()?;
        tokens.colon()?;
        if name == TYPE {
            return if tokens.peek() == b'"' { tokens.text().map(Some) } else { Ok(None) };
        }
        tokens.skip()?;
    }
    Ok(None)
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
    UserClientConfigurationProperties::SHAPE.each_urn(&mut urns);
    UpdateOperationResult::SHAPE.each_urn(&mut urns);
    ConfigurationError::SHAPE.each_urn(&mut urns);
    Error::SHAPE.each_urn(&mut urns);
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
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::body::decode::deserialize(deserializer)
    }
}
