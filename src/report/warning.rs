use crate::location::{Location, LocationSegment};
use std::fmt;

/// A warning: something that may be a mistake. It is not a problem, and a body with warnings can be valid.
///
/// ```
/// use icws_schema::{ParseOptions, body::UserClientConfigurationView};
///
/// let report = ParseOptions::new().check::<UserClientConfigurationView>(r#"{"errorId": "x", "message": "m"}"#);
/// assert!(report.is_valid());
/// assert_eq!(report.warnings()[0].to_string(), "none of the 25 client configuration properties is present");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Warning {
    /// A view has properties, but none of the 25 of the client configuration.
    NoKnownProperty {
        /// The location of the view.
        location: Location,
    },
    /// A response has an unknown property whose name is similar to a known one. It is kept.
    SimilarProperty {
        /// The location of the unknown property.
        location: Location,
        /// The known name.
        suggestion: &'static str,
    },
    /// The root of a response has `items`, but is not read as a list of users: `items` is no array, or is beside properties of the
    /// client configuration.
    NoList {
        /// Whether `items` is an array.
        is_array: bool,
    },
    /// A string of a request is a placeholder, such as `<extension>`: probably, a value was to be written in its place.
    Placeholder {
        /// The location of the string.
        location: Location,
    },
    /// A server with this feature version of `configuration` does not have this PUT, which version 7 introduced.
    FeatureVersion {
        /// The version.
        version: u32,
    },
}

impl Warning {
    /// Returns the location; the root if the warning concerns the whole body.
    #[must_use]
    pub fn location(&self) -> Location {
        match self {
            Self::NoKnownProperty { location }
            | Self::SimilarProperty { location, .. }
            | Self::Placeholder { location } => location.clone(),
            Self::NoList { .. } => Location(vec![LocationSegment::Member("items".into())]),
            Self::FeatureVersion { .. } => Location::default(),
        }
    }

    /// Returns the name in JSON output.
    ///
    /// ```
    /// use icws_schema::report::{Location, Warning};
    ///
    /// assert_eq!(Warning::NoKnownProperty { location: Location::default() }.as_str(), "noKnownProperty");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::NoKnownProperty { .. } => "noKnownProperty",
            Self::SimilarProperty { .. } => "similarProperty",
            Self::NoList { .. } => "noList",
            Self::Placeholder { .. } => "placeholder",
            Self::FeatureVersion { .. } => "featureVersion",
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKnownProperty { location } => {
                if !location.0.is_empty() {
                    write!(f, "`{location}`: ")?;
                }
                f.write_str("none of the 25 client configuration properties is present")
            }
            Self::SimilarProperty { location, suggestion } => {
                write!(f, "`{location}`: unknown property; did you mean `{suggestion}`?")
            }
            Self::NoList { is_array: false } => f.write_str("`items`: not a list of users, since it is not an array"),
            Self::NoList { is_array: true } => f.write_str(
                "`items`: not read as a list of users, since it is beside properties of the client configuration",
            ),
            Self::Placeholder { location } => {
                write!(f, "`{location}`: the string is a placeholder; write the value that it stands for")
            }
            Self::FeatureVersion { version } => {
                write!(
                    f,
                    "feature version {version} of `configuration` does not have this PUT, which exists since version 7"
                )
            }
        }
    }
}
