use super::context::DecodeContext;
use super::context::ValueHook;
use super::{json, serde as serde_driver};
use crate::body::decode::members::WireValue;
use crate::body::{
    ConfigurationError, ConfigurationId, Error, FollowMe, Inheritable, InheritableProperty, InheritedValue,
    LicenseError, UnknownError, UpdateOperationResult, User, UserClientConfigurationProperties,
    UserClientConfigurationView, UserList, ValidationError,
};
use crate::codes::{EFaqSearchOptions, ErrorId, InheritedFromType, LicenseErrorType, ValidationErrorType};
use crate::descriptor::Direction;
use crate::json::lexer::{LexError, Lexer, MAX_DEPTH, SyntaxError};
use crate::json::span::Span;
use crate::report::{Finding, Report};
use serde::de::Deserializer;
use serde_json::Value;
use std::mem::ManuallyDrop;

/// A representation of the endpoint: something that can be read. Nobody else can implement it.
#[allow(private_bounds)] // how a value is read is nobody else's to implement
pub trait Representation: Read {}

impl<T: Read> Representation for T {}

pub(crate) trait Read: WireValue {
    /// Which way the body goes.
    const DIRECTION: Direction = Direction::Response;
    /// Whether the body is one of several representations, told by its `__type`.
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas are made of it"))]
    const SELECTED_BY_TYPE_TAG: bool = false;
    /// Whether the body is a view, or contains views: which one is determined by its members.
    #[cfg_attr(not(feature = "schema"), allow(dead_code, reason = "schemas are made of it"))]
    const SELECTED_BY_MEMBERS: bool = false;

    fn pull<const KEEP: bool>(&mut self, tokens: &mut Lexer<'_>, cx: &mut DecodeContext) -> Result<(), LexError> {
        json::value::<Self, KEEP>(tokens, self, cx, 0)
    }

    fn visit<'de, D: Deserializer<'de>>(&mut self, deserializer: D, cx: &mut DecodeContext) -> Result<(), D::Error> {
        serde_driver::value(deserializer, self, cx)
    }
}

impl Read for UserClientConfigurationProperties {
    const DIRECTION: Direction = Direction::Request;
}
impl Read for UserClientConfigurationView {}
impl Read for User {}
impl Read for UserList {}
impl<T: Inheritable> Read for InheritableProperty<T> {}
impl<T: Inheritable> Read for InheritedValue<T> {}
impl Read for ConfigurationId {}
impl Read for FollowMe {}
impl Read for UpdateOperationResult {}
impl Read for LicenseError {}
impl Read for ValidationError {}
impl Read for Error {}
impl Read for ConfigurationError {}
impl Read for UnknownError {}
impl Read for EFaqSearchOptions {}
impl Read for InheritedFromType {}
impl Read for LicenseErrorType {}
impl Read for ValidationErrorType {}
impl Read for ErrorId {}

/// Reads a representation from JSON text: the value, or everything that is wrong with it.
///
/// # Errors
///
/// The report names every problem of the representation, each with JSON Pointer, offset, line and column. Text that is no
/// JSON is one problem.
///
/// ```
/// let report = icws_schema::read::<icws_schema::body::FollowMe>(br#"{"phoneNumber": 8042, "timeout": 15}"#).unwrap_err();
/// let pointers: Vec<_> = report.problems().iter().map(|problem| problem.pointer()).collect();
/// assert_eq!(pointers, ["/phoneNumber", "/usePin"]);
/// ```
pub fn read<T: Representation>(text: impl AsRef<[u8]>) -> Result<T, Report> {
    ParseOptions::new().read(text)
}

/// Reads a representation from a [`Value`]; problems have no offsets then.
///
/// # Errors
///
/// As for [`read`].
pub fn read_value<T: Representation>(value: &Value) -> Result<T, Report> {
    ParseOptions::new().read_value(value)
}

/// How to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct ParseOptions {
    allow_unknown: bool,
}

impl ParseOptions {
    /// Reads as the documentation says: requests hold nothing that no table lists, answers whatever the server sends.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether a request may hold members that no table lists. They are kept then, and written back.
    #[must_use]
    pub fn allow_unknown(self, allow_unknown: bool) -> Self {
        Self { allow_unknown }
    }

