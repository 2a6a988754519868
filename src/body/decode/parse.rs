use super::context::DecodeContext;
use super::context::ValueHook;
use super::inspect::{self, is_deeper_than};
use super::{json, serde as serde_driver};
use crate::body::decode::members::WireValue;
use crate::body::{Inheritable, InheritableProperty, InheritedValue, representations};
use crate::descriptor::Direction;
use crate::json::encoding;
use crate::json::lex_error::LocatedError;
use crate::json::lexer::{LexError, Lexer, MAX_DEPTH};
use crate::json::placeholder;
use crate::json::recovery::{self, Recovery};
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;
use crate::json::tree::{self, Json, Tree};
use crate::location::{Location, PathBuilder};
use crate::report::error::Error;
use crate::report::{Expected, Hint, Omitted, Origin, Problem, ProblemDetail, Report, Warning};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::mem::ManuallyDrop;
use std::sync::Arc;

/// A type that can be parsed: a body of the endpoint, or a part of one. It cannot be implemented outside of this crate.
#[allow(private_bounds)] // sealed: decoding is private to this crate
pub trait Representation: Decode {}

impl<T: Decode> Representation for T {}

/// How a representation is decoded.
pub(crate) trait Decode: WireValue {
    /// The direction of the body.
    const DIRECTION: Direction = Direction::Response;
    /// Whether the body is one of several types, selected by `__type`.
    const SELECTED_BY_TYPE_TAG: bool = false;
    /// Whether the body is one of several types, selected by its members.
    const SELECTED_BY_MEMBERS: bool = false;

    /// Decodes the next value of JSON text. A syntax error ends decoding.
    fn decode_json<const KEEP: bool>(
        &mut self,
        tokens: &mut Lexer<'_>,
        cx: &mut DecodeContext,
    ) -> Result<(), LexError> {
        json::value::<Self, KEEP>(tokens, self, cx, 0)
    }
}

macro_rules! read {
    ($Type:ty, request) => {
        impl Decode for $Type {
            const DIRECTION: Direction = Direction::Request;
        }
    };
    ($Type:ty, response) => {
        impl Decode for $Type {}
    };
    // Implemented in the file of the type.
    ($Type:ty, by_type) => {};
    ($Type:ty, by_members) => {};
}

macro_rules! read_each {
    ({} $($Type:ty $(as $name:literal)?: $how:ident $files:tt;)+) => {$(read! { $Type, $how })+};
}

representations! { read_each {} }
impl<T: Inheritable> Decode for InheritableProperty<T> {}
impl<T: Inheritable> Decode for InheritedValue<T> {}

/// Parses a representation from JSON in bytes.
///
/// # Errors
///
/// Returns every problem of the body, each with JSON Pointer, byte offset, line and column.
///
/// ```
/// use icws_schema::{body::FollowMe, from_slice};
///
/// let error = from_slice::<FollowMe>(br#"{"phoneNumber": 8042, "timeout": 15}"#).unwrap_err();
/// let pointers: Vec<_> = error.report().iter().map(|problem| problem.pointer()).collect();
/// assert_eq!(pointers, ["/phoneNumber", "/usePin"]);
/// ```
pub fn from_slice<T: Representation>(json: impl AsRef<[u8]>) -> Result<T, Error> {
    let options = ParseOptions::new();
    filled(|value| options.fill::<T, true>(json.as_ref(), value))
}

/// Parses a representation from JSON in a string.
///
/// # Errors
///
/// Returns the same errors as [`from_slice`].
///
/// ```
/// use icws_schema::{body::FollowMe, from_str};
///
/// let follow_me: FollowMe = from_str(r#"{"phoneNumber": "8042", "timeout": 15, "usePin": true}"#)?;
/// assert_eq!(follow_me.phone_number, "8042");
/// # Ok::<(), icws_schema::Error>(())
/// ```
pub fn from_str<T: Representation>(json: &str) -> Result<T, Error> {
    from_slice(json)
}

