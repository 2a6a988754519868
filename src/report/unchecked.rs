use super::custom_check_error::CustomCheckError;
use super::directory_error::DirectoryError;
use super::rule_info::RuleInfo;
use crate::codes::ValidationErrorType;
use crate::location::{Location, SharedPath};
use crate::vocabulary::Section;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// A rule whose outcome depends on something unknown. It is not a violation, but the report is incomplete.
///
/// It serializes as in a report, with the data of the reason:
///
/// ```
/// use icws_schema::rules::{ObjectChecker, ObjectContext};
///
/// let rules = r#"{"rules": [{"validator": "existingInstanceId", "property": "manager", "objectType": "user"}]}"#;
/// let report = ObjectChecker::from_json(rules)?.check(r#"{"manager": "jane"}"#, &ObjectContext::new());
/// let json = serde_json::to_value(&report.unchecked()[0]).unwrap();
/// assert_eq!((&json["kind"], &json["section"], &json["objectType"]), (&"notInDirectory".into(), &"objects".into(), &"user".into()));
/// assert_eq!(json["pointer"], "/manager");
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Clone)]
pub struct UncheckedRule {
    rule: Arc<dyn RuleInfo>,
    pub(crate) indexes: Vec<usize>,
    extent: UncheckedExtent,
    reason: Arc<UncheckedReason>,
}

/// The locations at which a rule is unchecked.
#[derive(Clone)]
enum UncheckedExtent {
    /// The location at which it would fail; the string is created on first use.
    Location { path: Option<SharedPath>, text: OnceLock<String> },
    /// Every location of its property, which is given as written in the rule.
    Everywhere(String),
}

impl UncheckedRule {
    pub(crate) fn new(
        rule: Arc<dyn RuleInfo>,
        indexes: Vec<usize>,
        path: Option<SharedPath>,
        reason: Arc<UncheckedReason>,
    ) -> Self {
        Self { rule, indexes, extent: UncheckedExtent::Location { path, text: OnceLock::new() }, reason }
    }

    /// Creates an entry for a rule that is unchecked at every location, given its property as written.
    pub(crate) fn from_violation(
        rule: Arc<dyn RuleInfo>,
        property: String,
        indexes: Vec<usize>,
        reason: Arc<UncheckedReason>,
    ) -> Self {
        Self { rule, indexes, extent: UncheckedExtent::Everywhere(property), reason }
    }

    /// Returns the validator of the rule.
    #[must_use]
    pub fn validator(&self) -> ValidationErrorType {
        self.rule.validator()
    }

    /// Returns the location at which the rule would fail, or the rule's `property` as written if the server's version
    /// does not have the validator.
    #[must_use]
    pub fn property(&self) -> &str {
        match &self.extent {
            UncheckedExtent::Location { path, text } => text.get_or_init(|| location(path.as_ref()).to_string()),
            UncheckedExtent::Everywhere(property) => property,
        }
    }

    /// Returns the location at which the rule would fail; `None` if the server's version does not have the validator,
    /// so that the rule is unchecked at every location.
    ///
    /// ```
    /// use icws_schema::rules::{Context, RequestChecker};
    ///
    /// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}"#;
    /// let body = r#"{"followMe": [{"phoneNumber": "8042", "timeout": 15, "usePin": true}]}"#;
    /// let report = RequestChecker::from_json(rules)?.check(body, &Context::new());
    /// assert_eq!(report.unchecked()[0].location().unwrap().pointer(), "/followMe/0/phoneNumber");
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        match &self.extent {
            UncheckedExtent::Location { path, .. } => Some(location(path.as_ref())),
            UncheckedExtent::Everywhere(_) => None,
        }
    }

    /// Returns why the rule is unchecked.
    ///
    /// ```
    /// use icws_schema::directory::Section;
    /// use icws_schema::report::UncheckedReason;
    /// use icws_schema::rules::{ObjectChecker, ObjectContext};
    ///
    /// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "extension"}]}"#;
    /// let report = ObjectChecker::from_json(rules)?.check(r#"{"extension": "8001"}"#, &ObjectContext::new());
    ///
    /// let unchecked = &report.unchecked()[0];
    /// assert!(matches!(unchecked.reason(), UncheckedReason::NotInDirectory { section: Section::Extensions, .. }));
    /// assert_eq!(unchecked.reason().to_string(), "no directory has `extensions`");
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn reason(&self) -> &UncheckedReason {
        &self.reason
    }

    /// Returns whether a directory failed to answer a question, or a custom check failed, so that the value is not
    /// proven valid.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        self.failure().is_some()
    }

    pub(super) fn failure(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.reason.error()
    }

    /// Returns the location of the rule in its set, as a JSON Pointer: `/rules/3/rules/0`.
    #[must_use]
    pub fn rule_pointer(&self) -> String {
        pointer(&self.indexes)
    }

    /// Returns the rule.
    #[must_use]
    pub fn rule(&self) -> &dyn RuleInfo {
        &*self.rule
    }
}

fn location(path: Option<&SharedPath>) -> Location {
    Location(path.map(SharedPath::segments).unwrap_or_default())
}

impl fmt::Display for UncheckedRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} unchecked: {}", self.validator(), self.reason)
    }
}

