//! Values that rules rejected when they were decoded.
//!
//! Many reports are only asked whether the body is valid. So only the location and the JSON of such a value are kept;
//! the problem is created when the problems of the report are accessed.

use super::problem::Problem;
use super::rule_info::RuleInfo;
use super::steps::Misplaced;
use super::violation::{HeldArray, HeldValue, Violation};
use crate::descriptor::{MAX_ARRAYS, TypeDescriptor};
use crate::json::position::{Position, Positions};
use crate::json::span::Span;
use crate::location::PathCache;
use std::num::NonZeroU32;
use std::sync::Arc;

/// An inline rule as its violations refer to it.
#[derive(Debug)]
pub(crate) struct InlineRule {
    pub(crate) info: Arc<dyn RuleInfo>,
    /// The index of the rule in its set.
    pub(crate) index: usize,
}

/// A value that a rule rejected.
#[derive(Clone, Copy)]
pub(crate) struct Rejected {
    /// The index of the rule among the inline rules, which are in the order of the set.
    pub(crate) rule: usize,
    /// The slot of the value.
    pub(crate) slot: u16,
    /// The slots of the arrays around it, and the indexes in them.
    pub(crate) arrays: [u16; MAX_ARRAYS],
    pub(crate) index: [u32; MAX_ARRAYS],
    pub(crate) span: Span,
    /// The position of the span; known when the body has been read.
    pub(crate) position: Position,
    pub(crate) kind: RejectedKind,
    /// The number, from 1, of the misplaced value around it.
    pub(crate) misplaced: Option<NonZeroU32>,
}

/// What is known of a value besides its JSON.
#[derive(Clone, Copy)]
pub(crate) enum RejectedKind {
    /// An integer, whose JSON is not needed.
    Integer(i64),
    /// An array with this number of items.
    Array(usize),
    /// Any other number, a string or a boolean.
    Other,
}

impl Rejected {
    /// Returns the length of the kept JSON of the value.
    fn kept(&self) -> usize {
        match self.kind {
            RejectedKind::Integer(_) => 0,
            RejectedKind::Array(_) | RejectedKind::Other => self.span.len,
        }
    }
}

/// The values of one body that rules rejected.
#[derive(Clone)]
pub(crate) struct RejectedValues {
    root: &'static TypeDescriptor,
    rules: Arc<[InlineRule]>,
    /// In the order of the body.
    values: Vec<Rejected>,
    /// Their JSON, concatenated: a report does not keep the body.
    json: Arc<Vec<u8>>,
    misplaced: Vec<Misplaced>,
}

impl RejectedValues {
    /// Determines the positions of values in the input, and keeps their JSON.
    #[cold]
    pub(crate) fn new(
        root: &'static TypeDescriptor,
        rules: Arc<[InlineRule]>,
        mut values: Vec<Rejected>,
        misplaced: Vec<Misplaced>,
        input: &[u8],
    ) -> Self {
        if !values.is_sorted_by_key(|value| value.span.at) {
            values.sort_by_key(|value| value.span.at);
        }
        let mut positions = Positions::up_to(values.last().map_or(0, |value| value.span.at), input);
        let mut json = Vec::with_capacity(values.iter().map(Rejected::kept).sum());
        for value in &mut values {
            value.position = positions.of(value.span.at);
            if value.kept() > 0 {
                json.extend_from_slice(value.span.of(input));
            }
        }
        Self { root, rules, values, json: json.into(), misplaced }
    }

    /// Returns the number of problems.
    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// Adds the problems, in the order of the rules.
    pub(super) fn add_to(&self, problems: &mut Vec<Problem>) {
        let mut at = 0;
        let mut values: Vec<_> = self
            .values
            .iter()
            .map(|value| {
                let span = Span { at, len: value.kept() };
                at += span.len;
                (value, span)
            })
            .collect();
        values.sort_by_key(|(value, _)| value.rule);
        problems.reserve_exact(values.len());
        problems.extend(values.into_iter().filter_map(|(value, span)| {
            let InlineRule { info, index } = self.rules.get(value.rule)?;
            let json = || std::str::from_utf8(span.of(&self.json)).unwrap_or_default();
            let held = match value.kind {
                RejectedKind::Integer(integer) => HeldValue::Integer(integer),
                RejectedKind::Array(count) => {
                    HeldValue::Array(Box::new(HeldArray { count, text: self.json.clone(), span }))
                }
                RejectedKind::Other => HeldValue::from_scalar(json()),
            };
            let problem = Problem::of_rejected(self.root, value, Violation::new(info.clone(), *index, held));
            Some(match Misplaced::numbered(&self.misplaced, value.misplaced) {
                Some(misplaced) => problem.moved(misplaced, &mut PathCache::default()),
                None => problem,
            })
        }));
    }
}
