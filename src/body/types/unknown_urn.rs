use super::error_body::is_documented;
use crate::body::decode::DecodeContext;
use crate::body::decode::members::{ScalarToken, WireValue};
use crate::descriptor::{JsonType, TypeDescriptor};
use crate::report::ProblemDetail;
use crate::value_ref::ValueRef;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A type URN that belongs to no documented type of the endpoint: the `__type` of an [`UnknownError`](crate::body::UnknownError).
///
/// The default is the empty URN.
///
/// ```
/// use icws_schema::body::UnknownUrn;
///
/// assert!(UnknownUrn::new("urn:inin.com:common:missingPropertyError").is_ok());
/// assert!(UnknownUrn::new("urn:inin.com:common:error").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct UnknownUrn(String);

impl UnknownUrn {
    /// Creates a URN.
    ///
    /// # Errors
    ///
    /// Returns an error if the vendor documents a type of the endpoint with this URN.
    ///
    /// ```
    /// use icws_schema::body::UnknownUrn;
    ///
    /// let error = UnknownUrn::new("urn:inin.com:common:error").unwrap_err();
    /// assert_eq!(error.to_string(), "expected a type URN that is not documented, found that of a documented type");
    /// ```
    pub fn new(urn: impl Into<String>) -> Result<Self, DocumentedUrnError> {
        let urn = urn.into();
        if is_documented(&urn) { Err(DocumentedUrnError(())) } else { Ok(Self(urn)) }
    }

    /// Returns the URN as a string.
    ///
    /// ```
    /// use icws_schema::body::UnknownUrn;
    ///
    /// assert_eq!(UnknownUrn::new("urn:other")?.as_str(), "urn:other");
    /// # Ok::<(), icws_schema::body::DocumentedUrnError>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The error for a URN of a documented type where an undocumented one is expected.
///
/// ```
/// use icws_schema::body::{DocumentedUrnError, UnknownUrn};
///
/// let error: DocumentedUrnError = "urn:inin.com:common:error".parse::<UnknownUrn>().unwrap_err();
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DocumentedUrnError(());

impl fmt::Display for DocumentedUrnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a type URN that is not documented, found that of a documented type")
    }
}

impl std::error::Error for DocumentedUrnError {}

impl fmt::Display for UnknownUrn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for UnknownUrn {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for UnknownUrn {
    type Err = DocumentedUrnError;

    fn from_str(urn: &str) -> Result<Self, Self::Err> {
        Self::new(urn)
    }
}

impl TryFrom<&str> for UnknownUrn {
    type Error = DocumentedUrnError;

    fn try_from(urn: &str) -> Result<Self, Self::Error> {
        Self::new(urn)
    }
}

impl TryFrom<String> for UnknownUrn {
    type Error = DocumentedUrnError;

    fn try_from(urn: String) -> Result<Self, Self::Error> {
        Self::new(urn)
    }
}

impl From<UnknownUrn> for String {
    fn from(urn: UnknownUrn) -> Self {
        urn.0
    }
}

impl WireValue for UnknownUrn {
    const DESCRIPTOR: &'static TypeDescriptor = String::DESCRIPTOR;
    const JSON_TYPE: JsonType = String::JSON_TYPE;
    const CHECKS_STRING: bool = true;

    fn node(&self) -> Option<ValueRef<'_>> {
        self.0.node()
    }

    fn scalar<const KEEP: bool>(&mut self, scalar: ScalarToken<'_>, cx: &DecodeContext) -> Result<(), ProblemDetail> {
        match &scalar {
            ScalarToken::String(urn) if is_documented(urn) => {
                Err(ProblemDetail::TypeTag { urn: "", found: scalar.found() })
            }
            _ => self.0.scalar::<KEEP>(scalar, cx),
        }
    }
}

impl Serialize for UnknownUrn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for UnknownUrn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
