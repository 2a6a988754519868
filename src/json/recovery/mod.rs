//! Going on past what is not JSON but has one meaning only: comments, trailing and missing commas, other quotation marks,
//! names without quotes, the words of Python and JavaScript for `true`, `false` and `null`, and the like.
//!
//! The lexer is strict, and remains so: what it rejects is corrected in a copy of the input, and the copy is parsed. What is
//! put in the place of something is padded to the same length; where it is longer, offsets in the copy are translated.

mod bare;
mod brackets;
mod mender;
mod number;
mod offsets;
mod preamble;
mod quoted;

use super::encoding::OtherText;
use super::lex_error::LocatedError;
use super::lexer::Lexer;
use super::position::Positions;
use super::span::Span;
use super::syntax_error::{SyntaxError, UnexpectedToken};
use mender::Mender;
use offsets::Offsets;
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
pub(crate) fn index(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

/// Corrects an input up to where it has more than one meaning or none; what is after that is left out.
#[cold]
pub(crate) fn recover(input: &[u8]) -> Recovery {
    if let Some(decoded) = OtherText::of(input) {
        let mut recovery = recover_text(&decoded.text);
        recovery.text.get_or_insert_with(|| decoded.text.clone());
        recovery.errors.insert(0, decoded.error);
        return Recovery { decoded: Some(decoded), ..recovery };
    }
    str::from_utf8(input).map_or_else(|_| Recovery::default(), recover_text)
}

fn recover_text(text: &str) -> Recovery {
    let mut mender = Mender::new(text);
    if mender.document().is_some() {
        return mender.into_recovery();
    }
    let recovery = mender.clone().into_recovery();
    let mut strict = Lexer::new(recovery.text.as_deref().unwrap_or(text));
    if let Err(error) = strict.skip().and_then(|()| strict.end()) {
        if let SyntaxError::ExpectedValue(UnexpectedToken::Yaml | UnexpectedToken::Settings) = error.error {
            // What is before it are comments of the other format.
            mender.take_back_comments();
        }
        mender.error(recovery.original_span(error.span), recovery.original_error(error.error, text));
    }
    let (at, open, is_complete) = (mender.lexer.at(), mender.open(), mender.is_complete());
    mender.cut();
    let mut recovery = mender.into_recovery();
    if !is_complete {
        let in_copy = |at: usize| recovery.offsets.in_copy(at);
        let cut = Some((in_copy(at), open.into_iter().map(in_copy).collect()));
        recovery.made_up = Arc::new(MadeUp { cut, ..MadeUp::clone(&recovery.made_up) });
    }
    recovery
}

/// What is in the copy in the place of something.
#[derive(Clone)]
struct Edit {
    span: Span,
    json: Cow<'static, str>,
    /// The offset in `json` of a value that is not known.
    unknown: Option<usize>,
}

/// Returns the copy of a text with its edits.
fn corrected(text: &str, mut edits: Vec<Edit>, mut errors: Vec<LocatedError>) -> Recovery {
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