/// The reason why a rule is unchecked. [`Display`](fmt::Display) writes it as a sentence, without any value of the
/// body.
///
/// ```
/// use icws_schema::report::{PropertyHint, UncheckedReason};
///
/// /// Returns what would make the check complete.
/// fn advice(reason: &UncheckedReason) -> String {
///     match reason {
///         UncheckedReason::NotInDirectory { section, .. } => format!("add `{section}` to the directory"),
///         UncheckedReason::PropertyUnknown { hint: Some(PropertyHint::ActualValuesNotRequested), .. } => {
///             "ask the server for `actualValues=true`".to_owned()
///         }
///         reason => reason.to_string(),
///     }
/// }
///
/// assert_eq!(advice(&UncheckedReason::FeatureVersion { since: 8 }), UncheckedReason::FeatureVersion { since: 8 }.to_string());
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum UncheckedReason {
    /// The directory does not know the answer to the rule's question, or there is no directory.
    NotInDirectory {
        /// The section of the directory that would contain the answer.
        section: Section,
        /// The object type, if the section has types.
        name: Option<String>,
        /// The object type of a similar name, if the directory has one.
        suggestion: Option<String>,
    },
    /// Another property that the rule reads is unknown.
    PropertyUnknown {
        /// Its path, as written in the rule.
        path: String,
        /// What is known about the cause.
        hint: Option<PropertyHint>,
    },
    /// The server's feature version of `configuration` does not have the validator.
    FeatureVersion {
        /// The version that introduced it.
        since: u32,
    },
    /// The custom check failed.
    CustomCheckFailed {
        /// The name under which it is registered.
        name: String,
        /// The error. Its `source` may contain the checked value, and is not shown.
        error: CustomCheckError,
    },
    /// The directory failed to answer the rule's question.
    DirectoryFailed {
        /// The section of the directory that would contain the answer.
        section: Section,
        /// The object type, if the section has types.
        name: Option<String>,
        /// The error. Its `source` may contain the requested id, and is not shown.
        error: DirectoryError,
    },
}

/// The reason why a property is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PropertyHint {
    /// The body is malformed there.
    Malformed,
    /// The current object has only its `effectiveValue`: the GET must request `actualValues=true`.
    ActualValuesNotRequested,
}

impl PropertyHint {
    /// Returns the name in JSON output.
    ///
    /// ```
    /// assert_eq!(icws_schema::report::PropertyHint::Malformed.as_str(), "malformed");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::ActualValuesNotRequested => "actualValuesNotRequested",
        }
    }
}

impl UncheckedReason {
    /// Returns whether the source of an answer failed, so that the value is not proven valid.
    pub(crate) fn is_failure(&self) -> bool {
        self.error().is_some()
    }

    fn error(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::DirectoryFailed { error, .. } => Some(error),
            Self::CustomCheckFailed { error, .. } => Some(error),
            _ => None,
        }
    }

    /// Returns the name in JSON output.
    ///
    /// ```
    /// assert_eq!(icws_schema::report::UncheckedReason::FeatureVersion { since: 8 }.as_str(), "featureVersion");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::NotInDirectory { .. } => "notInDirectory",
            Self::PropertyUnknown { .. } => "propertyUnknown",
            Self::FeatureVersion { .. } => "featureVersion",
            Self::CustomCheckFailed { .. } => "customCheckFailed",
            Self::DirectoryFailed { .. } => "directoryFailed",
        }
    }

    /// Returns what to do so that the rule can be checked, if that is known and not part of the reason.
    ///
    /// ```
    /// use icws_schema::report::UncheckedReason;
    ///
    /// let reason = UncheckedReason::PropertyUnknown { path: "status".to_owned(), hint: None };
    /// assert!(reason.help().unwrap().contains("current object"));
    /// ```
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::NotInDirectory { suggestion: None, .. } => Some("provide a directory that has it"),
            Self::PropertyUnknown { hint: None, .. } => Some("provide the current object, if that has it"),
            Self::PropertyUnknown { hint: Some(PropertyHint::Malformed), .. } => Some("correct the body first"),
            Self::NotInDirectory { suggestion: Some(_), .. }
            | Self::PropertyUnknown { hint: Some(PropertyHint::ActualValuesNotRequested), .. }
            | Self::FeatureVersion { .. }
            | Self::CustomCheckFailed { .. }
            | Self::DirectoryFailed { .. } => None,
        }
    }
}

impl fmt::Display for UncheckedReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInDirectory { section, name, suggestion } => {
                write!(f, "no directory has `{section}`")?;
                if let Some(name) = name {
                    write!(f, " of the type `{name}`")?;
                }
                match suggestion {
                    Some(suggestion) => write!(f, "; did you mean `{suggestion}`?"),
                    None => Ok(()),
                }
            }
            Self::PropertyUnknown { path, hint } => {
                write!(f, "`{path}` is not known: ")?;
                f.write_str(match hint {
                    None => "the body does not contain it, so it keeps its value on the server",
                    Some(PropertyHint::Malformed) => "the body is malformed there",
                    Some(PropertyHint::ActualValuesNotRequested) => {
                        "the current object has only its `effectiveValue`; request it with `actualValues=true`"
                    }
                })
            }
            Self::FeatureVersion { since } => {
                write!(f, "feature version {since} of `configuration` introduced the validator; the server's is older")
            }
            Self::CustomCheckFailed { name, .. } => write!(f, "the custom check `{name}` failed"),
            Self::DirectoryFailed { error, .. } => error.fmt(f),
        }
    }
}

/// Returns the JSON Pointer of a rule in its set.
pub(crate) fn pointer<'i>(indexes: impl IntoIterator<Item = &'i usize>) -> String {
    indexes.into_iter().map(|index| format!("/rules/{index}")).collect()
}

/// Writes one line of at most 200 bytes, without values.
impl fmt::Debug for UncheckedRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::line::debug_line(&format!("{}: {self} ({})", self.property(), self.rule_pointer())))
    }
}

/// Compares everything that is reported.
impl PartialEq for UncheckedRule {
    fn eq(&self, other: &Self) -> bool {
        (self.validator(), self.property(), self.reason(), &self.indexes)
            == (other.validator(), other.property(), other.reason(), &other.indexes)
    }
}
