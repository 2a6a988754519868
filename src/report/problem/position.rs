//! Positions of problems in the text.

use super::Problem;
use crate::json::position::{Position, Positions};
use crate::json::recovery::{MadeUp, Recovery};
use crate::json::span::Span;
use crate::location::LocationSegment;
use crate::report::kind::ProblemDetail;
use crate::report::origin::Origin;
use std::collections::HashMap;
use std::sync::Arc;

impl Problem {
    /// Returns the byte offset of the problem; `None` if the body was not text.
    ///
    /// It is the start of the value, of the name (duplicate and unknown properties), or of the enclosing object
    /// (missing properties).
    #[must_use]
    pub fn offset(&self) -> Option<u64> {
        self.span.is_some().then(|| self.moved_offset(self.span.at))
    }

    /// Converts an offset in the body to one in the larger text.
    fn moved_offset(&self, offset: usize) -> u64 {
        self.origin.as_ref().map_or(0, |origin| origin.offset).saturating_add(offset as u64)
    }

    /// Returns the length of the invalid text in bytes; 0 for a missing property, `None` if the body was not text.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.span.is_some().then_some(self.span.len as u64)
    }

    /// Returns line and column; `None` if the body was not text.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.position.map(|position| self.moved_position(position))
    }

    /// Converts a position in the body to one in the larger text.
    fn moved_position(&self, position: Position) -> Position {
        self.origin.as_ref().map_or(position, |origin| origin.position(position))
    }

    /// Returns the byte offset of the name of the first property, if this one is a duplicate; `None` if the body was
    /// not text.
    #[must_use]
    pub fn first_offset(&self) -> Option<u64> {
        self.first.as_ref().map(|first| self.moved_offset(first.0))
    }

    /// Returns line and column of the first property, if this one is a duplicate; `None` if the body was not text.
    ///
    /// ```
    /// use icws_schema::{ParseOptions, body::UserClientConfigurationProperties};
    ///
    /// let body = r#"{"followMe": [], "followMe": null}"#;
    /// let report = ParseOptions::new().check::<UserClientConfigurationProperties>(body);
    /// let problem = &report.problems()[0];
    /// assert_eq!((problem.offset(), problem.first_offset()), (Some(17), Some(1)));
    /// assert_eq!(problem.first_position().unwrap().column, 2);
    /// ```
    #[must_use]
    pub fn first_position(&self) -> Option<Position> {
        self.first.as_ref().map(|first| self.moved_position(first.1))
    }

    /// Returns whether the problem is in a part of a corrected copy that is not in the input. The members that an object does
    /// not have may be where reading has stopped.
    pub(crate) fn is_made_up(&self, made_up: &MadeUp) -> bool {
        let is_missing = matches!(self.detail, ProblemDetail::Missing { .. } | ProblemDetail::Untagged { .. });
        !self.is_syntax() && (made_up.has_value(self.span.at) || (is_missing && made_up.has_open(self.span.at)))
    }

    /// Returns the name of a required property that an object does not have.
    pub(crate) fn missing_name(&self) -> Option<String> {
        let ProblemDetail::Missing { .. } = self.detail else { return None };
        match self.location().0.pop()? {
            LocationSegment::Member(name) => Some(name.into_owned()),
            LocationSegment::Index(_) => None,
        }
    }

    pub(in crate::report) fn set_first(&mut self, offset: usize, position: Position) {
        self.first = Some(Box::new((offset, position)));
    }

    /// Moves the places besides its own to where they are in a text that has the body at an offset.
    pub(in crate::report) fn move_other_places(&mut self, text: &[u8], start: usize) {
        let moved = |offset: usize| (offset + start, Positions::up_to(offset + start, text).of(offset + start));
        if let Some(first) = &mut self.first {
            **first = moved(first.0);
        }
        if let ProblemDetail::Syntax(error) = &mut self.detail {
            *error = error.moved(|offset, _| {
                let (offset, position) = moved(usize::try_from(offset).unwrap_or_default());
                (offset as u64, position)
            });
        }
    }

    /// Moves the places besides its own to where they are in the text of which a corrected copy was read.
    pub(in crate::report) fn set_original(&mut self, recovery: &Recovery, text: &str) {
        if let Some(first) = &mut self.first {
            let offset = recovery.original(first.0);
            **first = (recovery.in_bytes(offset), Positions::up_to(offset, text.as_bytes()).of(offset));
        }
        if recovery.decoded.is_some() {
            self.locate(&mut |problem| {
                let Span { at, len } = problem.span;
                if let ProblemDetail::Syntax(error) = problem.detail
                    && let Some(mark) = recovery.byte_order_mark(error)
                {
                    return mark;
                }
                Span { at: recovery.in_bytes(at), len: recovery.in_bytes(at + len) - recovery.in_bytes(at) }
            });
        }
        if let ProblemDetail::Syntax(error) = &mut self.detail {
            *error = recovery.original_error(*error, text);
        }
    }

    /// Sets the origin of a body that is part of a larger text.
    pub(in crate::report) fn set_origin(&mut self, origin: &Arc<Origin>) {
        self.origin = Some(origin.clone());
        match &mut self.detail {
            ProblemDetail::Rule(violation) => {
                violation.causes_mut().iter_mut().for_each(|cause| cause.set_origin(origin));
            }
            ProblemDetail::Syntax(error) => {
                *error =
                    error.moved(|offset, position| (offset.saturating_add(origin.offset), origin.position(position)));
            }
            _ => {}
        }
    }

    pub(in crate::report) fn locate(&mut self, span: &mut impl FnMut(&Self) -> Span) {
        self.span = span(self);
        if let ProblemDetail::Rule(violation) = &mut self.detail {
            violation.causes_mut().iter_mut().for_each(|cause| cause.locate(span));
        }
    }

    /// Collects the offsets of this problem and its causes, if they have one.
    pub(in crate::report) fn offsets(&self, offsets: &mut Vec<usize>) {
        offsets.extend(self.span.is_some().then_some(self.span.at));
        self.causes().iter().for_each(|cause| cause.offsets(offsets));
    }

    /// Sets the positions of the offsets.
    pub(in crate::report) fn place_at(&mut self, positions: &HashMap<usize, Position>) {
        self.position = positions.get(&self.span.at).copied();
        if let ProblemDetail::Rule(violation) = &mut self.detail {
            violation.causes_mut().iter_mut().for_each(|cause| cause.place_at(positions));
        }
    }
}
