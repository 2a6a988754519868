use super::Violation;
use super::expected::Expected;
use super::kind::{Finding, ProblemKind};
use super::rule_info::RuleInfo;
use super::unexpected::Unexpected;
use crate::codes::ValidationErrorType;
use crate::descriptor::{Kind, MAX_ARRAYS, Member, TypeDescriptor};
use crate::json::position::Position;
use crate::json::span::Span;
use crate::location::PathCache;
use crate::location::SharedPath;
use crate::location::{Location, LocationSegment};
use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;
use std::fmt;

/// Something that is wrong with a body, and where.
///
/// [`Display`](fmt::Display) says what was expected and what was found, without the place; the words may change from version to version, and
/// never show a value.
#[derive(Debug, Clone)]
pub struct Problem {
    root: &'static TypeDescriptor,
    /// The place in the tables, depth first.
    place: u16,
    /// The last place of the object from which the trail starts; the place itself where there is none.
    last: u16,
    /// The places of the lists around it; its own place where there is none.
    lists: [u16; MAX_ARRAYS],
    /// The indexes in these lists.
    index: [u32; MAX_ARRAYS],
    /// The steps below what the tables know.
    trail: Option<SharedPath>,
    span: Span,
    pub(super) position: Option<Position>,
    wrong: Finding,
}

impl Problem {
    #[inline]
    pub(crate) fn new(
        root: &'static TypeDescriptor,
        place: u16,
        lists: [u16; MAX_ARRAYS],
        index: [u32; MAX_ARRAYS],
        span: Span,
        wrong: Finding,
    ) -> Self {
        // A body that is null is no object: nothing is there that could be null.
        let wrong = match wrong {
            Finding::Null { expected } if place == 0 => Finding::Type { expected, found: Unexpected::Null },
            wrong => wrong,
        };
        Self { root, place, last: place, lists, index, trail: None, span, position: None, wrong }
    }

    /// The same below the object at its place.
    pub(crate) fn below(self, object: &TypeDescriptor, trail: SharedPath) -> Self {
        let last = self.place + object.places - 1;
        let lists = self.lists.map(|list| if list == self.place { last } else { list });
        Self { lists, last, trail: Some(trail), ..self }
    }

    /// Where the problem is.
    #[must_use]
    pub fn place(&self) -> Location {
        Location(self.table().chain(self.trail.iter().flat_map(SharedPath::segments)).collect())
    }

    /// The steps that the tables know.
    fn table(&self) -> impl Iterator<Item = LocationSegment> {
        self.steps().map(|step| match step {
            Step::Member(member) => LocationSegment::Member(member.name.into()),
            Step::Item(index) => LocationSegment::Index(index),
        })
    }

    /// The place as a JSON Pointer.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.place().pointer()
    }

    /// Byte offset in the text, where there was one. A value stands where it begins, a repeated or unlisted member at its name,
    /// an absent member where its object begins.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        self.span.is_some().then_some(self.span.at)
    }

    /// Length in bytes of what is wrong, where there was text; 0 of an absent member.
    #[must_use]
    pub fn length(&self) -> Option<usize> {
        self.span.is_some().then_some(self.span.len)
    }

    /// Line and column, where there was text.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// In what way the body is wrong.
    #[must_use]
    pub fn fault(&self) -> ProblemKind {
        self.wrong.fault()
    }

    /// The validator that the server would name; `None` where it would call the body malformed.
    #[must_use]
    pub fn validator(&self) -> Option<ValidationErrorType> {
        self.fault().validator()
    }

    /// Whether the documentation states what is asked here; else it is our choice, or that of whoever wrote the rule.
    #[must_use]
    pub fn is_documented(&self) -> bool {
        match self.fault() {
            ProblemKind::Syntax(_) | ProblemKind::Type | ProblemKind::Missing | ProblemKind::Null => true,
            ProblemKind::UnknownMember
            | ProblemKind::DuplicateMember
            | ProblemKind::TypeTag
            | ProblemKind::UnknownCode
            | ProblemKind::Rule(_) => false,
        }
    }

    /// Whether it is the member itself that is wrong, not its value: it is absent, not listed, or repeated.
    #[must_use]
    pub fn is_key(&self) -> bool {
        matches!(self.found(), Unexpected::Missing | Unexpected::UnknownMember | Unexpected::DuplicateMember)
    }

    /// What would have been right, in words.
    #[must_use]
    pub fn expected(&self) -> Expected {
        let nullable = match self.steps().last() {
            Some(Step::Member(member)) if self.trail.is_none() => member.nullable,
            _ => false,
        };
        self.wrong.expected(nullable)
    }

    /// What was found instead.
    #[must_use]
    pub fn found(&self) -> Unexpected {
        self.wrong.found()
    }

    /// The member that is perhaps meant by one that is not listed, by its name on the wire. `None` of any other problem, and where no name of
    /// the object is near: at most a third of its characters, and one at least, may differ (our choice).
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        let (Finding::UnknownMember { object }, Some(LocationSegment::Member(name))) =
            (&self.wrong, self.place().0.pop())
        else {
            return None;
        };
        crate::suggest::nearest(&name, object.members.iter().map(|member| member.name))
    }

    /// The value as the server would send it back (`propertyValue`); `None` where it would call the body malformed.
    #[must_use]
    pub fn value(&self) -> Option<String> {
        match &self.wrong {
            Finding::Missing { .. } | Finding::Untagged { .. } => Some(String::new()),
            Finding::Null { .. } => Some("null".to_owned()),
            Finding::Rule(violation) => Some(violation.value()),
            Finding::UnknownCode { code, .. } => Some(code.to_string()),
            _ => None,
        }
    }

    /// Whether a rule says so, not the representation.
    pub(crate) fn is_of_rule(&self) -> bool {
        self.rule_index().is_some()
    }

    fn steps(&self) -> Steps<'_> {
        Steps { shape: self.root, place: self.place, index: self.index.iter() }
    }

    pub(super) fn span(&self) -> Span {
        self.span
    }

    /// What the representation says comes first, then the rules in their order, each where the text has it.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        match (self.rule_index(), other.rule_index()) {
            (None, None) => self.table_order(other),
            (one, two) => one.cmp(&two),
        }
    }

    fn rule_index(&self) -> Option<usize> {
        match &self.wrong {
            Finding::Rule(violation) => Some(violation.index),
            _ => None,
        }
    }

    /// The order of the representation: members as their table lists them, lists by index, then unlisted members by name, those of
    /// an inner object before those of an outer one.
    fn table_order(&self, other: &Self) -> Ordering {
        let key = |problem: &Self| {
            let [outer, inner] = problem.lists;
            let [first, second] = problem.index;
            (outer, first, inner, second, problem.last, problem.trail.is_some(), Reverse(problem.place))
        };
        key(self).cmp(&key(other)).then_with(|| self.trail.cmp(&other.trail))
    }
}

