//! [`garde::Validate`] for requests and their parts, under the rules of a [`RequestChecker`].
//!
//! Frameworks that validate with garde accept a request directly:
//!
//! ```
//! use icws_schema::body::UserClientConfigurationProperties;
//! use icws_schema::codes::ValidationErrorType;
//! use icws_schema::exports::garde::Validate;
//! use icws_schema::garde::RuleContext;
//! use icws_schema::rules::RequestChecker;
//!
//! let context = RuleContext::new(RequestChecker::recommended());
//! let mut update = UserClientConfigurationProperties::default();
//! update.external_call_timeout.set(301);
//!
//! let errors = update.validate_with(&context).unwrap_err();
//! assert_eq!(
//!     errors.to_string().trim_end(),
//!     "externalCallTimeout.actualValue: expected an integer from 1 to 300, found a number; the time is in seconds (range)"
//! );
//! // garde's errors are strings. The same check as data:
//! assert_eq!(context.check(&update).problems()[0].validator(), Some(ValidationErrorType::Range));
//! ```
//!
//! A part is checked by the rules for its location in a request: a [`FollowMe`] by those for `followMe[]`. Types that occur
//! at several locations, and those of responses, do not implement the trait: no rule set has rules for them. A type of your
//! own that contains such a part derives the trait (which needs garde, with its feature `derive`, as a dependency):
//!
//! ```
//! use garde::Validate;
//! use icws_schema::body::FollowMe;
//! use icws_schema::garde::RuleContext;
//!
//! #[derive(Validate)]
//! #[garde(context(RuleContext))]
//! struct Numbers {
//!     #[garde(dive)]
//!     numbers: Vec<FollowMe>,
//! }
//! ```

use crate::body::{
    Field, FollowMe, InheritableIntProperty, InheritableStringProperty, UserClientConfigurationProperties,
    UserClientConfigurationView,
};
use crate::directory::{Directory, Subject};
use crate::location::{Location, LocationSegment};
use crate::report::{Problem, Report};
use crate::rules::{Context, RequestChecker};
use ::garde::{Error, Path, Validate};
use std::fmt;
use std::sync::Arc;

/// The context of a check through garde: the rules, and the fields of a [`Context`], owned.
///
/// A rule that cannot be checked is an error, unless [`allow_unchecked`](Self::allow_unchecked) is called.
#[derive(Clone)]
#[non_exhaustive]
pub struct RuleContext {
    /// The rules.
    pub rules: RequestChecker,
    /// Answers questions about the server's configuration, from any thread.
    pub directory: Option<Arc<dyn Directory + Send + Sync>>,
    /// The current properties of the user: rules take the values of omitted properties from them.
    pub current: Option<UserClientConfigurationView>,
    /// The object that is updated.
    pub subject: Option<Subject>,
    /// The server's feature version of `configuration`.
    pub feature_version: Option<u32>,
    /// Whether to accept values for which a rule could not be checked. A question that the directory failed to answer
    /// remains an error.
    pub allow_unchecked: bool,
}

impl RuleContext {
    /// Creates a context with these rules, in which nothing else is known.
    #[must_use]
    pub fn new(rules: RequestChecker) -> Self {
        Self { rules, directory: None, current: None, subject: None, feature_version: None, allow_unchecked: false }
    }

    /// Sets the directory.
    #[must_use]
    pub fn with_directory(self, directory: impl Directory + Send + Sync + 'static) -> Self {
        Self { directory: Some(Arc::new(directory)), ..self }
    }

    /// Sets the current properties of the user.
    #[must_use]
    pub fn with_current(self, current: UserClientConfigurationView) -> Self {
        Self { current: Some(current), ..self }
    }

    /// Sets the object that is updated.
    #[must_use]
    pub fn with_subject(self, subject: Subject) -> Self {
        Self { subject: Some(subject), ..self }
    }

    /// Sets the server's feature version of `configuration`.
    #[must_use]
    pub fn with_feature_version(self, version: u32) -> Self {
        Self { feature_version: Some(version), ..self }
    }

    /// Accepts values for which a rule could not be checked.
    ///
    /// ```
    /// use icws_schema::body::FollowMe;
    /// use icws_schema::exports::garde::Validate;
    /// use icws_schema::garde::RuleContext;
    /// use icws_schema::rules::RequestChecker;
    ///
    /// let rules = r#"{"rules": [{"validator": "existingExtension", "property": "followMe[].phoneNumber"}]}"#;
    /// let context = RuleContext::new(RequestChecker::from_json(rules)?);
    /// let number = FollowMe::new("8042", 15);
    /// assert_eq!(
    ///     number.validate_with(&context).unwrap_err().to_string().trim_end(),
    ///     "phoneNumber: existingExtension unchecked: no directory has `extensions`"
    /// );
    /// assert!(number.validate_with(&context.allow_unchecked()).is_ok());
    /// # Ok::<(), icws_schema::file::LoadError>(())
    /// ```
    #[must_use]
    pub fn allow_unchecked(self) -> Self {
        Self { allow_unchecked: true, ..self }
    }

