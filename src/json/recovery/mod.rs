//! Going on past what is not JSON but has one meaning only: comments, trailing and missing commas, other quotation marks,
//! names without quotes, the words of Python and JavaScript for `true`, `false` and `null`, and the like.
//!
//! The lexer is strict, and remains so: what it rejects is corrected in a copy of the input, and the copy is parsed. What is
//! put in the place of something is padded to the same length; where it is longer, offsets in the copy are translated.

mod mender;
mod number;
mod offsets;
mod quoted;

use super::lex_error::LocatedError;
use super::span::Span;
use mender::Mender;
use offsets::Offsets;
use std::borrow::Cow;

/// An input, corrected as far as possible, and the errors in it.
#[derive(Debug, Default)]
pub(crate) struct Recovery {
    /// The corrected copy; `None` if nothing was corrected.
    pub(crate) text: Option<String>,
    /// The corrected errors, in the order of the input. Parsing the copy finds any other.
    pub(crate) errors: Vec<LocatedError>,
    offsets: Offsets,
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

    /// Returns where a span of the copy is in the input.
    pub(crate) fn original_span(&self, span: Span) -> Span {
        if !span.is_some() {
            return span;
        }
        let at = self.original(span.at);
        Span { at, len: self.original(span.at + span.len) - at }
    }
}

/// Returns an offset as an index.
pub(crate) fn index(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

/// Mends an input up to where it has more than one meaning or none.
#[cold]
pub(crate) fn recover(input: &[u8]) -> Recovery {
    let Ok(text) = str::from_utf8(input) else { return Recovery::default() };
    let mut mender = Mender::new(text);
    // What stops the mender stops those who read the text, too.
    let _ = mender.document();
    let (mut edits, mut errors) = mender.into_parts();
    if edits.is_empty() {
        return Recovery::default();
    }
    edits.sort_by_key(|edit| edit.span.at);
    errors.sort_by_key(|error| error.span.at);
    let mut copy = String::with_capacity(text.len() + edits.len());
    let mut offsets = Offsets::default();
    let mut read = 0;
    for Edit { span, json } in &edits {
        copy.push_str(&text[read..span.at]);
        read = span.at + span.len;
        if json.len() > span.len {
            offsets.add(*span, Span { at: copy.len(), len: json.len() });
        }
        copy.push_str(json);
        copy.extend(std::iter::repeat_n(' ', span.len.saturating_sub(json.len())));
    }
    copy.push_str(&text[read..]);
    Recovery { text: Some(copy), errors, offsets }
}

/// A replacement in the copy.
struct Edit {
    span: Span,
    json: Cow<'static, str>,
}
