//! What files are checked with, once everything is loaded.

use icws_schema::ParseOptions;
use icws_schema::body::{ErrorBody, UpdateOperationResult, ViewDocument};
use icws_schema::report::Report;
use icws_schema::rules::{Context, ObjectChecker, ObjectContext, RequestChecker};

/// A checker and what it knows.
pub(crate) enum BodyChecker<'a> {
    Requests(RequestChecker, Context<'a>),
    Objects(ObjectChecker, ObjectContext<'a>),
    Responses(ResponseKind, ParseOptions),
}

/// A kind of response.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ResponseKind {
    View,
    Result,
    Error,
}

impl BodyChecker<'_> {
    /// Checks a body.
    pub(crate) fn check(&self, text: &[u8]) -> Report {
        match self {
            Self::Requests(checker, context) => checker.check(text, context),
            Self::Objects(checker, context) => checker.check(text, context),
            Self::Responses(ResponseKind::View, options) => options.check::<ViewDocument>(text),
            Self::Responses(ResponseKind::Result, options) => options.check::<UpdateOperationResult>(text),
            Self::Responses(ResponseKind::Error, options) => options.check::<ErrorBody>(text),
        }
    }

    /// Returns whether the bodies are requests, which a server responds to.
    pub(crate) fn are_requests(&self) -> bool {
        !matches!(self, Self::Responses(..))
    }
}
