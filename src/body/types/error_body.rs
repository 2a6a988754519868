use super::configuration_error::ConfigurationError;
use super::error::Error;
use super::unknown_error::UnknownError;
use crate::body::decode::members::{TYPE, WireValue};
use crate::body::decode::{DecodeContext, Read, raw_value};
use crate::body::{UpdateOperationResult, UserClientConfigurationProperties};
use crate::codes::{Code, EFaqSearchOptions, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::descriptor::{Kind, TypeDescriptor};
use crate::json::lexer::{LexError, Lexer};
use serde::de::{Deserializer, Error as _};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// An error body, told by its `__type`: what any status but 200 may carry.
///
/// Without `__type` it is a plain error; under a URN that nobody lists it is an unlisted one; a URN that is listed for something else is
/// wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum ErrorBody {
    /// Under the URN of a configuration error.
    ConfigurationError(ConfigurationError),
    /// Under the URN of a plain error, or without `__type`.
    Error(Error),
    /// Under a URN that nobody lists.
    UnknownError(UnknownError),
}

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
            Some(urn) if !is_known(urn) => {
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

/// The text of the first `__type` of an object.
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

/// Whether a URN is that of a type of the endpoint.
fn is_known(urn: &str) -> bool {
    known_urns().contains(&urn)
}

/// The URN of every type of the endpoint.
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
