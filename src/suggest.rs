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
    let letters = Letters::of(&lower);
    let max_distance = |other: &str| other.chars().count().max(3) / 3;
    // Lower case changes neither the length nor the letters of names in ASCII, which most of them are.
    let may_be_similar = |other: &&str| {
        !(lower.is_ascii() && other.is_ascii())
            || (other.len().abs_diff(lower.len()) <= max_distance(other)
                && letters.least_distance(&Letters::of(other)) <= max_distance(other))
    };
    names
        .into_iter()
        .filter(|other| other.len() <= MAX_LENGTH && is_name(other))
        .filter(may_be_similar)
        .filter_map(|other| {
            let distance = strsim::osa_distance(&lower, &fold(other));
            (distance <= max_distance(other)).then_some((distance, other))
        })
        .min()
        .map(|(_, other)| other)
}

/// How often each letter is in a short name in ASCII, whatever its case; other characters count as a letter with the same five bits.
struct Letters([u8; 32]);

impl Letters {
    fn of(name: &str) -> Self {
        let mut counts = [0; 32];
        name.bytes().for_each(|byte| counts[usize::from(byte & 31)] += 1);
        Self(counts)
    }

    /// Returns a number that the distance between two names is never less than: that of the characters to insert or delete.
    fn least_distance(&self, other: &Self) -> usize {
        let (missing, added) = self.0.iter().zip(other.0).fold((0, 0), |(missing, added), (own, other)| {
            (missing + usize::from(other.saturating_sub(*own)), added + usize::from(own.saturating_sub(other)))
        });
        missing.max(added)
    }
}

/// Returns the name that is probably meant by another one: the one that it has in it, beside a word that says nothing, or else the
/// most similar one, or else the one with its words.
pub(crate) fn probable<'n>(name: &str, names: impl IntoIterator<Item = &'n str> + Clone) -> Option<&'n str> {
    within(name, names.clone()).or_else(|| nearest(name, names.clone())).or_else(|| by_words(name, names))
}

/// Returns the name that has all words of another one except for those that say nothing, as `callForwardAll` has those of
/// `callForwardAllEnabled`.
fn within<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = words_with_meaning(name)?;
    if words(name)?.len() == wanted.len() {
        return None;
    }
    let has_words = |other: &&str| {
        words(other)
            .is_some_and(|words| words.len() == wanted.len() && words.iter().zip(&wanted).all(|(a, b)| is_same(a, b)))
    };
    names.into_iter().find(has_words)
}

/// Words of names that do not tell what is meant.
const NO_MEANING: [&str; 8] = ["enable", "enabled", "active", "flag", "value", "state", "setting", "option"];

/// Returns the name that has all words of another one and at most twice as many others, or at least half of them and no
/// other, as `callForwardAll` has those of `forwardAll`: of several the one whose number of words is the most similar, and
/// `None` if that is not one. Words of fewer than three letters do not count, nor does the `s` of a plural.
fn by_words<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = words_with_meaning(name)?;
    let mut found = (usize::MAX, None);
    let is_in = |word: &str, words: &[&str]| words.iter().any(|other| is_same(word, other));
    for other in names {
        let Some(words) = words(other) else { continue };
        let (has_all, has_no_other) =
            (wanted.iter().all(|word| is_in(word, &words)), words.iter().all(|word| is_in(word, &wanted)));
        let is_similar =
            (has_all && words.len() <= wanted.len() * 3) || (has_no_other && words.len() * 2 >= wanted.len());
        let distance = words.len().abs_diff(wanted.len());
        if is_similar && distance <= found.0 {
            found = (distance, (distance < found.0).then_some(other));
        }
    }
    found.1
}

/// Returns the words of a name that tell what is meant, or all if there are none.
fn words_with_meaning(name: &str) -> Option<Vec<&str>> {
    let all = words(name)?;
    let has_meaning = |word: &&&str| !NO_MEANING.iter().any(|none| is_same(word, none));
    let wanted: Vec<_> = all.iter().filter(has_meaning).copied().collect();
    Some(if wanted.is_empty() { all } else { wanted })
}

