//! Texts that a pattern matches.

use super::draw::Draw;
use regex_syntax::hir::{Class, Hir, HirKind};

/// Where a text ends that repetitions would make longer and longer.
const LONG: usize = 512;

/// A text that a pattern matches, unless what it asks of the text around keeps it from matching.
pub(super) fn text(pattern: &str, draw: &mut Draw<'_>) -> Option<String> {
    let mut text = String::new();
    grow(&regex_syntax::parse(pattern).ok()?, draw, &mut text);
    Some(text)
}

/// Grows what a part of a pattern matches; the parser bounds how deep parts stand in each other.
fn grow(part: &Hir, draw: &mut Draw<'_>, text: &mut String) {
    if text.len() > LONG {
        return;
    }
    match part.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(character(class, draw)),
        HirKind::Repetition(repetition) => {
            let least = repetition.min.min(64);
            let more = repetition.max.map_or(3, |max| max.saturating_sub(least).min(3));
            let drawn = draw.below(more as usize + 1);
            (0..least as usize + drawn).for_each(|_| grow(&repetition.sub, draw, text));
        }
        HirKind::Capture(capture) => grow(&capture.sub, draw, text),
        HirKind::Concat(parts) => parts.iter().for_each(|part| grow(part, draw, text)),
        HirKind::Alternation(parts) => grow(draw.of(parts), draw, text),
    }
}

/// A character of a class, one of the first of one of its first ranges.
fn character(class: &Class, draw: &mut Draw<'_>) -> Option<char> {
    let ranges: Vec<(u32, u32)> = match class {
        Class::Unicode(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
        Class::Bytes(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    let (first, last) = *ranges.get(draw.below(ranges.len().min(4)))?;
    // A range may begin below the surrogates and end above them.
    let drawn = first + u32::try_from(draw.below((last - first).min(25) as usize + 1)).unwrap_or_default();
    char::from_u32(drawn).or(char::from_u32(first))
}
