//! Patterns in the syntax that regular expression engines have in common: characters, classes, repetitions, groups,
//! alternatives, `^` and `$`.
//!
//! They compile in ECMA-262, RE2, Go, Rust, Java and Python, with the same meaning. (Python's `$` also matches before a
//! final line feed.)

use super::omission::OmissionReason;
use crate::rules::formats::pronunciation::{ARPABET_CONSONANTS, ARPABET_VOWELS};
use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look};
use std::collections::{BTreeMap, BTreeSet};

/// The maximum number of character ranges in a pattern.
const MAX_RANGES: usize = 400;

/// The maximum length of an alphabet.
const MAX_ALPHABET: usize = 2000;

/// The maximum number of repetitions that engines support, nested ones multiplied.
const MAX_REPETITIONS: u32 = 1000;

/// Returns a portable pattern with the meaning of a pattern of the crate `regex`.
pub(super) fn portable(pattern: &str) -> Result<String, OmissionReason> {
    let hir = regex_syntax::parse(pattern).map_err(|_| OmissionReason::Pattern)?;
    let mut writer = PatternWriter { pattern: String::new(), ranges: 0 };
    writer.write(&hir, 1)?;
    Ok(writer.pattern)
}

/// Returns a pattern for strings without some characters; `None` if none are excluded.
pub(super) fn without(characters: &BTreeSet<char>, allow_control: bool) -> Option<String> {
    let mut class = String::from("^[^");
    if !allow_control {
        class.push_str(r"\x00-\x1f\x7f-\x9f");
    }
    for character in characters {
        escape_in_class(*character, &mut class);
    }
    (class != "^[^").then(|| class + "]*$")
}

/// Returns a pattern for strings of symbols with a separator between them. The default symbols are those of `arpabet`.
pub(super) fn of_symbols(symbols: Option<&[String]>, separator: &str) -> Result<String, OmissionReason> {
    if symbols.is_some_and(|symbols| symbols.len() > MAX_ALPHABET) {
        return Err(OmissionReason::PatternSize);
    }
    let is_ambiguous = |symbols: &[String]| {
        let follows = |one: &String| symbols.iter().any(|other| other != one && other.starts_with(one.as_str()));
        separator.is_empty() && symbols.iter().any(follows)
    };
    // An engine that backtracks could take forever.
    if symbols.map_or(separator.is_empty(), is_ambiguous) {
        return Err(OmissionReason::Pattern);
    }
    let mut alphabet = String::from("(");
    if let Some(symbols) = symbols {
        for (index, symbol) in symbols.iter().enumerate() {
            alphabet.push_str(if index > 0 { "|" } else { "" });
            symbol.chars().for_each(|character| escape(character, &mut alphabet));
        }
    } else {
        alphabet.push_str(&format!("({})[012]?|{}", ARPABET_VOWELS.join("|"), ARPABET_CONSONANTS.join("|")));
    }
    alphabet.push(')');
    if alphabet.len() > MAX_ALPHABET {
        return Err(OmissionReason::PatternSize);
    }
    let mut between = String::new();
    separator.chars().for_each(|character| escape(character, &mut between));
    Ok(format!("^{alphabet}({between}{alphabet})*$"))
}

/// Returns a pattern for strings that equal one of these in lower case.
pub(super) fn of_any_case(strings: &[&str]) -> Result<String, OmissionReason> {
    let strings: BTreeSet<String> = strings.iter().map(|string| string.to_lowercase()).collect();
    let mut forms: BTreeMap<char, Vec<char>> =
        strings.iter().flat_map(|string| string.chars()).map(|one| (one, Vec::new())).collect();
    // The lower case of a sigma depends on its neighbors, and that of a dotted capital I has two characters.
    if ['σ', 'ς', '\u{307}'].iter().any(|one| forms.contains_key(one)) {
        return Err(OmissionReason::CaseInsensitive);
    }
    for character in '\0'..='\u{1ffff}' {
        let mut lower = character.to_lowercase();
        if let (Some(one), None) = (lower.next(), lower.next())
            && let Some(forms) = forms.get_mut(&one)
        {
            forms.push(character);
        }
    }
    let mut pattern = String::from("^(");
    for (index, string) in strings.iter().enumerate() {
        pattern.push_str(if index > 0 { "|" } else { "" });
        for character in string.chars() {
            match forms.get(&character).map_or(&[][..], Vec::as_slice) {
                forms @ [_, _, ..] => {
                    pattern.push('[');
                    forms.iter().for_each(|form| escape_in_class(*form, &mut pattern));
                    pattern.push(']');
                }
                _ => escape(character, &mut pattern),
            }
        }
        if pattern.len() > MAX_ALPHABET {
            return Err(OmissionReason::PatternSize);
        }
    }
    Ok(pattern + ")$")
}

