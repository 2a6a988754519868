//! Why rules are unchecked: each reason is created once, not for every item.

use super::site::RuleSite;
use crate::directory::{Answer, StoredQuestion};
use crate::report::{PropertyHint, UncheckedReason};
use crate::rules::path::PropertyPath;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// A reason, shared by all rules that are unchecked because of it.
pub(crate) type SharedReason = Arc<UncheckedReason>;

/// The reasons of a check.
#[derive(Default)]
pub(super) struct Reasons {
    /// By the number of the rule.
    not_in_directory: RefCell<HashMap<usize, NotInDirectory>>,
    unknown_properties: RefCell<HashMap<Option<PropertyHint>, HashMap<PropertyPath, SharedReason>>>,
}

struct NotInDirectory {
    reason: SharedReason,
    /// Whether the directory does not have the object type: asking about other ids is useless.
    is_unknown_type: bool,
}

impl Reasons {
    /// Returns the reason why a rule cannot be checked for any id.
    pub(super) fn unknown_type(&self, rule: usize) -> Option<SharedReason> {
        let reasons = self.not_in_directory.borrow();
        reasons.get(&rule).filter(|known| known.is_unknown_type).map(|known| known.reason.clone())
    }

    /// Returns the reason that the directory does not know the answer to a question.
    pub(super) fn not_in_directory(&self, rule: usize, question: &StoredQuestion, answer: Answer) -> SharedReason {
        let make = || {
            let (is_unknown_type, suggestion) = match answer {
                Answer::UnknownType { nearest } => (true, nearest),
                _ => (false, None),
            };
            let question = question.as_question();
            let (section, name) = (question.section(), question.object_type().map(str::to_owned));
            let reason = UncheckedReason::NotInDirectory { section, name, suggestion }.into();
            NotInDirectory { reason, is_unknown_type }
        };
        self.not_in_directory.borrow_mut().entry(rule).or_insert_with(make).reason.clone()
    }

    fn unknown_property(&self, path: &PropertyPath, hint: Option<PropertyHint>) -> SharedReason {
        let mut reasons = self.unknown_properties.borrow_mut();
        let reasons = reasons.entry(hint).or_default();
        if let Some(reason) = reasons.get(path) {
            return reason.clone();
        }
        let reason = SharedReason::from(UncheckedReason::PropertyUnknown { path: path.to_string(), hint });
        reasons.insert(path.clone(), reason.clone());
        reason
    }
}

impl RuleSite<'_, '_> {
    /// Returns the reason that a path of the rule is unknown.
    pub(crate) fn not_known(&self, path: &PropertyPath, hint: Option<PropertyHint>) -> SharedReason {
        self.run.reasons.unknown_property(path, hint)
    }
}
