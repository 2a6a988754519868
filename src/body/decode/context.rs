use super::fast_accept::FastAccept;
use crate::body::ViewDocument;
use crate::body::decode::members::{InnerProblems, ScalarToken, TYPE};
use crate::descriptor::{Direction, MAX_ARRAYS, TypeDescriptor};
use crate::json::number::Number;
use crate::json::position::Position;
use crate::json::recovery::MadeUp;
use crate::json::span::Span;
use crate::location::{LocationSegment, PathCache, SharedPath};
use crate::report::hint::{ACTUAL, is_phone_number, probable_member};
use crate::report::{
    Hint, InlineRule, Misplaced, Omitted, OmittedSlot, Problem, ProblemDetail, ProblemKind, Rejected, RejectedKind,
    RejectedValues, Steps, Unexpected, Warning,
};
use crate::suggest::LimitedSuggestions;
use crate::value_ref::{ItemCount, ValueRef};
use std::array::from_fn;
use std::num::NonZeroU32;
use std::sync::Arc;

/// Checks of single values that run while a value is decoded: the value is borrowed, and nothing is allocated for it.
pub(crate) trait ValueHook {
    /// Returns, for each slot, a fast test that accepts most valid values; `None` where nothing is checked.
    fn slots(&self) -> &[Option<FastAccept>];