/// Parses a representation from a [`Value`]. Problems have no positions.
///
/// # Errors
///
/// Returns the same errors as [`from_slice`].
///
/// ```
/// use icws_schema::{body::FollowMe, from_value};
///
/// let value = serde_json::json!({"phoneNumber": "8042", "timeout": 15, "usePin": true});
/// assert_eq!(from_value::<FollowMe>(&value)?.timeout, 15);
/// # Ok::<(), icws_schema::Error>(())
/// ```
pub fn from_value<T: Representation>(value: &Value) -> Result<T, Error> {
    ParseOptions::new().parse_value(value).into_result()
}

/// Options for parsing.
///
/// ```
/// use icws_schema::{ParseOptions, body::UserClientConfigurationProperties};
///
/// let options = ParseOptions::new().allow_unknown_members(true);
/// let parsed = options.parse::<UserClientConfigurationProperties>(br#"{"newSetting": 1}"#);
/// assert!(parsed.report().is_valid());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParseOptions {
    allow_unknown: bool,
    recover: bool,
    follow_suggestions: bool,
    max_problems: Option<usize>,
    origin: Option<Arc<Origin>>,
}

impl ParseOptions {
    /// Creates the default options: unknown properties are problems in a request and are kept in a response, parsing ends at the
    /// first syntax error, and a report has all problems.
    ///
    /// An empty response is a missing body, not a syntax error. A response in UTF-16 with a byte order mark has that as a problem,
    /// and is [recovered](Self::recover) (our choice).
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets whether a request may have properties that the vendor does not document. They are then kept, and serialized again.
    #[must_use]
    pub fn allow_unknown_members(self, allow_unknown: bool) -> Self {
        Self { allow_unknown, ..self }
    }

    /// Continues after errors whose correction is plain (our choice), and checks what follows as if it had been corrected:
    ///
    /// * trailing, extra and missing commas, comments, other quotation marks, names without quotes, `=` for `:`, wrong escapes,
    ///   invisible characters, a closing bracket of the wrong kind, missing braces around the whole;
    /// * what other languages write for `true`, `false` and `null`, and other notations of numbers;
    /// * values without quotes, numbers with units or separators, and missing values, about which nothing else is reported;
    /// * UTF-16 and Windows-1252, and text before the body, such as the header of an HTTP message.
    ///
    /// Each is a problem. At any other syntax error parsing ends, and the problems up to there are reported.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let report = ParseOptions::new().recover().check::<FollowMe>(r#"{"usePin": True, "timeout": 1.5,}"#);
    /// assert_eq!(report.problems().len(), 4); // and `phoneNumber` is missing
    /// ```
    #[must_use]
    pub fn recover(self) -> Self {
        Self { recover: true, ..self }
    }

    /// Reads what is at the wrong place of a request as what it probably is (our choice): the value below a misspelt name, the body
    /// in a wrapper, a value in `{"actualValue": ...}` that does not belong there, an object without its array. What is wrong with it
    /// is reported as well, at the location where it is, so that a person finds all mistakes at once. Only text is read so.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::UserClientConfigurationProperties};
    ///
    /// let body = r#"{"callForwarAll": "yes"}"#;
    /// let count = |options: ParseOptions| options.check::<UserClientConfigurationProperties>(body).problems().len();
    /// assert_eq!((count(ParseOptions::new()), count(ParseOptions::new().follow_suggestions())), (1, 2));
    /// ```
    #[must_use]
    pub fn follow_suggestions(self) -> Self {
        Self { follow_suggestions: true, ..self }
    }

