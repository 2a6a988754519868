use super::configuration_error::ConfigurationError;
use super::error::Error;
use super::fill::{TYPE, Wire};
use super::shape::{Kind, Shape};
use super::unlisted_error::UnlistedError;
use crate::codes::{Code, EFaqSearchOptions, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::json::tokens::{Syntax, Tokens};
use crate::read::{Cx, Read, capture};
use crate::wire::{UpdateOperationResult, UserClientConfigurationProperties};
use serde::de::{Deserializer, Error as _};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// An error body, told by its `__type`: what any status but 200 may carry.
///
/// Without `__type` it is a plain error; under a URN that nobody lists it is an unlisted one; a URN that is listed for something else is
/// wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum AnyError {
    /// Under the URN of a configuration error.
    ConfigurationError(ConfigurationError),
    /// Under the URN of a plain error, or without `__type`.
    Error(Error),
    /// Under a URN that nobody lists.
    UnlistedError(UnlistedError),
}

impl Default for AnyError {
    fn default() -> Self {
        Self::Error(Error::default())
    }
}

impl Wire for AnyError {
    const SHAPE: &'static Shape = Error::SHAPE;
    const KIND: Kind = Kind::Object;

    #[cfg(feature = "rules")]
    fn node(&self) -> Option<crate::node::Node<'_>> {
        match self {
            Self::ConfigurationError(error) => error.node(),
            Self::Error(error) => error.node(),
            Self::UnlistedError(error) => error.node(),
        }
    }
}

impl Read for AnyError {
    const TOLD_BY_TYPE: bool = true;

    fn pull<const KEEP: bool>(&mut self, tokens: &mut Tokens<'_>, cx: &mut Cx) -> Result<(), Syntax> {
        let urn = urn(&mut tokens.clone()).ok().flatten();
        match urn.as_deref() {
            Some(urn) if urn == ConfigurationError::SHAPE.urn => {
                cx.set_root(ConfigurationError::SHAPE);
                let mut error = ConfigurationError::default();
                error.pull::<KEEP>(tokens, cx)?;
                *self = Self::ConfigurationError(error);
            }
            Some(urn) if !is_listed(urn) => {
                cx.set_root(UnlistedError::SHAPE);
                let mut error = UnlistedError::default();
                error.pull::<KEEP>(tokens, cx)?;
                *self = Self::UnlistedError(error);
            }
            _ => {
                let mut error = Error::default();
                error.pull::<KEEP>(tokens, cx)?;
                *self = Self::Error(error);
            }
        }
        Ok(())
    }

    fn visit<'de, D: Deserializer<'de>>(&mut self, deserializer: D, cx: &mut Cx) -> Result<(), D::Error> {
        let text = capture::text(deserializer)?;
        self.pull::<true>(&mut Tokens::new(&text), cx).map_err(|syntax| D::Error::custom(syntax.error))
    }
}

/// The text of the first `__type` of an object.
fn urn<'a>(tokens: &mut Tokens<'a>) -> Result<Option<Cow<'a, str>>, Syntax> {
    if tokens.peek() != b'{' {
        return Ok(None);
    }
    tokens.enter()?;
    let mut first = true;
    while tokens.next_name(std::mem::take(&mut first))? {
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
fn is_listed(urn: &str) -> bool {
    listed_urns().contains(&urn)
}

/// The URN of every type of the endpoint.
pub(crate) fn listed_urns() -> BTreeSet<&'static str> {
    let codes = [EFaqSearchOptions::URN, InheritedFromType::URN, LicenseErrorType::URN, ValidationErrorType::URN];
    let mut urns = BTreeSet::from(codes);
    UserClientConfigurationProperties::SHAPE.each_urn(&mut urns);
    UpdateOperationResult::SHAPE.each_urn(&mut urns);
    ConfigurationError::SHAPE.each_urn(&mut urns);
    Error::SHAPE.each_urn(&mut urns);
    urns
}

impl serde::Serialize for AnyError {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::ConfigurationError(error) => error.serialize(serializer),
            Self::Error(error) => error.serialize(serializer),
            Self::UnlistedError(error) => error.serialize(serializer),
        }
    }
}

impl<'de> serde::Deserialize<'de> for AnyError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::read::deserialize(deserializer)
    }
}
