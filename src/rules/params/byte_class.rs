//! Patterns that consist of one class of ASCII characters, such as `^[0-9 +-]+$`: a table is faster than a regex.

use regex_syntax::hir::{Class, Hir, HirKind, Look, Repetition};
use std::ops::RangeInclusive;

/// Strings of ASCII characters of a class, with a number of them in a range.
pub(super) struct ByteClass {
    bytes: [bool; 256],
    length: RangeInclusive<usize>,
}

impl ByteClass {
    /// Returns the class of a pattern that consists of one class; `None` for any other pattern.
    pub(super) fn of(pattern: &str) -> Option<Self> {
        Self::of_hir(&regex_syntax::parse(pattern).ok()?)
    }

    fn of_hir(hir: &Hir) -> Option<Self> {
        let HirKind::Concat(parts) = hir.kind() else { return None };
        let [start, repetition, end] = parts.as_slice() else { return None };
        let (HirKind::Look(Look::Start), HirKind::Look(Look::End)) = (start.kind(), end.kind()) else { return None };
        let HirKind::Repetition(Repetition { min, max, sub, .. }) = repetition.kind() else { return None };
        let HirKind::Class(Class::Unicode(class)) = sub.kind() else { return None };
        let mut bytes = [false; 256];
        for range in class.iter() {
            if !range.end().is_ascii() {
                return None;
            }
            (range.start()..=range.end()).for_each(|character| bytes[character as usize] = true);
        }
        let bound = |bound: u32| bound.try_into().unwrap_or(usize::MAX);
        Some(Self { bytes, length: bound(*min)..=max.map_or(usize::MAX, bound) })
    }

    pub(super) fn matches(&self, string: &str) -> bool {
        // Checking all bytes needs no branch for each.
        let are_in_class = string.bytes().fold(true, |all, byte| all & self.bytes[usize::from(byte)]);
        are_in_class && self.length.contains(&string.len())
    }
}

#[cfg(test)]
mod tests {
    use super::ByteClass;
    use regex_automata::meta::Regex;

    #[test]
    fn a_table_matches_what_the_regex_matches() {
        let strings =
            ["", "8", "42", "+1 (317) 872-3000", "a", "A-z", "8\n", "\n", "ä", "8\u{663}", "\u{212a}", "12345"];
        let patterns = [
            r"^[0-9A-Za-z+*#(),./ -]+$",
            "^[0-9]*$",
            "^[0-9]{2,4}$",
            "^[0-9]{5}$",
            "^[0-9]{2,}$",
            r"^[\x00-\x7f]*$",
            r"\A[0-9]+\z",
            "^(?:[0-9])+$",
            "^[0-9]+?$",
            "^[^\\x00-\\x1f\\x80-\u{10ffff}]+$",
        ];
        for pattern in patterns {
            let regex = Regex::new(pattern).unwrap();
            let class = ByteClass::of(pattern).unwrap_or_else(|| panic!("{pattern} is a class"));
            for string in strings {
                assert_eq!(class.matches(string), regex.is_match(string), "{pattern} {string:?}");
            }
        }
    }

    #[test]
    fn other_patterns_need_the_regex() {
        let patterns = [
            "[0-9]+",
            "^[0-9]+",
            "[0-9]+$",
            "(?m)^[0-9]+$",
            "^[0-9]+[a-z]+$",
            "^[0-9]$",
            r"^\d+$",
            "^[^0-9]+$",
            "^(?i)[k]+$",
            "^([0-9]+)$",
            "^[0-9]+$|^a$",
            "",
            "^$",
            "^[",
        ];
        for pattern in patterns {
            assert!(ByteClass::of(pattern).is_none(), "{pattern}");
        }
    }
}