    /// Sets the maximum number of problems in a report, 1 or more: the first ones in its order are kept. All are counted, and all
    /// decide whether the body is valid and which error id it has. Memory is needed only for the problems that are kept, and for the
    /// value if rules compare properties or query a directory. By default there is no maximum.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::UserClientConfigurationProperties};
    ///
    /// let options = ParseOptions::new().max_problems(2);
    /// let report = options.check::<UserClientConfigurationProperties>(r#"{"followMe": [{}, {}], "screenCalls": 1}"#);
    /// assert!(report.is_truncated() && report.is_malformed());
    /// assert_eq!((report.problems().len(), report.problem_count()), (2, 7));
    /// ```
    #[must_use]
    pub fn max_problems(self, max: usize) -> Self {
        Self { max_problems: Some(max.max(1)), ..self }
    }

    /// Sets the position of the body in a larger text.
    #[must_use]
    pub fn origin(self, origin: Origin) -> Self {
        Self { origin: Some(Arc::new(origin)), ..self }
    }

    /// Parses JSON in bytes.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let parsed = ParseOptions::new().parse::<FollowMe>(br#"{"phoneNumber": "8042", "timeout": "15", "usePin": true}"#);
    /// assert_eq!(parsed.report().problems().len(), 1);
    /// assert_eq!(parsed.partial().phone_number, "8042");
    /// ```
    pub fn parse<T: Representation>(&self, json: impl AsRef<[u8]>) -> Parsed<T> {
        let mut parsed = Parsed { value: T::default(), report: Report::default() };
        if let Some(report) = self.fill::<T, true>(json.as_ref(), &mut parsed.value) {
            parsed.report = report;
        }
        parsed
    }

    /// Checks JSON without creating a value, and returns the report. This is faster than parsing, for checks of many bodies.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// assert!(!ParseOptions::new().check::<FollowMe>(b"[]").is_valid());
    /// ```
    pub fn check<T: Representation>(&self, json: impl AsRef<[u8]>) -> Report {
        self.fill::<T, false>(json.as_ref(), &mut unkept()).unwrap_or_default()
    }

    /// Parses a [`Value`]. Problems have no positions.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::FollowMe};
    ///
    /// let parsed = ParseOptions::new().parse_value::<FollowMe>(&serde_json::json!({}));
    /// assert_eq!(parsed.report().problems()[0].position(), None);
    /// ```
    #[must_use]
    pub fn parse_value<T: Representation>(&self, value: &Value) -> Parsed<T> {
        let mut parsed = self.parse_whole_value(value);
        self.truncate(&mut parsed.report);
        parsed
    }

    /// Parses a [`Value`], without the maximum: the report has all problems.
    pub(crate) fn parse_whole_value<T: Representation>(&self, value: &Value) -> Parsed<T> {
        let mut cx = DecodeContext::new(T::DESCRIPTOR, T::DIRECTION, self.allow_unknown).without_positions();
        let mut parsed = Parsed { value: T::default(), report: Report::default() };
        // A `Value` is already valid JSON, but may be nested too deep.
        let is_unread = is_deeper_than(MAX_DEPTH, value.into())
            || serde_driver::body::<T, _, false>(value, &mut parsed.value, &mut cx).is_err();
        if is_unread {
            cx.problems.clear();
            cx.problem(0, Span::NONE, ProblemDetail::Syntax(SyntaxError::RecursionLimit));
        }
        if !cx.problems.is_empty() || !cx.warnings.is_empty() {
            let warnings = cx.take_warnings();
            let report = Report::new(cx.problems, None).with_warnings(warnings);
            parsed.report = self.with_origin(report.set_unread(is_unread));
        }
        parsed
    }

    /// Reports the problems of a typed request.
    pub(crate) fn inspect<T: Representation>(&self, value: &T) -> Report {
        let mut cx = DecodeContext::new(T::DESCRIPTOR, T::DIRECTION, self.allow_unknown).without_positions();
        if let Some(node) = value.node() {
            if is_deeper_than(MAX_DEPTH, node) {
                cx.problem(0, Span::NONE, ProblemDetail::Syntax(SyntaxError::RecursionLimit));
                return Report::new(cx.problems, None).set_unread(true);
            }
            inspect::inspect(node, T::DESCRIPTOR, &mut cx, 0);
        }
        if cx.problems.is_empty() { Report::default() } else { Report::new(cx.problems, None) }
    }

