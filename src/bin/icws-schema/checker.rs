//! Checkers of bodies, with everything that was loaded.

use crate::views;
use icws_schema::ParseOptions;
use icws_schema::body::{ErrorBody, UpdateOperationResult, User, UserClientConfigurationView, ViewDocument};
use icws_schema::directory::{Directory, InMemoryDirectory, Subject};
use icws_schema::report::Report;
use icws_schema::rules::{Context, CurrentObject, ObjectChecker, ObjectContext, RequestChecker, RuleSet};

/// A checker and its context, shared by all threads. There is one per process.
#[expect(clippy::large_enum_variant, reason = "it is not moved")]
pub(crate) enum BodyChecker {
    Requests { checker: RequestChecker, current: Option<UserClientConfigurationView>, known: SharedContext },
    Objects { checker: ObjectChecker, current: Option<CurrentObject<'static>>, known: SharedContext },
    Responses(ResponseKind, ParseOptions),
}

/// The context that is the same for all bodies.
pub(crate) struct SharedContext {
    pub(crate) directory: Option<InMemoryDirectory>,
    pub(crate) subject: Option<Subject>,
    pub(crate) feature_version: Option<u32>,
}

/// A kind of response.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ResponseKind {
    View,
    User,
    Result,
    Error,
}

/// The checks on one thread.
pub(crate) enum ThreadChecker<'c> {
    Requests(&'c RequestChecker, Context<'c>),
    Objects(&'c ObjectChecker, ObjectContext<'c>),
    Responses(ResponseKind, &'c ParseOptions),
}

impl SharedContext {
    fn directory(&self) -> Option<&dyn Directory> {
        self.directory.as_ref().map(|directory| directory as &dyn Directory)
    }
}

impl BodyChecker {
    /// Creates the checks on a thread.
    pub(crate) fn session(&self) -> ThreadChecker<'_> {
        match self {
            Self::Requests { checker, current, known } => {
                let mut context = Context::new();
                (context.directory, context.current) = (known.directory(), current.as_ref());
                (context.subject, context.feature_version) = (known.subject.clone(), known.feature_version);
                ThreadChecker::Requests(checker, context)
            }
            Self::Objects { checker, current, known } => {
                let mut context = ObjectContext::new();
                (context.directory, context.current) = (known.directory(), current.clone());
                (context.subject, context.feature_version) = (known.subject.clone(), known.feature_version);
                ThreadChecker::Objects(checker, context)
            }
            Self::Responses(kind, options) => ThreadChecker::Responses(*kind, options),
        }
    }

    /// Returns the rules, if any were given.
    pub(crate) fn rules(&self) -> Option<&RuleSet> {
        match self {
            Self::Requests { checker, .. } => Some(checker.rules()),
            Self::Objects { checker, .. } => Some(checker.rules()),
            Self::Responses(..) => None,
        }
    }

    /// Returns whether the bodies are requests, so that a server responds to them.
    pub(crate) fn are_requests(&self) -> bool {
        !matches!(self, Self::Responses(..))
    }
}

impl<'c> ThreadChecker<'c> {
    /// Returns the same with another subject.
    pub(crate) fn with_subject(&self, subject: Subject) -> ThreadChecker<'c> {
        match self {
            Self::Requests(checker, context) => ThreadChecker::Requests(checker, context.clone().with_subject(subject)),
            Self::Objects(checker, context) => ThreadChecker::Objects(checker, context.clone().with_subject(subject)),
            Self::Responses(kind, options) => ThreadChecker::Responses(*kind, options),
        }
    }

    /// Checks a body.
    pub(crate) fn check(&self, text: &[u8]) -> Report {
        match self {
            Self::Requests(checker, context) => checker.check(text, context),
            Self::Objects(checker, context) => checker.check(text, context),
            Self::Responses(ResponseKind::View, options) => options.check::<ViewDocument>(text),
            Self::Responses(ResponseKind::User, options) => user(text, options),
            Self::Responses(ResponseKind::Result, options) => options.check::<UpdateOperationResult>(text),
            Self::Responses(ResponseKind::Error, options) => options.check::<ErrorBody>(text),
        }
    }
}

/// Checks a user, whose view may not be there, or what can be in its place.
fn user(text: &[u8], options: &ParseOptions) -> Report {
    let (document, report) = options.parse::<ViewDocument>(text).into_partial();
    if report.is_valid() || !matches!(document, ViewDocument::View(view) if !views::has_property(&view)) {
        return report;
    }
    let (user, of_user) = options.parse::<User>(text).into_partial();
    if user.type_urn.is_some() || user.configuration_id.is_some() { of_user } else { report }
}