struct PatternWriter {
    pattern: String,
    ranges: usize,
}

impl PatternWriter {
    /// Writes an expression that is repeated a number of times.
    fn write(&mut self, hir: &Hir, times: u32) -> Result<(), OmissionReason> {
        match hir.kind() {
            HirKind::Empty => self.pattern.push_str("()"),
            HirKind::Literal(literal) => {
                let literal = std::str::from_utf8(&literal.0).map_err(|_| OmissionReason::Pattern)?;
                literal.chars().for_each(|character| escape(character, &mut self.pattern));
            }
            HirKind::Class(Class::Unicode(class)) => self.class(class)?,
            HirKind::Look(Look::Start) => self.pattern.push('^'),
            HirKind::Look(Look::End) => self.pattern.push('$'),
            HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) => return Err(OmissionReason::Pattern),
            HirKind::Repetition(repetition) => {
                let times = times.saturating_mul(repetition.max.unwrap_or(repetition.min).max(1));
                if times > MAX_REPETITIONS {
                    return Err(OmissionReason::PatternSize);
                }
                self.group(&repetition.sub, times)?;
                match (repetition.min, repetition.max) {
                    (0, None) => self.pattern.push('*'),
                    (1, None) => self.pattern.push('+'),
                    (0, Some(1)) => self.pattern.push('?'),
                    (min, None) => self.pattern.push_str(&format!("{{{min},}}")),
                    (min, Some(max)) if min == max => self.pattern.push_str(&format!("{{{min}}}")),
                    (min, Some(max)) => self.pattern.push_str(&format!("{{{min},{max}}}")),
                }
            }
            HirKind::Capture(capture) => self.group(&capture.sub, times)?,
            HirKind::Concat(parts) => {
                for part in parts {
                    match part.kind() {
                        HirKind::Alternation(_) => self.group(part, times)?,
                        _ => self.write(part, times)?,
                    }
                }
            }
            HirKind::Alternation(branches) => {
                for (index, branch) in branches.iter().enumerate() {
                    if index > 0 {
                        self.pattern.push('|');
                    }
                    self.write(branch, times)?;
                }
            }
        }
        Ok(())
    }

    /// Writes an expression, in parentheses if a repetition after it would apply only to its end.
    fn group(&mut self, hir: &Hir, times: u32) -> Result<(), OmissionReason> {
        let is_one = match hir.kind() {
            HirKind::Class(_) | HirKind::Capture(_) => true,
            HirKind::Literal(literal) => std::str::from_utf8(&literal.0).is_ok_and(|text| text.chars().count() == 1),
            _ => false,
        };
        if is_one {
            return self.write(hir, times);
        }
        self.pattern.push('(');
        self.write(hir, times)?;
        self.pattern.push(')');
        Ok(())
    }

    fn class(&mut self, class: &ClassUnicode) -> Result<(), OmissionReason> {
        let reaches_end = class.ranges().last().is_none_or(|range| range.end() == char::MAX);
        let mut shown = class.clone();
        if reaches_end && !class.ranges().is_empty() {
            shown.negate();
        }
        self.ranges += shown.ranges().len();
        if self.ranges > MAX_RANGES {
            return Err(OmissionReason::PatternSize);
        }
        // No short form of a class with every or no character is supported by all engines.
        if shown.ranges().is_empty() {
            self.pattern.push_str(if class.ranges().is_empty() { "[^\\x00-\u{10ffff}]" } else { "[\\x00-\u{10ffff}]" });
            return Ok(());
        }
        self.pattern.push_str(if reaches_end { "[^" } else { "[" });
        for range in shown.ranges() {
            escape_in_class(range.start(), &mut self.pattern);
            if range.start() < range.end() {
                // Two neighbors need no hyphen.
                if u32::from(range.start()) + 1 < u32::from(range.end()) {
                    self.pattern.push('-');
                }
                escape_in_class(range.end(), &mut self.pattern);
            }
        }
        self.pattern.push(']');
        Ok(())
    }
}

/// Adds a literal character outside a class.
pub(super) fn escape(character: char, pattern: &mut String) {
    if r"^$\.*+?()[]{}|".contains(character) {
        pattern.push('\\');
    }
    push(character, pattern);
}

/// Adds a literal character in a class.
fn escape_in_class(character: char, pattern: &mut String) {
    if r"^\[]-".contains(character) {
        pattern.push('\\');
    }
    push(character, pattern);
}

/// Adds a character, in hexadecimal if it is invisible and all engines support that.
fn push(character: char, pattern: &mut String) {
    match character {
        '\0'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{ad}' => {
            pattern.push_str(&format!("\\x{:02x}", u32::from(character)));
        }
        _ => pattern.push(character),
    }
}