    /// Decodes into a value; `None` if there is no problem and no warning.
    pub(crate) fn fill<T: Representation, const KEEP: bool>(&self, text: &[u8], value: &mut T) -> Option<Report> {
        let max = self.max_problems.unwrap_or(usize::MAX);
        let context = || DecodeContext::new(T::DESCRIPTOR, T::DIRECTION, self.allow_unknown).with_max_problems(max);
        let (mut report, recovery) = self.decode::<T, KEEP>(text, value, context)?;
        report.set_original(&recovery, text);
        Some(self.truncate_and_locate(report))
    }

    /// Decodes into a value, which is checked while it is decoded; `None` if there is no problem and no warning. The problems are
    /// where they are in the corrected input, if there were corrections.
    pub(crate) fn fill_checked<T: Representation, const KEEP: bool>(
        &self,
        text: &[u8],
        value: &mut T,
        hook: &dyn ValueHook,
        omission: Omission,
    ) -> Option<(Report, Recovery)> {
        let max = self.max_problems.unwrap_or(usize::MAX);
        let context = || {
            let context = DecodeContext::new(T::DESCRIPTOR, T::DIRECTION, self.allow_unknown).with_hook(hook);
            match omission {
                Omission::Counted => context.with_max_problems(max),
                Omission::Slots => context.with_max_problems(max).with_omitted_slots(),
                Omission::Later => context,
            }
        };
        self.decode::<T, KEEP>(text, value, context)
    }

    /// Decodes JSON text into a value, and returns the problems.
    fn decode<'j, T: Representation, const KEEP: bool>(
        &self,
        text: &[u8],
        value: &mut T,
        context: impl Fn() -> DecodeContext<'j>,
    ) -> Option<(Report, Recovery)> {
        let context = || {
            let mut cx = context();
            cx.set_reads_misplaced(self.follow_suggestions);
            cx
        };
        if T::DIRECTION == Direction::Response && encoding::is_blank(text) {
            return Some((missing_body::<T>(text), Recovery::default()));
        }
        let mut cx = context();
        let mut result = pull::<T, KEEP>(text, value, &mut cx);
        if result.is_ok() && cx.problems.is_empty() && cx.rejected.is_empty() && cx.warnings.is_empty() {
            if !self.follow_suggestions {
                return None;
            }
            let warnings = self.placeholders::<T>(text, &[]);
            return (!warnings.is_empty()).then(|| (Report::default().with_warnings(warnings), Recovery::default()));
        }
        let mut recovery = Recovery::default();
        let goes_on = self.recover || (T::DIRECTION == Direction::Response && encoding::is_marked_utf_16(text));
        if result.is_err() && goes_on {
            recovery = recovery::recover(text);
            (*value, cx) = (T::default(), context().with_made_up(&recovery.made_up));
            result = pull::<T, KEEP>(recovery.input(text), value, &mut cx);
        }
        let mut errors = recovery.take_errors_of_copy();
        let input = recovery.input(text);
        let is_unread = result.is_err() || recovery.made_up.is_cut();
        if is_unread {
            cx.rejected.clear();
            cx.warnings.clear();
            cx.omitted = cx.omitted.without_violations();
        }
        if let Err(syntax) = result {
            cx.problems.retain(Problem::is_syntax);
            cx.omitted = Omitted::default();
            errors.push(*syntax);
        }
        let (omitted, slots) = (cx.omitted, cx.omitted_slots.take().unwrap_or_default());
        let hints = SyntaxHints::of(&mut cx);
        let (rejected, warnings, hidden) = (cx.take_rejected(input), cx.take_warnings(), cx.hidden);
        let problems =
            if errors.is_empty() { cx.problems } else { with_errors(cx.problems, errors, &hints, context()) };
        let mut warnings = warnings;
        if !is_unread {
            warnings.extend(self.placeholders::<T>(input, &problems));
        }
        let report = Report::new(problems, Some(input)).with_first_names(input).with_hidden(hidden);
        let report =
            report.with_rejected(rejected).with_warnings(warnings).set_unread(is_unread).with_omitted(omitted, slots);
        Some((report, recovery))
    }

    /// Returns warnings of strings of a request that are placeholders, where suggestions are followed and nothing else is reported.
    fn placeholders<T: Representation>(&self, text: &[u8], problems: &[Problem]) -> Vec<Warning> {
        if !self.follow_suggestions || T::DIRECTION != Direction::Request || !placeholder::may_be_in(text) {
            return Vec::new();
        }
        let Ok(tree) = tree::of(text) else { return Vec::new() };
        let reported: HashSet<_> =
            problems.iter().filter(|problem| !problem.is_syntax()).map(|problem| problem.location().0).collect();
        let mut warnings = Vec::new();
        strings(&tree, None, &mut |string, way| {
            if !placeholder::is_whole(string) {
                return;
            }
            let path = way.map_or_else(Vec::new, |way| way.path().segments());
            if !(0..=path.len()).any(|length| reported.contains(&path[..length])) {
                warnings.push(Warning::Placeholder { location: Location(path) });
            }
        });
        warnings
    }

    /// Returns the maximum number of problems in a report.
    pub(crate) fn max(&self) -> usize {
        self.max_problems.unwrap_or(usize::MAX)
    }

    /// Keeps the first problems.
    pub(crate) fn truncate(&self, report: &mut Report) {
        report.truncate(self.max());
    }

    /// Keeps the first problems, and moves their positions to those in the larger text.
    pub(crate) fn truncate_and_locate(&self, mut report: Report) -> Report {
        self.truncate(&mut report);
        self.with_origin(report)
    }

    fn with_origin(&self, mut report: Report) -> Report {
        if let Some(origin) = &self.origin {
            report.set_origin(origin);
        }
        report
    }
}

