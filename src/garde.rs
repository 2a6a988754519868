//! `garde::Validate` for every representation, with the engine behind it.
//!
//! Frameworks that are built on garde take the representations as they are. The context holds the rules, and the id of the validator survives in
//! garde's report:
//!
//! ```
//! use garde::Validate;
//! use icws_schema::garde::{RuleContext, validator};
//! use icws_schema::body::UserClientConfigurationProperties;
//! use icws_schema::codes::ValidationErrorType;
//! use icws_schema::rules::RequestChecker;
//!
//! let context = RuleContext::new(RequestChecker::recommended());
//! let mut update = UserClientConfigurationProperties::default();
//! update.external_call_timeout.set(301);
//!
//! let report = update.validate_with(&context).unwrap_err();
//! let (path, error) = report.iter().next().unwrap();
//! assert_eq!(path.to_string(), "externalCallTimeout.actualValue");
//! assert_eq!(validator(error), Some(ValidationErrorType::Range));
//! # Ok::<(), icws_schema::file::LoadError>(())
//! ```

use crate::body::decode::members::WireValue;
use crate::body::{
    ConfigurationError, ConfigurationId, Error, ErrorBody, FollowMe, Inheritable, InheritableProperty, InheritedValue,
    LicenseError, UnknownError, UpdateOperationResult, User, UserClientConfigurationProperties,
    UserClientConfigurationView, UserList, ValidationError, ViewDocument,
};
use crate::codes::ValidationErrorType;
use crate::directory::Directory;
use crate::directory::Subject;
use crate::location::LocationSegment;
use crate::report::Report;
use crate::rules::{Context, ObjectChecker, ObjectContext, RequestChecker};
use crate::value_ref::ValueRef;
use garde::{Path, Validate};
use std::sync::Arc;

/// What a check through garde knows: the rules, and what a [`Context`] has. The default is the documented rules for requests.
#[derive(Clone)]
pub struct RuleContext {
    /// The rules for [`UserClientConfigurationProperties`].
    pub rules: RequestChecker,
    /// The rules for every other representation; none are checked if it is not given.
    pub object_rules: Option<ObjectChecker>,
    /// Answers about the server's configuration.
    pub directory: Option<Arc<dyn Directory>>,
    /// How the user stands on the server.
    pub current: Option<UserClientConfigurationView>,
    /// The object that is being updated.
    pub subject: Option<Subject>,
    /// The server's feature version of `configuration`.
    pub feature_version: Option<u32>,
}

impl RuleContext {
    /// These rules, and nothing else that is known.
    #[must_use]
    pub fn new(rules: RequestChecker) -> Self {
        Self { rules, object_rules: None, directory: None, current: None, subject: None, feature_version: None }
    }

    /// Checks a request.
    fn check_request(&self, update: &UserClientConfigurationProperties) -> Report {
        let context = Context {
            directory: self.directory.as_deref().map(|directory| directory as &dyn Directory),
            current: self.current.as_ref(),
            subject: self.subject.clone(),
            feature_version: self.feature_version,
        };
        self.rules.check_value(update, &context)
    }

    /// Checks any other representation.
    fn check_object(&self, value: ValueRef<'_>) -> Report {
        let Some(rules) = &self.object_rules else { return Report::default() };
        let context = ObjectContext {
            directory: self.directory.as_deref().map(|directory| directory as &dyn Directory),
            current: None,
            subject: self.subject.clone(),
            feature_version: self.feature_version,
        };
        rules.check_typed(value, self.current.as_ref().and_then(WireValue::node), &context)
    }
}

impl Default for RuleContext {
    fn default() -> Self {
        Self::new(RequestChecker::documented())
    }
}

/// The validator that an error of garde's report names; `None` where the body would be called malformed, and of errors that are not this crate's.
#[must_use]
pub fn validator(error: &garde::Error) -> Option<ValidationErrorType> {
    let (validator, _) = error.message().split_once(": ")?;
    let (number, name) = validator.split_once(' ')?;
    ValidationErrorType::from_name(name).filter(|validator| validator.code().to_string() == number)
}

/// Adds the problems of a report to garde's.
fn tell(report: &Report, parent: &mut dyn FnMut() -> Path, into: &mut garde::Report) {
    for problem in report.problems() {
        let path = problem.location().0.iter().fold(parent(), |path, segment| match segment {
            LocationSegment::Member(name) => path.join(&**name),
            LocationSegment::Index(index) => path.join(*index),
        });
        let message = match problem.validator() {
            Some(validator) => format!("{} {validator}: {problem}", validator.code()),
            None => format!("malformed: {problem}"),
        };
        into.append(path, garde::Error::new(message));
    }
}

impl Validate for UserClientConfigurationProperties {
    type Context = RuleContext;

    fn validate_into(&self, context: &RuleContext, parent: &mut dyn FnMut() -> Path, report: &mut garde::Report) {
        tell(&context.check_request(self), parent, report);
    }
}

macro_rules! validate {
    ($($(for $T:ident: $Bound:path,)? impl $Type:ty;)+) => {$(
        impl $(<$T: $Bound>)? Validate for $Type {
            type Context = RuleContext;

            fn validate_into(&self, context: &RuleContext, parent: &mut dyn FnMut() -> Path, report: &mut garde::Report) {
                if let Some(node) = self.node() {
                    tell(&context.check_object(node), parent, report);
                }
            }
        }
    )+};
}

validate! {
    impl UserClientConfigurationView;
    impl User;
    impl UserList;
    impl ViewDocument;
    for T: Inheritable, impl InheritableProperty<T>;
    for T: Inheritable, impl InheritedValue<T>;
    impl ConfigurationId;
    impl FollowMe;
    impl UpdateOperationResult;
    impl LicenseError;
    impl ValidationError;
    impl Error;
    impl ConfigurationError;
    impl UnknownError;
    impl ErrorBody;
}
