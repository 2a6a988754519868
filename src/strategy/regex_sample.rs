//! Generation of strings that match a pattern.

use super::rng::Rng;
use regex_syntax::hir::{Class, Hir, HirKind};

/// The length at which generation ends.
const MAX_BYTES: usize = 512;

/// Generates a string that matches a pattern, unless an anchor or a word boundary prevents it.
pub(super) fn generate(pattern: &str, rng: &mut Rng<'_>) -> Option<String> {
    let mut generate = String::new();
    write(&regex_syntax::parse(pattern).ok()?, rng, &mut generate);
    Some(generate)
}

/// Writes a string that matches a part of a pattern; the parser limits the nesting of parts.
fn write(part: &Hir, rng: &mut Rng<'_>, generate: &mut String) {
    if generate.len() > MAX_BYTES {
        return;
    }
    match part.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => generate.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => generate.extend(character(class, rng)),
        HirKind::Repetition(repetition) => {
            let least = repetition.min.min(64);
            let more = repetition.max.map_or(3, |max| max.saturating_sub(least).min(3));
            let generated = rng.below(more as usize + 1);
            (0..least as usize + generated).for_each(|_| write(&repetition.sub, rng, generate));
        }
        HirKind::Capture(capture) => write(&capture.sub, rng, generate),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(part, rng, generate)),
        HirKind::Alternation(parts) => write(rng.choose(parts), rng, generate),
    }
}

/// Returns one of the first characters of one of the first ranges of a class.
fn character(class: &Class, rng: &mut Rng<'_>) -> Option<char> {
    let ranges: Vec<(u32, u32)> = match class {
        Class::Unicode(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
        Class::Bytes(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    let (first, last) = *ranges.get(rng.below(ranges.len().min(4)))?;
    // A range may begin below the surrogates and end above them.
    let generated = first + u32::try_from(rng.below((last - first).min(25) as usize + 1)).unwrap_or_default();
    char::from_u32(generated).or(char::from_u32(first))
}
