use super::fast_accept::FastAccept;
use crate::body::decode::members::Scalar;
use crate::descriptor::{Direction, MAX_ARRAYS, TypeDescriptor};
use crate::json::span::Span;
use crate::location::SharedPath;
use crate::report::{Finding, Omitted, OmittedPlace, Problem, Warning};
use crate::value_ref::{ItemCount, ValueRef};

/// Checks of single values, run where a value is decoded: it is borrowed then, and nothing is built for it.
pub(crate) trait ValueHook {
    /// Returns, for each slot, a fast test that accepts most valid values; `None` where nothing is checked.
    fn slots(&self) -> &[Option<FastAccept>];

    /// Returns whether all checks of a slot accept a value.
    fn accepts(&self, slot: u16, value: ValueRef<'_>) -> bool;

    /// Reports what is wrong with a scalar.
    fn reject_scalar(&self, slot: u16, scalar: &Scalar<'_>, report: &mut dyn FnMut(Finding));

    /// Reports what is wrong with an array with this number of items and this JSON text.
    fn reject_array(&self, slot: u16, count: usize, text: &str, report: &mut dyn FnMut(Finding));

    /// Returns the fast test of a slot.
    #[inline]
    fn fast_accept(&self, slot: u16) -> Option<&FastAccept> {
        self.slots().get(usize::from(slot)).and_then(Option::as_ref)
    }

    /// Returns whether a scalar is accepted, which is made only where something is checked.
    #[inline]
    fn accepts_scalar<'s>(&self, slot: u16, scalar: impl FnOnce() -> Scalar<'s>) -> bool
    where
        Self: Sized,
    {
        self.fast_accept(slot).is_none_or(|fast| {
            let scalar = scalar();
            fast.has(&scalar) || self.accepts(slot, (&scalar).into())
        })
    }

    /// Returns whether an array with this number of items is accepted.
    #[inline]
    fn accepts_array(&self, slot: u16, count: usize) -> bool
    where
        Self: Sized,
    {
        self.fast_accept(slot)
            .is_none_or(|fast| fast.has_count(count) || self.accepts(slot, ValueRef::Array(&ItemCount(count))))
    }
}

/// What reading carries along: how to read, where in which lists it is, and what is wrong so far.
pub(crate) struct DecodeContext<'j> {
    root: &'static TypeDescriptor,
    direction: Direction,
    allow_unknown: bool,
    located: bool,
    lists: [u16; MAX_ARRAYS],
    index: [u32; MAX_ARRAYS],
    level: usize,
    pub(crate) problems: Vec<Problem>,
    pub(crate) warnings: Vec<Warning>,
    /// How many problems are kept.
    max_problems: usize,
    pub(crate) omitted: Omitted,
    /// The places of what is omitted, if rules need them.
    pub(crate) omitted_places: Option<Vec<OmittedPlace>>,
    judge: Option<&'j dyn ValueHook>,
    places: &'j [Option<FastAccept>],
}

impl<'j> DecodeContext<'j> {
    pub(crate) fn new(root: &'static TypeDescriptor, direction: Direction, allow_unknown: bool) -> Self {
        let allow_unknown = allow_unknown || direction == Direction::Response;
        Self {
            root,
            direction,
            allow_unknown,
            located: true,
            lists: [0; MAX_ARRAYS],
            index: [0; MAX_ARRAYS],
            level: 0,
            problems: Vec::new(),
            warnings: Vec::new(),
            max_problems: usize::MAX,
            omitted: Omitted::default(),
            omitted_places: None,
            judge: None,
            places: &[],
        }
    }

    /// Keeps at least the first `max` problems in the order of a report, and never more than about twice as many.
    pub(crate) fn with_max_problems(self, max: usize) -> Self {
        Self { max_problems: max, ..self }
    }

    /// Keeps the places of problems that are omitted.
    pub(crate) fn with_omitted_places(self) -> Self {
        Self { omitted_places: Some(Vec::new()), ..self }
    }

    /// Values are judged where they are read.
    #[inline]
    pub(crate) fn with_judge(self, judge: &'j dyn ValueHook) -> Self {
        Self { judge: Some(judge), places: judge.slots(), ..self }
    }

