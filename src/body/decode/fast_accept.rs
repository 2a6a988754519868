//! A fast test that accepts most valid values, so that few need the full check.

use crate::body::decode::members::ScalarToken;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

/// Values that a rule is known to accept; all others need the full check.
#[derive(Debug, Clone)]
pub(crate) struct FastAccept {
    /// The minimum and the maximum integer.
    integers: (i64, i64),
    /// Strings of fewer bytes than this, if they pass the test.
    below: usize,
    test: Option<StringTest>,
    /// The minimum and the maximum number of items of an array.
    counts: (u64, u64),
}

/// A test of a string.
#[derive(Clone)]
struct StringTest(Arc<dyn Fn(&str) -> bool + Send + Sync + UnwindSafe + RefUnwindSafe>);

impl UnwindSafe for StringTest {}
impl RefUnwindSafe for StringTest {}

impl FastAccept {
    /// Accepts no value.
    pub(crate) const NOTHING: Self = Self { integers: (0, -1), below: 0, test: None, counts: (1, 0) };
    const ALL: Self = Self { integers: (i64::MIN, i64::MAX), below: usize::MAX, test: None, counts: (0, u64::MAX) };

    /// Accepts integers in a range.
    pub(crate) fn integers(min: i64, max: i64) -> Self {
        Self { integers: (min, max), ..Self::NOTHING }
    }

    /// Accepts strings of at most this number of bytes.
    pub(crate) fn strings_up_to(bytes: usize) -> Self {
        Self { below: bytes.saturating_add(1), ..Self::NOTHING }
    }

    /// Accepts strings that pass a test.
    pub(crate) fn strings(test: impl Fn(&str) -> bool + Send + Sync + UnwindSafe + RefUnwindSafe + 'static) -> Self {
        Self { below: usize::MAX, test: Some(StringTest(Arc::new(test))), ..Self::NOTHING }
    }

    /// Accepts arrays with a number of items in a range.
    pub(crate) fn counts(min: Option<u64>, max: Option<u64>) -> Self {
        Self { counts: (min.unwrap_or(0), max.unwrap_or(u64::MAX)), ..Self::NOTHING }
    }

    /// Accepts the values that all of several tests accept.
    pub(crate) fn all(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().fold(Self::ALL, Self::and)
    }

    fn and(self, other: Self) -> Self {
        let test = match (self.test, other.test) {
            (Some(one), Some(two)) => Some(StringTest(Arc::new(move |string| (one.0)(string) && (two.0)(string)))),
            (one, two) => one.or(two),
        };
        Self {
            integers: (self.integers.0.max(other.integers.0), self.integers.1.min(other.integers.1)),
            below: self.below.min(other.below),
            test,
            counts: (self.counts.0.max(other.counts.0), self.counts.1.min(other.counts.1)),
        }
    }

    #[inline]
    pub(crate) fn has(&self, scalar: &ScalarToken<'_>) -> bool {
        match scalar {
            ScalarToken::Integer(value) => self.has_integer(*value),
            ScalarToken::String(string) => self.has_string(string),
            ScalarToken::Null | ScalarToken::Boolean(_) | ScalarToken::Float(_) | ScalarToken::Literal(_) => false,
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
    pub(crate) fn has_string(&self, string: &str) -> bool {
        string.len() < self.below && self.test.as_ref().is_none_or(|test| (test.0)(string))
    }
}

impl fmt::Debug for StringTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StringTest")
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
    fn what_is_accepted_fast_is_accepted() {
        let rules = [
            r#""validator": "range", "min": -1, "max": 7"#,
            r#""validator": "range", "max": 7"#,
            r#""validator": "stringLength", "max": 4"#,
            r#""validator": "stringLength", "min": 1, "max": 4"#,
            r#""validator": "stringLength", "max": 2, "unit": "utf16""#,
            r#""validator": "validFormat", "format": "phoneNumber""#,
            r#""validator": "validFormat", "format": "guid""#,
            r#""validator": "regex", "pattern": "^[+0-9a-z() ]{2,6}$""#,
            r#""validator": "validValues", "values": ["", "a", "A", 3]"#,
            r#""validator": "validValues", "values": ["Ä", 3], "ignoreCase": true"#,
        ];
        for text in rules {
            let rule = rule(text);
            let check = rule.validator.as_validate();
            let fast = check.fast_accept();
            for value in (-9..=9).chain([i64::MIN, i64::MAX]) {
                let passes = check.accepts_value(ValueRef::Number(Number::Integer(value)));
                assert!(passes || !fast.has_integer(value), "{text}: {value}");
            }
            for value in ["", "1", "12345", "a", "ä", "äöüß", "👩‍👩‍👧", "+1 (317) 555", "sip:a@b"] {
                assert!(check.accepts_value(ValueRef::String(value)) || !fast.has_string(value), "{text}: {value}");
            }
        }
    }

    #[test]
    fn most_values_need_no_other_test() {
        assert!(
            rule(r#""validator": "range", "min": 1, "max": 7"#).validator.as_validate().fast_accept().has_integer(7)
        );
        assert!(
            rule(r#""validator": "stringLength", "max": 4"#).validator.as_validate().fast_accept().has_string("abcd")
        );
        assert!(
            rule(r#""validator": "validFormat", "format": "phoneNumber""#)
                .validator
                .as_validate()
                .fast_accept()
                .has_string("8042")
        );
        assert!(
            rule(r#""validator": "regex", "pattern": "^[0-9]+$""#)
                .validator
                .as_validate()
                .fast_accept()
                .has_string("8")
        );
        assert!(rule(r#""validator": "collectionCount", "max": 4"#).validator.as_validate().fast_accept().has_count(4));
        assert!(
            !rule(r#""validator": "collectionCount", "max": 4"#).validator.as_validate().fast_accept().has_count(5)
        );
    }

    #[test]
    fn several_rules_pass_what_each_passes() {
        let both = FastAccept::all([
            FastAccept::strings(|string: &str| string.starts_with('a')),
            FastAccept::strings_up_to(2),
        ]);
        assert!(both.has_string("a") && both.has_string("ab"));
        assert!(!both.has_string("abc") && !both.has_string("b"));
        let both = FastAccept::all([FastAccept::strings(str::is_ascii), FastAccept::strings(|s: &str| !s.is_empty())]);
        assert!(both.has_string("a"));
        assert!(!both.has_string("") && !both.has_string("ä"));
        assert!(
            !FastAccept::all([FastAccept::integers(i64::MIN, i64::MAX), FastAccept::strings_up_to(2)]).has_integer(0)
        );
        assert!(FastAccept::all([FastAccept::integers(1, i64::MAX), FastAccept::integers(i64::MIN, 1)]).has_integer(1));
        assert!(
            FastAccept::all([]).has_string("")
                && FastAccept::all([]).has_integer(0)
                && FastAccept::all([]).has_count(0)
        );
    }
}
