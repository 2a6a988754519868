mod hint;
mod position;

use super::expected::Expected;
use super::hint::Hint;
use super::kind::{ProblemDetail, ProblemKind, Target};
use super::origin::Origin;
use super::rejected::Rejected;
use super::rule_info::RuleInfo;
use super::steps::{DescriptorStep, Misplaced, Steps};
use super::unexpected::Unexpected;
use super::violation::Violation;
use crate::codes::ValidationErrorType;
use crate::descriptor::{MAX_ARRAYS, TypeDescriptor};
use crate::json::position::Position;
use crate::json::span::Span;
use crate::location::PathCache;
use crate::location::SharedPath;
use crate::location::{Location, LocationSegment};
use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::error::Error;
use std::sync::Arc;

/// One problem of a body, with its location.
///
/// [`Display`](std::fmt::Display) describes it in English, without its location; the wording may change between
/// versions. Neither it nor [`Debug`](std::fmt::Debug) contains a value of the body.
///
/// ```
/// use icws_schema::{body::FollowMe, report::{Expected, ExpectedType, Unexpected}};
///
/// let error = icws_schema::from_str::<FollowMe>(r#"{"phoneNumber": 8042, "timeout": 15, "usePin": true}"#).unwrap_err();
/// let problem = &error.report().problems()[0];
/// assert_eq!(problem.pointer(), "/phoneNumber");
/// assert_eq!(problem.expected(), Expected::Value { value: ExpectedType::String, nullable: false });
/// assert_eq!(problem.found(), Unexpected::Number);
/// assert_eq!(problem.to_string(), "expected a string, found a number");
/// ```
#[derive(Clone)]
pub struct Problem {
    root: &'static TypeDescriptor,
    /// The slot in the descriptors, depth first.
    pub(super) slot: u16,
    /// The last slot of the object at which `trail` starts; the slot itself if there is no trail.
    last: u16,
    /// The slots of the arrays around it; its own slot if there are none.
    arrays: [u16; MAX_ARRAYS],
    /// The indexes in these arrays.
    index: [u32; MAX_ARRAYS],
    /// The steps below the last described object.
    path: Option<SharedPath>,
    span: Span,
    pub(super) position: Option<Position>,
    pub(super) detail: ProblemDetail,
    /// The probable mistake, if it was seen when the body was read.
    hint: Option<Box<Hint>>,
    /// The position of the first property with the same name.
    first: Option<Box<(usize, Position)>>,
    /// The origin of the body in a larger text.
    origin: Option<Arc<Origin>>,
}

impl Problem {
    #[inline]
    pub(crate) fn new(
        root: &'static TypeDescriptor,
        slot: u16,
        arrays: [u16; MAX_ARRAYS],
        index: [u32; MAX_ARRAYS],
        span: Span,
        detail: ProblemDetail,
    ) -> Self {
        let (detail, hint) = detail.into_parts();
        Self {
            root,
            slot,
            last: slot,
            arrays,
            index,
            path: None,
            span,
            position: None,
            detail,
            hint,
            first: None,
            origin: None,
        }
    }

    /// Moves the problem below the object at its slot.
    pub(crate) fn below(self, object: &TypeDescriptor, path: SharedPath) -> Self {
        let last = self.slot + object.slot_count - 1;
        let arrays = self.arrays.map(|array| if array == self.slot { last } else { array });
        Self { arrays, last, path: Some(path), ..self }
    }

    /// Moves the problem from where a value is meant to be to where it is. Steps that paths share are moved once.
    pub(crate) fn moved(mut self, misplaced: &Misplaced, moved: &mut PathCache<Option<SharedPath>>) -> Self {
        let Misplaced { object, slot, arrays, index, path, steps } = misplaced;
        self.hint = self.hint().map(Box::new);
        let mut next =
            |before: &Option<SharedPath>, step: &LocationSegment| Some(SharedPath::new(before.clone(), step.clone()));
        let start = self.table().skip(*steps).fold(path.clone(), |before, step| next(&before, &step));
        let path = match &self.path {
            Some(path) => path.follow(start, moved, &mut next),
            None => start,
        };
        let Some(path) = path else { return self };
        Self { slot: *slot, arrays: *arrays, index: *index, ..self }.below(object, path)
    }

    /// Returns the location of the problem: the path from the root of the body.
    #[must_use]
    pub fn location(&self) -> Location {
        Location(self.table().chain(self.path.iter().flat_map(SharedPath::segments)).collect())
    }

    /// Returns the steps that the descriptors have.
    fn table(&self) -> impl Iterator<Item = LocationSegment> {
        self.steps().map(LocationSegment::from)
    }

