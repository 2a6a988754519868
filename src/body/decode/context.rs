use super::fast_accept::FastAccept;
use crate::body::decode::members::Scalar;
use crate::descriptor::{Direction, MAX_ARRAYS, TypeDescriptor};
use crate::json::span::Span;
use crate::location::SharedPath;
use crate::report::{
    Finding, HeldValue, Hint, Omitted, OmittedPlace, Problem, RuleInfo, Unexpected, Violation, Warning,
};
use crate::value_ref::{ItemCount, ValueRef};
use std::array::from_fn;
use std::sync::Arc;

/// Checks of single values that run while a value is decoded: the value is borrowed, and nothing is allocated for it.
pub(crate) trait ValueHook {
    /// Returns, for each slot, a fast test that accepts most valid values; `None` where nothing is checked.
    fn slots(&self) -> &[Option<FastAccept>];

    /// Returns whether all checks of a slot accept a value.
    fn accepts(&self, slot: u16, value: ValueRef<'_>) -> bool;

    /// Reports each check of a slot that rejects a value: the rule, and its index.
    fn reject(&self, slot: u16, value: ValueRef<'_>, report: &mut dyn FnMut(&Arc<dyn RuleInfo>, usize));

    /// Returns the fast test of a slot.
    #[inline]
    fn fast_accept(&self, slot: u16) -> Option<&FastAccept> {
        self.slots().get(usize::from(slot)).and_then(Option::as_ref)
    }

    /// Returns whether a scalar is accepted. The scalar is created only if its slot has a check.
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

/// The options of decoding, the current position in arrays, and the problems so far.
pub(crate) struct DecodeContext<'j> {
    root: &'static TypeDescriptor,
    direction: Direction,
    allow_unknown: bool,
    has_positions: bool,
    /// The slots of the arrays around a value, and the indexes in them, from the outside in.
    arrays: [u16; MAX_ARRAYS],
    index: [u32; MAX_ARRAYS],
    level: usize,
    pub(crate) problems: Vec<Problem>,
    pub(crate) warnings: Vec<Warning>,
    /// The maximum number of problems that are kept.
    max_problems: usize,
    pub(crate) omitted: Omitted,
    /// The locations of omitted problems, if rules need them.
    pub(crate) omitted_places: Option<Vec<OmittedPlace>>,
    hook: Option<&'j dyn ValueHook>,
    fast_accept: &'j [Option<FastAccept>],
}

impl<'j> DecodeContext<'j> {
    pub(crate) fn new(root: &'static TypeDescriptor, direction: Direction, allow_unknown: bool) -> Self {
        let allow_unknown = allow_unknown || direction == Direction::Response;
        Self {
            root,
            direction,
            allow_unknown,
            has_positions: true,
            arrays: [0; MAX_ARRAYS],
            index: [0; MAX_ARRAYS],
            level: 0,
            problems: Vec::new(),
            warnings: Vec::new(),
            max_problems: usize::MAX,
            omitted: Omitted::default(),
            omitted_places: None,
            hook: None,
            fast_accept: &[],
        }
    }

    /// Keeps at least the first `max` problems in the order of a report, and never more than about twice as many.
    pub(crate) fn with_max_problems(self, max: usize) -> Self {
        Self { max_problems: max, ..self }
    }

    /// Keeps the locations of omitted problems.
    pub(crate) fn with_omitted_places(self) -> Self {
        Self { omitted_places: Some(Vec::new()), ..self }
    }

    /// Sets the checks of values, which run while these are decoded.
    #[inline]
    pub(crate) fn with_hook(self, hook: &'j dyn ValueHook) -> Self {
        Self { hook: Some(hook), fast_accept: hook.slots(), ..self }
    }

    /// Returns the fast test of a slot, if the slot has a check.
    #[inline]
    pub(crate) fn fast_accept(&self, slot: u16) -> Option<&'j FastAccept> {
        self.fast_accept.get(usize::from(slot)).and_then(Option::as_ref)
    }

    /// Checks a decoded scalar.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "most slots have no check, which is one comparison")]
    pub(crate) fn check_scalar(&mut self, slot: u16, scalar: &Scalar<'_>, at: usize, end: usize) {
        if let Some(fast) = self.fast_accept(slot)
            && !fast.has(scalar)
        {
            // A copy, so that the scalar itself need not be in memory.
            self.reject_scalar(slot, &scalar.clone(), Span { at, len: end - at });
        }
    }

    #[cold]
    fn reject_scalar(&mut self, slot: u16, scalar: &Scalar<'_>, span: Span) {
        self.reject(slot, span, scalar.into(), || scalar.into());
    }

    /// Checks the array that was decoded last, which has this JSON text.
    #[inline]
    pub(crate) fn check_array<'a>(&mut self, slot: u16, at: usize, text: impl FnOnce() -> &'a str) {
        let count = self.index[self.level] as usize;
        if self.fast_accept(slot).is_some_and(|fast| !fast.has_count(count)) {
            self.reject_array(slot, at, count, text());
        }
    }

