use crate::report::{Problem, Trail, Wrong};
use crate::wire::fill::Scalar;
use crate::wire::shape::{Direction, Shape};

/// Where something stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) at: usize,
    pub(crate) len: usize,
}

impl Span {
    /// Of what was not read from text.
    pub(crate) const NONE: Self = Self { at: usize::MAX, len: 0 };

    pub(crate) fn is_some(self) -> bool {
        self.at != usize::MAX
    }
}

/// How many lists stand in each other at most.
pub(crate) const LISTS: usize = 2;

/// Judges values where they are read: a value is borrowed then, and nothing is built for it.
pub(crate) trait Judge {
    /// Whether something is to be judged at each place of the tables.
    #[cfg_attr(not(feature = "rules"), allow(dead_code, reason = "rules judge"))]
    fn places(&self) -> &[bool];
    fn scalar(&self, place: u16, scalar: &Scalar<'_>) -> bool;
    fn list(&self, place: u16, count: usize) -> bool;

    /// Whether something is to be judged at a place.
    #[cfg(feature = "rules")]
    #[inline]
    fn judges(&self, place: u16) -> bool {
        self.places().get(usize::from(place)).copied().unwrap_or(false)
    }

    /// Whether a scalar passes, which is made only where something is to be judged.
    #[cfg(feature = "rules")]
    #[inline]
    fn passes<'s>(&self, place: u16, scalar: impl FnOnce() -> Scalar<'s>) -> bool
    where
        Self: Sized,
    {
        !self.judges(place) || self.scalar(place, &scalar())
    }
}

/// What reading carries along: how to read, where in which lists it is, and what is wrong so far.
pub(crate) struct Cx<'j> {
    root: &'static Shape,
    direction: Direction,
    unlisted: bool,
    located: bool,
    lists: [u16; LISTS],
    index: [u32; LISTS],
    level: usize,
    pub(crate) problems: Vec<Problem>,
    judge: Option<&'j dyn Judge>,
    places: &'j [bool],
    /// Whether something was refused where it was read.
    pub(crate) refused: bool,
}

impl<'j> Cx<'j> {
    pub(crate) fn new(root: &'static Shape, direction: Direction, allow_unlisted: bool) -> Self {
        let unlisted = allow_unlisted || direction == Direction::Answer;
        Self {
            root,
            direction,
            unlisted,
            located: true,
            lists: [0; LISTS],
            index: [0; LISTS],
            level: 0,
            problems: Vec::new(),
            judge: None,
            places: &[],
            refused: false,
        }
    }

    /// Values are judged where they are read.
    #[cfg(feature = "rules")]
    pub(crate) fn with_judge(self, judge: &'j dyn Judge) -> Self {
        Self { judge: Some(judge), places: judge.places(), ..self }
    }

    /// Whether something is to be judged at a place.
    #[inline]
    pub(crate) fn judges(&self, place: u16) -> bool {
        self.places.get(usize::from(place)).copied().unwrap_or(false)
    }

    #[inline]
    pub(crate) fn judge_scalar(&mut self, place: u16, scalar: &Scalar<'_>) {
        if self.judges(place) {
            self.refused |= self.judge.is_some_and(|judge| !judge.scalar(place, scalar));
        }
    }

    #[inline]
    pub(crate) fn judge_list(&mut self, place: u16) {
        if self.judges(place) {
            let count = self.index[self.level - 1] as usize;
            self.refused |= self.judge.is_some_and(|judge| !judge.list(place, count));
        }
    }

    /// Reading is not from a text, so nothing stands anywhere in it.
    pub(crate) fn without_text(self) -> Self {
        Self { located: false, ..self }
    }

    /// The body turned out to be of this type.
    pub(crate) fn set_root(&mut self, root: &'static Shape) {
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

    pub(crate) fn takes_unlisted(&self) -> bool {
        self.unlisted
    }

    /// Steps into the list at a place, at its first item.
    #[inline]
    pub(crate) fn enter_list(&mut self, place: u16) {
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
    pub(crate) fn leave_list(&mut self) {
        self.level -= 1;
    }

    /// Notes that something is wrong at a place of the table.
    #[cold]
    pub(crate) fn problem(&mut self, place: u16, span: Span, wrong: Wrong) {
        let problem = self.located(place, span, wrong);
        self.push(problem);
    }

    /// Notes that something is wrong below the object at a place, where the table ends.
    #[cold]
    pub(crate) fn below(&mut self, object: &Shape, place: u16, trail: Trail, span: Span, wrong: Wrong) {
        let problem = self.located(place, span, wrong).below(object, trail);
        self.push(problem);
    }

    fn push(&mut self, problem: Problem) {
        if self.problems.is_empty() {
            self.problems.reserve(16);
        }
        self.problems.push(problem);
    }

    fn located(&self, place: u16, span: Span, wrong: Wrong) -> Problem {
        let mut lists = [place; LISTS];
        let mut index = [0; LISTS];
        lists[..self.level].copy_from_slice(&self.lists[..self.level]);
        index[..self.level].copy_from_slice(&self.index[..self.level]);
        Problem::new(self.root, place, lists, index, if self.located { span } else { Span::NONE }, wrong)
    }
}