    /// Returns the location as a JSON Pointer, after the pointer of the body if that is part of a larger document.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.pointer_of(&self.location())
    }

    /// Returns another location of the body as a JSON Pointer.
    pub(crate) fn pointer_of(&self, location: &Location) -> String {
        let prefix = self.origin.as_ref().map_or("", |origin| &origin.pointer);
        format!("{prefix}{}", location.pointer())
    }

    pub(super) fn is_duplicate(&self) -> bool {
        matches!(self.detail, ProblemDetail::Duplicate)
    }

    /// Returns the kind of the problem.
    #[must_use]
    pub fn kind(&self) -> ProblemKind {
        self.detail.kind()
    }

    /// Returns the validator that a response reports; `None` if the problem makes the body malformed.
    #[must_use]
    pub fn validator(&self) -> Option<ValidationErrorType> {
        self.kind().validator()
    }

    /// Returns whether a public source of the vendor states the violated constraint: what is required, where null is
    /// allowed, a type, or that the body is JSON. Otherwise the constraint is our choice, or that of the author of the rule.
    /// Which validator a server reports is always our choice.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::UserClientConfigurationProperties};
    ///
    /// let is_documented = |json| {
    ///     ParseOptions::new().check::<UserClientConfigurationProperties>(json).problems()[0].is_documented()
    /// };
    /// assert!(is_documented(r#"{"externalCallTimeout": {"actualValue": 1.5}}"#));
    /// assert!(!is_documented(r#"{"externalCallTimeout": {"actualValue": 1e-400}}"#), "that values are exact is our choice");
    /// ```
    #[must_use]
    pub fn is_documented(&self) -> bool {
        self.detail.is_documented()
    }

    /// Returns whether the problem concerns the property itself (missing, unknown or duplicate) or its value.
    #[must_use]
    pub fn target(&self) -> Target {
        match self.found() {
            Unexpected::Missing | Unexpected::UnknownMember | Unexpected::DuplicateMember => Target::Key,
            _ => Target::Value,
        }
    }

    /// Returns what was expected.
    #[must_use]
    pub fn expected(&self) -> Expected {
        let nullable = match self.steps().last() {
            Some(DescriptorStep::Member(member)) if self.path.is_none() => member.nullable,
            _ => false,
        };
        self.detail.expected(nullable)
    }

    /// Returns what was expected in English; the text of a rule is created once for all its violations.
    pub(super) fn expected_text(&self) -> Cow<'_, str> {
        match &self.detail {
            ProblemDetail::Rule(violation) => violation.rule.expected_text(),
            _ => self.expected().to_string().into(),
        }
    }

    /// Returns what was found.
    #[must_use]
    pub fn found(&self) -> Unexpected {
        self.detail.found()
    }

    /// Returns the value as a response reports it (`propertyValue`); `None` if the problem makes the body malformed.
    #[must_use]
    pub fn value(&self) -> Option<String> {
        match &self.detail {
            ProblemDetail::Missing { .. } | ProblemDetail::Untagged { .. } => Some(String::new()),
            ProblemDetail::Null { .. } => Some("null".to_owned()),
            ProblemDetail::Rule(violation) => Some(violation.value()),
            ProblemDetail::UnknownCode { code, .. } => Some(code.to_string()),
            _ => None,
        }
    }

    /// Returns the value as JSON, truncated if it is long, if it is known without the text; `None` if there is none, or if it is not
    /// stored.
    pub(super) fn held_excerpt(&self) -> Option<String> {
        match &self.detail {
            ProblemDetail::Null { .. } => Some("null".to_owned()),
            ProblemDetail::UnknownCode { code, .. } => Some(code.to_string()),
            ProblemDetail::Rule(violation) => violation.excerpt(),
            _ => None,
        }
    }

    /// Returns whether the value is an item of the delimited string at the location.
    pub(super) fn is_of_part(&self) -> bool {
        matches!(&self.detail, ProblemDetail::Rule(violation) if violation.is_of_part())
    }

    /// Returns whether it is a violation of a rule.
    pub(crate) fn is_violation(&self) -> bool {
        self.rule_index().is_some()
    }

    fn steps(&self) -> Steps<'_> {
        Steps::new(self.root, self.slot, &self.index)
    }

    /// Returns its slot and the indexes of the arrays around it, if it is a problem of the representation at a slot.
    pub(super) fn slot_and_indexes(&self) -> Option<(u16, [u32; MAX_ARRAYS])> {
        (self.path.is_none() && !self.is_violation()).then_some((self.slot, self.index))
    }

    pub(super) fn detail(&self) -> &ProblemDetail {
        &self.detail
    }

    /// Returns the type of the body.
    pub(super) fn root(&self) -> &'static TypeDescriptor {
        self.root
    }

    /// Returns whether it concerns the body itself.
    pub(crate) fn is_at_root(&self) -> bool {
        self.slot == 0 && self.path.is_none()
    }

    pub(crate) fn span(&self) -> Span {
        self.span
    }

    /// Compares in report order: problems of the representation first, then violations in the order of the rules.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        match (self.rule_index(), other.rule_index()) {
            (None, None) => other.is_syntax().cmp(&self.is_syntax()).then_with(|| self.table_order(other)),
            (one, two) => one.cmp(&two),
        }
    }

    /// Returns whether it is a syntax error; these come first.
    pub(crate) fn is_syntax(&self) -> bool {
        matches!(self.detail, ProblemDetail::Syntax(_))
    }

    /// Returns the index of the rule in its set; for an inner rule, of the outermost one.
    #[inline]
    pub(super) fn rule_index(&self) -> Option<usize> {
        match &self.detail {
            ProblemDetail::Rule(violation) => violation.indexes().next().copied(),
            _ => None,
        }
    }

    /// Compares in the order of the representation: members as in their table, items by index, then unknown members by
    /// name, those of an inner object before those of an outer one.
    fn table_order(&self, other: &Self) -> Ordering {
        let key = |problem: &Self| {
            let [outer, inner] = problem.arrays;
            let [first, second] = problem.index;
            (outer, first, inner, second, problem.last, problem.path.is_some(), Reverse(problem.slot))
        };
        key(self).cmp(&key(other)).then_with(|| self.path.cmp(&other.path))
    }
}