    /// Returns whether all checks of a slot accept a value.
    fn accepts(&self, slot: u16, value: ValueRef<'_>) -> bool;

    /// Returns the rules that the checks are of, in the order of their set.
    fn rules(&self) -> &Arc<[InlineRule]>;

    /// Reports each check of a slot that rejects a value, by the index of its rule.
    fn reject(&self, slot: u16, value: ValueRef<'_>, report: &mut dyn FnMut(usize));

    /// Returns the fast test of a slot.
    #[inline]
    fn fast_accept(&self, slot: u16) -> Option<&FastAccept> {
        self.slots().get(usize::from(slot)).and_then(Option::as_ref)
    }

    /// Returns whether a scalar is accepted. The scalar is created only if its slot has a check.
    #[inline]
    fn accepts_scalar<'s>(&self, slot: u16, scalar: impl FnOnce() -> ScalarToken<'s>) -> bool
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
    /// What is not in the input, for rules, to which it is malformed.
    pub(crate) hidden: Vec<Problem>,
    /// What the checks of values have rejected, in the order in which the values end.
    pub(crate) rejected: Vec<Rejected>,
    pub(crate) warnings: Vec<Warning>,
    suggestions: LimitedSuggestions,
    /// The maximum number of problems that are kept.
    max_problems: usize,
    pub(crate) omitted: Omitted,
    /// The locations of omitted problems, if rules need them.
    pub(crate) omitted_slots: Option<Vec<OmittedSlot>>,
    hook: Option<&'j dyn ValueHook>,
    fast_accept: &'j [Option<FastAccept>],
    /// The required properties that objects do not have in which the input is cut off.
    pub(crate) cut_off: Vec<String>,
    /// What is not in the input, if a corrected copy of it is read.
    made_up: Option<Arc<MadeUp>>,
    /// Whether values are read as what is probably meant.
    reads_misplaced: bool,
    /// Values that are read as something else than what they are.
    misplaced: Vec<Misplaced>,
    /// The one around the current value, by its number from 1.
    is_within: Option<NonZeroU32>,
    /// Created for the first problem of such a value.
    moved: Option<Box<PathCache<Option<SharedPath>>>>,
}

impl<'j> DecodeContext<'j> {
    #[inline]
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
            hidden: Vec::new(),
            rejected: Vec::new(),
            warnings: Vec::new(),
            suggestions: LimitedSuggestions::default(),
            max_problems: usize::MAX,
            omitted: Omitted::default(),
            omitted_slots: None,
            hook: None,
            fast_accept: &[],
            cut_off: Vec::new(),
            made_up: None,
            reads_misplaced: false,
            misplaced: Vec::new(),
            is_within: None,
            moved: None,
        }
    }

    /// Keeps at least the first `max` problems in the order of a report, and never more than about twice as many.
    #[inline]
    pub(crate) fn with_max_problems(self, max: usize) -> Self {
        Self { max_problems: max, ..self }
    }

    /// Keeps the locations of omitted problems.
    pub(crate) fn with_omitted_slots(self) -> Self {
        Self { omitted_slots: Some(Vec::new()), ..self }
    }

    /// Sets the checks of values, which run while these are decoded.
    #[inline]
    pub(crate) fn with_hook(self, hook: &'j dyn ValueHook) -> Self {
        Self { hook: Some(hook), fast_accept: hook.slots(), ..self }
    }

    /// Sets whether values of a request are read as what is probably meant, if they are below a misspelt name or wrapped.
    #[inline]
    pub(crate) fn set_reads_misplaced(&mut self, reads_misplaced: bool) {
        self.reads_misplaced = reads_misplaced;
    }

    /// Returns whether values are read as what is probably meant.
    pub(crate) fn reads_misplaced(&self) -> bool {
        self.reads_misplaced && self.is_request()
    }

    /// Returns whether what is in another form than that of an object or array is read as what is meant, in any file.
    pub(crate) fn reads_other_forms(&self) -> bool {
        self.reads_misplaced
    }

    /// Leaves out problems of what is not in the input.
    pub(crate) fn with_made_up(self, made_up: &Arc<MadeUp>) -> Self {
        Self { made_up: Some(made_up.clone()), ..self }
    }

    /// Returns whether a corrected copy of the input is read.
    #[inline]
    pub(crate) fn is_of_copy(&self) -> bool {
        self.made_up.is_some()
    }

    /// Returns whether the value at an offset is not in the input.
    #[cold]
    fn is_made_up(&self, at: usize) -> bool {
        self.made_up.as_ref().is_some_and(|made_up| made_up.has_value(at))
    }

    /// Keeps a value that is not in the input from rules: what it is meant to be is not known. It is at a slot, or at a path from
    /// there, where the descriptors end.
    #[cold]
    pub(crate) fn hide_made_up(
        &mut self,
        slot: u16,
        path: Option<SharedPath>,
        span: Span,
        expected: &'static TypeDescriptor,
    ) {
        if self.is_made_up(span.at) {
            let detail = ProblemDetail::Type { expected, found: Unexpected::Null };
            let problem = self.located(slot, span, detail);
            self.hidden.push(match path {
                Some(path) => problem.below(expected, path),
                None => problem,
            });
        }
    }

    /// Returns the fast test of a slot, if the slot has a check.
    #[inline]
    pub(crate) fn fast_accept(&self, slot: u16) -> Option<&'j FastAccept> {
        self.fast_accept.get(usize::from(slot)).and_then(Option::as_ref)
    }

    /// Checks a decoded scalar.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "most slots have no check, which is one comparison")]
    pub(crate) fn check_scalar(&mut self, slot: u16, scalar: &ScalarToken<'_>, at: usize, end: usize) {
        if let Some(fast) = self.fast_accept(slot)
            && !fast.has(scalar)
        {
            self.reject(slot, Span { at, len: end - at }, scalar.into());
        }
    }

    /// Checks the array that was left last.
    #[inline]
    pub(crate) fn check_array(&mut self, slot: u16, at: usize, end: usize) {
        let count = self.index[self.level] as usize;
        if self.fast_accept(slot).is_some_and(|fast| !fast.has_count(count)) {
            self.reject(slot, Span { at, len: end - at }, ValueRef::Array(&ItemCount(count)));
        }
    }

    /// Keeps a value for each check that rejects it.
    #[cold]
    fn reject(&mut self, slot: u16, span: Span, value: ValueRef<'_>) {
        let Some(hook) = self.hook else { return };
        let (arrays, index) = self.arrays_around(slot);
        let kind = match value {
            ValueRef::Number(Number::Integer(integer)) => RejectedKind::Integer(integer),
            ValueRef::Array(array) => RejectedKind::Array(array.count()),
            _ => RejectedKind::Other,
        };
        hook.reject(slot, value, &mut |rule| {
            let misplaced = self.is_within;
            self.push_rejected(Rejected {
                rule,
                slot,
                arrays,
                index,
                span,
                position: Position::START,
                kind,
                misplaced,
            });
        });
    }

    #[inline]
    fn push_rejected(&mut self, rejected: Rejected) {
        if self.rejected.is_empty() {
            self.rejected.reserve(14); // allocators are fast up to a kibibyte
        } else if self.rejected.len() / 2 >= self.max_problems {
            self.omit_rejected(&rejected);
        }
        self.rejected.push(rejected);
    }

    /// Keeps what the first rules have rejected first. What is rejected of the value that is being read stays together.
    #[cold]
    fn omit_rejected(&mut self, next: &Rejected) {
        if self.rejected.last().is_some_and(|last| last.span.at != next.span.at) {
            self.rejected.sort_by_key(|rejected| rejected.rule);
            self.omitted.omit_violations(self.rejected.len() - self.max_problems);
            self.rejected.truncate(self.max_problems);
        }
    }

    /// Takes what the checks of values have rejected; `input` is what was read in place of the text.
    pub(crate) fn take_rejected(&mut self, input: &[u8]) -> Option<RejectedValues> {
        let hook = self.hook.filter(|_| !self.rejected.is_empty())?;
        let (values, misplaced) = (std::mem::take(&mut self.rejected), std::mem::take(&mut self.misplaced));
        Some(RejectedValues::new(self.root, hook.rules().clone(), values, misplaced, input))
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

    /// Returns whether the value at a slot is one that null inherits, or the object around one.
    fn is_inheritable(&self, slot: u16, detail: &ProblemDetail) -> bool {
        matches!(detail, ProblemDetail::Type { expected, .. } if expected.member(ACTUAL).is_some())
            || self.is_member(slot, ACTUAL)
    }

    /// Adds a problem at a slot.
    #[cold]
    pub(crate) fn problem(&mut self, slot: u16, span: Span, detail: ProblemDetail) {
        // A null body and a null `__type` have the wrong type: they are no missing values.
        let detail = match detail {
            ProblemDetail::Null { expected } if slot == 0 || self.is_member(slot, TYPE) => {
                ProblemDetail::Type { expected, found: Unexpected::Null }
            }
            detail => detail,
        };
        self.push(self.located(slot, span, detail));
    }

    /// Returns whether a slot is that of a member with a name.
    fn is_member(&self, slot: u16, name: &str) -> bool {
        let last = Steps::new(self.root, slot, &[0; MAX_ARRAYS]).last().map(LocationSegment::from);
        matches!(last, Some(LocationSegment::Member(last)) if *last == *name)
    }

    /// Adds a problem of a value itself, which replaces rule violations of the value: all of them if the value is malformed,
    /// and otherwise those of the same validator.
    #[cold]
    pub(crate) fn wrong_value(&mut self, slot: u16, span: Span, detail: ProblemDetail) {
        let validator = detail.kind().validator();
        let before = self.rejected.iter().rposition(|rejected| rejected.span.at != span.at).map_or(0, |last| last + 1);
        if let Some(hook) = self.hook {
            let rejected = self.rejected.split_off(before);
            let validator_of = |rejected: &Rejected| hook.rules().get(rejected.rule).map(|rule| rule.info.validator());
            let is_left = |rejected: &Rejected| validator.is_some() && validator_of(rejected) != validator;
            self.rejected.extend(rejected.into_iter().filter(is_left));
        }
        self.problem(slot, span, detail);
    }

    /// Warns that the view at a slot has properties, but no known one.
    #[cold]
    pub(crate) fn no_known_property(&mut self, slot: u16) {
        let expected = TypeDescriptor::ANY;
        let location = self.located(slot, Span::NONE, ProblemDetail::Missing { expected }).location();
        self.warnings.push(Warning::NoKnownProperty { location });
    }

    /// Warns of the unknown names of the object at a slot that are similar to known ones, unless the known one is missing and
    /// thus reported; `known` has each name and whether it is.
    #[cold]
    pub(crate) fn similar_names<'n>(
        &mut self,
        object: &TypeDescriptor,
        slot: u16,
        unknown: impl Iterator<Item = &'n str>,
        known: &[(&'static str, bool)],
    ) {
        let expected = TypeDescriptor::ANY;
        let mut unknown: Vec<_> = unknown.collect();
        unknown.sort_unstable();
        for name in unknown {
            let nearest = self.suggestions.nearest(name, known.len(), known.iter().map(|(name, _)| *name));
            let suggestion = nearest.or_else(|| ViewDocument::is_short_view_name(name).then_some(ViewDocument::VIEW));
            if let Some((suggestion, false)) = known.iter().find(|(name, _)| Some(*name) == suggestion) {
                let path = SharedPath::new(None, LocationSegment::Member(name.to_owned().into()));
                let problem = self.located(slot, Span::NONE, ProblemDetail::Missing { expected }).below(object, path);
                self.warnings.push(Warning::SimilarProperty { location: problem.location(), suggestion });
            }
        }
    }

    /// Returns the member that is probably meant by an unknown name; after many of them `None`, so that the cost is limited.
    pub(crate) fn probable_name(&mut self, name: &str, object: &TypeDescriptor) -> Option<&'static str> {
        if is_phone_number(name, object) {
            return None;
        }
        self.suggestions.count(object.members.len())?;
        probable_member(name, object)
    }

    /// Takes the warnings, sorted by location.
    pub(crate) fn take_warnings(&mut self) -> Vec<Warning> {
        self.warnings.sort_by_cached_key(Warning::location);
        std::mem::take(&mut self.warnings)
    }

    /// Adds a problem below the object at a slot, where the descriptors end.
    #[cold]
    pub(crate) fn below(
        &mut self,
        object: &TypeDescriptor,
        slot: u16,
        path: SharedPath,
        span: Span,
        detail: ProblemDetail,
    ) {
        self.push(self.located(slot, span, detail).below(object, path));
    }

    /// Adds the problems inside a value that descriptors do not describe, with their paths from the object or value at a slot.
    #[cold]
    pub(crate) fn all_below(&mut self, object: &TypeDescriptor, slot: u16, problems: InnerProblems) {
        for (path, span, detail) in problems {
            self.below(object, slot, path, span, detail);
        }
    }

    #[inline]
    fn push(&mut self, problem: Problem) {
        if let Some(made_up) = &self.made_up
            && problem.is_made_up(made_up)
        {
            // It is missing where the input is cut off.
            self.cut_off.extend(problem.missing_name().filter(|name| !self.cut_off.contains(name)));
            return;
        }
        // The message would contain the code, but what is at a wrong place may be any value.
        if self.is_misplaced() && problem.kind() == ProblemKind::UnknownCode {
            return;
        }
        let problem = self.moved(problem);
        if self.problems.is_empty() {
            self.problems.reserve(16);
        } else if self.problems.len() / 2 >= self.max_problems {
            self.omit(&problem);
        }
        self.problems.push(problem);
    }

    /// Reads a value as the one at the slot `meant`: what is reported in it has the location where the value is, which is a step
    /// below the object or value at a slot, or there.
    pub(crate) fn read_misplaced<R>(
        &mut self,
        object: &'static TypeDescriptor,
        slot: u16,
        step: Option<LocationSegment>,
        meant: u16,
        read: impl FnOnce(&mut Self) -> R,
    ) -> R {
        let (arrays, index) = self.arrays_around(slot);
        let around = self.misplaced_around();
        let mut misplaced = Misplaced { object, slot, arrays, index, path: None, steps: self.depth(meant).into() };
        if let Some(around) = around {
            let here = Steps::new(self.root, slot, &index).skip(around.steps).map(LocationSegment::from);
            let path = here.fold(around.path.clone(), |before, step| Some(SharedPath::new(before, step)));
            misplaced = Misplaced { path, steps: misplaced.steps, ..around.clone() };
        }
        misplaced.path = match step {
            Some(step) => Some(SharedPath::new(misplaced.path, step)),
            None => misplaced.path,
        };
        self.misplaced.push(misplaced);
        let outer =
            std::mem::replace(&mut self.is_within, NonZeroU32::new(self.misplaced.len().try_into().unwrap_or(0)));
        let result = read(self);
        self.is_within = outer;
        self.moved = None;
        result
    }

    /// Replaces the hint of an unknown property that is one of the last that were reported.
    pub(crate) fn explain_unknown(&mut self, name: &str, hint: Hint) {
        const LAST: usize = 16;
        if let Some(problem) = self.problems.iter_mut().rev().take(LAST).find(|problem| problem.is_unknown(name)) {
            problem.explain_unknown(hint);
        }
    }

    fn misplaced_around(&self) -> Option<&Misplaced> {
        Misplaced::numbered(&self.misplaced, self.is_within)
    }

    /// Returns whether the value is inside a whole body that is at the wrong place.
    pub(crate) fn is_in_misplaced_body(&self) -> bool {
        self.misplaced_around().is_some_and(|misplaced| misplaced.steps == 0)
    }

    /// Returns whether the value is the array of a list of users.
    pub(crate) fn is_at_list(&self) -> bool {
        let path = self.misplaced_around().and_then(|misplaced| misplaced.path.as_ref());
        path.is_some_and(|path| matches!(path.last(), LocationSegment::Member(name) if name == ViewDocument::ITEMS))
    }

    /// Returns whether the value is read as something else than what it is.
    pub(crate) fn is_misplaced(&self) -> bool {
        self.is_within.is_some()
    }

    fn moved(&mut self, problem: Problem) -> Problem {
        match Misplaced::numbered(&self.misplaced, self.is_within) {
            Some(misplaced) => problem.moved(misplaced, self.moved.get_or_insert_default()),
            None => problem,
        }
    }

    /// Keeps only the first problems. Those of the value that is being decoded are kept together.
    #[cold]
    fn omit(&mut self, next: &Problem) {
        if self.problems.last().is_some_and(|last| last.span().at != next.span().at) {
            self.omitted.keep_first(&mut self.problems, self.max_problems, self.omitted_slots.as_mut());
        }
    }

    /// Returns the slots of the arrays around a slot, itself where there is none, and the indexes in them.
    #[inline]
    fn arrays_around(&self, slot: u16) -> ([u16; MAX_ARRAYS], [u32; MAX_ARRAYS]) {
        let arrays = from_fn(|level| if level < self.level { self.arrays[level] } else { slot });
        (arrays, from_fn(|level| if level < self.level { self.index[level] } else { 0 }))
    }

    #[inline]
    fn located(&self, slot: u16, span: Span, detail: ProblemDetail) -> Problem {
        let (arrays, index) = self.arrays_around(slot);
        let detail = match detail {
            ProblemDetail::Hinted(hinted) if hinted.1 == Hint::Inherit && !self.is_inheritable(slot, &hinted.0) => {
                hinted.0
            }
            detail => detail,
        };
        let hint = match self.is_request() {
            true => Hint::in_request(&detail, slot),
            false if self.reads_misplaced => Hint::in_file(&detail, slot),
            false => None,
        };
        let span = if self.has_positions { span } else { Span::NONE };
        let problem = Problem::new(self.root, slot, arrays, index, span, detail.with_hint(hint));
        if self.is_request() { problem } else { problem.without_request_hint() }
    }
}