/// Returns whether a name has one of these words, which are in lower case.
pub(crate) fn has_word(name: &str, known: &[&str]) -> bool {
    words(name).is_some_and(|words| words.iter().any(|word| known.iter().any(|known| is_same(word, known))))
}

/// Returns the words of a name, without the `s` of a plural; `None` if there are none, and for paths and long names.
fn words(name: &str) -> Option<Vec<&str>> {
    if name.len() > MAX_LENGTH || name.contains(['.', '/', '[']) {
        return None;
    }
    let mut words = Vec::with_capacity(8);
    let mut rest = name.trim_start_matches(|character: char| !character.is_alphabetic());
    while !rest.is_empty() {
        let mut is_after_lower = false;
        let end = rest.find(|character: char| {
            let begins = character.is_uppercase() && is_after_lower;
            is_after_lower = character.is_lowercase();
            begins || !character.is_alphabetic()
        });
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        words.push(word.strip_suffix(['s', 'S']).unwrap_or(word));
        rest = after.trim_start_matches(|character: char| !character.is_alphabetic());
    }
    words.retain(|word| word.len() >= 3);
    Some(words).filter(|words| !words.is_empty())
}

/// Returns whether two words are the same in lower case.
fn is_same(word: &str, other: &str) -> bool {
    let lower = |word: &str| word.chars().flat_map(char::to_lowercase).collect::<String>();
    word.eq_ignore_ascii_case(other) || (!(word.is_ascii() && other.is_ascii()) && lower(word) == lower(other))
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
        self.count(count)?;
        nearest(name, names)
    }

    /// Counts comparisons; `None` after too many.
    pub(crate) fn count(&mut self, count: usize) -> Option<()> {
        self.comparisons = self.comparisons.checked_sub(count)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{by_words, is_name, nearest, probable, within};

    #[test]
    fn a_name_with_more_or_fewer_words_is_found_if_it_is_the_only_one() {
        let names = [
            "callForwardAll",
            "callForwardBusy",
            "externalCallTimeout",
            "min",
            "property",
            "id",
            "openNewWindowForCall",
        ];
        for (name, known) in [
            ("forwardAll", Some("callForwardAll")),
            ("call_forward_all_calls", Some("callForwardAll")),
            ("Timeouts", Some("externalCallTimeout")),
            ("propertyName", Some("property")),
            ("minValue", Some("min")),
            ("anyMinValue", Some("min")),
            ("firstOtherMin", None),
            ("callForwardActive", None),
            ("openWindowActive", Some("openNewWindowForCall")),
            ("external.timeout", None),
            ("callForward", None),
            ("userId", None),
            ("", None),
            ("timing", None),
            ("forward_busy", Some("callForwardBusy")),
            ("window", None),
        ] {
            assert_eq!(by_words(name, names), known, "{name}");
        }
        assert_eq!(by_words(&"a".repeat(101), ["a"]), None);
    }

    #[test]
    fn a_word_that_says_nothing_is_left_out() {
        let names = ["callForwardAll", "callForwardAllMode", "screenCalls", "property", "value"];
        for (name, known) in [
            ("callForwardAllEnabled", Some("callForwardAll")),
            ("call_forward_all_active", Some("callForwardAll")),
            ("enableScreenCalls", Some("screenCalls")),
            ("callForwardAllModeSetting", Some("callForwardAllMode")),
            ("propertyValue", Some("property")),
            ("callForwardAll", None),
            ("callForwardEnabled", None),
        ] {
            assert_eq!(within(name, names), known, "{name}");
        }
        assert_eq!(probable("callForwardAllEnabled", names), Some("callForwardAll"));
    }

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

    proptest::proptest! {
        #[test]
        fn no_similar_name_is_left_out_by_its_letters(name in "[a-dB-Eé`@1]{1,8}", other in "[a-dB-Eé`@1]{1,8}") {
            let distance = strsim::osa_distance(&name.to_lowercase(), &other.to_lowercase());
            let is_similar = distance <= other.chars().count().max(3) / 3;
            let is_compared = is_name(&name) && is_name(&other);
            proptest::prop_assert_eq!(nearest(&name, [&*other]).is_some(), is_compared && is_similar);
        }
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