    /// What surely passes at a place, if something is to be judged there.
    #[inline]
    pub(crate) fn judges(&self, place: u16) -> Option<&'j FastAccept> {
        self.places.get(usize::from(place)).and_then(Option::as_ref)
    }

    /// Judges a scalar that was read.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "most places judge nothing, which is one comparison")]
    pub(crate) fn check_scalar(&mut self, place: u16, scalar: &Scalar<'_>, at: usize, end: usize) {
        if let Some(sure) = self.judges(place) {
            self.check_with(sure, place, scalar, Span { at, len: end - at });
        }
    }

    fn check_with(&mut self, sure: &FastAccept, place: u16, scalar: &Scalar<'_>, span: Span) {
        if !sure.has(scalar) {
            self.refuse(span, place, |judge, show| judge.reject_scalar(place, scalar, show));
        }
    }

    /// Judges the list that was left last, which has this text.
    #[inline]
    pub(crate) fn check_array<'a>(&mut self, place: u16, at: usize, text: impl FnOnce() -> &'a str) {
        let count = self.index[self.level] as usize;
        if self.judges(place).is_some_and(|sure| !sure.has_count(count)) {
            let text = text();
            let span = Span { at, len: text.len() };
            self.refuse(span, place, |judge, show| judge.reject_array(place, count, text, show));
        }
    }

    #[inline(never)]
    fn refuse(&mut self, span: Span, place: u16, refuse: impl FnOnce(&dyn ValueHook, &mut dyn FnMut(Finding))) {
        if let Some(judge) = self.judge {
            refuse(judge, &mut |wrong| self.problem(place, span, wrong));
        }
    }

    /// Reading is not from a text, so nothing stands anywhere in it.
    pub(crate) fn without_positions(self) -> Self {
        Self { located: false, ..self }
    }

    /// The body turned out to be of this type.
    pub(crate) fn set_root(&mut self, root: &'static TypeDescriptor) {
        self.root = root;
    }

    #[inline]
    pub(crate) fn is_request(&self) -> bool {
        self.direction == Direction::Request
    }

    /// How many containers stand around a place.
    pub(crate) fn depth(&self, place: u16) -> u8 {
        self.root.depth(place)
    }

    pub(crate) fn accepts_unknown(&self) -> bool {
        self.allow_unknown
    }

    /// Steps into the list at a place, at its first item.
    #[inline]
    pub(crate) fn enter_array(&mut self, place: u16) {
        self.lists[self.level] = place;
        self.index[self.level] = 0;
        self.level += 1;
    }

    /// Steps to the next item of the innermost list.
    #[inline]
    pub(crate) fn next_item(&mut self) {
        let index = &mut self.index[self.level - 1];
        *index = index.saturating_add(1);
    }

    #[inline]
    pub(crate) fn leave_array(&mut self) {
        self.level -= 1;
    }

    /// Notes that something is wrong at a place of the table.
    #[cold]
    pub(crate) fn problem(&mut self, place: u16, span: Span, wrong: Finding) {
        let problem = self.located(place, span, wrong);
        self.push(problem);
    }

    /// Notes that a value is wrong in itself. Rules are silent then where it is malformed, and else the validator that has spoken.
    #[cold]
    pub(crate) fn wrong_value(&mut self, place: u16, span: Span, wrong: Finding) {
        let validator = wrong.kind().validator();
        let before = self.problems.iter().rposition(|problem| problem.span().at != span.at).map_or(0, |last| last + 1);
        let said = self.problems.split_off(before);
        let is_silenced =
            |problem: &Problem| problem.is_of_rule() && (validator.is_none() || problem.validator() == validator);
        self.problems.extend(said.into_iter().filter(|problem| !is_silenced(problem)));
        self.problem(place, span, wrong);
    }

    /// Warns that the view at a place of the table has properties, but none that is known.
    #[cold]
    pub(crate) fn no_known_property(&mut self, place: u16) {
        let expected = TypeDescriptor::ANY;
        let location = self.located(place, Span::NONE, Finding::Missing { expected }).location();
        self.warnings.push(Warning::NoKnownProperty { location });
    }

    /// Notes that something is wrong below the object at a place, where the table ends.
    #[cold]
    pub(crate) fn below(&mut self, object: &TypeDescriptor, place: u16, trail: SharedPath, span: Span, wrong: Finding) {
        let problem = self.located(place, span, wrong).below(object, trail);
        self.push(problem);
    }

    #[inline]
    fn push(&mut self, problem: Problem) {
        if self.problems.is_empty() {
            self.problems.reserve(8);
        } else if self.problems.len() / 2 >= self.max_problems {
            self.omit(&problem);
        }
        self.problems.push(problem);
    }

    /// Keeps the first problems alone. Those of the value that is being read stay together.
    #[cold]
    fn omit(&mut self, next: &Problem) {
        if self.problems.last().is_some_and(|last| last.span().at != next.span().at) {
            self.omitted.keep_first(&mut self.problems, self.max_problems, self.omitted_places.as_mut());
        }
    }

    #[inline]
    fn located(&self, place: u16, span: Span, wrong: Finding) -> Problem {
        let mut lists = [place; MAX_ARRAYS];
        let mut index = [0; MAX_ARRAYS];
        lists[..self.level].copy_from_slice(&self.lists[..self.level]);
        index[..self.level].copy_from_slice(&self.index[..self.level]);
        Problem::new(self.root, place, lists, index, if self.located { span } else { Span::NONE }, wrong)
    }
}