/// How problems beyond the maximum are handled while a body is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Omission {
    /// They are counted.
    Counted,
    /// They are counted, and their locations are kept for rules that run later.
    Slots,
    /// They are kept, since some may be removed later.
    Later,
}

/// The result of parsing a body: the value, as far as it could be decoded, and the report.
///
/// ```
/// use icws_schema::{ParseOptions, body::FollowMe};
///
/// let parsed = ParseOptions::new().parse::<FollowMe>(br#"{"phoneNumber": "8042", "timeout": 15, "usePin": true}"#);
/// assert!(parsed.value().is_some());
/// let (value, report) = parsed.into_parts();
/// assert!(report.is_valid() && value.is_some());
/// ```
#[derive(Clone, PartialEq)]
pub struct Parsed<T> {
    pub(crate) value: T,
    pub(crate) report: Report,
}

impl<T> Parsed<T> {
    /// Returns the report.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Returns the value; `None` if there is a problem, or if the directory failed to answer a question.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.report.is_accepted().then_some(&self.value)
    }

    /// Returns what could be decoded, whether or not there are problems: a required property that could not be decoded has the
    /// default of its type, any other is absent.
    #[must_use]
    pub fn partial(&self) -> &T {
        &self.value
    }

    /// Returns the value, or the report as an error.
    ///
    /// # Errors
    ///
    /// Returns the report, if it has a problem, or a rule that is unchecked because the directory failed to answer.
    pub fn into_result(self) -> Result<T, Error> {
        self.report.into_result().map(|_| self.value)
    }

    /// Returns the value, which is `None` if there is a problem or if the directory failed to answer a question, and the
    /// report.
    #[must_use]
    pub fn into_parts(self) -> (Option<T>, Report) {
        (self.report.is_accepted().then_some(self.value), self.report)
    }

    /// Returns what could be decoded, whether or not there are problems, and the report.
    #[must_use]
    pub fn into_partial(self) -> (T, Report) {
        (self.value, self.report)
    }
}

