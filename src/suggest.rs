//! The nearest of some names.

use crate::fold::fold;

/// The nearest of some names, if one is near enough to have been meant; of several the first by name.
pub(crate) fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    // Long texts are no mistyped names, and comparing them would cost their product.
    if name.len() > 100 {
        return None;
    }
    let lower = fold(name);
    let length = lower.chars().count();
    names
        .into_iter()
        .filter(|other| other.len() <= 100)
        .filter_map(|other| {
            let (lower_other, most) = (fold(other), other.chars().count().max(3) / 3);
            let near = lower_other.chars().count().abs_diff(length) <= most;
            near.then(|| (strsim::osa_distance(&lower, &lower_other), other)).filter(|(distance, _)| *distance <= most)
        })
        .min()
        .map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_third_of_the_characters_may_differ_and_one_at_least() {
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
    fn of_several_the_nearest_and_of_those_the_first_by_name() {
        assert_eq!(nearest("abcd", ["abxcd", "abcd"]), Some("abcd"));
        assert_eq!(nearest("abc", ["xbc", "abx", "ayc"]), Some("abx"));
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