impl Problem {
    /// Creates a violation from a value that was rejected when it was decoded.
    pub(super) fn of_rejected(root: &'static TypeDescriptor, rejected: &Rejected, violation: Violation) -> Self {
        let Rejected { slot, arrays, index, span, position, .. } = *rejected;
        Self {
            root,
            slot,
            last: slot,
            arrays,
            index,
            path: None,
            span,
            position: Some(position),
            detail: ProblemDetail::Rule(violation),
            hint: None,
            first: None,
            origin: None,
        }
    }

    pub(crate) fn from_violation(path: Option<SharedPath>, violation: Violation) -> Self {
        let detail = ProblemDetail::Rule(violation);
        Self { path, ..Self::new(TypeDescriptor::ANY, 0, [0; MAX_ARRAYS], [0; MAX_ARRAYS], Span::NONE, detail) }
    }

    /// Follows the path from the root of the body to the problem; steps that many problems share are followed once.
    pub(crate) fn follow<P: Clone>(
        &self,
        root: P,
        followed: &mut PathCache<P>,
        step: &mut dyn FnMut(&P, &LocationSegment) -> P,
    ) -> P {
        let start = self.table().fold(root, |here, segment| step(&here, &segment));
        match &self.path {
            Some(path) => path.follow(start, followed, step),
            None => start,
        }
    }

    fn violation(&self) -> Option<&Violation> {
        match &self.detail {
            ProblemDetail::Rule(violation) => Some(violation),
            _ => None,
        }
    }

    /// Returns the violated rule; `None` for a problem of the representation.
    #[must_use]
    pub fn rule(&self) -> Option<&dyn RuleInfo> {
        self.violation().map(|violation| &*violation.rule)
    }

    /// Returns the URL of the validator's documentation, a page of docs.rs; `None` if the problem makes the body
    /// malformed.
    #[must_use]
    pub fn documentation_url(&self) -> Option<String> {
        self.validator().map(documentation_url)
    }

    /// Returns the location of the rule in its set, as a JSON Pointer: `/rules/3/rules/0`.
    #[must_use]
    pub fn rule_pointer(&self) -> Option<String> {
        self.violation().map(|violation| super::unchecked::pointer(violation.indexes()))
    }

    /// Returns the violations that made a group of rules fail.
    #[must_use]
    pub fn causes(&self) -> &[Self] {
        self.violation().map_or(&[], Violation::causes)
    }
}

/// Returns the URL of a validator's documentation.
pub(crate) fn documentation_url(validator: ValidationErrorType) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!("https://docs.rs/icws-schema/{version}/icws_schema/rules/validators/struct.{validator:?}.html")
}

impl Error for Problem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.detail {
            ProblemDetail::Syntax(error) => Some(error),
            _ => None,
        }
    }
}

/// Compares everything that is reported.
impl PartialEq for Problem {
    fn eq(&self, other: &Self) -> bool {
        self.location() == other.location()
            && self.kind() == other.kind()
            && self.found() == other.found()
            && (self.pointer(), self.offset(), self.length(), self.position())
                == (other.pointer(), other.offset(), other.length(), other.position())
            && self.expected() == other.expected()
            && self.value() == other.value()
            && (self.hint(), self.first_offset(), self.first_position())
                == (other.hint(), other.first_offset(), other.first_position())
            && self.rule_pointer() == other.rule_pointer()
            && self.causes() == other.causes()
    }
}