/// The report; the value is not shown.
impl<T> fmt::Debug for Parsed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.report, f)
    }
}

/// Returns the value, decoded in its final place since moving it is slow, or the report.
#[inline]
pub(crate) fn filled<T: Default>(fill: impl FnOnce(&mut T) -> Option<Report>) -> Result<T, Error> {
    let mut filled = Ok(T::default());
    if let Ok(value) = &mut filled
        && let Some(report) = fill(value)
        && !report.is_valid()
    {
        filled = Err(Error::new(report));
    }
    filled
}

/// Returns a value to decode into if nothing is kept: nothing in it needs to be dropped, so its many members are not visited.
pub(crate) fn unkept<T: WireValue>() -> ManuallyDrop<T> {
    ManuallyDrop::new(T::default())
}

/// Calls a function with each string of a value, and the way to it; the root has none.
fn strings(tree: &Tree<'_>, way: Option<&PathBuilder<'_>>, found: &mut impl FnMut(&str, Option<&PathBuilder<'_>>)) {
    match &tree.json {
        Json::String(string) => found(string, way),
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                strings(item, Some(&PathBuilder::item(way, index)), found);
            }
        }
        Json::Object(members) => {
            for member in members {
                strings(&member.value, Some(&PathBuilder::member(way, &member.name)), found);
            }
        }
        Json::Null | Json::Boolean(_) | Json::Number(_) => {}
    }
}

/// Adds syntax errors, whose location is the root wherever decoding was.
fn with_errors(
    problems: Vec<Problem>,
    errors: Vec<LocatedError>,
    hints: &SyntaxHints,
    mut root: DecodeContext<'_>,
) -> Vec<Problem> {
    root.problems = problems;
    for LocatedError { span, error } in errors {
        root.problem(0, span, ProblemDetail::Syntax(error).with_hint(hints.get(span, error)));
    }
    root.problems
}

/// What to write in the place of what is not JSON, as far as reading a corrected copy of a request has shown it.
#[derive(Default)]
struct SyntaxHints {
    /// The expected values in the place of unknown ones, by their offsets in the copy.
    expected: HashMap<usize, Expected>,
    /// The required properties that objects do not have in which the input is cut off.
    cut_off: Vec<String>,
}

impl SyntaxHints {
    fn of(cx: &mut DecodeContext<'_>) -> Self {
        if !cx.is_request() {
            return Self::default();
        }
        let hidden = cx.hidden.iter().filter(|hidden| !hidden.is_at_root());
        let expected = hidden.map(|hidden| (hidden.span().at, hidden.expected())).collect();
        Self { expected, cut_off: std::mem::take(&mut cx.cut_off) }
    }

    fn get(&self, span: Span, error: SyntaxError) -> Option<Hint> {
        match error {
            SyntaxError::UnexpectedEof(Some(_)) if !self.cut_off.is_empty() => {
                Some(Hint::CutOff { missing: self.cut_off.clone() })
            }
            SyntaxError::ExpectedValue(_) => Some(Hint::ValueOf { expected: self.expected.get(&span.at)?.clone() }),
            _ => None,
        }
    }
}

/// Returns the report for a missing body.
pub(crate) fn missing_body<T: Representation>(text: &[u8]) -> Report {
    let mut cx = DecodeContext::new(T::DESCRIPTOR, T::DIRECTION, false);
    cx.problem(0, Span { at: 0, len: 0 }, ProblemDetail::Missing { expected: T::DESCRIPTOR });
    Report::new(cx.problems, Some(text))
}

fn pull<T: Representation, const KEEP: bool>(
    text: &[u8],
    value: &mut T,
    cx: &mut DecodeContext,
) -> Result<(), LexError> {
    let mut tokens = Lexer::of(text)?;
    if let Some(mark) = encoding::byte_order_mark(text) {
        cx.problem(0, mark.span, ProblemDetail::Syntax(mark.error));
    }
    value.decode_json::<KEEP>(&mut tokens, cx)?;
    tokens.end()
}