    /// Checks a value, and returns the report. Locations are those in a request that contains only this value: for a
    /// [`FollowMe`] they begin with `/followMe/0`.
    ///
    /// ```
    /// use icws_schema::body::FollowMe;
    /// use icws_schema::garde::RuleContext;
    /// use icws_schema::rules::RequestChecker;
    ///
    /// let context = RuleContext::new(RequestChecker::recommended());
    /// let report = context.check(&FollowMe::new("", 15));
    /// assert_eq!(report.problems()[0].pointer(), "/followMe/0/phoneNumber");
    /// ```
    #[must_use]
    pub fn check<T: Checked>(&self, value: &T) -> Report {
        let context = Context {
            directory: self.directory.as_deref().map(|directory| directory as &dyn Directory),
            current: self.current.as_ref(),
            subject: self.subject.clone(),
            feature_version: self.feature_version,
        };
        value.check(&self.rules, &context)
    }

    fn validate<T: Checked>(&self, value: &T, parent: &mut dyn FnMut() -> Path, errors: &mut ::garde::Report) {
        let report = self.check(value);
        let depth = T::path().len();
        for problem in report.problems() {
            errors.append(path(parent(), problem.location(), depth), Error::new(GardeMessage(problem)));
        }
        for unchecked in report.unchecked() {
            if unchecked.is_failed() || !self.allow_unchecked {
                errors.append(path(parent(), unchecked.location().unwrap_or_default(), depth), Error::new(unchecked));
            }
        }
    }
}

/// The default has no rules besides the representation: see [`RequestChecker::documented`].
impl Default for RuleContext {
    fn default() -> Self {
        Self::new(RequestChecker::documented())
    }
}

impl fmt::Debug for RuleContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuleContext")
            .field("rules", &self.rules)
            .field("directory", &self.directory.is_some())
            .field("current", &self.current.is_some())
            .field("feature_version", &self.feature_version)
            .field("allow_unchecked", &self.allow_unchecked)
            .finish_non_exhaustive()
    }
}

/// A problem, and the validator that is violated.
struct GardeMessage<'p>(&'p Problem);

impl fmt::Display for GardeMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(problem) = self;
        match problem.validator() {
            Some(validator) => write!(f, "{problem} ({validator})"),
            None => write!(f, "{problem} (malformed)"),
        }
    }
}

/// Returns garde's path of a location below the value that is checked, whose own location has `depth` segments.
fn path(parent: Path, location: Location, depth: usize) -> Path {
    location.0.into_iter().skip(depth).fold(parent, |path, segment| match segment {
        LocationSegment::Member(name) => path.join(&*name),
        LocationSegment::Index(index) => path.join(index),
    })
}

/// A request, or a type that occurs at exactly one location of a request. It cannot be implemented outside of this crate.
pub trait Checked: private::Embedded {}

impl<T: private::Embedded> Checked for T {}

mod private {
    use crate::body::UserClientConfigurationProperties;
    use crate::location::{Location, LocationSegment};
    use crate::report::Report;
    use crate::rules::{Context, RequestChecker};

    pub trait Embedded: Clone {
        /// Returns the location of the value in a request.
        fn path() -> Vec<LocationSegment>;

        /// Puts the value at its location.
        fn put(self, request: &mut UserClientConfigurationProperties);

        /// Checks a request that contains only the value, and reports the problems at the value.
        fn check(&self, rules: &RequestChecker, context: &Context<'_>) -> Report {
            let mut request = UserClientConfigurationProperties::default();
            self.clone().put(&mut request);
            let location = Location(Self::path());
            rules.check_value(&request, context).below(&location, &location.to_string().replace("[0]", "[]"))
        }
    }
}

impl private::Embedded for UserClientConfigurationProperties {
    fn path() -> Vec<LocationSegment> {
        Vec::new()
    }

    fn put(self, request: &mut UserClientConfigurationProperties) {
        *request = self;
    }

    fn check(&self, rules: &RequestChecker, context: &Context<'_>) -> Report {
        rules.check_value(self, context)
    }
}

impl private::Embedded for FollowMe {
    fn path() -> Vec<LocationSegment> {
        vec![LocationSegment::Member("followMe".into()), LocationSegment::Index(0)]
    }

    fn put(self, request: &mut UserClientConfigurationProperties) {
        request.follow_me = Field::Value(vec![self]);
    }
}

impl private::Embedded for InheritableStringProperty {
    fn path() -> Vec<LocationSegment> {
        vec![LocationSegment::Member("callForwardAllMode".into())]
    }

    fn put(self, request: &mut UserClientConfigurationProperties) {
        request.call_forward_all_mode = Field::Value(self);
    }
}

impl private::Embedded for InheritableIntProperty {
    fn path() -> Vec<LocationSegment> {
        vec![LocationSegment::Member("externalCallTimeout".into())]
    }

    fn put(self, request: &mut UserClientConfigurationProperties) {
        request.external_call_timeout = Field::Value(self);
    }
}

macro_rules! validate {
    ($($Checked:ty)+) => {$(
        impl Validate for $Checked {
            type Context = RuleContext;

            fn validate_into(&self, context: &RuleContext, parent: &mut dyn FnMut() -> Path, errors: &mut ::garde::Report) {
                context.validate(self, parent, errors);
            }
        }
    )+};
}

validate! { UserClientConfigurationProperties FollowMe InheritableStringProperty InheritableIntProperty }