/// What a rule says.
impl Problem {
    pub(crate) fn of_rule(trail: Option<SharedPath>, violation: Violation) -> Self {
        let wrong = Finding::Rule(violation);
        Self { trail, ..Self::new(TypeDescriptor::ANY, 0, [0; MAX_ARRAYS], [0; MAX_ARRAYS], Span::NONE, wrong) }
    }

    /// Goes from the root of the body to the problem, step by step; what many problems share is gone once.
    pub(crate) fn follow<P: Copy>(
        &self,
        root: P,
        followed: &mut PathCache<P>,
        step: &mut dyn FnMut(&P, &LocationSegment) -> P,
    ) -> P {
        let start = self.table().fold(root, |here, segment| step(&here, &segment));
        self.trail.as_ref().map_or(start, |trail| trail.follow(start, followed, step))
    }

    fn violation(&self) -> Option<&Violation> {
        match &self.wrong {
            Finding::Rule(violation) => Some(violation),
            _ => None,
        }
    }

    /// The rule that is broken, with its parameters and its note; `None` of a problem of the representation.
    #[must_use]
    pub fn rule(&self) -> Option<&dyn RuleInfo> {
        self.violation().map(|violation| &*violation.rule)
    }

    /// Where the validator is documented: a page of docs.rs. `None` where the server would call the body malformed.
    #[must_use]
    pub fn documentation(&self) -> Option<String> {
        Some(format!(
            "https://docs.rs/icws-schema/{}/icws_schema/rules/validators/struct.{:?}.html",
            env!("CARGO_PKG_VERSION"),
            self.validator()?
        ))
    }

    /// The rule's own place in its set, as a JSON Pointer: `/rules/3/rules/0`.
    #[must_use]
    pub fn rule_pointer(&self) -> Option<String> {
        self.violation().map(|violation| super::unchecked::pointer(violation.indexes()))
    }

    /// What makes a group fail: the violations of its members.
    #[must_use]
    pub fn causes(&self) -> &[Self] {
        self.violation().map_or(&[], Violation::causes)
    }

    pub(super) fn locate(&mut self, span: &mut impl FnMut(&Self) -> Span) {
        self.span = span(self);
        if let Finding::Rule(violation) = &mut self.wrong {
            violation.causes_mut().iter_mut().for_each(|cause| cause.locate(span));
        }
    }

    /// Gathers the offsets of this problem and its causes.
    pub(super) fn offsets(&self, offsets: &mut Vec<usize>) {
        offsets.push(self.span.at);
        self.causes().iter().for_each(|cause| cause.offsets(offsets));
    }

    /// Takes the positions of the offsets.
    pub(super) fn place_at(&mut self, positions: &HashMap<usize, Position>) {
        self.position = positions.get(&self.span.at).copied();
        if let Finding::Rule(violation) = &mut self.wrong {
            violation.causes_mut().iter_mut().for_each(|cause| cause.place_at(positions));
        }
    }

    pub(super) fn forget_text(&mut self) {
        self.span = Span::NONE;
        self.position = None;
        if let Finding::Rule(violation) = &mut self.wrong {
            violation.causes_mut().iter_mut().for_each(Self::forget_text);
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let ProblemKind::Syntax(error) = self.fault() {
            return error.fmt(f);
        }
        write!(f, "expected {}, found {}", self.expected(), self.found())?;
        if let Some(suggestion) = self.suggestion() {
            write!(f, "; did you mean `{suggestion}`?")?;
        }
        Ok(())
    }
}

/// A step from the root of a representation.
enum Step {
    Member(&'static Member),
    Item(usize),
}

/// The steps to a place, read off the shapes.
struct Steps<'p> {
    shape: &'static TypeDescriptor,
    place: u16,
    index: std::slice::Iter<'p, u32>,
}

impl Iterator for Steps<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        self.place = self.place.checked_sub(1)?;
        if self.shape.kind == Kind::Array {
            self.shape = self.shape.item?;
            return self.index.next().map(|index| Step::Item(*index as usize));
        }
        for member in self.shape.members {
            if self.place < member.shape.places {
                self.shape = member.shape;
                return Some(Step::Member(member));
            }
            self.place -= member.shape.places;
        }
        None
    }
}
