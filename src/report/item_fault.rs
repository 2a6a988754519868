use std::fmt;

/// The fault of an item or pair of a delimited string that makes validator 27 or 45 fail (our choice).
///
/// ```
/// use icws_schema::report::{Hint, ItemFault};
/// use icws_schema::rules::{ObjectChecker, ObjectContext};
///
/// let rules = r#"{"rules": [{"validator": "characterDelimitedValue", "property": "skills", "delimiter": ";"}]}"#;
/// let report = ObjectChecker::from_json(rules)?.check(r#"{"skills": "sales;;support"}"#, &ObjectContext::new());
/// let hint = report.problems()[0].hint();
/// assert_eq!(hint, Some(Hint::Item { number: 2, fault: ItemFault::Empty }));
/// # Ok::<(), icws_schema::file::LoadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ItemFault {
    /// The item is empty.
    Empty,
    /// The item repeats an earlier one.
    Repeated,
    /// The item does not satisfy the rules of items.
    Invalid,
    /// The pair has no delimiter between key and value.
    NoKeyDelimiter,
    /// The pair has no key.
    NoKey,
    /// The key of the pair repeats that of an earlier one.
    RepeatedKey,
    /// The key of the pair is not allowed.
    UnknownKey,
}

impl ItemFault {
    /// Returns the name in JSON output.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "emptyItem",
            Self::Repeated => "repeatedItem",
            Self::Invalid => "invalidItem",
            Self::NoKeyDelimiter => "noKeyDelimiter",
            Self::NoKey => "noKey",
            Self::RepeatedKey => "repeatedKey",
            Self::UnknownKey => "unknownKey",
        }
    }

    /// Writes the fault of the item with a number.
    pub(super) fn write(self, number: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "item {number} is empty"),
            Self::Repeated => write!(f, "item {number} repeats an earlier one"),
            Self::Invalid => write!(f, "item {number} does not satisfy the rules for items"),
            Self::NoKeyDelimiter => write!(f, "pair {number} has no delimiter between key and value"),
            Self::NoKey => write!(f, "pair {number} has no key"),
            Self::RepeatedKey => write!(f, "the key of pair {number} repeats an earlier one"),
            Self::UnknownKey => write!(f, "the key of pair {number} is not allowed"),
        }
    }
}
