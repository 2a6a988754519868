use super::context::DecodeContext;
use super::members::WireValue;
use super::parse::Decode;
use crate::body::UserClientConfigurationProperties as Request;
use crate::json::lex_error::LocatedError;
use crate::json::recovery::{Recovery, recover};
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;
use crate::json::tree::{self, Json};
use crate::report::{Origin, ProblemDetail, Report};
use crate::suggest::probable;
use std::ops::Range;

/// A text of JSON with a body as one of its parts, such as a line of a job file. It is read past errors whose correction is
/// plain, as [`ParseOptions::recover`](crate::ParseOptions::recover) does.
///
/// ```
/// use icws_schema::{EnclosingText, ParseOptions, body::FollowMe, report::Origin};
///
/// let text = r#"{"user": 'jane', "body": {}},"#;
/// let enclosing = EnclosingText::new(text.as_bytes());
/// let json = std::str::from_utf8(enclosing.json()).unwrap();
/// assert!(serde_json::from_str::<serde_json::Value>(json).is_ok());
/// let at = json.find("{}").unwrap();
/// let body = enclosing.original(at..at + 2);
/// let report = ParseOptions::new().check::<FollowMe>(&text[body.clone()]);
/// let report = enclosing.around(&body, report, Origin::new());
/// let found: Vec<_> = report.iter().map(|problem| problem.offset().unwrap()).collect();
/// assert_eq!(found, [9, 28, 25, 25, 25]);
/// ```
#[derive(Debug)]
pub struct EnclosingText<'t> {
    text: &'t [u8],
    recovery: Recovery,
    errors: Vec<LocatedError>,
    is_cut: bool,
    /// An error of the text as a whole.
    error: Option<SyntaxError>,
}

impl<'t> EnclosingText<'t> {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &'t [u8]) -> Self {
        let mut recovery = if tree::of(text).is_ok() { Recovery::default() } else { recover(text) };
        let mut errors = std::mem::take(&mut recovery.errors);
        let is_cut = recovery.made_up.is_cut();
        if let Err(error) = tree::of(recovery.input(text)) {
            errors.push(LocatedError {
                span: recovery.original_span(error.span),
                error: recovery.original_error(error.error, str::from_utf8(text).unwrap_or_default()),
            });
        }
        Self { text, recovery, errors, is_cut, error: None }
    }

    /// Adds an error of the text as a whole, which is reported at its start.
    #[must_use]
    pub fn with_error(self, error: Option<SyntaxError>) -> Self {
        Self { error, ..self }
    }

    /// Returns what is read in the place of the text.
    #[must_use]
    pub fn json(&self) -> &[u8] {
        self.recovery.input(self.text)
    }

    /// Returns whether the text was read to its end, and is not cut off.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.is_cut && !self.errors.iter().any(|error| matches!(error.error, SyntaxError::UnexpectedEof(_)))
    }

    /// Returns where a part of [`json`](Self::json) is in the text.
    #[must_use]
    pub fn original(&self, part: Range<usize>) -> Range<usize> {
        let original = |offset| self.recovery.in_bytes(self.recovery.original(offset)).min(self.text.len());
        original(part.start)..original(part.end)
    }

    /// Returns the report of the text alone, whose origin in a larger text is given.
    #[must_use]
    pub fn report(&self, origin: Origin) -> Report {
        self.around(&(0..0), Report::default(), origin).set_unread(self.is_cut)
    }

    /// Moves the report of a body to where the body is in the text, and adds the errors of the text around it. The origin is that
    /// of the text in a larger one, with the pointer of the body.
    #[must_use]
    pub fn around(&self, body: &Range<usize>, report: Report, origin: Origin) -> Report {
        let mut cx = DecodeContext::new(Request::DESCRIPTOR, Request::DIRECTION, false);
        if let Some(error) = self.error {
            cx.problem(0, Span { at: 0, len: 1 }, ProblemDetail::Syntax(error));
        }
        for LocatedError { span, error } in &self.errors {
            let Range { start, end } = self.in_text(*span);
            // The errors in the body are those of the report, too.
            if !body.contains(&start) && (body.is_empty() || start < self.text.len() || body.end < start) {
                cx.problem(0, Span { at: start, len: end - start }, ProblemDetail::Syntax(*error));
            }
        }
        let errors =
            Report::new(cx.problems, Some(self.text)).with_origin(Origin { pointer: String::new(), ..origin.clone() });
        report.moved(self.text, body.start).with_origin(origin).with_errors(errors)
    }

    fn in_text(&self, span: Span) -> Range<usize> {
        let in_bytes = |offset| self.recovery.in_bytes(offset).min(self.text.len());
        in_bytes(span.at)..in_bytes(span.at + span.len)
    }

    /// Returns the JSON Pointer that is probably meant by one that leads to no value: the first of its names that an object does
    /// not have is similar to one that it has.
    #[must_use]
    pub fn similar_pointer(&self, pointer: &str) -> Option<String> {
        let tree = tree::of(self.json()).ok()?;
        let (mut value, mut similar, mut is_other) = (&tree, String::new(), false);
        for token in pointer.split('/').skip(1) {
            let name = token.replace("~1", "/").replace("~0", "~");
            value = match &value.json {
                Json::Object(members) => {
                    let names = members.iter().map(|member| &*member.name);
                    let known = names.clone().find(|known| *known == name);
                    is_other |= known.is_none();
                    let found = known.or_else(|| probable(&name, names))?;
                    similar.push('/');
                    similar.push_str(&found.replace('~', "~0").replace('/', "~1"));
                    &members.iter().find(|member| member.name == found)?.value
                }
                Json::Array(items) => {
                    similar.push('/');
                    similar.push_str(token);
                    items.get(token.parse::<usize>().ok()?)?
                }
                _ => return None,
            };
        }
        is_other.then_some(similar)
    }
}
