//! What surely passes: a test so cheap that most values need no other.

use crate::body::decode::members::Scalar;
use std::sync::Arc;

/// Values of which it is known at once that a rule passes; others are judged.
#[derive(Debug, Clone)]
pub(crate) struct FastAccept {
    /// The least and the greatest integer.
    integers: (i64, i64),
    /// Texts of fewer bytes, if they are so.
    below: usize,
    so: Option<fn(&str) -> bool>,
    /// And are one of these.
    among: Option<Arc<[Box<str>]>>,
    /// The least and the greatest number of items of a list.
    counts: (u64, u64),
}

impl FastAccept {
    /// Nothing passes surely.
    pub(crate) const NOTHING: Self = Self { integers: (0, -1), below: 0, so: None, among: None, counts: (1, 0) };
    const ALL: Self =
        Self { integers: (i64::MIN, i64::MAX), below: usize::MAX, so: None, among: None, counts: (0, u64::MAX) };

    pub(crate) fn integers(min: Option<i64>, max: Option<i64>) -> Self {
        Self { integers: (min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX)), ..Self::NOTHING }
    }

    /// Texts of at most so many bytes.
    pub(crate) fn texts_up_to(bytes: usize) -> Self {
        Self { below: bytes.saturating_add(1), ..Self::NOTHING }
    }

    /// Texts that are so.
    pub(crate) fn texts(so: fn(&str) -> bool) -> Self {
        Self { below: usize::MAX, so: Some(so), ..Self::NOTHING }
    }

    /// These texts.
    pub(crate) fn among<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        Self { below: usize::MAX, among: Some(texts.map(Into::into).collect()), ..Self::NOTHING }
    }

    /// Lists of so many items.
    pub(crate) fn counts(min: Option<u64>, max: Option<u64>) -> Self {
        Self { counts: (min.unwrap_or(0), max.unwrap_or(u64::MAX)), ..Self::NOTHING }
    }

    /// What passes several rules surely.
    pub(crate) fn all(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().fold(Self::ALL, Self::and)
    }

    fn and(self, other: Self) -> Self {
        // Two tests of texts are not one: no text passes surely.
        let is_one = !(self.so.is_some() && other.so.is_some() || self.among.is_some() && other.among.is_some());
        let below = if is_one { self.below.min(other.below) } else { 0 };
        let integers = (self.integers.0.max(other.integers.0), self.integers.1.min(other.integers.1));
        let counts = (self.counts.0.max(other.counts.0), self.counts.1.min(other.counts.1));
        Self { integers, below, so: self.so.or(other.so), among: self.among.or(other.among), counts }
    }

    #[inline]
    pub(crate) fn has(&self, scalar: &Scalar<'_>) -> bool {
        match scalar {
            Scalar::Integer(value) => self.has_integer(*value),
            Scalar::String(text) => self.has_text(text),
            Scalar::Null | Scalar::Boolean(_) | Scalar::Float(_) | Scalar::Spelled(_) => false,
        }
    }

    #[inline]
    pub(crate) fn has_integer(&self, value: i64) -> bool {
        (self.integers.0..=self.integers.1).contains(&value)
    }

    #[inline]
    pub(crate) fn has_count(&self, count: usize) -> bool {
        (self.counts.0..=self.counts.1).contains(&(count as u64))
    }

    #[inline]
    pub(crate) fn has_text(&self, text: &str) -> bool {
        text.len() < self.below
            && self.so.is_none_or(|so| so(text))
            && self.among.as_ref().is_none_or(|among| among.iter().any(|one| **one == *text))
    }
}

#[cfg(all(test, feature = "rules"))]
mod tests {
    use super::FastAccept;
    use crate::json::number::Number;
    use crate::rules::RuleSet;
    use crate::value_ref::ValueRef;

    fn rule(text: &str) -> crate::rules::Rule {
        let text = format!(r#"{{"rules": [{{"property": "p", {text}}}]}}"#);
        crate::rules::Rule::clone(&RuleSet::from_json(&text).unwrap().rules()[0])
    }

    #[test]
    fn what_surely_passes_passes() {
        let rules = [
            r#""validator": "range", "min": -1, "max": 7"#,
            r#""validator": "range", "max": 7"#,
            r#""validator": "stringLength", "max": 4"#,
            r#""validator": "stringLength", "min": 1, "max": 4"#,
            r#""validator": "stringLength", "max": 2, "unit": "utf16""#,
            r#""validator": "validFormat", "format": "phoneNumber""#,
            r#""validator": "validFormat", "format": "guid""#,
            r#""validator": "validValues", "values": ["", "a", "A", 3]"#,
            r#""validator": "validValues", "values": ["Ä", 3], "ignoreCase": true"#,
        ];
        for text in rules {
            let rule = rule(text);
            let check = rule.validator.as_validate();
            let sure = check.fast_accept();
            for value in (-9..=9).chain([i64::MIN, i64::MAX]) {
                let passes = check.accepts_value(ValueRef::Number(Number::Integer(value)));
                assert!(passes || !sure.has_integer(value), "{text}: {value}");
            }
            for value in ["", "1", "12345", "a", "ä", "äöüß", "👩‍👩‍👧", "+1 (317) 555", "sip:a@b"] {
                assert!(check.accepts_value(ValueRef::String(value)) || !sure.has_text(value), "{text}: {value}");
            }
        }
    }

    #[test]
    fn most_values_need_no_other_test() {
        assert!(
            rule(r#""validator": "range", "min": 1, "max": 7"#).validator.as_validate().fast_accept().has_integer(7)
        );
        assert!(
            rule(r#""validator": "stringLength", "max": 4"#).validator.as_validate().fast_accept().has_text("abcd")
        );
        assert!(
            rule(r#""validator": "validFormat", "format": "phoneNumber""#)
                .validator
                .as_validate()
                .fast_accept()
                .has_text("8042")
        );
        assert!(rule(r#""validator": "collectionCount", "max": 4"#).validator.as_validate().fast_accept().has_count(4));
        assert!(
            !rule(r#""validator": "collectionCount", "max": 4"#).validator.as_validate().fast_accept().has_count(5)
        );
    }

    #[test]
    fn several_rules_pass_what_each_passes() {
        let both = FastAccept::all([FastAccept::texts(|text| text.starts_with('a')), FastAccept::texts_up_to(2)]);
        assert!(both.has_text("a") && both.has_text("ab"));
        assert!(!both.has_text("abc") && !both.has_text("b"));
        assert!(!FastAccept::all([FastAccept::texts(str::is_ascii), FastAccept::texts(str::is_empty)]).has_text(""));
        let among = || FastAccept::among(["a", "b"].into_iter());
        assert!(among().has_text("b") && !among().has_text("c"));
        assert!(FastAccept::all([among(), FastAccept::texts(str::is_ascii)]).has_text("a"));
        assert!(!FastAccept::all([among(), among()]).has_text("a"));
        assert!(!FastAccept::all([FastAccept::integers(None, None), FastAccept::texts_up_to(2)]).has_integer(0));
        assert!(
            FastAccept::all([FastAccept::integers(Some(1), None), FastAccept::integers(None, Some(1))]).has_integer(1)
        );
        assert!(
            FastAccept::all([]).has_text("") && FastAccept::all([]).has_integer(0) && FastAccept::all([]).has_count(0)
        );
    }
}
