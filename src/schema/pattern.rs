//! Patterns that mean in ECMA-262 what they mean here: written anew of what the pattern stands for, every class spelled out.

use regex_syntax::hir::{Class, Hir, HirKind, Look};
use std::collections::BTreeSet;

/// How many ranges of characters a pattern may spell out.
const RANGES: usize = 400;

/// The end of the text. Python's `$` also stands before a last line feed.
pub(super) const END: &str = r"(?![\s\S])";

/// The pattern in ECMA-262.
pub(super) fn ecma(pattern: &str) -> Result<String, &'static str> {
    let hir = regex_syntax::parse(pattern).map_err(|_| "it is no pattern")?;
    let mut text = String::new();
    let mut ranges = 0;
    write(&hir, &mut text, &mut ranges)?;
    Ok(text)
}

/// Texts without some characters.
pub(super) fn without(characters: &BTreeSet<char>, allow_control: bool) -> String {
    let mut class = String::from("^[^");
    if !allow_control {
        class.push_str(r"\u0000-\u001f\u007f-\u009f");
    }
    characters.iter().for_each(|character| class.push_str(&escape(*character)));
    if class == "^[^" { String::new() } else { class + "]*" + END }
}

fn write(hir: &Hir, text: &mut String, ranges: &mut usize) -> Result<(), &'static str> {
    match hir.kind() {
        HirKind::Empty => text.push_str("(?:)"),
        HirKind::Literal(literal) => {
            let literal = std::str::from_utf8(&literal.0).map_err(|_| "it matches bytes, not characters")?;
            literal.chars().for_each(|character| text.push_str(&escape(character)));
        }
        HirKind::Class(Class::Unicode(class)) => {
            *ranges += class.ranges().len();
            if *ranges > RANGES {
                return Err("its classes of characters are too long to spell out");
            }
            text.push('[');
            for range in class.ranges() {
                text.push_str(&escape(range.start()));
                if range.start() < range.end() {
                    text.push('-');
                    text.push_str(&escape(range.end()));
                }
            }
            text.push(']');
        }
        HirKind::Class(Class::Bytes(_)) => return Err("it matches bytes, not characters"),
        HirKind::Look(Look::Start) => text.push('^'),
        HirKind::Look(Look::End) => text.push_str(END),
        HirKind::Look(_) => return Err("ECMA-262 means another boundary"),
        HirKind::Repetition(repetition) => {
            group(&repetition.sub, text, ranges)?;
            match (repetition.min, repetition.max) {
                (0, None) => text.push('*'),
                (1, None) => text.push('+'),
                (0, Some(1)) => text.push('?'),
                (min, None) => text.push_str(&format!("{{{min},}}")),
                (min, Some(max)) => text.push_str(&format!("{{{min},{max}}}")),
            }
        }
        HirKind::Capture(capture) => group(&capture.sub, text, ranges)?,
        HirKind::Concat(parts) => {
            for part in parts {
                match part.kind() {
                    HirKind::Alternation(_) => group(part, text, ranges)?,
                    _ => write(part, text, ranges)?,
                }
            }
        }
        HirKind::Alternation(branches) => {
            for (index, branch) in branches.iter().enumerate() {
                if index > 0 {
                    text.push('|');
                }
                write(branch, text, ranges)?;
            }
        }
    }
    Ok(())
}

fn group(hir: &Hir, text: &mut String, ranges: &mut usize) -> Result<(), &'static str> {
    text.push_str("(?:");
    write(hir, text, ranges)?;
    text.push(')');
    Ok(())
}

/// A character that stands for itself, in a class or outside.
fn escape(character: char) -> String {
    match character {
        'A'..='Z' | 'a'..='z' | '0'..='9' | ' ' | '_' => character.to_string(),
        '\u{0}'..='\u{ffff}' => format!("\\u{:04x}", u32::from(character)),
        // Every engine takes the character itself, no two the same escape.
        _ => character.to_string(),
    }
}
