use super::span::Span;
use super::syntax_error::SyntaxError;
use std::ops::Deref;

/// A syntax error and its location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LocatedError {
    pub(crate) span: Span,
    pub(crate) error: SyntaxError,
}

/// The error that ended reading. It is boxed to keep results small.
#[derive(Debug)]
pub(crate) struct LexError(Box<LocatedError>);

impl LexError {
    pub(super) fn new(at: usize, len: usize, error: SyntaxError) -> Self {
        Self(Box::new(LocatedError { span: Span { at, len }, error }))
    }
}

impl Deref for LexError {
    type Target = LocatedError;

    fn deref(&self) -> &LocatedError {
        &self.0
    }
}
