use super::expected::RuleExpectation;
use super::item_fault::ItemFault;
use crate::codes::ValidationErrorType;
use crate::json::escape::Escaped;
use std::borrow::Cow;
use std::fmt;
use std::panic::{RefUnwindSafe, UnwindSafe};

/// A violated rule, as far as reports need it.
pub trait RuleInfo: fmt::Debug + Send + Sync + UnwindSafe + RefUnwindSafe {
    /// Returns the validator.
    fn validator(&self) -> ValidationErrorType;
    /// Returns the rule's note.
    fn note(&self) -> Option<&str>;
    /// Returns what the rule requires.
    fn expected(&self) -> Cow<'_, RuleExpectation>;
    /// Returns what the rule requires, in English, as in messages.
    fn expected_text(&self) -> Cow<'_, str> {
        Escaped(self.expected()).to_string().into()
    }
    /// Returns the number of the first item, from 1, that makes a delimited string fail, and its fault;
    /// `invalid` is an item that does not satisfy the rules of items. Returns `None` for other validators.
    fn failed_item(&self, _string: &str, _invalid: Option<&str>) -> Option<(usize, ItemFault)> {
        None
    }
    /// Returns the rule as in a rule file, without parameters that have their default value.
    fn to_json(&self) -> serde_json::Value;
    /// Returns all parameters of the validator that have a value, as in a rule file, including those that have their
    /// default value.
    fn parameters(&self) -> serde_json::Map<String, serde_json::Value>;
}
