//! Suggestions for mistyped names, and lists of known ones.

use crate::fold::fold;

/// Longer names, in bytes, are not compared: they are not mistyped names, and the cost is the product of the lengths.
const MAX_LENGTH: usize = 100;

/// Returns names in backticks, separated by commas.
pub(crate) fn in_backticks<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Returns whether a string has letters or digits, as names have.
pub(crate) fn is_name(string: &str) -> bool {
    string.contains(char::is_alphanumeric)
}

/// Returns the most similar name, ignoring case, if it is similar enough: at most a third of its characters may differ,
/// one in short names. Among equally similar names the first in code point order is returned. A name without
/// letters and digits is similar to none.
///
/// ```
/// assert_eq!(icws_schema::file::suggestion("recommmended", ["documented", "recommended"]), Some("recommended"));
/// ```
pub fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    if name.len() > MAX_LENGTH || !is_name(name) {
        return None;
    }
    let lower = fold(name);
    let length = lower.chars().count();
    names
        .into_iter()
        .filter(|other| other.len() <= MAX_LENGTH && is_name(other))
        .filter_map(|other| {
            let lower_other = fold(other);
            let max_distance = other.chars().count().max(3) / 3;
            if lower_other.chars().count().abs_diff(length) > max_distance {
                return None;
            }
            let distance = strsim::osa_distance(&lower, &lower_other);
            (distance <= max_distance).then_some((distance, other))
        })
        .min()
        .map(|(_, other)| other)
}

/// Suggestions for the names of one input. They end after a number of comparisons, so that the cost is limited.
#[derive(Debug)]
pub(crate) struct LimitedSuggestions {
    comparisons: usize,
}

impl Default for LimitedSuggestions {
    fn default() -> Self {
        Self { comparisons: 1_000_000 }
    }
}

impl LimitedSuggestions {
    /// Returns the most similar of `count` names, as [`nearest`] does.
    pub(crate) fn nearest<'n>(
        &mut self,
        name: &str,
        count: usize,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        self.comparisons = self.comparisons.checked_sub(count)?;
        nearest(name, names)
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn up_to_a_third_of_the_characters_may_differ_and_always_one() {
        assert_eq!(nearest("mim", ["min", "max"]), Some("min"));
        assert_eq!(nearest("mxm", ["min"]), None);
        assert_eq!(nearest("b", ["a"]), Some("a"));
        assert_eq!(nearest("bb", ["a"]), None);
        assert_eq!(nearest("abcdxx", ["abcdef"]), Some("abcdef"));
        assert_eq!(nearest("abcxxx", ["abcdef"]), None);
        assert_eq!(nearest("ABCDEF", ["abcdef"]), Some("abcdef"));
        assert_eq!(nearest("bacdef", ["abcdef"]), Some("abcdef"));
    }

    #[test]
    fn the_most_similar_name_is_suggested_and_then_the_first_by_name() {
        assert_eq!(nearest("abcd", ["abxcd", "abcd"]), Some("abcd"));
        assert_eq!(nearest("abc", ["xbc", "abx", "ayc"]), Some("abx"));
    }

    #[test]
    fn a_name_without_letters_and_digits_is_similar_to_none() {
        for name in ["", " ", "-"] {
            assert_eq!(nearest(name, ["a", "id", ""]), None);
            assert_eq!(nearest("a", [name]), None);
        }
    }

    #[test]
    fn names_of_more_than_100_bytes_are_not_compared() {
        let name = |length| "a".repeat(length);
        assert_eq!(nearest(&name(100), [name(99).as_str()]), Some(name(99).as_str()));
        assert_eq!(nearest(&name(101), [name(99).as_str()]), None);
        assert_eq!(nearest(&name(150), [name(99).as_str()]), None);
        assert_eq!(nearest(&name(99), [name(100).as_str()]), Some(name(100).as_str()));
        assert_eq!(nearest(&name(99), [name(101).as_str()]), None);
    }
}
