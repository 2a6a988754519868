use crate::codes::ValidationErrorType;
use crate::location::{LocationSegment, PathCache};
use crate::report::{ProblemKind, Report};
use std::collections::HashMap;

/// What the representation has said of the body already, as a tree of places.
#[derive(Default)]
pub(crate) struct ReportedProblems {
    /// The root is the first; there is none where nothing was said.
    places: Vec<ReportedEntry>,
}

#[derive(Default)]
struct ReportedEntry {
    /// Whether the body is malformed here: every rule is silent here and beneath.
    malformed: bool,
    /// Which validators have spoken here.
    spoken: Vec<ValidationErrorType>,
    members: HashMap<Box<str>, usize>,
    items: HashMap<usize, usize>,
}

/// A place of which something was said, there or beneath.
#[derive(Clone, Copy)]
pub(crate) struct ReportedCursor<'s> {
    said: &'s ReportedProblems,
    place: usize,
}

impl ReportedProblems {
    pub(crate) fn new(report: &Report) -> Self {
        let mut said = Self::default();
        let mut followed = PathCache::default();
        for problem in report.problems() {
            let validator = problem.validator();
            // Of a repeated member the first value is judged as any other.
            if validator.is_none() && problem.kind() == ProblemKind::DuplicateMember {
                continue;
            }
            if said.places.is_empty() {
                said.places.push(ReportedEntry::default());
            }
            let place = problem.follow(0, &mut followed, &mut |place, segment| said.step(*place, segment));
            let here = &mut said.places[place];
            match validator {
                Some(validator) => here.spoken.push(validator),
                None => here.malformed = true,
            }
        }
        said
    }

    fn step(&mut self, place: usize, segment: &LocationSegment) -> usize {
        let next = self.places.len();
        let here = &mut self.places[place];
        let there = match segment {
            LocationSegment::Member(name) => match here.members.get(&**name) {
                Some(there) => *there,
                None => *here.members.entry((&**name).into()).or_insert(next),
            },
            LocationSegment::Index(index) => *here.items.entry(*index).or_insert(next),
        };
        if there == next {
            self.places.push(ReportedEntry::default());
        }
        there
    }

    pub(crate) fn root(&self) -> Option<ReportedCursor<'_>> {
        (!self.places.is_empty()).then_some(ReportedCursor { said: self, place: 0 })
    }
}

impl<'s> ReportedCursor<'s> {
    fn here(self) -> &'s ReportedEntry {
        &self.said.places[self.place]
    }

    pub(crate) fn member(self, name: &str) -> Option<Self> {
        self.here().members.get(name).map(|place| Self { place: *place, ..self })
    }

    pub(crate) fn item(self, index: usize) -> Option<Self> {
        self.here().items.get(&index).map(|place| Self { place: *place, ..self })
    }

    pub(crate) fn is_malformed(self) -> bool {
        self.here().malformed
    }

    pub(crate) fn already_reported(self, validator: ValidationErrorType) -> bool {
        self.here().spoken.contains(&validator)
    }
}
