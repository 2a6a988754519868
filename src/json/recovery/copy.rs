//! The corrected copy of an input.

use super::offsets::Offsets;
use crate::json::encoding::OtherText;
use crate::json::lex_error::LocatedError;
use crate::json::position::Positions;
use crate::json::span::Span;
use crate::json::syntax_error::SyntaxError;
use std::borrow::Cow;
use std::sync::Arc;

/// An input, corrected as far as possible, and the errors in it.
#[derive(Debug, Default)]
pub(crate) struct Recovery {
    /// The corrected copy; `None` if nothing was corrected.
    pub(crate) text: Option<String>,
    /// The errors, in the order of the input.
    pub(crate) errors: Vec<LocatedError>,
    /// What of the copy is not in the input.
    pub(crate) made_up: Arc<MadeUp>,
    offsets: Offsets,
    /// The spans in the copy of what is shorter than in the input, and those in the input.
    shorter: Vec<(Span, Span)>,
    /// The input, if it had to be decoded.
    pub(crate) decoded: Option<OtherText>,
}

/// What of a corrected copy is not in the input: what is wrong there is not reported.
#[derive(Debug, Default, Clone)]
pub(crate) struct MadeUp {
    /// The offsets of values in the copy that are not known.
    unknown: Vec<usize>,
    /// Where reading has stopped, and the objects and arrays that are open there, by their offsets in the copy.
    cut: Option<(usize, Vec<usize>)>,
}

impl MadeUp {
    /// Returns whether reading has stopped before the end of the value.
    pub(crate) fn is_cut(&self) -> bool {
        self.cut.is_some()
    }

    /// Returns whether a value at an offset of the copy is not in the input.
    pub(crate) fn has_value(&self, at: usize) -> bool {
        self.cut.as_ref().is_some_and(|(cut, _)| at >= *cut) || self.unknown.binary_search(&at).is_ok()
    }

    /// Returns whether there are values that are not in the input.
    pub(crate) fn has_values(&self) -> bool {
        !self.unknown.is_empty()
    }

    /// Returns whether an object at an offset of the copy may have more members than were read.
    pub(crate) fn has_open(&self, at: usize) -> bool {
        self.cut.as_ref().is_some_and(|(_, open)| open.binary_search(&at).is_ok())
    }
}

impl Recovery {
    /// Returns what is read in place of a text.
    pub(crate) fn input<'t>(&'t self, text: &'t [u8]) -> &'t [u8] {
        self.text.as_deref().map_or(text, str::as_bytes)
    }

    /// Takes the errors, where they are in the copy.
    pub(crate) fn take_errors_of_copy(&mut self) -> Vec<LocatedError> {
        let offsets = &self.offsets;
        let moved = |LocatedError { span, error }| LocatedError {
            span: Span {
                at: offsets.in_copy(span.at),
                len: offsets.in_copy(span.at + span.len) - offsets.in_copy(span.at),
            },
            error: error.moved(|offset, position| (offsets.in_copy(index(offset)) as u64, position)),
        };
        std::mem::take(&mut self.errors).into_iter().map(moved).collect()
    }

    /// Notes where reading has stopped, and the objects and arrays that are open there.
    pub(super) fn cut(&mut self, at: usize, open: &[usize]) {
        let in_copy = |at: &usize| self.offsets.in_copy(*at);
        let cut = Some((in_copy(&at), open.iter().map(in_copy).collect()));
        self.made_up = Arc::new(MadeUp { cut, ..MadeUp::clone(&self.made_up) });
    }

    /// Returns where an offset of the copy is in the input.
    pub(crate) fn original(&self, offset: usize) -> usize {
        self.offsets.in_input(offset)
    }

    /// Returns an error of the copy as one of the input.
    pub(crate) fn original_error(&self, error: SyntaxError, text: &str) -> SyntaxError {
        error.moved(|offset, _| {
            let offset = self.original(index(offset));
            (self.in_bytes(offset) as u64, Positions::up_to(offset, text.as_bytes()).of(offset))
        })
    }

    /// Returns the byte order mark that the decoded text does not have, if the error is that it has another encoding.
    pub(crate) fn byte_order_mark(&self, error: SyntaxError) -> Option<Span> {
        match error {
            SyntaxError::OtherEncoding(_) => self.decoded.as_ref()?.mark,
            _ => None,
        }
    }

    /// Returns where an offset of the text is in the input, which may have another encoding.
    pub(crate) fn in_bytes(&self, offset: usize) -> usize {
        self.decoded.as_ref().map_or(offset, |decoded| decoded.in_input(offset))
    }

    /// Returns where a span of the copy is in the input.
    pub(crate) fn original_span(&self, span: Span) -> Span {
        if !span.is_some() {
            return span;
        }
        if let Ok(index) = self.shorter.binary_search_by_key(&span.at, |(copy, _)| copy.at)
            && self.shorter[index].0 == span
        {
            return self.shorter[index].1;
        }
        let at = self.original(span.at);
        Span { at, len: self.original(span.at + span.len) - at }
    }
}

/// Returns an offset as an index.
fn index(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

/// What is in the copy in the place of something.
#[derive(Clone)]
pub(super) struct Edit {
    pub(super) span: Span,
    pub(super) json: Cow<'static, str>,
    /// The offset in `json` of a value that is not known.
    pub(super) unknown: Option<usize>,
}

/// Returns the copy of a text with its edits.
pub(super) fn corrected(text: &str, mut edits: Vec<Edit>, mut errors: Vec<LocatedError>) -> Recovery {
    if edits.is_empty() {
        return Recovery::default();
    }
    edits.sort_by_key(|edit| edit.span.at);
    errors.sort_by_key(|error| error.span.at);
    let mut copy = String::with_capacity(text.len() + edits.len());
    let (mut offsets, mut shorter, mut unknowns) = (Offsets::default(), Vec::new(), Vec::new());
    let mut read = 0;
    for Edit { span, json, unknown } in &edits {
        copy.push_str(&text[read..span.at]);
        read = span.at + span.len;
        if (1..span.len).contains(&json.len()) {
            shorter.push((Span { at: copy.len(), len: json.len() }, *span));
        }
        if json.len() > span.len {
            offsets.add(*span, Span { at: copy.len(), len: json.len() });
        }
        unknowns.extend(unknown.map(|offset| copy.len() + offset));
        copy.push_str(json);
        copy.extend(std::iter::repeat_n(' ', span.len.saturating_sub(json.len())));
    }
    copy.push_str(&text[read..]);
    let made_up = Arc::new(MadeUp { unknown: unknowns, cut: None });
    Recovery { text: Some(copy), errors, made_up, offsets, shorter, decoded: None }
}
