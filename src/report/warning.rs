use std::fmt;

/// Something that is worth a look and no problem: it never decides whether a body is valid.
///
/// ```
/// use icws_schema::report::Warning;
///
/// assert_eq!(Warning::NoKnownProperty.as_str(), "noKnownProperty");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Warning {
    /// A view has properties, but none of the 25 of the client configuration.
    NoKnownProperty,
    /// A server of this feature version of `configuration` does not have this PUT, which came with version 7.
    FeatureVersion {
        /// The version.
        version: u32,
    },
}

impl Warning {
    /// Returns the warning as one word of JSON output.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::NoKnownProperty => "noKnownProperty",
            Self::FeatureVersion { .. } => "featureVersion",
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKnownProperty => f.write_str("none of the 25 client configuration properties is present"),
            Self::FeatureVersion { version } => {
                write!(f, "feature version {version} of `configuration` does not have this PUT, which came with 7")
            }
        }
    }
}