    /// Reads a representation from JSON text.
    ///
    /// # Errors
    ///
    /// As for [`read`].
    pub fn read<T: Representation>(&self, text: impl AsRef<[u8]>) -> Result<T, Report> {
        filled(|value| self.fill::<T, true>(text.as_ref(), value))
    }

    /// Says what is wrong with JSON text, without making a value of it: faster, and what bulk checks want.
    pub fn check<T: Representation>(&self, text: impl AsRef<[u8]>) -> Report {
        self.fill::<T, false>(text.as_ref(), &mut unkept()).unwrap_or_default()
    }

    /// Reads a representation from a [`Value`].
    ///
    /// # Errors
    ///
    /// As for [`read`]; problems have no offsets.
    pub fn read_value<T: Representation>(&self, value: &Value) -> Result<T, Report> {
        let mut cx = DecodeContext::new(T::SHAPE, T::DIRECTION, self.allow_unknown).without_positions();
        let mut read = T::default();
        // A `Value` is JSON already; what can fail is its depth.
        if !fits(value, MAX_DEPTH) || read.visit(value, &mut cx).is_err() {
            cx.problems.clear();
            cx.problem(0, Span::NONE, Finding::Syntax(SyntaxError::Depth));
        }
        if cx.problems.is_empty() { Ok(read) } else { Err(Report::new(cx.problems, None)) }
    }

    /// Fills a value; `None` when nothing is wrong.
    pub(crate) fn fill<T: Representation, const KEEP: bool>(self, text: &[u8], value: &mut T) -> Option<Report> {
        finish::<T, KEEP>(text, value, DecodeContext::new(T::SHAPE, T::DIRECTION, self.allow_unknown))
    }

    /// Fills a value that is judged where it is read; `None` when nothing is wrong.
    pub(crate) fn judge<T: Representation, const KEEP: bool>(
        self,
        text: &[u8],
        value: &mut T,
        judge: &dyn ValueHook,
    ) -> Option<Report> {
        let cx = DecodeContext::new(T::SHAPE, T::DIRECTION, self.allow_unknown).with_judge(judge);
        finish::<T, KEEP>(text, value, cx)
    }
}

/// A value that is filled where it is returned, since moving it is felt, or what is wrong.
#[inline]
pub(crate) fn filled<T: Default>(fill: impl FnOnce(&mut T) -> Option<Report>) -> Result<T, Report> {
    let mut read = Ok(T::default());
    if let Ok(value) = &mut read
        && let Some(report) = fill(value)
    {
        read = Err(report);
    }
    read
}

/// A value to read into without keeping anything: nothing in it needs a drop, and the many members of a representation need no look.
pub(crate) fn unkept<T: WireValue>() -> ManuallyDrop<T> {
    ManuallyDrop::new(T::default())
}

/// Reads a text: what is wrong with it.
fn finish<T: Representation, const KEEP: bool>(
    text: &[u8],
    value: &mut T,
    mut cx: DecodeContext<'_>,
) -> Option<Report> {
    match pull::<T, KEEP>(text, value, &mut cx) {
        Ok(()) if cx.problems.is_empty() => return None,
        Ok(()) => {}
        Err(LexError { at, error }) => {
            cx.problems.clear();
            cx.problem(0, Span { at, len: 0 }, Finding::Syntax(error));
        }
    }
    Some(Report::new(cx.problems, Some(text)))
}

/// Returns the report of a body that is not there.
pub(crate) fn missing_body<T: Representation>(text: &[u8]) -> Report {
    let mut cx = DecodeContext::new(T::SHAPE, T::DIRECTION, false);
    cx.problem(0, Span { at: 0, len: 0 }, Finding::Missing { expected: T::SHAPE });
    Report::new(cx.problems, Some(text))
}

/// Whether no more than so many containers stand in each other.
fn fits(value: &Value, depth: u8) -> bool {
    match value {
        Value::Array(items) => depth > 0 && items.iter().all(|item| fits(item, depth - 1)),
        Value::Object(members) => depth > 0 && members.values().all(|member| fits(member, depth - 1)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

fn pull<T: Representation, const KEEP: bool>(
    text: &[u8],
    value: &mut T,
    cx: &mut DecodeContext,
) -> Result<(), LexError> {
    let mut tokens = Lexer::of(text)?;
    value.pull::<KEEP>(&mut tokens, cx)?;
    tokens.end()
}