    #[cold]
    fn reject_array(&mut self, slot: u16, at: usize, count: usize, text: &str) {
        let held = || HeldValue::Array(Box::new((count, text.into())));
        self.reject(slot, Span { at, len: text.len() }, ValueRef::Array(&ItemCount(count)), held);
    }

    /// Adds a violation for each check that rejects a value.
    #[inline]
    fn reject(&mut self, slot: u16, span: Span, value: ValueRef<'_>, held: impl Fn() -> HeldValue) {
        let Some(hook) = self.hook else { return };
        hook.reject(slot, value, &mut |rule, index| {
            let violation = Violation::new(rule.clone(), index, held());
            self.push(self.located(slot, span, Finding::Rule(violation)));
        });
    }

    /// Leaves problems without positions, since the input is not text.
    pub(crate) fn without_positions(self) -> Self {
        Self { has_positions: false, ..self }
    }

    /// Sets the type of the body, once it has been selected.
    pub(crate) fn set_root(&mut self, root: &'static TypeDescriptor) {
        self.root = root;
    }

    #[inline]
    pub(crate) fn is_request(&self) -> bool {
        self.direction == Direction::Request
    }

    /// Returns how many arrays and objects are around a slot.
    pub(crate) fn depth(&self, slot: u16) -> u8 {
        self.root.depth(slot)
    }

    pub(crate) fn accepts_unknown(&self) -> bool {
        self.allow_unknown
    }

    /// Enters the array at a slot, at its first item.
    #[inline]
    pub(crate) fn enter_array(&mut self, slot: u16) {
        self.arrays[self.level] = slot;
        self.index[self.level] = 0;
        self.level += 1;
    }

    /// Moves to the next item of the innermost array.
    #[inline]
    pub(crate) fn next_item(&mut self) {
        let index = &mut self.index[self.level - 1];
        *index = index.saturating_add(1);
    }

    #[inline]
    pub(crate) fn leave_array(&mut self) {
        self.level -= 1;
    }

    /// Adds a problem at a slot.
    #[cold]
    pub(crate) fn problem(&mut self, slot: u16, span: Span, finding: Finding) {
        // A null body has the wrong type: it is not a missing value.
        let finding = match finding {
            Finding::Null { expected } if slot == 0 => Finding::Type { expected, found: Unexpected::Null },
            finding => finding,
        };
        self.push(self.located(slot, span, finding));
    }

    /// Adds a problem of a value itself, which replaces rule violations of the value: all of them if the value is malformed,
    /// and otherwise those of the same validator.
    #[cold]
    pub(crate) fn wrong_value(&mut self, slot: u16, span: Span, finding: Finding) {
        let validator = finding.kind().validator();
        let before = self.problems.iter().rposition(|problem| problem.span().at != span.at).map_or(0, |last| last + 1);
        let reported = self.problems.split_off(before);
        let is_replaced =
            |problem: &Problem| problem.is_of_rule() && (validator.is_none() || problem.validator() == validator);
        self.problems.extend(reported.into_iter().filter(|problem| !is_replaced(problem)));
        self.problem(slot, span, finding);
    }

    /// Warns that the view at a slot has properties, but no known one.
    #[cold]
    pub(crate) fn no_known_property(&mut self, slot: u16) {
        let expected = TypeDescriptor::ANY;
        let location = self.located(slot, Span::NONE, Finding::Missing { expected }).location();
        self.warnings.push(Warning::NoKnownProperty { location });
    }

    /// Adds a problem below the object at a slot, where the descriptors end.
    #[cold]
    pub(crate) fn below(&mut self, object: &TypeDescriptor, slot: u16, path: SharedPath, span: Span, finding: Finding) {
        self.push(self.located(slot, span, finding).below(object, path));
    }

    #[inline]
    fn push(&mut self, problem: Problem) {
        if self.problems.is_empty() {
            self.problems.reserve(16);
        } else if self.problems.len() / 2 >= self.max_problems {
            self.omit(&problem);
        }
        self.problems.push(problem);
    }

    /// Keeps only the first problems. Those of the value that is being decoded are kept together.
    #[cold]
    fn omit(&mut self, next: &Problem) {
        if self.problems.last().is_some_and(|last| last.span().at != next.span().at) {
            self.omitted.keep_first(&mut self.problems, self.max_problems, self.omitted_places.as_mut());
        }
    }

    #[inline]
    fn located(&self, slot: u16, span: Span, finding: Finding) -> Problem {
        let arrays = from_fn(|level| if level < self.level { self.arrays[level] } else { slot });
        let index = from_fn(|level| if level < self.level { self.index[level] } else { 0 });
        let hint = if self.is_request() { Hint::in_request(&finding, slot) } else { None };
        let span = if self.has_positions { span } else { Span::NONE };
        Problem::new(self.root, slot, arrays, index, span, finding.with_hint(hint))
    }
}
